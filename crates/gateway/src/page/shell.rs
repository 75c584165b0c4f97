//! What surrounds every page: its language, its print, where it stands in the menu.

use domain::language::Language;

use super::words::Words;
use crate::asset::{self, Assets};

/// The part of the menu that a page belongs to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tab {
    /// The conversation.
    Talk,
    /// Orders.
    Orders,
    /// Wallet and vouchers.
    Wallet,
    /// Addresses.
    Addresses,
    /// None of them.
    Other,
}

/// How a person wants to see the pages.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Taste {
    /// The language.
    pub language: Language,
    /// Whether in larger print.
    pub large: bool,
}

/// What surrounds a page.
#[derive(Debug)]
pub struct Shell {
    /// Its strings.
    pub words: &'static Words,
    /// How the person wants to see it.
    pub taste: Taste,
    /// Its place in the menu.
    pub tab: Tab,
    /// Its own path: the switches come back to it.
    pub path: String,
    /// Whether the menu is left away on a small screen, so that one decision stands alone.
    pub focused: bool,
    /// Addresses of styles, script and pictures.
    pub assets: &'static Assets,
}

impl Shell {
    /// A page of `tab` at `path`.
    pub fn new(taste: Taste, tab: Tab, path: impl Into<String>) -> Self {
        Self {
            words: Words::of(taste.language),
            taste,
            tab,
            path: path.into(),
            focused: false,
            assets: asset::assets(),
        }
    }

    /// The same with the menu left away on a small screen.
    pub fn focused(self) -> Self {
        Self { focused: true, ..self }
    }

    /// Whether the page belongs to the tab named so in the template.
    pub fn at(&self, tab: &str) -> bool {
        let own = match self.tab {
            Tab::Talk => "talk",
            Tab::Orders => "orders",
            Tab::Wallet => "wallet",
            Tab::Addresses => "addresses",
            Tab::Other => return false,
        };
        own == tab
    }
}
