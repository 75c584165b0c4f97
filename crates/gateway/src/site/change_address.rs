//! `POST /addresses`: keeps, adds or removes an address.

use axum::extract::State;
use axum::response::Redirect;
use domain::buyer::Address;
use domain::refusal::Refusal;
use serde::Deserialize;

use crate::Gateway;
use crate::web::body::{OwnForm, invalid};
use crate::web::caller::Visitor;
use crate::web::problem::Refused;

/// What the form sends; without a place it is a new address.
#[derive(Debug, Deserialize)]
pub struct Change {
    r#do: String,
    place: Option<usize>,
    label: String,
    text: String,
    #[serde(default)]
    adcode: String,
    first: Option<String>,
}

/// Changes the list, and shows it again.
pub async fn change_address(
    State(gateway): State<Gateway>,
    Visitor(visitor): Visitor,
    OwnForm(change): OwnForm<Change>,
) -> Result<Redirect, Refused> {
    let buyer = visitor.ok_or(Refusal::NotSignedIn)?;
    let mut addresses = gateway.desk.profile(buyer)?.addresses;
    apply(&mut addresses, change)?;
    gateway.desk.set_addresses(buyer, addresses).await?;
    Ok(Redirect::to("/addresses?saved=yes"))
}

fn apply(addresses: &mut Vec<Address>, change: Change) -> Result<(), Refusal> {
    let old = match change.place {
        Some(place) if place >= addresses.len() => return Err(invalid("place", "there is no such address any more")),
        Some(place) => Some((place, addresses.remove(place))),
        None => None,
    };
    if change.r#do == "remove" {
        return Ok(());
    }
    let place = old.as_ref().map_or(addresses.len(), |(place, _)| *place);
    let place = if change.first.is_some() { 0 } else { place };
    addresses.insert(place, changed(old.map(|(_, address)| address), &change));
    Ok(())
}

/// An address that moved is no longer where it was on the map, unless only its name has changed.
fn changed(old: Option<Address>, change: &Change) -> Address {
    let text = change.text.trim();
    let adcode = Some(change.adcode.trim()).filter(|code| !code.is_empty());
    let same_area = old.as_ref().is_some_and(|old| old.adcode.as_deref() == adcode);
    let same_text = old.as_ref().is_some_and(|old| &*old.text == text);
    Address {
        label: change.label.trim().into(),
        text: text.into(),
        adcode: adcode.map(Into::into),
        // Nobody looks addresses up on a map yet: within the same area the old point is the best guess there is.
        point: old.as_ref().and_then(|old| old.point).filter(|_| same_area),
        example: old.is_some_and(|old| old.example) && same_text,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn change(place: Option<usize>, text: &str, first: bool) -> Change {
        let first = first.then(|| "yes".to_owned());
        Change { r#do: "save".into(), place, label: "家".into(), text: text.into(), adcode: "330106".into(), first }
    }

    fn texts(addresses: &[Address]) -> Vec<&str> {
        addresses.iter().map(|address| &*address.text).collect()
    }

    #[test]
    fn addresses_are_added_changed_moved_and_removed() {
        let mut addresses = Vec::new();
        apply(&mut addresses, change(None, "甲", false)).unwrap();
        apply(&mut addresses, change(None, "乙", false)).unwrap();
        assert_eq!(texts(&addresses), ["甲", "乙"]);
        apply(&mut addresses, change(Some(1), "丙", true)).unwrap();
        assert_eq!(texts(&addresses), ["丙", "甲"]);
        apply(&mut addresses, Change { r#do: "remove".into(), ..change(Some(0), "", false) }).unwrap();
        assert_eq!(texts(&addresses), ["甲"]);
        assert!(apply(&mut addresses, change(Some(1), "丁", false)).is_err());
    }

    #[test]
    fn a_rewritten_example_is_an_example_no_more() {
        let example = Address { example: true, ..changed(None, &change(None, "甲", false)) };
        assert!(changed(Some(example.clone()), &change(Some(0), "甲", false)).example);
        assert!(!changed(Some(example), &change(Some(0), "乙", false)).example);
    }
}
