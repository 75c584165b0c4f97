//! The columns of a feed: those that are read, those that are known and mean nothing here, and all others, which are
//! counted.

use crate::file::IgnoredColumn;

macro_rules! columns {
    ($($name:ident = $text:literal),* $(,)?) => {
        /// A column that is read.
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub(super) enum Column { $($name),* }

        /// All columns that are read, in the order of their numbers.
        const READ: &[(Column, &str)] = &[$((Column::$name, $text)),*];
    };
}

columns! {
    Id = "id",
    Title = "title",
    Description = "description",
    Price = "price",
    SalePrice = "sale_price",
    SaleDates = "sale_price_effective_date",
    Availability = "availability",
    Brand = "brand",
    Category = "google_product_category",
    ProductType = "product_type",
    Quantity = "quantity",
    GoogleQuantity = "sell_on_google_quantity",
    Color = "color",
    Size = "size",
    Material = "material",
}

/// The columns that a feed must have.
pub(super) const REQUIRED: [Column; 3] = [Column::Id, Column::Title, Column::Price];

/// Names of Google's specification that say nothing about what is sold, or nothing that is kept here. They are no
/// surprise to anybody, so they are not reported.
const UNUSED: &[&str] = &[
    "link",
    "mobile_link",
    "image_link",
    "additional_image_link",
    "gtin",
    "mpn",
    "identifier_exists",
    "condition",
    "adult",
    "age_group",
    "gender",
    "item_group_id",
    "shipping",
    "shipping_weight",
    "tax",
    "availability_date",
    "expiration_date",
];

/// What a column of the file is.
pub(super) enum Kind {
    Read(Column),
    Unused,
    Unknown,
}

/// What the column `name` is. Case, a prefix `g:` and a space for an underscore make no difference.
pub(super) fn kind(name: &str) -> Kind {
    let plain = name.trim().to_ascii_lowercase().replace(' ', "_");
    let plain = plain.strip_prefix("g:").unwrap_or(&plain);
    match READ.iter().find(|(_, text)| *text == plain) {
        Some((column, _)) => Kind::Read(*column),
        None if UNUSED.contains(&plain) => Kind::Unused,
        None => Kind::Unknown,
    }
}

impl Column {
    /// Its name in Google's specification.
    pub(super) fn name(self) -> &'static str {
        READ.iter().find(|(column, _)| *column == self).map_or("", |(_, name)| name)
    }

    /// Its place in a record.
    fn place(self) -> usize {
        READ.iter().position(|(column, _)| *column == self).expect("every column is in the list it is made from")
    }
}

/// The values of one record that are read; empty for what it does not have.
pub(super) struct Record {
    values: Vec<String>,
}

impl Record {
    pub(super) fn new() -> Self {
        Self { values: vec![String::new(); READ.len()] }
    }

    pub(super) fn clear(&mut self) {
        self.values.iter_mut().for_each(String::clear);
    }

    pub(super) fn set(&mut self, column: Column, value: &str) {
        self.values[column.place()].push_str(value.trim());
    }

    pub(super) fn get(&self, column: Column) -> &str {
        &self.values[column.place()]
    }
}

/// Columns that were not read, with how many records had something there.
#[derive(Default)]
pub(super) struct Ignored(Vec<IgnoredColumn>);

/// More columns than this are not told apart: a JSON feed may give every item names of its own.
const IGNORED_MAX: usize = 200;

impl Ignored {
    /// Takes note of a column even if no record has anything there.
    pub(super) fn note(&mut self, name: &str) -> Option<&mut IgnoredColumn> {
        let place = self.0.iter().position(|column| column.name == name);
        if place.is_none() && self.0.len() < IGNORED_MAX {
            self.0.push(IgnoredColumn { name: name.to_owned(), items: 0 });
            return self.0.last_mut();
        }
        self.0.get_mut(place?)
    }

    pub(super) fn count(&mut self, name: &str) {
        if let Some(column) = self.note(name) {
            column.items += 1;
        }
    }

    pub(super) fn columns(self) -> Vec<IgnoredColumn> {
        self.0
    }
}
