//! A desk over the demonstration catalogue, in memory, at noon, with doors before it; and a client that speaks to them
//! without a socket.

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use axum::Router;
use axum::body::Body;
use axum::http::{Request, Response, StatusCode};
use desk::payment::TestCard;
use desk::{Desk, Mint, Shelf};
use domain::campaign::{Campaign, VoucherTemplate};
use domain::command::LaunchCampaign;
use domain::id::{CampaignId, Shard};
use domain::language::Text;
use domain::money::Money;
use domain::receipt::IdempotencyKey;
use domain::time::{Span, Time};
use gateway::Gateway;
use serde_json::Value;
use store::{Engine, Memory, Store};
use tower::ServiceExt;

/// Noon of 2026-02-06 in China.
pub fn noon() -> Time {
    Time::at_china(20_490, 12 * 60)
}

/// The doors of a fresh demonstration.
pub async fn doors() -> Doors {
    Doors(gateway::router(gateway().await))
}

/// The doors of a house that sells what a shops file says.
pub async fn doors_over(shops_file: &str) -> Doors {
    let shops = catalog::file::shops(shops_file.as_bytes(), &mut |_| {}).unwrap();
    Doors(gateway::router(gateway_over(shops).await))
}

/// What is behind them.
pub async fn gateway() -> Gateway {
    gateway_over(catalog::demo::shops().unwrap()).await
}

async fn gateway_over(shops: catalog::file::Imported) -> Gateway {
    let engine = Arc::new(Memory::new(1));
    engine.import(&shops.shops, &shops.items).await.unwrap();
    let shelf = Shelf::default();
    let watching = shelf.clone();
    let settings = store::Settings {
        committed: Arc::new(move |shard, rows| watching.committed(shard, rows)),
        ..store::Settings::new(Arc::new(noon))
    };
    let store = Store::start(engine, &settings).unwrap();
    let launched = LaunchCampaign { campaign: campaign() };
    store.submit(Shard(0), IdempotencyKey::about("launch", 1), launched).await.unwrap();
    let desk =
        Desk::open(store, Arc::new(noon), mint(), Arc::new(TestCard::default()), shelf, desk_settings()).await.unwrap();
    Gateway::new(desk, gateway::metric::unheard(), false)
}

fn desk_settings() -> desk::Settings {
    desk::Settings {
        opening_balance: Money::cny(20_000),
        example_addresses: true,
        example_adcode: None,
        fallback_card: Some(desk::payment::PAYS.into()),
        shops_work: false,
    }
}

fn mint() -> Mint {
    let count = AtomicU64::new(1);
    Mint::new(Arc::new(move |buffer| {
        let next = count.fetch_add(1, Ordering::Relaxed).to_le_bytes();
        buffer.iter_mut().zip(next.iter().cycle()).for_each(|(byte, next)| *byte = *next);
    }))
}

fn campaign() -> Campaign {
    Campaign {
        id: CampaignId::from("welcome"),
        name: Text::new("见面礼", "welcome gift"),
        starts_at: Time::from_micros(0),
        ends_at: noon().after(Span::days(30)),
        budget: Money::cny(1_000_000),
        voucher: VoucherTemplate {
            amount: Money::cny(2500),
            threshold: Money::ZERO,
            pay_at_least: Money::cny(1),
            lifetime: Span::days(30),
            grace: Span::days(3),
        },
        automatic: false,
    }
}

/// A client of the doors.
#[derive(Clone)]
pub struct Doors(Router);

/// What came back.
pub struct Answer {
    pub status: StatusCode,
    pub head: axum::http::HeaderMap,
    pub text: String,
}

impl Answer {
    pub fn json(&self) -> Value {
        serde_json::from_str(&self.text).unwrap_or_else(|error| panic!("{error}: {}", self.text))
    }

    /// The cookie that was set, as it is sent back.
    pub fn cookie(&self) -> String {
        self.head["set-cookie"].to_str().unwrap().split(';').next().unwrap().to_owned()
    }
}

impl Doors {
    pub async fn send(&self, method: &str, path: &str, head: &[(&str, &str)], body: impl Into<Body>) -> Answer {
        let mut request = Request::builder().method(method).uri(path);
        for (name, value) in head {
            request = request.header(*name, *value);
        }
        let response = self.0.clone().oneshot(request.body(body.into()).unwrap()).await.unwrap();
        read(response).await
    }

    /// A new guest's `Authorization`.
    pub async fn guest(&self) -> String {
        let opened = self.send("POST", "/api/buyers", &[], "").await.json();
        format!("Bearer {}", opened["token"].as_str().unwrap())
    }

    pub async fn get(&self, path: &str, token: &str) -> Answer {
        self.send("GET", path, &[("authorization", token)], "").await
    }

    pub async fn post(&self, path: &str, token: &str, body: Value) -> Answer {
        self.send("POST", path, &[("authorization", token)], body.to_string()).await
    }

    /// A form sent from one of our own pages.
    pub async fn form(&self, path: &str, cookie: &str, body: impl Into<Body>) -> Answer {
        let head = [
            ("content-type", "application/x-www-form-urlencoded"),
            ("sec-fetch-site", "same-origin"),
            ("accept", "text/html"),
            ("cookie", cookie),
        ];
        self.send("POST", path, &head, body).await
    }

    pub async fn page(&self, path: &str, cookie: &str) -> Answer {
        self.send("GET", path, &[("accept", "text/html"), ("cookie", cookie)], "").await
    }
}

async fn read(response: Response<Body>) -> Answer {
    let (parts, body) = response.into_parts();
    let bytes = axum::body::to_bytes(body, 1 << 20).await.unwrap();
    Answer { status: parts.status, head: parts.headers, text: String::from_utf8(bytes.into()).unwrap() }
}

/// An item of the demonstration that needs no options, and its shop, by id.
pub fn some_item() -> (String, String) {
    let shops = catalog::demo::shops().unwrap();
    let open = |id: &domain::id::ShopId| shops.shops.iter().any(|shop| shop.id == *id && shop.hours.open_at(noon()));
    let item = shops.items.iter().find(|item| item.stock.is_none() && open(&item.key.shop)).unwrap();
    (item.key.shop.to_string(), item.key.item.to_string())
}
