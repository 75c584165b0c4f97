//! Puts the parts together: the store under the desk, with the real clock and real entropy.

use std::sync::Arc;

use anyhow::{Context, Result, ensure};
use desk::payment::TestCard;
use desk::{Desk, Entropy, Mint, Settings};
use domain::campaign::{Campaign, VoucherTemplate};
use domain::command::LaunchCampaign;
use domain::id::CampaignId;
use domain::language::Text;
use domain::money::Money;
use domain::receipt::IdempotencyKey;
use domain::time::{Span, Time};
use store::{Clock, Engine, Postgres, Sqlite, Store};

use crate::configuration::Configuration;

/// The demonstration campaign's budget: enough for 400,000 vouchers.
const DEMONSTRATION_BUDGET: Money = Money::cny(1_000_000_000);
/// The end of the year 2199: a demonstration that never ends by itself.
const NEVER_US: i64 = 7_258_118_400_000_000;

/// How far this machine's clock and the database's may be apart: less than a quote lives.
const CLOCKS_APART_MAX_SECONDS: u32 = 10 * 60;

/// Opens the engine that is configured, whatever is in it.
///
/// # Errors
/// If it cannot be opened; the message says what to do.
pub async fn open(configuration: &Configuration) -> Result<Arc<dyn Engine>> {
    Ok(match &configuration.database_url {
        Some(url) => {
            let database = Postgres::connect(url.whole(), configuration.shards).await?;
            if configuration.now.is_none() {
                clocks_agree(real_time(), database.about().await?.now)?;
            }
            Arc::new(database)
        }
        None => Arc::new(Sqlite::open(&configuration.data)?),
    })
}

/// A shard's time never runs back: one node whose clock is far ahead would make every quote of the others run out.
fn clocks_agree(ours: Time, theirs: Time) -> Result<()> {
    let apart = ours.since(theirs).max(theirs.since(ours));
    ensure!(
        apart <= Span::seconds(CLOCKS_APART_MAX_SECONDS),
        "this machine's clock and the database's are {} s apart, more than {CLOCKS_APART_MAX_SECONDS} s; set whichever is wrong",
        apart.as_seconds_up()
    );
    Ok(())
}

/// Opens the engine that is configured.
///
/// # Errors
/// If it cannot be opened, or holds half a copy; the message says what to do.
pub async fn engine(configuration: &Configuration) -> Result<Arc<dyn Engine>> {
    not_half_copied(open(configuration).await?).await
}

/// A store that no copy has left half made.
async fn not_half_copied(engine: Arc<dyn Engine>) -> Result<Arc<dyn Engine>> {
    ensure!(
        !engine.copying().await?,
        "a copy into this store is under way or was broken off; wait for it, or empty the store and copy again"
    );
    Ok(engine)
}

/// Opens the engine of a store that must be there already.
///
/// # Errors
/// If it is not there, or cannot be opened.
pub async fn existing_engine(configuration: &Configuration) -> Result<Arc<dyn Engine>> {
    if let Some(url) = &configuration.database_url {
        return not_half_copied(Arc::new(Postgres::connect_existing(url.whole()).await?)).await;
    }
    let folder = &configuration.data;
    ensure!(Sqlite::is_in(folder), "there is no store in `{}`; name its folder with --data", folder.display());
    engine(configuration).await
}

/// Opens the store alone, for commands that need no catalogue.
///
/// # Errors
/// If it cannot be opened.
pub async fn store(configuration: &Configuration) -> Result<Store> {
    let settings = store::Settings { node: node(), ..store::Settings::new(clock(configuration)?) };
    Ok(Store::start(engine(configuration).await?, &settings)?)
}

/// Opens the desk, and loads the demonstration if this is a first start.
///
/// # Errors
/// If the store cannot be opened or read.
pub async fn desk(configuration: &Configuration) -> Result<Desk> {
    let shelf = desk::Shelf::default();
    let watching = shelf.clone();
    let settings = store::Settings {
        committed: Arc::new(move |shard, rows| watching.committed(shard, rows)),
        queue_max: configuration.queue_max,
        node: node(),
        ..store::Settings::new(clock(configuration)?)
    };
    let engine = engine(configuration).await?;
    let first = engine.catalogue_version().await? == 0 && configuration.demonstration;
    let store = Store::start(engine.clone(), &settings)?;
    if first {
        // The campaign before the shops: a start that is cut off in between launches it again, which changes nothing.
        launch_demonstration(&store).await?;
        load_demonstration(&*engine).await?;
    }
    let (clock, mint) = (settings.clock, Mint::new(entropy()));
    Ok(Desk::open(store, clock, mint, Arc::new(TestCard::default()), shelf, desk_settings(configuration)).await?)
}

fn desk_settings(configuration: &Configuration) -> Settings {
    Settings {
        opening_balance: Money::cny(i64::from(configuration.opening_balance_fen)),
        example_addresses: configuration.example_addresses,
        example_adcode: configuration.example_adcode.clone(),
        fallback_card: configuration.test_card.then(|| desk::payment::PAYS.into()),
        shops_work: configuration.shops_work,
    }
}

async fn load_demonstration(engine: &dyn Engine) -> Result<()> {
    let shops = catalog::demo::shops().context("the demonstration shops do not read")?;
    Ok(engine.import(&shops.shops, &shops.items).await?)
}

async fn launch_demonstration(store: &Store) -> Result<()> {
    let campaign = Campaign {
        id: CampaignId::from("welcome"),
        name: Text::new("见面礼", "welcome gift"),
        starts_at: Time::from_micros(0),
        ends_at: Time::from_micros(NEVER_US),
        budget: DEMONSTRATION_BUDGET,
        voucher: VoucherTemplate {
            amount: Money::cny(2500),
            threshold: Money::ZERO,
            pay_at_least: Money::cny(1),
            lifetime: Span::days(30),
            grace: Span::days(3),
        },
        automatic: true,
    };
    let key = IdempotencyKey::about("launch demonstration", 1);
    let home = campaign.id.home(store.shards());
    let launched = store.submit(home, key, LaunchCampaign { campaign }).await;
    launched.map(drop).context("the demonstration campaign could not be launched")
}

/// The clock: the real one, or the time that is configured.
///
/// # Errors
/// If the configured time does not read.
pub fn clock(configuration: &Configuration) -> Result<Clock> {
    let Some(text) = &configuration.now else { return Ok(Arc::new(real_time)) };
    let pinned: jiff::Timestamp = text
        .parse()
        .with_context(|| format!("the setting now is `{text}`; write a time such as 2026-02-06T10:30:00+08:00"))?;
    let pinned = Time::from_micros(pinned.as_microsecond());
    Ok(Arc::new(move || pinned))
}

#[expect(clippy::disallowed_methods, reason = "the one place that reads the clock")]
fn real_time() -> Time {
    Time::from_micros(jiff::Timestamp::now().as_microsecond())
}

/// A number that no other node of the same database has: by chance, each time it starts.
fn node() -> u64 {
    let mut number = [0; 8];
    entropy()(&mut number);
    u64::from_le_bytes(number)
}

/// The system's source of entropy.
pub fn entropy() -> Entropy {
    Arc::new(|buffer| getrandom::fill(buffer).expect("the system has entropy, or nothing here is safe"))
}

/// What the environment says of a variable.
#[expect(clippy::disallowed_methods, reason = "the one place that reads the environment")]
pub fn variable(name: &str) -> Option<String> {
    std::env::var(name).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_clock_far_ahead_or_behind_is_not_let_near_a_database() {
        let noon = Time::from_micros(1_770_350_400_000_000);
        let most = Span::seconds(CLOCKS_APART_MAX_SECONDS);
        assert!(clocks_agree(noon, noon).is_ok() && clocks_agree(noon.after(most), noon).is_ok());
        let too_far = noon.after(most).after(Span::seconds(1));
        let told = clocks_agree(too_far, noon).expect_err("it is ahead").to_string();
        assert!(told.contains("601 s apart"), "{told}");
        assert!(clocks_agree(noon, too_far).is_err(), "or behind");
    }
}
