//! What a buyer tells about themselves: language, birth year, addresses, what they do not eat.

use domain::avoidance::Avoidance;
use domain::buyer::{Address, Buyer};
use domain::command::ChangeBuyer;
use domain::id::BuyerId;
use domain::language::Language;
use domain::refusal::Refusal;

use crate::desk::Desk;

impl Desk {
    /// What is known of a buyer.
    ///
    /// # Errors
    /// [`Refusal::BuyerUnknown`].
    pub async fn profile(&self, buyer: BuyerId) -> Result<Buyer, Refusal> {
        self.buyer(buyer).await
    }

    /// Keeps the language to speak.
    ///
    /// # Errors
    /// [`Refusal::BuyerUnknown`].
    pub async fn set_language(&self, buyer: BuyerId, language: Language) -> Result<(), Refusal> {
        self.change(ChangeBuyer { language: Some(language), ..ChangeBuyer::of(buyer) }).await
    }

    /// Keeps or erases the year of birth.
    ///
    /// # Errors
    /// [`Refusal::BuyerFieldInvalid`].
    pub async fn set_birth_year(&self, buyer: BuyerId, year: Option<u16>) -> Result<(), Refusal> {
        self.change(ChangeBuyer { birth_year: Some(year), ..ChangeBuyer::of(buyer) }).await
    }

    /// Keeps these addresses, the usual one first, instead of those there were.
    ///
    /// # Errors
    /// [`Refusal::BuyerFieldInvalid`].
    pub async fn set_addresses(&self, buyer: BuyerId, addresses: Vec<Address>) -> Result<(), Refusal> {
        self.change(ChangeBuyer { addresses: Some(addresses), ..ChangeBuyer::of(buyer) }).await
    }

    /// Keeps what a buyer does not eat, instead of what was kept before.
    ///
    /// # Errors
    /// [`Refusal::BuyerFieldInvalid`].
    pub async fn set_avoids(&self, buyer: BuyerId, avoids: Vec<Avoidance>) -> Result<(), Refusal> {
        self.change(ChangeBuyer { avoids: Some(avoids), ..ChangeBuyer::of(buyer) }).await
    }

    pub(crate) async fn change(&self, change: ChangeBuyer) -> Result<(), Refusal> {
        let key = self.mint.key(self.now());
        self.store.submit(self.shard(change.buyer), key, change).await.map(drop)
    }
}
