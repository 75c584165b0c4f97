//! Quotes a cart: prices it with the best voucher the buyer holds, and offers it under a number to agree to.

use std::sync::Arc;

use domain::avoidance::Avoider;
use domain::cart::Cart;
use domain::command::OfferQuote;
use domain::id::{BuyerId, QuoteId};
use domain::ledger::AccountId;
use domain::money::Money;
use domain::quote::{Goods, Quote, Terms, Wish, price};
use domain::receipt::Outcome;
use domain::refusal::Refusal;

use crate::desk::Desk;

/// How a buyer wants to pay, if they say.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct QuoteWish {
    /// A card by its token, instead of the wallet.
    pub card: Option<Arc<str>>,
}

impl Desk {
    /// Quotes a cart.
    ///
    /// # Errors
    /// What [`price`] refuses; [`Refusal::AddressMissing`].
    pub async fn quote(&self, buyer: BuyerId, cart: &Cart, wish: &QuoteWish) -> Result<Arc<Quote>, Refusal> {
        let terms = self.terms(buyer, cart, wish).await?;
        let offered_at = self.now();
        let key = self.mint.key(offered_at);
        let command = OfferQuote { buyer, terms: terms.clone(), offered_at };
        match self.store.submit(self.shard(buyer), key, command).await? {
            Outcome::QuoteOffered(id) => Ok(Arc::new(terms.offered(id, buyer, offered_at))),
            other => unreachable!("offering a quote answers with its number, not {other:?}"),
        }
    }

    async fn terms(&self, buyer: BuyerId, cart: &Cart, wish: &QuoteWish) -> Result<Terms, Refusal> {
        if wish.card.is_some() && self.settings.fallback_card.is_none() {
            let problem = "no card provider is configured; leave it out to pay from the wallet".into();
            return Err(Refusal::RequestInvalid { field: "card".into(), problem });
        }
        let assortment = self.assortment();
        let known = self.buyer(buyer).await?;
        let address = cart.address.clone().or_else(|| known.addresses.first().cloned());
        let vouchers = self.vouchers_with_gifts(buyer).await?;
        let avoids = Avoider::new(&known.avoids);
        let wish = Wish {
            address: address.ok_or(Refusal::AddressMissing)?,
            deliver_at: cart.deliver_at,
            vouchers: &vouchers,
            balance: self.balance(buyer).await?,
            card: wish.card.clone().or_else(|| self.settings.fallback_card.clone()),
            prefer_card: wish.card.is_some(),
            avoids: &avoids,
            constraints: &cart.constraints,
        };
        wish.address.check()?;
        let goods = Goods { find: &|item| assortment.find(item), left: &|item| self.shelf.left(item) };
        price(&cart.lines, &goods, &wish, self.now())
    }

    /// A quote of this buyer.
    ///
    /// # Errors
    /// [`Refusal::QuoteUnknown`].
    pub async fn quote_of(&self, buyer: BuyerId, id: QuoteId) -> Result<Arc<Quote>, Refusal> {
        let quote = self.store.quote(id).await?.filter(|quote| quote.buyer == buyer);
        quote.ok_or(Refusal::QuoteUnknown { quote: id })
    }

    /// What a buyer has to spend.
    ///
    /// # Errors
    /// [`Refusal::StoreUnavailable`].
    pub async fn balance(&self, buyer: BuyerId) -> Result<Money, Refusal> {
        let account = self.store.account(self.shard(buyer), &AccountId::Wallet(buyer)).await?;
        Ok(account.map_or(Money::ZERO, |account| account.balance))
    }
}
