//! `xiaoer campaign`: launches a campaign that a file describes, and lists those there are. A server that runs over the
//! same data knows a new one after a second.

use std::path::Path;
use std::process::ExitCode;

use anyhow::{Context, Result, anyhow, bail};
use domain::campaign::{Campaign, VoucherTemplate};
use domain::command::LaunchCampaign;
use domain::id::CampaignId;
use domain::language::{Language, Text};
use domain::ledger::AccountId;
use domain::money::{Currency, Money};
use domain::receipt::IdempotencyKey;
use domain::refusal::Refusal;
use domain::time::{Span, Time};
use serde::Deserialize;
use store::Engine;

use super::print;
use crate::configuration::Configuration;
use crate::wiring;

/// Campaigns that are listed at most.
const LISTED_MAX: u32 = 1_000;

/// A campaign's file.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct CampaignFile {
    id: String,
    name: String,
    name_en: String,
    /// RFC 3339, as a date of TOML or as a string.
    starts_at: toml::Value,
    ends_at: toml::Value,
    budget_fen: i64,
    automatic: bool,
    voucher: VoucherFile,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct VoucherFile {
    amount_fen: i64,
    threshold_fen: i64,
    pay_at_least_fen: i64,
    lifetime_days: u32,
    grace_days: u32,
}

/// Launches the campaign of a file. The same file again changes nothing.
///
/// # Errors
/// If the file does not read, or its terms make no sense, or another campaign has its id; nothing was launched.
pub async fn launch(configuration: &Configuration, path: &Path) -> Result<ExitCode> {
    let campaign = read(path).with_context(|| format!("`{}`, nothing was launched", path.display()))?;
    let (id, budget) = (campaign.id.clone(), campaign.budget);
    let store = wiring::store(configuration).await?;
    let key = IdempotencyKey::about(&format!("launch campaign {id}"), 1);
    let home = id.home(store.shards());
    match store.submit(home, key, LaunchCampaign { campaign }).await {
        Ok(_) => print(&format!("campaign {id} is launched, its budget of CNY {budget} is set aside\n")),
        // The key is the id's: it was launched before, with other terms.
        Err(Refusal::KeyReused) => Err(refused(path, &Refusal::CampaignExists { campaign: id })),
        Err(refusal) => Err(refused(path, &refusal)),
    }
}

/// Lists all campaigns, with what is left of each budget.
///
/// # Errors
/// If the store cannot be read.
pub async fn list(configuration: &Configuration) -> Result<ExitCode> {
    let engine = wiring::engine(configuration).await?;
    for campaign in engine.campaigns(LISTED_MAX).await? {
        print(&line(&campaign, left(&*engine, &campaign.id).await?))?;
    }
    Ok(ExitCode::SUCCESS)
}

fn read(path: &Path) -> Result<Campaign> {
    let text = std::fs::read_to_string(path).context("it does not read")?;
    let file: CampaignFile = toml::from_str(&text).context("it is not a campaign")?;
    let voucher = &file.voucher;
    let campaign = Campaign {
        id: CampaignId::from(file.id.as_str()),
        name: Text::new(file.name.as_str(), file.name_en.as_str()),
        starts_at: time("starts_at", &file.starts_at)?,
        ends_at: time("ends_at", &file.ends_at)?,
        budget: Money::cny(file.budget_fen),
        voucher: VoucherTemplate {
            amount: Money::cny(voucher.amount_fen),
            threshold: Money::cny(voucher.threshold_fen),
            pay_at_least: Money::cny(voucher.pay_at_least_fen),
            lifetime: Span::days(voucher.lifetime_days),
            grace: Span::days(voucher.grace_days),
        },
        automatic: file.automatic,
    };
    match campaign.check() {
        Err(Refusal::CampaignInvalid { field }) => bail!(cure(field)),
        other => other.map(|()| campaign).map_err(|refusal| anyhow!(refusal.sentence(Language::En))),
    }
}

fn time(field: &str, value: &toml::Value) -> Result<Time> {
    let text = value.as_str().map_or_else(|| value.to_string(), ToOwned::to_owned);
    let stamp: jiff::Timestamp =
        text.parse().map_err(|_| anyhow!("`{field}` is `{text}`; write a time such as 2026-02-06T10:30:00+08:00"))?;
    Ok(Time::from_micros(stamp.as_microsecond()))
}

/// What is wrong with a field of the rules, by the name that it has in the file, and what to write.
fn cure(field: &str) -> &'static str {
    match field {
        "id" => "`id` must have 1 to 64 bytes; write a short name such as new-year-2026",
        "ends_at" => "`ends_at` is not after `starts_at`; write a later time",
        "budget" => "`budget_fen` must be more than 0; write the whole budget in fen",
        "voucher.amount" => {
            "`voucher.amount_fen` must be more than 0 and not more than `budget_fen`; write what one voucher takes off"
        }
        "voucher.threshold" => "`voucher.threshold_fen` is negative; write 0 for no threshold",
        "voucher.pay_at_least" => "`voucher.pay_at_least_fen` is negative; write 0 if an order may be free",
        "voucher.lifetime" => "`voucher.lifetime_days` must be 1 or more",
        _ => "its terms contradict themselves; see docs/errors/campaign_invalid.md",
    }
}

fn refused(path: &Path, refusal: &Refusal) -> anyhow::Error {
    anyhow!("`{}`, nothing was launched: {}", path.display(), refusal.sentence(Language::En))
}

async fn left(engine: &dyn Engine, id: &CampaignId) -> Result<Money> {
    let account = AccountId::CampaignBudget(id.clone());
    let parts = engine.accounts_of(&account).await?;
    let balances = parts.iter().map(|(_, account)| account.balance);
    Money::sum(balances, Currency::Cny).context("the budget does not fit")
}

fn line(campaign: &Campaign, left: Money) -> String {
    let Campaign { id, name, starts_at, ends_at, budget, .. } = campaign;
    let [from, to] = [starts_at, ends_at].map(|time| desk::wire::rfc3339(*time));
    let given = if campaign.automatic { "by itself" } else { "on request" };
    format!("{id}  {} / {}  {from} to {to}  CNY {left} left of {budget}, given {given}\n", name.zh, name.en)
}

#[cfg(test)]
mod tests {
    use super::*;

    const FILE: &str = r#"
id = "lantern"
name = "元宵"
name_en = "lantern festival"
starts_at = 2026-03-03T00:00:00+08:00
ends_at = "2026-03-04T00:00:00+08:00"
budget_fen = 125000
automatic = false
voucher = { amount_fen = 2500, threshold_fen = 0, pay_at_least_fen = 1, lifetime_days = 7, grace_days = 1 }
"#;

    fn read_text(text: &str) -> Result<Campaign> {
        let file = tempfile::NamedTempFile::new()?;
        std::fs::write(file.path(), text)?;
        read(file.path())
    }

    #[test]
    fn a_file_says_all_of_a_campaign() {
        let campaign = read_text(FILE).unwrap();
        assert_eq!(campaign.id, CampaignId::from("lantern"));
        assert_eq!(campaign.ends_at.since(campaign.starts_at), Span::days(1));
        assert_eq!((campaign.budget, campaign.voucher.amount), (Money::cny(125_000), Money::cny(2500)));
    }

    #[test]
    fn what_is_wrong_is_named_with_its_cure() {
        let cases = [
            ("id = \"lantern\"", "id = \"\"", "`id` must have 1 to 64 bytes"),
            ("2026-03-04T", "2026-03-02T", "`ends_at` is not after `starts_at`"),
            ("\"2026-03-04T00:00:00+08:00\"", "\"tomorrow\"", "`ends_at` is `tomorrow`; write a time"),
            ("125000", "0", "`budget_fen` must be more than 0"),
            ("amount_fen = 2500", "amount_fen = 125001", "not more than `budget_fen`"),
            ("lifetime_days = 7", "lifetime_days = 0", "`voucher.lifetime_days` must be 1 or more"),
            ("automatic = false", "automatic = false\nbudget = 3", "unknown field `budget`, expected one of"),
            ("budget_fen = 125000", "", "missing field `budget_fen`"),
        ];
        for (before, after, says) in cases {
            let error = format!("{:#}", read_text(&FILE.replace(before, after)).unwrap_err());
            assert!(error.contains(says), "`{error}` does not say `{says}`");
        }
    }
}
