//! Refusals: everything that can be said no to, why, and whether trying again can help.

use std::sync::Arc;

use crate::avoidance::Avoidance;
use crate::catalogue::Hours;
use crate::id::{CampaignId, ItemKey, OrderId, QuoteId, ShopId};
use crate::language::{Language, Text};
use crate::money::{Money, MoneyError};
use crate::order::OrderState;
use crate::time::{Span, Time};

mod sentence;

/// Why something was not done. Nothing was changed.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{}", self.code())]
pub enum Refusal {
    // What the buyer asks for.
    /// There is nothing to buy in the cart.
    CartEmpty,
    /// More lines than a person can read before agreeing.
    TooManyLines {
        /// How many there were.
        lines: usize,
    },
    /// None, or more than [`crate::cart::QUANTITY_MAX`].
    QuantityOutOfRange {
        /// Of what.
        item: Text,
        /// How many were asked for.
        quantity: u32,
    },
    /// The catalogue has no such item.
    ItemUnknown {
        /// The name it was asked for by.
        item: ItemKey,
    },
    /// The item has no such option, or the option no such value.
    OptionUnknown {
        /// The item.
        item: Text,
        /// What was asked for.
        option: Arc<str>,
    },
    /// Two values of an option that takes one.
    OptionTakesOne {
        /// The item.
        item: Text,
        /// The option.
        group: Text,
        /// The second value.
        value: Arc<str>,
    },
    /// Fewer are left than were asked for.
    SoldOut {
        /// Of what.
        item: ItemKey,
        /// How many are left.
        left: u64,
    },
    /// The shop does not take orders at that time.
    ShopClosed {
        /// Which shop.
        shop: Text,
        /// When it does.
        hours: Hours,
        /// How long until then, from now.
        opens_in: Span,
        /// When it was to be there.
        asked: Time,
        /// When it could be there at the earliest.
        earliest: Time,
    },
    /// The shop has accepted all that it can prepare in ten minutes.
    ShopFull {
        /// Which shop.
        id: ShopId,
        /// Its name.
        shop: Text,
        /// When a place is free.
        free_in: Span,
    },
    /// Delivery was asked for in the past or too far ahead.
    TimeOutOfRange {
        /// The earliest that can be had.
        earliest: Time,
    },
    /// No address is known to deliver to.
    AddressMissing,
    /// The buyer has said that they do not eat something that is in there, or that the shop speaks of.
    Avoided {
        /// In what.
        item: Text,
        /// What they do not eat.
        avoids: Avoidance,
    },
    /// All of it would cost more than the buyer said.
    OverBudget {
        /// What it would cost, with delivery and less discounts.
        total: Money,
        /// What it may cost.
        limit: Money,
    },
    /// One of an item would cost more than the buyer said.
    ItemOverBudget {
        /// Which item.
        item: Text,
        /// What one of it would cost, with its options.
        price: Money,
        /// What it may cost.
        limit: Money,
    },
    /// It would not be there at the time, or by the time, that the buyer said.
    DeliveryTimeMissed {
        /// The time that was said.
        said: Time,
        /// When it would be there.
        would: Time,
    },
    /// It would not go where the buyer said.
    DeliveryAddressDiffers {
        /// The address that was said.
        said: Arc<str>,
        /// The address that it would go to.
        would: Arc<str>,
    },
    /// The buyer wanted all of it from another shop.
    ShopExcluded {
        /// What is not from there.
        item: Text,
        /// Where it is from.
        shop: Text,
        /// The shop that was said; the first, if the name fits several.
        only: Text,
    },
    /// The buyer said that they do not want it this time.
    ItemExcluded {
        /// Which item.
        item: Text,
        /// The value of its options that is not wanted; none if the item is not.
        value: Option<Text>,
    },
    /// The buyer said so many in all, and it would be another number.
    QuantityDiffers {
        /// How many were said.
        said: u32,
        /// How many it would be.
        would: u32,
    },
    /// What was said about oneself cannot be kept.
    BuyerFieldInvalid {
        /// Which field.
        field: &'static str,
        /// What was given, shortened.
        value: Arc<str>,
    },
    /// The sentence is empty or too long.
    SentenceTooLong {
        /// Its length in characters.
        characters: usize,
        /// The most there may be.
        most: usize,
    },

    // Quotes, orders, payment.
    /// There is no such quote, or it is not this buyer's.
    QuoteUnknown {
        /// Which.
        quote: QuoteId,
    },
    /// What was agreed to is not what the quote says.
    QuoteChanged {
        /// Which.
        quote: QuoteId,
    },
    /// The quote's life time is over.
    QuoteExpired {
        /// Which.
        quote: QuoteId,
    },
    /// Nothing waits to be agreed to.
    NothingToConfirm,
    /// There is no such order, or it is not this buyer's.
    OrderUnknown {
        /// Which.
        order: OrderId,
    },
    /// The order is past the point where this could be done.
    WrongState {
        /// Which.
        order: OrderId,
        /// Where it stands.
        state: OrderState,
    },
    /// The balance does not cover it.
    BalanceTooLow {
        /// How much is missing.
        short: Money,
    },
    /// The card was declined; nothing was taken.
    PaymentDeclined {
        /// For which order.
        order: OrderId,
    },
    /// The payment provider has not answered yet; the order waits and will be settled once.
    PaymentPending {
        /// Which order.
        order: OrderId,
    },
    /// A sum does not fit.
    AmountTooLarge,

    // Campaigns and vouchers.
    /// There is no such campaign.
    CampaignUnknown {
        /// Which.
        campaign: CampaignId,
    },
    /// The campaign has not begun or is over.
    CampaignNotRunning {
        /// Which.
        campaign: CampaignId,
    },
    /// This person has had their voucher.
    VoucherAlreadyClaimed {
        /// Of which campaign.
        campaign: CampaignId,
    },
    /// The campaign has no money left to promise.
    BudgetExhausted {
        /// Which.
        campaign: CampaignId,
    },
    /// The voucher is used, has run out, or was never this buyer's.
    VoucherNotUsable {
        /// Of which campaign.
        campaign: CampaignId,
    },
    /// The voucher can still be used, so its money is not given back yet.
    VoucherStillUsable {
        /// Of which campaign.
        campaign: CampaignId,
    },
    /// A campaign with this id is there already, with other terms.
    CampaignExists {
        /// Which.
        campaign: CampaignId,
    },
    /// The campaign's terms contradict themselves.
    CampaignInvalid {
        /// Which field.
        field: &'static str,
    },

    // Doors and machinery.
    /// No token, or not one of ours.
    NotSignedIn,
    /// There is no such buyer.
    BuyerUnknown,
    /// A buyer with this number is there already.
    BuyerExists,
    /// Another turn of this conversation came first.
    ConversationMoved,
    /// The conversation's state is too large to keep.
    ConversationTooLarge,
    /// The same idempotency key came with other content before.
    KeyReused,
    /// The body of the request is too large.
    BodyTooLarge {
        /// Bytes that are taken at most.
        most: usize,
    },
    /// The request is not of the form asked for.
    RequestInvalid {
        /// Which field, or where.
        field: Arc<str>,
        /// What is wrong and how to mend it.
        problem: Arc<str>,
    },
    /// There is no such page or address.
    NotFound,
    /// Another part of the store was asked for some of what it has, and has none left.
    NothingToSpare,
    /// The queue is full.
    Busy {
        /// When to come again.
        retry_in: Span,
    },
    /// The store does not answer.
    StoreUnavailable {
        /// When to come again.
        retry_in: Span,
    },
}

/// Whether trying again can help.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Retry {
    /// Not as it is: something about the request must change.
    Changed,
    /// The same request may succeed after this long.
    After(Span),
}

impl Refusal {
    /// Its code, the name of its page under `docs/errors/`.
    pub fn code(&self) -> &'static str {
        match self {
            Self::CartEmpty => "cart_empty",
            Self::TooManyLines { .. } => "too_many_lines",
            Self::QuantityOutOfRange { .. } => "quantity_out_of_range",
            Self::ItemUnknown { .. } => "item_unknown",
            Self::OptionUnknown { .. } => "option_unknown",
            Self::OptionTakesOne { .. } => "option_takes_one",
            Self::SoldOut { .. } => "sold_out",
            Self::ShopClosed { .. } => "shop_closed",
            Self::ShopFull { .. } => "shop_full",
            Self::TimeOutOfRange { .. } => "time_out_of_range",
            Self::AddressMissing => "address_missing",
            Self::Avoided { .. } => "avoided",
            Self::OverBudget { .. } => "over_budget",
            Self::ItemOverBudget { .. } => "item_over_budget",
            Self::DeliveryTimeMissed { .. } => "delivery_time_missed",
            Self::DeliveryAddressDiffers { .. } => "delivery_address_differs",
            Self::ShopExcluded { .. } => "shop_excluded",
            Self::ItemExcluded { .. } => "item_excluded",
            Self::QuantityDiffers { .. } => "quantity_differs",
            Self::BuyerFieldInvalid { .. } => "buyer_field_invalid",
            Self::SentenceTooLong { .. } => "sentence_too_long",
            Self::QuoteUnknown { .. } => "quote_unknown",
            Self::QuoteChanged { .. } => "quote_changed",
            Self::QuoteExpired { .. } => "quote_expired",
            Self::NothingToConfirm => "nothing_to_confirm",
            Self::OrderUnknown { .. } => "order_unknown",
            Self::WrongState { .. } => "wrong_state",
            Self::BalanceTooLow { .. } => "balance_too_low",
            Self::PaymentDeclined { .. } => "payment_declined",
            Self::PaymentPending { .. } => "payment_pending",
            Self::AmountTooLarge => "amount_too_large",
            Self::CampaignUnknown { .. } => "campaign_unknown",
            Self::CampaignNotRunning { .. } => "campaign_not_running",
            Self::VoucherAlreadyClaimed { .. } => "voucher_already_claimed",
            Self::BudgetExhausted { .. } => "budget_exhausted",
            Self::VoucherNotUsable { .. } => "voucher_not_usable",
            Self::VoucherStillUsable { .. } => "voucher_still_usable",
            Self::CampaignExists { .. } => "campaign_exists",
            Self::CampaignInvalid { .. } => "campaign_invalid",
            Self::NotSignedIn => "not_signed_in",
            Self::BuyerUnknown => "buyer_unknown",
            Self::BuyerExists => "buyer_exists",
            Self::ConversationMoved => "conversation_moved",
            Self::ConversationTooLarge => "conversation_too_large",
            Self::KeyReused => "key_reused",
            Self::BodyTooLarge { .. } => "body_too_large",
            Self::RequestInvalid { .. } => "request_invalid",
            Self::NotFound => "not_found",
            Self::NothingToSpare => "nothing_to_spare",
            Self::Busy { .. } => "busy",
            Self::StoreUnavailable { .. } => "store_unavailable",
        }
    }

    /// Whether trying again can help.
    pub fn retry(&self) -> Retry {
        match self {
            Self::ShopClosed { opens_in, .. } if *opens_in > Span::default() => Retry::After(*opens_in),
            Self::ShopFull { free_in, .. } => Retry::After(*free_in),
            Self::Busy { retry_in } | Self::StoreUnavailable { retry_in } => Retry::After(*retry_in),
            Self::PaymentPending { .. } => Retry::After(Span::seconds(5)),
            Self::NothingToSpare => Retry::After(Span::seconds(1)),
            Self::ConversationMoved => Retry::After(Span::seconds(1)),
            _ => Retry::Changed,
        }
    }

    /// A sentence or two for the person, saying what is so and what to do.
    pub fn sentence(&self, language: Language) -> String {
        match language {
            Language::Zh => sentence::zh(self),
            Language::En => sentence::en(self),
        }
    }
}

impl From<MoneyError> for Refusal {
    fn from(_: MoneyError) -> Self {
        Self::AmountTooLarge
    }
}
