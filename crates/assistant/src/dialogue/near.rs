//! Where an address is, for one that was only written and has no place on a map.

use domain::buyer::Address;
use domain::catalogue::Point;

use super::goods::Goods;

/// Shops whose addresses are compared with one that was written.
const COMPARED_MAX: usize = 2_000;
/// Characters of the shortest district, town or county that tells where an address is.
const DISTRICT_CHARS: usize = 3;
/// What the name of a street ends with, and characters of the shortest.
const STREET: &[char] = &['路', '街', '道'];
const STREET_CHARS: usize = 3;
/// What the name of a district, a town or a county ends with.
const DISTRICT: &[char] = &['区', '县', '镇', '乡', '市'];

impl Goods<'_> {
    /// The place of an address: its own, or that of another in the same district, or the buyer's first address. Good
    /// enough to tell what is near from what is far.
    pub(super) fn point_of(&self, address: Option<&Address>) -> Option<Point> {
        let first = self.scene.addresses.iter().find_map(|known| known.point);
        let Some(address) = address else { return first };
        let text = &address.text;
        address.point.or_else(|| self.point_on(street(text)?)).or_else(|| self.point_in(district(text)?)).or(first)
    }

    /// The place of the shop with the nearest house number of a street.
    fn point_on(&self, (name, number): (&str, u32)) -> Option<Point> {
        let locations = self.lexicon.shops().iter().take(COMPARED_MAX).filter_map(|shop| shop.location.as_ref());
        let on_it = locations.filter(|location| location.address.contains(name)).filter_map(|location| {
            let (own, at) = street(&location.address)?;
            (own == name).then_some((at.abs_diff(number), location.point))
        });
        on_it.min_by_key(|(apart, _)| *apart).map(|(_, point)| point)
    }

    fn point_in(&self, district: &str) -> Option<Point> {
        let own = self.scene.addresses.iter().filter(|known| known.text.contains(district));
        own.filter_map(|known| known.point).next().or_else(|| {
            let locations = self.lexicon.shops().iter().take(COMPARED_MAX).filter_map(|shop| shop.location.as_ref());
            locations.into_iter().find(|location| location.address.contains(district)).map(|location| location.point)
        })
    }
}

/// The street of an address and the house number: 珞喻路 and 889 of 武汉市洪山区珞喻路889号.
fn street(text: &str) -> Option<(&str, u32)> {
    let (at, last) = text.char_indices().rfind(|(_, character)| STREET.contains(character))?;
    let end = at + last.len_utf8();
    let number: String = text[end..].chars().take_while(char::is_ascii_digit).collect();
    let from = text[..at].char_indices().rfind(|(_, one)| DISTRICT.contains(one));
    let name = &text[from.map_or(0, |(at, one)| at + one.len_utf8())..end];
    (name.chars().count() >= STREET_CHARS).then_some(())?;
    Some((name, number.parse().ok()?))
}

/// The name of the district in an address: 洪山区 of 武汉市洪山区珞喻路889号.
fn district(text: &str) -> Option<&str> {
    let end =
        text.char_indices().filter(|(_, character)| DISTRICT.contains(character)).map(|(at, one)| at + one.len_utf8());
    let (mut from, mut found) = (0, None);
    for end in end {
        if text[from..end].chars().count() >= DISTRICT_CHARS {
            found = Some(&text[from..end]);
        }
        from = end;
    }
    found
}
