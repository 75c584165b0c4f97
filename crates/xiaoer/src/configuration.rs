//! The configuration: `xiaoer.toml`, overridden by environment variables, overridden by flags.

use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};
use domain::id::SHARDS_MAX;
use serde::Deserialize;

use crate::arguments::PlaceArguments;

mod database_url;

pub use database_url::DatabaseUrl;

/// The file that is read if none is named.
const FILE: &str = "xiaoer.toml";

/// A queue longer than this is only a longer wait.
const QUEUE_LIMIT: usize = 1_000_000;

/// Defines the settings once: their names, types, defaults and what they mean.
macro_rules! settings {
    ($($(#[doc = $doc:literal])* $name:ident: $type:ty = $default:expr, $variable:literal;)*) => {
        /// Every setting.
        #[derive(Debug, Clone, Deserialize)]
        #[serde(default, deny_unknown_fields)]
        pub struct Configuration {
            $($(#[doc = $doc])* pub $name: $type,)*
        }

        impl Default for Configuration {
            fn default() -> Self {
                Self { $($name: $default,)* }
            }
        }

        impl Configuration {
            /// Takes over what the environment says.
            fn read_environment(&mut self, variable: impl Fn(&str) -> Option<String>) -> Result<()> {
                $(if let Some(text) = variable($variable) {
                    self.$name = Setting::parse(&text)
                        .with_context(|| format!("the environment variable {} is `{text}`", $variable))?;
                })*
                Ok(())
            }

            /// All settings as a commented `xiaoer.toml`.
            pub fn to_toml(&self) -> String {
                let mut text = String::from("# Every setting of xiaoer, as it is now.\n");
                $(
                    text.push('\n');
                    $(text.push_str(&format!("#{}\n", $doc));)*
                    text.push_str(&format!("# Environment: {}\n", $variable));
                    text.push_str(&self.$name.written(stringify!($name)));
                )*
                text
            }
        }
    };
}

settings! {
    /// The data folder.
    data: PathBuf = PathBuf::from("data"), "XIAOER_DATA";
    /// A PostgreSQL database instead of the data folder.
    database_url: Option<DatabaseUrl> = None, "XIAOER_DATABASE_URL";
    /// Shards of a PostgreSQL database that is made now; one that is there keeps its own.
    shards: u16 = 16, "XIAOER_SHARDS";
    /// The address that `serve` listens on.
    listen: String = "127.0.0.1:8080".into(), "XIAOER_LISTEN";
    /// Whether a first start loads the demonstration shops and their campaign.
    demonstration: bool = true, "XIAOER_DEMONSTRATION";
    /// What a new buyer of a demonstration finds in the wallet, fen.
    opening_balance_fen: u32 = 20_000, "XIAOER_OPENING_BALANCE_FEN";
    /// Whether new buyers start with two example addresses near the shops.
    example_addresses: bool = true, "XIAOER_EXAMPLE_ADDRESSES";
    /// The administrative code of the place of the example addresses; the place with most shops if none.
    example_adcode: Option<String> = None, "XIAOER_EXAMPLE_ADCODE";
    /// Whether a test card, which takes no money, pays what a wallet does not cover.
    test_card: bool = true, "XIAOER_TEST_CARD";
    /// Whether demonstration shops accept, prepare and deliver by themselves.
    shops_work: bool = true, "XIAOER_SHOPS_WORK";
    /// Whether the site is reached over HTTPS only, so that cookies never travel in the clear.
    secure_cookies: bool = false, "XIAOER_SECURE_COOKIES";
    /// Commands that wait at most before callers are told to come again.
    queue_max: usize = store::QUEUE_MAX, "XIAOER_QUEUE_MAX";
    /// What is logged: error, warn, info, debug, trace, or a filter by module.
    log: String = "info".into(), "XIAOER_LOG";
    /// The time, if it is not to be the real one (RFC 3339); for tests and rehearsals.
    now: Option<String> = None, "XIAOER_NOW";
}

/// A value that can be read from the environment and written to the file.
trait Setting: Sized {
    fn parse(text: &str) -> Result<Self>;
    fn written(&self, name: &str) -> String;
}

impl Setting for String {
    fn parse(text: &str) -> Result<Self> {
        Ok(text.into())
    }

    fn written(&self, name: &str) -> String {
        format!("{name} = {}\n", toml::Value::String(self.clone()))
    }
}

impl Setting for Option<String> {
    fn parse(text: &str) -> Result<Self> {
        Ok(Some(text.into()).filter(|text: &String| !text.is_empty()))
    }

    fn written(&self, name: &str) -> String {
        self.as_ref().map_or_else(|| format!("# {name} =\n"), |text| text.written(name))
    }
}

impl Setting for PathBuf {
    fn parse(text: &str) -> Result<Self> {
        Ok(text.into())
    }

    fn written(&self, name: &str) -> String {
        self.display().to_string().written(name)
    }
}

macro_rules! parsed {
    ($($type:ty, $cure:literal;)*) => {
        $(impl Setting for $type {
            fn parse(text: &str) -> Result<Self> {
                text.parse().ok().context($cure)
            }

            fn written(&self, name: &str) -> String {
                format!("{name} = {self}\n")
            }
        })*
    };
}

parsed! {
    bool, "write `true` or `false`";
    u16, "write a whole number from 0 to 65535";
    u32, "write a whole number from 0 to 4294967295";
    usize, "write a whole number";
}

impl Configuration {
    /// Reads the file, then the environment, then the flags.
    ///
    /// # Errors
    /// If the file does not read or a value makes no sense; the message names it.
    pub fn read(place: &PlaceArguments, variable: impl Fn(&str) -> Option<String>) -> Result<Self> {
        let mut configuration = Self::from_file(place.config.as_deref())?;
        configuration.read_environment(variable)?;
        if let Some(data) = &place.data {
            configuration.data.clone_from(data);
        }
        if let Some(url) = &place.database_url {
            configuration.database_url = Some(url.as_str().into());
        }
        if !(1..=QUEUE_LIMIT).contains(&configuration.queue_max) {
            bail!("the setting queue_max is {}; write a number from 1 to {QUEUE_LIMIT}", configuration.queue_max);
        }
        if !(1..=SHARDS_MAX).contains(&configuration.shards) {
            bail!("the setting shards is {}; write a number from 1 to {SHARDS_MAX}", configuration.shards);
        }
        Ok(configuration)
    }

    /// The same, for the store at a place: a PostgreSQL URL, or a folder.
    pub fn at(&self, place: &str) -> Self {
        let is_url = place.starts_with("postgres://") || place.starts_with("postgresql://");
        let data = if is_url { self.data.clone() } else { place.into() };
        Self { data, database_url: is_url.then(|| place.into()), ..self.clone() }
    }

    fn from_file(named: Option<&Path>) -> Result<Self> {
        let path = named.unwrap_or(Path::new(FILE));
        if named.is_none() && !path.exists() {
            return Ok(Self::default());
        }
        let text = std::fs::read_to_string(path).with_context(|| format!("`{}` does not read", path.display()))?;
        toml::from_str(&text).with_context(|| format!("`{}` is not a configuration", path.display()))
    }
}
