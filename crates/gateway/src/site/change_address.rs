//! `POST /addresses`: keeps, adds or removes an address, or has the example addresses in another town.

use axum::extract::State;
use axum::response::Response;
use domain::buyer::{ADDRESSES_MAX, Address};
use domain::refusal::Refusal;
use serde::Deserialize;

use crate::Gateway;
use crate::web::body::{OwnForm, invalid};
use crate::web::caller::Guest;
use crate::web::problem::Refused;
use crate::web::wrong::Wrong;

/// What the form sends; without a place it is a new address.
#[derive(Debug, Deserialize)]
pub struct Change {
    r#do: String,
    place: Option<usize>,
    #[serde(default)]
    label: String,
    #[serde(default)]
    text: String,
    #[serde(default)]
    adcode: String,
    first: Option<String>,
}

/// Changes the list, and shows it again.
pub async fn change_address(
    State(gateway): State<Gateway>,
    guest: Guest,
    OwnForm(change): OwnForm<Change>,
) -> Result<Response, Refused> {
    Ok(guest.saved(kept(&gateway, &guest, change).await, "/addresses?saved=yes"))
}

async fn kept(gateway: &Gateway, guest: &Guest, change: Change) -> Result<(), Refusal> {
    let mut addresses = gateway.desk.profile(guest.buyer).await?.addresses;
    if change.r#do == "move" {
        let examples = gateway.desk.example_addresses(Some(change.adcode.trim()));
        addresses = moved(addresses, examples)?;
    } else {
        apply(&mut addresses, change)?;
    }
    gateway.desk.set_addresses(guest.buyer, addresses).await
}

/// The buyer's own addresses stay; the examples are these from now on.
fn moved(addresses: Vec<Address>, examples: Vec<Address>) -> Result<Vec<Address>, Refusal> {
    if examples.is_empty() {
        return Err(invalid("adcode", Wrong::Town));
    }
    let at = addresses.iter().take_while(|address| !address.example).count();
    let mut kept: Vec<_> = addresses.into_iter().filter(|address| !address.example).collect();
    let room = ADDRESSES_MAX.saturating_sub(kept.len());
    kept.splice(at..at, examples.into_iter().take(room));
    Ok(kept)
}

fn apply(addresses: &mut Vec<Address>, change: Change) -> Result<(), Refusal> {
    let old = match change.place {
        Some(place) if place >= addresses.len() => return Err(invalid("place", Wrong::AddressGone)),
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

/// What is known of a place belongs to the text that names it: with another text nothing of it is kept but what is said
/// anew. An example's form says no town, so an example that is only called otherwise stays where it is.
fn changed(old: Option<Address>, change: &Change) -> Address {
    let text = change.text.trim();
    let said = Some(change.adcode.trim()).filter(|code| !code.is_empty());
    let old = old.filter(|old| &*old.text == text);
    let example = old.as_ref().is_some_and(|old| old.example);
    let known = old.as_ref().and_then(|old| old.adcode.as_deref());
    let adcode = said.or(known.filter(|_| example));
    Address {
        label: change.label.trim().into(),
        text: text.into(),
        adcode: adcode.map(Into::into),
        point: old.as_ref().and_then(|old| old.point).filter(|_| known == adcode),
        example,
    }
}

#[cfg(test)]
mod tests {
    use domain::catalogue::Point;

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

    #[test]
    fn an_address_in_hangzhou_is_never_found_in_cao_county() {
        let point = Some(Point { longitude_micro: 115_540_000, latitude_micro: 34_830_000 });
        let cao =
            Address { label: "家".into(), text: "曹县".into(), adcode: Some("371721".into()), point, example: true };
        let unsaid = |text| Change { adcode: String::new(), ..change(Some(0), text, false) };
        let renamed = changed(Some(cao.clone()), &unsaid("曹县"));
        assert_eq!(renamed, cao);
        let own = changed(Some(cao.clone()), &unsaid("杭州市文三路 1 号"));
        assert_eq!((own.adcode.as_deref(), own.point), (None, None));
        let own = changed(Some(cao), &change(Some(0), "杭州市文三路 1 号", false));
        assert_eq!((own.adcode.as_deref(), own.point), (Some("330106"), None));
    }

    #[test]
    fn examples_move_and_ones_own_addresses_stay() {
        let own = changed(None, &change(None, "自己的", false));
        let example = |text| Address { example: true, ..changed(None, &change(None, text, false)) };
        let all = moved(vec![example("甲"), own, example("乙")], vec![example("丙"), example("丁")]).unwrap();
        assert_eq!(texts(&all), ["丙", "丁", "自己的"]);
        assert!(moved(all, Vec::new()).is_err());
    }
}
