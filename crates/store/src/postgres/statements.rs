//! The statements of a connection, prepared in one round trip when it is made.

use tokio_postgres::{Client, Error, Statement};

/// A statement's text.
macro_rules! sql {
    ($name:literal) => {
        include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/sql/", $name, ".sql"))
    };
}
pub(super) use sql;

macro_rules! statements {
    ($(#[$doc:meta])* $set:ident { $($name:ident: $file:literal,)* }) => {
        $(#[$doc])*
        pub struct $set { $(pub $name: Statement,)* }

        impl $set {
            /// Prepares all of them.
            pub async fn prepare(on: &Client) -> Result<Self, Error> {
                let ($($name,)*) = tokio::try_join!($(on.prepare(sql!($file)),)*)?;
                Ok(Self { $($name,)* })
            }
        }
    };
}

statements! {
    /// What loads rows by their names.
    Loads {
        buyers: "postgres/buyer/load",
        conversations: "postgres/conversation/load",
        quotes: "postgres/quote/load",
        orders: "postgres/order/load",
        wallets: "postgres/wallet/load",
        vouchers: "postgres/voucher/load",
        accounts: "postgres/account/load",
        stocks: "postgres/stock/load",
        capacities: "postgres/capacity/load",
        campaigns: "postgres/campaign/load",
        mails: "postgres/mail/load",
        receipts: "postgres/receipt/load",
    }
}

statements! {
    /// What saves rows, and the shard's own.
    Saves {
        lock_shard: "postgres/shard/lock",
        update_shard: "postgres/shard/update",
        insert_buyers: "postgres/buyer/insert",
        update_buyers: "postgres/buyer/update",
        insert_conversations: "postgres/conversation/insert",
        update_conversations: "postgres/conversation/update",
        insert_quotes: "postgres/quote/insert",
        insert_orders: "postgres/order/insert",
        update_orders: "postgres/order/update",
        insert_wallets: "postgres/wallet/insert",
        update_wallets: "postgres/wallet/update",
        insert_vouchers: "postgres/voucher/insert",
        update_vouchers: "postgres/voucher/update",
        insert_accounts: "postgres/account/insert",
        update_accounts: "postgres/account/update",
        insert_stocks: "postgres/stock/insert",
        update_stocks: "postgres/stock/update",
        insert_capacities: "postgres/capacity/insert",
        update_capacities: "postgres/capacity/update",
        insert_campaigns: "postgres/campaign/insert",
        insert_mails: "postgres/mail/insert",
        update_mails: "postgres/mail/update",
        insert_receipts: "postgres/receipt/insert",
        insert_journal: "postgres/journal/insert",
    }
}

statements! {
    /// What pages ask beside single rows.
    Pages {
        wallet_line: "postgres/journal/read",
        vouchers_of: "postgres/voucher/list",
        vouchers_after: "postgres/voucher/scan",
        open_orders: "postgres/order/list_open",
        campaigns: "postgres/campaign/list",
        stocks: "postgres/stock/list",
        stocks_of: "postgres/stock/list_of",
        capacities_of: "postgres/capacity/list_of",
        accounts_of: "postgres/account/list_of",
        open_mail: "postgres/mail/list_open",
        shops: "postgres/shop/list",
        items: "postgres/item/list",
        meta: "postgres/meta/read",
        write_meta: "postgres/meta/write",
        about: "postgres/server/about",
    }
}

statements! {
    /// What carries all rows out.
    Scans {
        shard: "postgres/shard/read",
        shops: "postgres/shop/list",
        items: "postgres/item/list",
        campaigns: "postgres/campaign/list",
        buyers: "postgres/buyer/scan",
        conversations: "postgres/conversation/scan",
        quotes: "postgres/quote/scan",
        accounts: "postgres/account/scan",
        wallets: "postgres/wallet/scan",
        vouchers: "postgres/voucher/scan",
        stocks: "postgres/stock/scan",
        capacities: "postgres/capacity/scan",
        mails: "postgres/mail/scan",
        orders: "postgres/order/scan",
        receipts: "postgres/receipt/scan",
        journal: "postgres/journal/scan",
    }
}

statements! {
    /// What an import asks beside loads and saves.
    Imports {
        lock: "postgres/meta/lock",
        meta: "postgres/meta/read",
        write_meta: "postgres/meta/write",
        last_shop: "postgres/shop/last_position",
        write_shops: "postgres/shop/write",
        last_item: "postgres/item/last_position",
        delete_items: "postgres/item/delete_of_shops",
        insert_items: "postgres/item/insert",
    }
}
