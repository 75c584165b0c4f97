//! `xiaoer import`: shops as JSON, product feeds as CSV, TSV or JSON Lines. A file is imported whole or not at all.

use std::fs::File;
use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::ExitCode;

use anyhow::{Context, Result, anyhow, bail};
use catalog::file::{self, Format, Imported};
use domain::catalogue::{Hours, Shop};
use domain::id::ShopId;
use domain::language::Text;
use domain::money::Money;
use indicatif::{ProgressBar, ProgressStyle};
use store::Engine;

use super::print;
use crate::configuration::Configuration;
use crate::wiring;

/// A merchant of a feed ships; its orders take two days.
const SHIPPING_MINUTES: u32 = 2 * 24 * 60;
/// What a warehouse packs in ten minutes, until somebody says otherwise.
const WAREHOUSE_RATE: u32 = 1_000;
const BUFFER_BYTES: usize = 256 * 1024;

/// Imports each file.
///
/// # Errors
/// At the first file that does not read; those before it are imported, it is not.
pub async fn import(configuration: &Configuration, files: &[std::path::PathBuf]) -> Result<ExitCode> {
    let engine = wiring::engine(configuration).await?;
    for path in files {
        let imported = read(path)?;
        store(&*engine, &imported).await.with_context(|| format!("`{}` was not imported", path.display()))?;
        let (shops, items) = (imported.shops.len(), imported.items.len());
        print(&format!("{}: {shops} shops, {items} items\n", path.display()))?;
        for column in &imported.ignored {
            print(&format!("  the column `{}` means nothing here ({} items had one)\n", column.name, column.items))?;
        }
    }
    Ok(ExitCode::SUCCESS)
}

fn read(path: &Path) -> Result<Imported> {
    let file = File::open(path).with_context(|| format!("`{}` does not open", path.display()))?;
    let bar = bar(file.metadata().map_or(0, |data| data.len()));
    let mut input = BufReader::with_capacity(BUFFER_BYTES, file);
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let first = input.fill_buf().with_context(|| format!("`{}` does not read", path.display()))?;
    let mut progress = |bytes| bar.set_position(bytes);
    let imported = match file::format_of(&name, first) {
        Some(Format::Shops) => file::shops(input, &mut progress),
        Some(Format::Feed(format)) => file::feed(input, format, merchant(path), &mut progress),
        None => bail!("`{}` is neither a shops file (.json) nor a product feed (.csv, .tsv, .jsonl)", path.display()),
    };
    bar.finish_and_clear();
    imported.map_err(|error| {
        let language = domain::language::Language::En;
        anyhow!("`{}`, nothing of it was imported: {}", path.display(), error.sentence(language))
    })
}

async fn store(engine: &dyn Engine, imported: &Imported) -> Result<()> {
    let spinner = ProgressBar::new_spinner().with_message(format!("storing {} items", imported.items.len()));
    spinner.enable_steady_tick(std::time::Duration::from_millis(100));
    let stored = engine.import(&imported.shops, &imported.items).await;
    spinner.finish_and_clear();
    Ok(stored?)
}

/// The merchant whose feed it is: named by the file.
fn merchant(path: &Path) -> Shop {
    let stem = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
    Shop {
        id: ShopId::from(stem.as_str()),
        name: Text::new(stem.as_str(), stem.as_str()),
        kind: "merchant".into(),
        location: None,
        hours: Hours::ALWAYS,
        orders_per_ten_minutes: WAREHOUSE_RATE,
        delivery_fee: Money::ZERO,
        minutes: SHIPPING_MINUTES,
        tags: Vec::new(),
    }
}

fn bar(bytes: u64) -> ProgressBar {
    let style = ProgressStyle::with_template("{bar:30} {bytes}/{total_bytes}, {eta} left");
    ProgressBar::new(bytes).with_style(style.expect("the template is a constant"))
}
