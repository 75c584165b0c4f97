//! The desk: what the use cases share.

use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, PoisonError, RwLock};

use domain::campaign::Campaign;
use domain::id::{BuyerId, Shard};
use domain::money::Money;
use domain::refusal::Refusal;
use domain::time::Time;
use store::{Clock, Store};

use crate::assortment::Assortment;
use crate::mint::Mint;
use crate::payment::PaymentProvider;
use crate::shelf::Shelf;

/// Turns of one buyer are taken one after the other; buyers share this many locks.
const TURN_LOCKS: usize = 1024;
/// Campaigns that can run side by side.
pub(crate) const CAMPAIGNS_MAX: u32 = 100;

/// How the desk works.
#[derive(Debug, Clone)]
pub struct Settings {
    /// What a demonstration puts into a new wallet, fen.
    pub opening_balance: Money,
    /// Whether new buyers start with two example addresses.
    pub example_addresses: bool,
    /// Where the example addresses are: an administrative code; the place with most shops if none.
    pub example_adcode: Option<String>,
    /// The card used where a wallet does not suffice; none where real money is meant.
    pub fallback_card: Option<Arc<str>>,
    /// Whether demonstration shops take, prepare and deliver orders by themselves.
    pub shops_work: bool,
}

/// What the use cases share. Cheap to clone.
#[derive(Clone)]
pub struct Desk {
    pub(crate) store: Store,
    pub(crate) clock: Clock,
    pub(crate) mint: Mint,
    pub(crate) settings: Arc<Settings>,
    pub(crate) provider: Arc<dyn PaymentProvider>,
    pub(crate) shelf: Shelf,
    assortment: Arc<RwLock<Arc<Assortment>>>,
    campaigns: Arc<RwLock<Arc<Vec<Campaign>>>>,
    turns: Arc<Vec<tokio::sync::Mutex<()>>>,
    /// Whether the store answered when it was last looked at.
    pub(crate) store_answers: Arc<AtomicBool>,
}

impl Desk {
    /// Opens the desk: reads the catalogue, compiles its vocabulary, counts the shelves.
    ///
    /// # Errors
    /// If the store cannot be read.
    pub async fn open(
        store: Store,
        clock: Clock,
        mint: Mint,
        provider: Arc<dyn PaymentProvider>,
        shelf: Shelf,
        settings: Settings,
    ) -> Result<Self, store::StoreError> {
        let assortment = Arc::new(Assortment::load(&store).await?);
        shelf.refill(&store).await?;
        let campaigns = Arc::new(store.campaigns(CAMPAIGNS_MAX).await?);
        Ok(Self {
            store,
            clock,
            mint,
            settings: Arc::new(settings),
            provider,
            shelf,
            assortment: Arc::new(RwLock::new(assortment)),
            campaigns: Arc::new(RwLock::new(campaigns)),
            store_answers: Arc::new(AtomicBool::new(true)),
            turns: Arc::new((0..TURN_LOCKS).map(|_| tokio::sync::Mutex::new(())).collect()),
        })
    }

    /// What is for sale now, with its vocabulary.
    pub fn assortment(&self) -> Arc<Assortment> {
        self.assortment.read().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// Reads the catalogue and the campaigns anew if somebody has changed them, and the shelves if asked to.
    ///
    /// # Errors
    /// If the store cannot be read.
    pub async fn refresh(&self, shelves: bool) -> Result<(), store::StoreError> {
        let campaigns = Arc::new(self.store.campaigns(CAMPAIGNS_MAX).await?);
        *self.campaigns.write().unwrap_or_else(PoisonError::into_inner) = campaigns;
        let changed = self.store.catalogue_version().await? != self.assortment().version;
        if changed || shelves {
            self.shelf.refill(&self.store).await?;
        }
        if changed {
            let assortment = Arc::new(Assortment::load(&self.store).await?);
            tracing::info!(items = assortment.catalogue().item_count(), "the catalogue has changed");
            *self.assortment.write().unwrap_or_else(PoisonError::into_inner) = assortment;
        }
        Ok(())
    }

    /// The time.
    pub fn now(&self) -> Time {
        (self.clock)()
    }

    /// The campaigns, as last read.
    pub fn campaigns(&self) -> Arc<Vec<Campaign>> {
        self.campaigns.read().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// Whether the store answered when the background work last read from it, a second or so ago.
    pub fn store_answers(&self) -> bool {
        self.store_answers.load(Ordering::Relaxed)
    }

    /// Commands that wait for the store.
    pub fn waiting(&self) -> usize {
        self.store.waiting()
    }

    pub(crate) fn shard(&self, buyer: BuyerId) -> Shard {
        self.store.shard_of(buyer)
    }

    /// Held while a buyer's turn is taken.
    pub(crate) async fn turn_of(&self, buyer: BuyerId) -> tokio::sync::MutexGuard<'_, ()> {
        let place = usize::try_from(buyer.0).unwrap_or(usize::MAX) % self.turns.len();
        self.turns[place].lock().await
    }

    pub(crate) async fn buyer(&self, id: BuyerId) -> Result<domain::buyer::Buyer, Refusal> {
        self.store.buyer(id).await?.ok_or(Refusal::BuyerUnknown)
    }
}
