//! What the columns of each kind of row say, in the order in which its statements name them.

use std::sync::Arc;

use domain::buyer::Buyer;
use domain::campaign::{Campaign, VoucherTemplate};
use domain::capacity::Capacity;
use domain::catalogue::{Item, Shop};
use domain::conversation::Conversation;
use domain::event::Event;
use domain::id::{BuyerId, ItemKey, OrderId, QuoteId, Shard, ShopId, VoucherId};
use domain::ledger::{Account, AccountId, Posting, TransactionId};
use domain::mail::{Mail, MailId};
use domain::money::Money;
use domain::order::Order;
use domain::quote::Quote;
use domain::receipt::{IdempotencyKey, Receipt};
use domain::stock::Stock;
use domain::time::{Span, Time};
use domain::voucher::{Voucher, VoucherState};
use domain::working_set::Head;
use tokio_postgres::Row;
use tokio_postgres::types::FromSql;

use super::unsigned;
use crate::StoreError;
use crate::record::{
    AllotmentRecord, BuyerRecord, CampaignRecord, EventRecord, ItemRecord, OrderColumns, OrderRecord, OutcomeRecord,
    PostingRecord, QuoteRecord, ShopRecord, account as account_name, decode,
};

type Read<T> = Result<T, StoreError>;

fn get<'a, T: FromSql<'a>>(row: &'a Row, at: usize) -> Read<T> {
    row.try_get(at).map_err(StoreError::Postgres)
}

fn number(row: &Row, at: usize) -> Read<u64> {
    get(row, at).map(unsigned)
}

fn some_number(row: &Row, at: usize) -> Read<Option<u64>> {
    Ok(get::<Option<i64>>(row, at)?.map(unsigned))
}

fn time(row: &Row, at: usize) -> Read<Time> {
    get(row, at).map(Time::from_micros)
}

fn money(row: &Row, at: usize) -> Read<Money> {
    get(row, at).map(Money::cny)
}

fn word<T: for<'a> From<&'a str>>(row: &Row, at: usize) -> Read<T> {
    Ok(get::<&str>(row, at)?.into())
}

fn bytes(what: &'static str, row: &Row, at: usize) -> Read<[u8; 16]> {
    let found: &[u8] = get(row, at)?;
    found.try_into().map_err(|_| StoreError::Damaged { what, why: format!("{} bytes instead of 16", found.len()) })
}

/// A shard's number.
pub fn shard(row: &Row, at: usize) -> Read<Shard> {
    let found: i32 = get(row, at)?;
    let shard = u16::try_from(found).map(Shard);
    shard.map_err(|_| StoreError::Damaged { what: "shard", why: format!("{found} is no shard's number") })
}

/// Where a shard stands.
pub fn head(row: &Row) -> Read<Head> {
    Ok(Head { sequence: number(row, 0)?, latest: time(row, 1)? })
}

/// A buyer.
pub fn buyer(row: &Row) -> Read<Buyer> {
    Ok(decode::<BuyerRecord>("buyer", get(row, 1)?)?.named(BuyerId(number(row, 0)?)))
}

/// A conversation.
pub fn conversation(row: &Row) -> Read<Conversation> {
    Ok(Conversation { buyer: BuyerId(number(row, 0)?), version: number(row, 1)?, body: get(row, 2)? })
}

/// A quote.
pub fn quote(row: &Row) -> Read<Arc<Quote>> {
    Ok(Arc::new(decode::<QuoteRecord>("quote", get(row, 1)?)?.named(QuoteId(number(row, 0)?))?))
}

/// An order.
pub fn order(row: &Row) -> Read<Order> {
    let columns = OrderColumns {
        state: get(row, 1)?,
        captured: get(row, 2)?,
        refunded: get(row, 3)?,
        refund_due: get(row, 4)?,
        placed_at: get(row, 5)?,
        changed_at: get(row, 6)?,
        previous: some_number(row, 7)?,
    };
    decode::<OrderRecord>("order", get(row, 8)?)?.named(OrderId(number(row, 0)?), &columns)
}

/// The number of an order.
pub fn order_id(row: &Row) -> Read<OrderId> {
    number(row, 0).map(OrderId)
}

/// A wallet.
pub fn wallet(row: &Row) -> Read<(AccountId, Account)> {
    let last_order = some_number(row, 3)?.map(OrderId);
    Ok((AccountId::Wallet(BuyerId(number(row, 0)?)), Account { last_order, ..balance(row, 1)? }))
}

/// Any other account.
pub fn account(row: &Row) -> Read<(AccountId, Account)> {
    Ok((account_name::named(get(row, 0)?, get(row, 1)?)?, balance(row, 2)?))
}

/// The balance of an account, from the given column on.
pub fn balance(row: &Row, first: usize) -> Read<Account> {
    let last_transaction = some_number(row, first + 1)?.map(TransactionId);
    Ok(Account { balance: money(row, first)?, last_transaction, last_order: None })
}

/// A voucher.
pub fn voucher(row: &Row) -> Read<Voucher> {
    let terms = VoucherTemplate {
        amount: money(row, 2)?,
        threshold: money(row, 3)?,
        pay_at_least: money(row, 4)?,
        lifetime: get(row, 5).map(Span::micros)?,
        grace: get(row, 6).map(Span::micros)?,
    };
    let spent = some_number(row, 10)?.zip(get::<Option<i64>>(row, 11)?);
    let state = match (get(row, 9)?, spent) {
        ("spent", Some((order, at))) => VoucherState::Spent { order: OrderId(order), at: Time::from_micros(at) },
        ("held", None) => VoucherState::Held,
        _ => VoucherState::Released,
    };
    let id = VoucherId { buyer: BuyerId(number(row, 0)?), campaign: word(row, 1)? };
    Ok(Voucher { id, terms, claimed_at: time(row, 7)?, expires_at: time(row, 8)?, state })
}

/// The stock of an item.
pub fn item_stock(row: &Row) -> Read<(ItemKey, Stock)> {
    Ok((item_key(row, 0)?, stock(row, 2)?))
}

/// An item's name, from the given column on.
pub fn item_key(row: &Row, first: usize) -> Read<ItemKey> {
    Ok(ItemKey::new(get(row, first)?, get(row, first + 1)?))
}

/// A stock, from the given column on.
pub fn stock(row: &Row, first: usize) -> Read<Stock> {
    Ok(Stock { allotted: number(row, first)?, sold: number(row, first + 1)?, moved: get(row, first + 2)? })
}

/// The capacity of a shop.
pub fn shop_capacity(row: &Row) -> Read<(ShopId, Capacity)> {
    Ok((word(row, 0)?, capacity(row)?))
}

/// A capacity, behind the first column.
pub fn capacity(row: &Row) -> Read<Capacity> {
    Ok(Capacity { accepted: decode("capacity", get(row, 1)?)?, moved: get(row, 2)? })
}

/// A campaign.
pub fn campaign(row: &Row) -> Read<Campaign> {
    Ok(decode::<CampaignRecord>("campaign", get(row, 1)?)?.named(get(row, 0)?))
}

/// A mail that a shard has sent.
pub fn mail(from: Shard, row: &Row) -> Read<Mail> {
    Ok(Mail {
        id: MailId { from, number: number(row, 0)? },
        to: shard(row, 1)?,
        sent_at: time(row, 2)?,
        closed: get(row, 3)?,
        allotment: decode::<AllotmentRecord>("mail", get(row, 4)?)?.read(),
    })
}

/// A receipt.
pub fn receipt(row: &Row) -> Read<(IdempotencyKey, Receipt)> {
    let receipt = Receipt {
        content: bytes("receipt", row, 1)?,
        outcome: decode::<OutcomeRecord>("receipt", get(row, 2)?)?.read()?,
        number: some_number(row, 3)?,
        at: time(row, 4)?,
    };
    Ok((IdempotencyKey(bytes("receipt", row, 0)?), receipt))
}

/// What a command came to: its event, and the lines of its transaction.
pub fn journal(row: &Row) -> Read<(Event, Vec<Posting>)> {
    let number = number(row, 0)?;
    let what = decode::<EventRecord>("event", get(row, 2)?)?.read()?;
    let event = Event { number, at: time(row, 1)?, what };
    let lines: Vec<PostingRecord<'_>> = match get::<Option<&str>>(row, 3)? {
        Some(lines) => decode("posting", lines)?,
        None => Vec::new(),
    };
    let postings: Read<_> = lines.iter().map(|line| line.named(TransactionId(number))).collect();
    Ok((event, postings?))
}

/// A shop.
pub fn shop(row: &Row) -> Read<Shop> {
    decode::<ShopRecord>("shop", get(row, 1)?)?.named(get(row, 0)?)
}

/// An item.
pub fn item(row: &Row) -> Read<Item> {
    Ok(decode::<ItemRecord>("item", get(row, 2)?)?.named(item_key(row, 0)?))
}

/// A text alone.
pub fn text(row: &Row) -> Read<String> {
    get(row, 0)
}

/// A server's version, that of its citus extension, and its time.
pub fn about(row: &Row) -> Read<(String, Option<String>, Time)> {
    Ok((get(row, 0)?, get(row, 1)?, time(row, 2)?))
}
