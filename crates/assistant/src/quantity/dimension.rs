//! Weights, lengths, areas, volumes and amounts of data: 一斤半, 168cm, 387万亩.

use super::ratio::Ratio;
use super::text::Plain;
use super::{Found, unit};

/// A number of units.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Dimension {
    /// How many.
    pub value: Ratio,
    /// Of what.
    pub unit: &'static str,
}

/// Words of units and their names.
pub(crate) const UNITS: &[(&str, &str)] = &[
    ("毫克", "Milligram"),
    ("mg", "Milligram"),
    ("微克", "Microgram"),
    ("克", "Gram"),
    ("公克", "Gram"),
    ("g", "Gram"),
    ("千克", "Kilogram"),
    ("公斤", "Kilogram"),
    ("kg", "Kilogram"),
    ("吨", "Ton"),
    ("公吨", "Metric ton"),
    ("斤", "Jin"),
    ("市斤", "Jin"),
    ("两", "Liang"),
    ("磅", "Pound"),
    ("盎司", "Ounce"),
    ("毫米", "Millimeter"),
    ("mm", "Millimeter"),
    ("厘米", "Centimeter"),
    ("公分", "Centimeter"),
    ("cm", "Centimeter"),
    ("分米", "Decimeter"),
    ("dm", "Decimeter"),
    ("米", "Meter"),
    ("公尺", "Meter"),
    ("m", "Meter"),
    ("千米", "Kilometer"),
    ("公里", "Kilometer"),
    ("km", "Kilometer"),
    ("里", "Li"),
    ("英寸", "Inch"),
    ("寸", "Cun"),
    ("英尺", "Foot"),
    ("尺", "Chi"),
    ("英里", "Mile"),
    ("亩", "Mu"),
    ("公顷", "Hectare"),
    ("平方米", "Square meter"),
    ("平米", "Square meter"),
    ("平方公里", "Square kilometer"),
    ("平方千米", "Square kilometer"),
    ("平方厘米", "Square centimeter"),
    ("平方英尺", "Square foot"),
    ("立方米", "Cubic meter"),
    ("立方厘米", "Cubic centimeter"),
    ("升", "Liter"),
    ("公升", "Liter"),
    ("l", "Liter"),
    ("毫升", "Milliliter"),
    ("ml", "Milliliter"),
    ("加仑", "Gallon"),
    ("比特", "Bit"),
    ("千比特", "Kilobit"),
    ("兆比特", "Megabit"),
    ("字节", "Byte"),
    ("千字节", "Kilobyte"),
    ("kb", "Kilobyte"),
    ("兆字节", "Megabyte"),
    ("mb", "Megabyte"),
    ("gb", "Gigabyte"),
    ("tb", "Terabyte"),
    ("瓦", "Watt"),
    ("千瓦", "Kilowatt"),
    ("赫兹", "Hertz"),
    ("千赫兹", "Kilohertz"),
    ("兆赫兹", "Megahertz"),
    ("卡路里", "Calorie"),
    ("千卡", "Kilocalorie"),
    ("焦耳", "Joule"),
];

/// All dimensions of a text.
pub fn dimensions(text: &str) -> Vec<Found<Dimension>> {
    let text = Plain::new(text);
    let mut found = Vec::new();
    let mut at = 0;
    while at < text.len() {
        let Some(measured) = unit::half(&text, at, UNITS).or_else(|| unit::measured(&text, at, UNITS)) else {
            at = super::number::signed(&text, at, text.len()).map_or(at + 1, |read| read.end.max(at + 1));
            continue;
        };
        let half = text.at(measured.end) == '半';
        let value = if half { measured.read.number.value.plus(Ratio::HALF) } else { Some(measured.read.number.value) };
        let end = measured.end + usize::from(half);
        if let Some(value) = value {
            found.push(text.found(measured.start..end, Dimension { value, unit: measured.unit }));
        }
        at = end;
    }
    found
}
