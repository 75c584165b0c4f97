//! Saves what a batch has changed, in the order of the keys, so that neighbouring rows share pages.

use domain::id::Shard;
use domain::ledger::AccountId;
use domain::voucher::VoucherState;
use domain::working_set::WorkingSet;
use rusqlite::Connection;

use super::{signed, sql};
use crate::StoreError;
use crate::engine::Awaited;
use crate::record::{
    AllotmentRecord, BuyerRecord, CampaignRecord, EventRecord, OrderRecord, OutcomeRecord, PostingRecord, QuoteRecord,
    account, encode, fen,
};

/// Writes all changes of `rows`; the caller commits.
pub fn save(on: &Connection, shard: Shard, rows: &WorkingSet) -> Result<(), StoreError> {
    buyers(on, shard, rows)?;
    conversations(on, shard, rows)?;
    quotes(on, shard, rows)?;
    orders(on, shard, rows)?;
    vouchers(on, shard, rows)?;
    accounts(on, shard, rows)?;
    stocks(on, shard, rows)?;
    capacities(on, shard, rows)?;
    campaigns(on, rows)?;
    mails(on, rows)?;
    receipts(on, shard, rows)?;
    journal(on, rows)
}

fn buyers(on: &Connection, shard: Shard, rows: &WorkingSet) -> Result<(), StoreError> {
    let (mut insert, mut update) = (sql!(on, "buyer/insert")?, sql!(on, "buyer/update")?);
    for change in rows.buyers.changes() {
        let write = if change.new { &mut insert } else { &mut update };
        write.execute((shard.0, signed(change.key.0), encode(&BuyerRecord::from(change.value))))?;
    }
    Ok(())
}

fn conversations(on: &Connection, shard: Shard, rows: &WorkingSet) -> Result<(), StoreError> {
    let (mut insert, mut update) = (sql!(on, "conversation/insert")?, sql!(on, "conversation/update")?);
    for change in rows.conversations.changes() {
        let write = if change.new { &mut insert } else { &mut update };
        let version = signed(change.value.version);
        write.execute((shard.0, signed(change.key.0), version, &change.value.body))?;
    }
    Ok(())
}

fn quotes(on: &Connection, shard: Shard, rows: &WorkingSet) -> Result<(), StoreError> {
    let mut insert = sql!(on, "quote/insert")?;
    for change in rows.quotes.changes() {
        insert.execute((shard.0, signed(change.key.0), encode(&QuoteRecord::from(&**change.value))))?;
    }
    Ok(())
}

fn orders(on: &Connection, shard: Shard, rows: &WorkingSet) -> Result<(), StoreError> {
    let (mut insert, mut update) = (sql!(on, "order/insert")?, sql!(on, "order/update")?);
    for change in rows.orders.changes() {
        let order = change.value;
        let id = signed(order.id.0);
        let (captured, refunded) = (fen(order.payment.captured), fen(order.payment.refunded));
        let (state, due, changed_at) = (order.state.word(), order.payment.refund_due, order.changed_at.as_micros());
        let awaited = Awaited::by(order) as u8;
        if change.new {
            insert.execute((
                shard.0,
                id,
                signed(order.buyer().0),
                state,
                fen(order.payment.authorised),
                captured,
                refunded,
                due,
                order.placed_at.as_micros(),
                changed_at,
                order.previous.map(|previous| signed(previous.0)),
                awaited,
                encode(&OrderRecord::from(order)),
            ))?;
        } else {
            update.execute((shard.0, id, state, captured, refunded, due, changed_at, awaited))?;
        }
    }
    Ok(())
}

fn vouchers(on: &Connection, shard: Shard, rows: &WorkingSet) -> Result<(), StoreError> {
    let (mut insert, mut update) = (sql!(on, "voucher/insert")?, sql!(on, "voucher/update")?);
    for change in rows.vouchers.changes() {
        let voucher = change.value;
        let (buyer, campaign) = (signed(change.key.buyer.0), &*change.key.campaign.0);
        let expires_at = voucher.expires_at.as_micros();
        let (state, order, at) = match voucher.state {
            VoucherState::Held => ("held", None, None),
            VoucherState::Spent { order, at } => ("spent", Some(signed(order.0)), Some(at.as_micros())),
            VoucherState::Released => ("released", None, None),
        };
        if change.new {
            let terms = &voucher.terms;
            insert.execute(rusqlite::params![
                shard.0,
                buyer,
                campaign,
                fen(terms.amount),
                fen(terms.threshold),
                fen(terms.pay_at_least),
                terms.lifetime.as_micros(),
                terms.grace.as_micros(),
                voucher.claimed_at.as_micros(),
                expires_at,
                state,
                order,
                at
            ])?;
        } else {
            update.execute((shard.0, buyer, campaign, expires_at, state, order, at))?;
        }
    }
    Ok(())
}

fn accounts(on: &Connection, shard: Shard, rows: &WorkingSet) -> Result<(), StoreError> {
    let (mut insert, mut update) = (sql!(on, "account/insert")?, sql!(on, "account/update")?);
    let (mut insert_wallet, mut update_wallet) = (sql!(on, "wallet/insert")?, sql!(on, "wallet/update")?);
    for change in rows.accounts.changes() {
        let last_transaction = change.value.last_transaction.map(|id| signed(id.0));
        let balance = fen(change.value.balance);
        if let AccountId::Wallet(buyer) = change.key {
            let write = if change.new { &mut insert_wallet } else { &mut update_wallet };
            let last_order = change.value.last_order.map(|id| signed(id.0));
            write.execute((shard.0, signed(buyer.0), balance, last_transaction, last_order))?;
        } else {
            let write = if change.new { &mut insert } else { &mut update };
            let (kind, owner) = account::columns(change.key);
            write.execute((shard.0, kind, owner, balance, last_transaction))?;
        }
    }
    Ok(())
}

fn stocks(on: &Connection, shard: Shard, rows: &WorkingSet) -> Result<(), StoreError> {
    let (mut insert, mut update) = (sql!(on, "stock/insert")?, sql!(on, "stock/update")?);
    for change in rows.stocks.changes() {
        let write = if change.new { &mut insert } else { &mut update };
        let moved = change.value.moved;
        let (allotted, sold) = (signed(change.value.allotted), signed(change.value.sold));
        write.execute((shard.0, &*change.key.shop.0, &*change.key.item.0, allotted, sold, moved))?;
    }
    Ok(())
}

fn capacities(on: &Connection, shard: Shard, rows: &WorkingSet) -> Result<(), StoreError> {
    let (mut insert, mut update) = (sql!(on, "capacity/insert")?, sql!(on, "capacity/update")?);
    for change in rows.capacities.changes() {
        let write = if change.new { &mut insert } else { &mut update };
        write.execute((shard.0, &*change.key.0, encode(&change.value.accepted), change.value.moved))?;
    }
    Ok(())
}

fn campaigns(on: &Connection, rows: &WorkingSet) -> Result<(), StoreError> {
    let mut insert = sql!(on, "campaign/insert")?;
    for change in rows.campaigns.changes() {
        insert.execute((&*change.key.0, encode(&CampaignRecord::from(change.value))))?;
    }
    Ok(())
}

fn mails(on: &Connection, rows: &WorkingSet) -> Result<(), StoreError> {
    let (mut insert, mut update) = (sql!(on, "mail/insert")?, sql!(on, "mail/update")?);
    for change in rows.mails.changes() {
        let (mail, number) = (change.value, signed(change.key.number));
        if change.new {
            let allotment = encode(&AllotmentRecord::from(&mail.allotment));
            insert.execute((mail.id.from.0, number, mail.to.0, mail.sent_at.as_micros(), mail.closed, allotment))?;
        } else {
            update.execute((mail.id.from.0, number, mail.closed))?;
        }
    }
    Ok(())
}

fn receipts(on: &Connection, shard: Shard, rows: &WorkingSet) -> Result<(), StoreError> {
    let mut insert = sql!(on, "receipt/insert")?;
    for change in rows.receipts.changes() {
        let receipt = change.value;
        let outcome = encode(&OutcomeRecord::from(&receipt.outcome));
        let number = receipt.number.map(signed);
        insert.execute((shard.0, change.key.0, receipt.content, outcome, number, receipt.at.as_micros()))?;
    }
    Ok(())
}

/// Events and postings are both in the order of their numbers, and what moves money has an event.
fn journal(on: &Connection, rows: &WorkingSet) -> Result<(), StoreError> {
    let mut insert = sql!(on, "journal/insert")?;
    let mut transactions = rows.postings.chunk_by(|a, b| a.transaction == b.transaction).peekable();
    for event in &rows.events {
        let moved = transactions.next_if(|lines| lines[0].transaction.0 == event.number);
        let lines = moved.map(|lines| encode(&lines.iter().map(PostingRecord::from).collect::<Vec<_>>()));
        let body = encode(&EventRecord::from(&event.what));
        insert.execute((signed(event.number), event.at.as_micros(), body, lines))?;
    }
    assert!(transactions.next().is_none(), "E1: what moves money has an event");
    Ok(())
}
