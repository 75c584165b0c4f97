//! Opens a buyer: a guest with a token, or somebody at the terminal with a name.

use domain::buyer::Buyer;
use domain::command::OpenBuyer;
use domain::id::BuyerId;
use domain::language::Language;
use domain::receipt::IdempotencyKey;
use domain::refusal::Refusal;

use crate::desk::Desk;
use crate::mint::named_buyer;
use crate::sign_in::Token;

/// Who comes.
#[derive(Debug, Clone, Default)]
pub struct Opening {
    /// The language to begin in.
    pub language: Language,
    /// The administrative code of the place where the example addresses shall be.
    pub adcode: Option<String>,
}

/// A new buyer and the token that proves to be them.
#[derive(Debug, Clone)]
pub struct Opened {
    /// Who.
    pub buyer: BuyerId,
    /// Shown this once.
    pub token: Token,
}

impl Desk {
    /// Opens a guest.
    ///
    /// # Errors
    /// [`Refusal::Busy`] or [`Refusal::StoreUnavailable`].
    pub async fn open_guest(&self, opening: &Opening) -> Result<Opened, Refusal> {
        let id = self.mint.buyer(self.now());
        let token = Token::new(id, self.mint.secret());
        let buyer = self.new_buyer(id, Some(token.hash()), opening);
        self.enter(buyer).await?;
        Ok(Opened { buyer: id, token })
    }

    /// The buyer of this name at the terminal; opened if they come for the first time.
    ///
    /// # Errors
    /// [`Refusal::Busy`] or [`Refusal::StoreUnavailable`].
    pub async fn open_named(&self, name: &str, opening: &Opening) -> Result<BuyerId, Refusal> {
        let id = named_buyer(name);
        if self.store.buyer(id).await?.is_none() {
            self.enter(self.new_buyer(id, None, opening)).await?;
        }
        Ok(id)
    }

    fn new_buyer(&self, id: BuyerId, token_hash: Option<[u8; 32]>, opening: &Opening) -> Buyer {
        let examples = self.settings.example_addresses;
        Buyer {
            id,
            token_hash,
            language: opening.language,
            birth_year: None,
            avoids: Vec::new(),
            forgot_usual_at: None,
            addresses: if examples { self.example_addresses(opening.adcode.as_deref()) } else { Vec::new() },
            opened_at: self.now(),
        }
    }

    async fn enter(&self, buyer: Buyer) -> Result<(), Refusal> {
        let key = IdempotencyKey::about("open buyer", buyer.id.0);
        let shard = self.shard(buyer.id);
        let command = OpenBuyer { buyer, opening_balance: self.settings.opening_balance };
        self.store.submit(shard, key, command).await.map(drop)
    }
}
