//! A buyer who speaks HTTP.

use std::io;
use std::net::SocketAddr;

use serde_json::{Value, json};

use super::client::{Answer, Client, Request};

/// A guest with a connection.
pub struct Buyer {
    /// The buyer's connection.
    pub client: Client,
}

/// What must be sent to agree to a quote.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Quote {
    /// Its number.
    pub id: String,
    /// What it says.
    pub hash: String,
}

impl Buyer {
    /// Opens a guest.
    pub fn open(address: SocketAddr) -> io::Result<Self> {
        let mut client = Client::new(address);
        let opened = client.post("/api/buyers", &json!({}))?.done();
        client.token = Some(opened["token"].as_str().expect("a new buyer has a token").to_owned());
        Ok(Self { client })
    }

    /// Says a sentence.
    pub fn say(&mut self, sentence: &str) -> io::Result<Answer> {
        self.client.post("/api/chat", &json!({ "text": sentence }))
    }

    /// Asks what so many of an item cost.
    pub fn price(&mut self, shop: &str, item: &str, quantity: u32) -> io::Result<Answer> {
        let line = json!({ "shop_id": shop, "item_id": item, "quantity": quantity });
        self.client.post("/api/quotes", &json!({ "lines": [line] }))
    }

    /// Agrees to a quote.
    pub fn confirm(&mut self, quote: &Quote, key: Option<&str>) -> io::Result<Answer> {
        let path = format!("/api/quotes/{}/confirm", quote.id);
        let body = json!({ "hash": quote.hash }).to_string();
        self.client.send(&Request { method: "POST", path: &path, body: body.as_bytes(), key })
    }

    /// What a path of the buyer's own shows.
    pub fn see(&mut self, path: &str) -> Value {
        self.client.get(path).expect("the server answers").done()
    }

    /// The balance, fen.
    pub fn balance(&mut self) -> i64 {
        self.see("/api/wallet")["balance"].as_i64().expect("a wallet has a balance")
    }

    /// The numbers of all orders, newest first.
    pub fn orders(&mut self) -> Vec<String> {
        let mut numbers = Vec::new();
        let mut path = "/api/orders?limit=50".to_owned();
        loop {
            let page = self.see(&path);
            let orders = page["orders"].as_array().expect("a page is a list");
            numbers.extend(orders.iter().map(|order| order["id"].as_str().expect("orders have numbers").to_owned()));
            match page["next"].as_str() {
                Some(next) => path = format!("/api/orders?limit=50&from={next}"),
                None => return numbers,
            }
        }
    }
}

impl Quote {
    /// The quote of an answer: of a conversation's turn, or of a priced cart.
    pub fn of(answer: &Value) -> Option<Self> {
        let quote = answer.get("quote").unwrap_or(answer);
        Some(Self { id: quote["id"].as_str()?.to_owned(), hash: quote["hash"].as_str()?.to_owned() })
    }
}
