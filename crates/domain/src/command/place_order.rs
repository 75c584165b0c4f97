//! Places an order: a quote and its buyer's mandate become an order, with goods, capacity, voucher and money set aside.

use std::sync::Arc;

use super::Decide;
use crate::allotment::Want;
use crate::capacity::Capacity;
use crate::digest::Digest;
use crate::event::Happened;
use crate::id::{ItemKey, OrderId, ShopId, VoucherId};
use crate::ledger::{self, AccountId, TransactionId};
use crate::mandate::Mandate;
use crate::money::Money;
use crate::order::{Order, OrderState};
use crate::payment::{Payment, PaymentMethod};
use crate::quote::{Quote, quantities};
use crate::receipt::Outcome;
use crate::refusal::Refusal;
use crate::stock::Stock;
use crate::voucher::Voucher;
use crate::working_set::{Context, RowNames, WorkingSet};

/// Places the order of a quote.
#[derive(Debug, Clone)]
pub struct PlaceOrder {
    /// What was agreed to, word for word: the mandate's hash proves it.
    pub quote: Arc<Quote>,
    /// The buyer's agreement.
    pub mandate: Mandate,
}

/// What an order takes, all of it checked.
struct Taken {
    stocks: Vec<(ItemKey, Stock)>,
    capacities: Vec<(ShopId, Capacity)>,
    vouchers: Vec<Voucher>,
    paid: ledger::Checked,
}

impl Decide for PlaceOrder {
    fn name_rows(&self, names: &mut RowNames) {
        let quote = &self.quote;
        names.orders.insert(quote.id.order());
        names.stocks.extend(quantities(&quote.terms.lines).into_keys().cloned());
        names.capacities.extend(quote.terms.shops.iter().map(|shop| shop.id.clone()));
        names.vouchers.extend(quote.voucher_ids());
        names.accounts.insert(AccountId::Wallet(quote.buyer));
        names.accounts.extend(quote.accounts());
    }

    fn decide(&self, rows: &mut WorkingSet, context: &Context) -> Result<Outcome, Refusal> {
        let id = self.quote.id.order();
        if let Some(order) = rows.orders.get(&id) {
            return self.placed_before(order);
        }
        let taken = self.check(rows, context)?;

        // After this point it must succeed.
        let state = if self.by_wallet() { OrderState::Paid } else { OrderState::PendingPayment };
        let number = rows.next_number(self.quote.id.slot());
        self.take(rows, taken, TransactionId(number));
        let previous = self.link(rows, id);
        rows.orders.put(id, self.order(state, previous, context));
        rows.happened(number, context.now, Happened::OrderMoved { order: id, state });
        Ok(Outcome::Order { order: id, state })
    }

    fn wants(&self, refusal: &Refusal) -> Option<Want> {
        let terms = &self.quote.terms;
        match refusal {
            Refusal::SoldOut { item, left } => {
                let asked = quantities(&terms.lines).get(item).map_or(0, |quantity| u64::from(*quantity));
                Some(Want::Stock { item: item.clone(), units: asked.saturating_sub(*left) })
            }
            Refusal::ShopFull { id, .. } => {
                let shop = terms.shops.iter().find(|shop| shop.id == *id)?;
                Some(Want::Capacity { shop: shop.id.clone(), rate: shop.orders_per_ten_minutes })
            }
            _ => None,
        }
    }

    fn write(&self, digest: Digest) -> Digest {
        // When the buyer agreed is no part of what they agreed to: the same yes, sent again, is the same command.
        digest.count(self.quote.id.0).bytes(&self.quote.hash.0).bytes(&self.mandate.quote_hash.0)
    }
}

impl PlaceOrder {
    fn by_wallet(&self) -> bool {
        self.quote.terms.payment == PaymentMethod::Wallet
    }

    /// A quote becomes one order, under whichever key it is asked for.
    fn placed_before(&self, order: &Order) -> Result<Outcome, Refusal> {
        if order.quote.hash != self.mandate.quote_hash {
            return Err(Refusal::QuoteChanged { quote: self.quote.id });
        }
        Ok(Outcome::Order { order: order.id, state: order.state })
    }

    fn check(&self, rows: &WorkingSet, context: &Context) -> Result<Taken, Refusal> {
        let Quote { buyer, terms, .. } = &*self.quote;
        self.mandate.allows(&self.quote, context.now)?;
        if self.quote.id.slot() != buyer.slot() {
            return Err(Refusal::QuoteUnknown { quote: self.quote.id });
        }
        if rows.accounts.get(&AccountId::Wallet(*buyer)).is_none() {
            return Err(Refusal::BuyerUnknown);
        }
        let mut stocks = Vec::new();
        for (item, quantity) in quantities(&terms.lines) {
            let stock = rows.stocks.get(item).copied().unwrap_or_default();
            stocks.push((item.clone(), stock.sell(item, quantity)?));
        }
        let vouchers = self.check_vouchers(rows, context)?;
        let paid = if self.by_wallet() {
            ledger::check(rows, self.quote.entries(AccountId::Wallet(*buyer))?)?
        } else {
            ledger::check(rows, [])?
        };
        let mut capacities = Vec::new();
        for shop in &terms.shops {
            shop.check_open(terms.deliver_at, context.now)?;
            let capacity = rows.capacities.get(&shop.id).cloned().unwrap_or_default();
            let share = capacity.share(&shop.id, shop.orders_per_ten_minutes, context);
            let full = |free_in| Refusal::ShopFull { id: shop.id.clone(), shop: shop.name.clone(), free_in };
            let accepted = capacity.accept(context.now, share).map_err(full)?;
            capacities.push((shop.id.clone(), accepted));
        }
        Ok(Taken { stocks, capacities, vouchers, paid })
    }

    fn check_vouchers(&self, rows: &WorkingSet, context: &Context) -> Result<Vec<Voucher>, Refusal> {
        let mut vouchers = Vec::new();
        for (id, discount) in self.quote.voucher_ids().zip(&self.quote.terms.discounts) {
            let usable = |voucher: &&Voucher| voucher.usable_at(context.now) && discount.amount <= voucher.terms.amount;
            let voucher = rows.vouchers.get(&id).filter(usable);
            let voucher = voucher.ok_or(Refusal::VoucherNotUsable { campaign: id.campaign })?;
            vouchers.push(voucher.spent(self.quote.id.order(), context.now));
        }
        Ok(vouchers)
    }

    fn take(&self, rows: &mut WorkingSet, taken: Taken, transaction: TransactionId) {
        for (item, stock) in taken.stocks {
            rows.stocks.put(item, stock);
        }
        for (shop, capacity) in taken.capacities {
            rows.capacities.put(shop, capacity);
        }
        for voucher in taken.vouchers {
            rows.vouchers.put(voucher.id.clone(), voucher);
        }
        ledger::post(rows, transaction, taken.paid);
    }

    /// Makes the order the newest of its buyer; returns the one before.
    fn link(&self, rows: &mut WorkingSet, order: OrderId) -> Option<OrderId> {
        let wallet = AccountId::Wallet(self.quote.buyer);
        let mut account = rows.account(&wallet).clone();
        let previous = account.last_order.replace(order);
        rows.accounts.put(wallet, account);
        previous
    }

    fn order(&self, state: OrderState, previous: Option<OrderId>, context: &Context) -> Order {
        let terms = &self.quote.terms;
        let payment = Payment::authorised(terms.payment.clone(), terms.total);
        Order {
            id: self.quote.id.order(),
            quote: self.quote.clone(),
            mandate: self.mandate,
            state,
            payment: if self.by_wallet() { payment.captured() } else { payment },
            placed_at: context.now,
            changed_at: context.now,
            previous,
        }
    }
}

impl Quote {
    /// The vouchers behind its discounts, one for each.
    pub fn voucher_ids(&self) -> impl Iterator<Item = VoucherId> {
        let id =
            |discount: &crate::quote::Discount| VoucherId { buyer: self.buyer, campaign: discount.campaign.clone() };
        self.terms.discounts.iter().map(id)
    }

    /// The accounts that its money goes through, besides the one that pays.
    pub(super) fn accounts(&self) -> impl Iterator<Item = AccountId> {
        let held = self.terms.shops.iter().map(|shop| AccountId::ShopHeld(shop.id.clone()));
        let reserved = self.terms.discounts.iter().map(|d| AccountId::CampaignReserved(d.campaign.clone()));
        held.chain(reserved)
    }

    /// The transaction that pays it from `payer`: buyer and campaigns pay, the shops' money is held.
    pub(super) fn entries(&self, payer: AccountId) -> Result<Vec<(AccountId, Money)>, Refusal> {
        let terms = &self.terms;
        let mut entries = vec![(payer, terms.total.negated()?)];
        for discount in &terms.discounts {
            entries.push((AccountId::CampaignReserved(discount.campaign.clone()), discount.amount.negated()?));
        }
        for shop in &terms.shops {
            entries.push((AccountId::ShopHeld(shop.id.clone()), shop.goods.plus(shop.delivery_fee)?));
        }
        Ok(entries)
    }

    /// The transaction that undoes [`Self::entries`].
    pub(super) fn reversed(&self, payer: AccountId) -> Result<Vec<(AccountId, Money)>, Refusal> {
        self.entries(payer)?.into_iter().map(|(account, amount)| Ok((account, amount.negated()?))).collect()
    }
}
