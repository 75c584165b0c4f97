//! Places where the loaded shops are, and example addresses in them for a first try.

use std::collections::HashMap;
use std::sync::Arc;

use catalog::Catalogue;
use domain::buyer::Address;
use domain::catalogue::{Location, Shop};

use crate::desk::Desk;

/// A district or county in which there are shops.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    /// Its administrative code.
    pub adcode: Arc<str>,
    /// What people call it, such as 杭州市西湖区.
    pub label: String,
    /// How many shops there are.
    pub shops: usize,
}

impl Desk {
    /// The places where there are shops, those with most first.
    pub fn places(&self) -> Vec<Place> {
        let assortment = self.assortment();
        let mut places: HashMap<Arc<str>, Place> = HashMap::new();
        for location in assortment.catalogue().shops().filter_map(|shop| shop.location.as_ref()) {
            let new = || Place { adcode: location.adcode.clone(), label: label(&location.address), shops: 0 };
            places.entry(location.adcode.clone()).or_insert_with(new).shops += 1;
        }
        let mut places: Vec<_> = places.into_values().collect();
        places.sort_by(|a, b| b.shops.cmp(&a.shops).then_with(|| a.adcode.cmp(&b.adcode)));
        places
    }

    /// Two example addresses near shops of `adcode`, or of the place with most shops.
    pub fn example_addresses(&self, adcode: Option<&str>) -> Vec<Address> {
        let assortment = self.assortment();
        let wanted = adcode.map(Arc::from).or_else(|| self.settings.example_adcode.as_deref().map(Arc::from));
        let wanted = wanted.or_else(|| self.places().first().map(|place| place.adcode.clone()));
        let near = wanted.map(|adcode| locations(assortment.catalogue(), &adcode)).unwrap_or_default();
        let middle = near.len() / 2;
        let home = near.get(middle).map(|location| example("家", location));
        let office = near.get(near.len().saturating_sub(1).min(middle / 2)).map(|location| example("公司", location));
        home.into_iter().chain(office).collect()
    }
}

/// The places of the shops of an area, from west to east, so that the middle one is in the midst of them.
fn locations(catalogue: &Catalogue, adcode: &str) -> Vec<Location> {
    let located = |shop: &Arc<Shop>| shop.location.clone().filter(|location| &*location.adcode == adcode);
    let mut locations: Vec<_> = catalogue.shops().filter_map(located).collect();
    locations.sort_by_key(|location| (location.point, location.address.clone()));
    locations
}

fn example(label: &str, location: &Location) -> Address {
    Address {
        label: label.into(),
        text: format!("{}旁边", location.address).into(),
        adcode: Some(location.adcode.clone()),
        point: Some(location.point),
        example: true,
    }
}

/// The part of an address down to its district or county.
fn label(address: &str) -> String {
    let end = address.char_indices().filter(|(_, c)| matches!(c, '区' | '县')).map(|(at, c)| at + c.len_utf8()).next();
    let end = end.or_else(|| address.char_indices().find(|(_, c)| *c == '市').map(|(at, c)| at + c.len_utf8()));
    address[..end.unwrap_or(address.len())].into()
}
