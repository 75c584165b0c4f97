//! The vocabulary: what the catalogue calls things, and the closed classes of both languages.

mod beside_yes;
pub(crate) mod concepts;
mod hash;
pub(crate) mod names;
pub(crate) mod script;
pub(crate) mod sounds;
pub(crate) mod text;
mod trie;
mod values;
mod words;

use std::collections::HashMap;
use std::sync::Arc;

use catalog::Catalogue;
use domain::catalogue::{Item, Shop};
use domain::id::{ItemKey, ShopId};

pub(crate) use beside_yes::BesideYes;
use sounds::Sounds;
use text::{Unit, Words};
pub(crate) use trie::{Node, Trie};
pub(crate) use values::{Pair, Term};
pub(crate) use words::{
    ABSENT, FOR, FORM_HALF, FORM_MULTIPACK, FORM_PAIR, FORM_PORTION, FORMS, FORMS_MAYBE_OUTER, FORMS_OF_PIECES,
    FORMS_OUTER, FREE, KINDS, Row, Word, begins_person, is_child, is_person, is_self, owns,
};

/// An item by its place in the catalogue.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ItemNo(pub u32);
/// A shop by its place in the catalogue.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ShopNo(pub u32);
/// What an option word may stand for, in the vocabulary's table.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ValueNo(pub u32);
/// A list of items or shops in the vocabulary's tables.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct ListNo(pub(crate) u32);

/// What a phrase means. One phrase may mean several things.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Meaning {
    /// A closed-class word.
    Word(Word),
    /// Items called exactly this.
    Name(ListNo),
    /// Items whose name contains this.
    Part(ListNo),
    /// Items whose name this is short for: what it leaves away only says what kind of thing they are.
    Short(ListNo),
    /// Items whose name has this in brackets: it tells variants apart, but names nothing.
    Detail(ListNo),
    /// Items of this kind: a tag, the kind of their shop, or what their names end with.
    Kind(ListNo),
    /// An option value.
    Value(ValueNo),
    /// An option value, when it is negated.
    Stem(ValueNo),
    /// An option group.
    Group,
    /// Shops called this.
    Shop(ListNo),
    /// A measure word.
    Measure(crate::read::Measure),
}

/// The compiled vocabulary of one catalogue.
pub struct Lexicon {
    catalogue: Arc<Catalogue>,
    items: Vec<Arc<Item>>,
    shops: Vec<Arc<Shop>>,
    shop_of: Vec<ShopNo>,
    item_places: HashMap<ItemKey, ItemNo>,
    words: Words,
    trie: Trie<Meaning>,
    sounds: Sounds,
    /// Latin words with which something numeric may begin.
    counting: Vec<u32>,
    beside_yes: BesideYes,
    /// Lists of items, ascending.
    item_lists: Vec<Vec<ItemNo>>,
    shop_lists: Vec<Vec<ShopNo>>,
    terms: Vec<Term>,
    /// For each term whether it may be an extra, of which there can be several.
    extras: Vec<bool>,
    /// For each term whether it may be something that is had beside goods or left away: a card.
    additions: Vec<bool>,
    /// For each item the units of its name, without what stands in brackets, in Chinese and English.
    lengths: Vec<[u8; 2]>,
    /// Of each item, whether it may be only for other things.
    accessories: Vec<bool>,
}

impl std::fmt::Debug for Lexicon {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Lexicon").field("catalogue", &self.catalogue).finish_non_exhaustive()
    }
}

impl Lexicon {
    /// Compiles it.
    pub(crate) fn compile(catalogue: Arc<Catalogue>) -> Self {
        let shops: Vec<_> = catalogue.shops().cloned().collect();
        let items: Vec<_> = catalogue.items().cloned().collect();
        let places: HashMap<&ShopId, ShopNo> = (0..).map(ShopNo).zip(&shops).map(|(no, shop)| (&shop.id, no)).collect();
        let shop_of: Vec<ShopNo> = items.iter().map(|item| places[&item.key.shop]).collect();
        assert!(shop_of.is_sorted(), "a catalogue keeps the items of a shop together, shops in their order");
        let item_places = (0..).map(ItemNo).zip(&items).map(|(no, item)| (item.key.clone(), no)).collect();
        let mut lexicon = Self {
            catalogue,
            shop_of,
            item_places,
            words: Words::default(),
            trie: Trie::default(),
            sounds: Sounds::new(),
            counting: Vec::new(),
            beside_yes: BesideYes::default(),
            item_lists: Vec::new(),
            shop_lists: Vec::new(),
            terms: Vec::new(),
            extras: Vec::new(),
            additions: Vec::new(),
            lengths: Vec::new(),
            accessories: Vec::new(),
            items,
            shops,
        };
        names::compile(&mut lexicon);
        lexicon
    }

    /// The catalogue it was compiled from.
    pub(crate) fn catalogue(&self) -> &Arc<Catalogue> {
        &self.catalogue
    }

    /// The item at a place.
    pub(crate) fn item(&self, no: ItemNo) -> &Arc<Item> {
        &self.items[at(no.0)]
    }

    /// The place of an item.
    pub(crate) fn item_no(&self, key: &ItemKey) -> Option<ItemNo> {
        self.item_places.get(key).copied()
    }

    /// The shop at a place.
    pub(crate) fn shop(&self, no: ShopNo) -> &Arc<Shop> {
        &self.shops[at(no.0)]
    }

    /// The place of a shop.
    pub(crate) fn shop_no(&self, id: &ShopId) -> Option<ShopNo> {
        (0..).map(ShopNo).zip(&self.shops).find(|(_, shop)| shop.id == *id).map(|(no, _)| no)
    }

    /// The shop of an item.
    pub(crate) fn shop_of(&self, no: ItemNo) -> ShopNo {
        self.shop_of[at(no.0)]
    }

    /// All items, by their places.
    pub(crate) fn item_nos(&self) -> impl Iterator<Item = ItemNo> {
        (0..).map(ItemNo).take(self.items.len())
    }

    /// All shops, by their places.
    pub(crate) fn shop_nos(&self) -> impl Iterator<Item = ShopNo> {
        (0..).map(ShopNo).take(self.shops.len())
    }

    /// What a shop sells: in a catalogue the items of a shop stand together, shops in their own order.
    pub(crate) fn items_of(&self, shop: ShopNo) -> impl Iterator<Item = ItemNo> + use<> {
        let from = self.shop_of.partition_point(|own| *own < shop);
        let count = self.shop_of[from..].partition_point(|own| *own == shop);
        (0..).skip(from).take(count).map(ItemNo)
    }

    /// Whether an option word may stand for an extra, such as a topping.
    pub(crate) fn is_extra(&self, no: ValueNo) -> bool {
        self.extras[at(no.0)]
    }

    /// Whether it may be something that is had beside goods, or not.
    pub(crate) fn is_addition(&self, no: ValueNo) -> bool {
        self.additions[at(no.0)]
    }

    /// What an option word may stand for.
    pub(crate) fn term(&self, no: ValueNo) -> &Term {
        &self.terms[at(no.0)]
    }

    /// The value of `item` that a word stands for: the one the word is nearest to. With how far it is.
    pub(crate) fn value_of(&self, item: &Item, value: ValueNo) -> Option<(u8, &Pair)> {
        let has = |pair: &Pair| {
            let group = item.options.iter().find(|group| group.name.zh == pair.group);
            group.is_some_and(|group| group.values.iter().any(|value| value.name.zh == pair.value))
        };
        if item.options.is_empty() {
            return None;
        }
        self.term(value).iter().find(|(_, pair)| has(pair)).map(|(far, pair)| (*far, pair))
    }

    /// Whether an item has an option of this name, in either language, with a value that the word stands for.
    pub(crate) fn has_option(&self, item: &Item, name: &str, value: ValueNo) -> bool {
        let Some((_, pair)) = self.value_of(item, value) else { return false };
        let called = |group: &&domain::catalogue::OptionGroup| {
            *group.name.zh == *name || group.name.en.eq_ignore_ascii_case(name)
        };
        item.options.iter().filter(called).any(|group| group.name.zh == pair.group)
    }

    /// Whether some value of an option anywhere is written with one of these characters: 糖 of 半糖.
    pub(crate) fn writes_option(&self, characters: &[char]) -> bool {
        self.terms.iter().flatten().any(|(_, pair)| pair.value.contains(characters))
    }

    /// What the phrase that ends at `node` means.
    pub(crate) fn meanings(&self, node: Node) -> &[Meaning] {
        self.trie.meanings(node)
    }

    /// The words that change nothing of a yes.
    pub(crate) fn beside_yes(&self) -> &BesideYes {
        &self.beside_yes
    }

    /// All phrases that begin at the first unit.
    pub(crate) fn walk(&self, units: &[Unit], found: impl FnMut(usize, Node)) {
        self.trie.walk(units, found);
    }

    /// Where these units lead, if some phrase begins with them.
    pub(crate) fn beginning(&self, units: &[Unit]) -> Option<Node> {
        self.trie.beginning(units)
    }

    /// All phrases that go on what is begun with these units.
    pub(crate) fn walk_from(&self, begun: Node, units: &[Unit], found: impl FnMut(usize, Node)) {
        self.trie.walk_from(begun, units, found);
    }

    /// Whether two words may choose of the same option, which takes one value only.
    pub(crate) fn chooses_alike(&self, one: ValueNo, other: ValueNo) -> bool {
        let of_group = |(_, pair): &(u8, Pair)| self.term(other).iter().any(|(_, own)| own.group == pair.group);
        !self.is_extra(one) && !self.is_extra(other) && self.term(one).iter().any(of_group)
    }

    /// Whether two words may choose the same value.
    pub(crate) fn chooses_same(&self, one: ValueNo, other: ValueNo) -> bool {
        let same = |(_, pair): &(u8, Pair)| self.term(other).iter().any(|(_, own)| own == pair);
        one == other || self.term(one).iter().any(same)
    }

    /// What exactly this phrase means.
    pub(crate) fn exact(&self, phrase: &str) -> &[Meaning] {
        let keys: Vec<u32> = self.cut(phrase).iter().map(|unit| unit.key).collect();
        self.trie.get(&keys)
    }

    /// The option value that this phrase is a word for.
    pub(crate) fn value_called(&self, phrase: &str) -> Option<ValueNo> {
        self.exact(phrase).iter().find_map(|meaning| match meaning {
            Meaning::Value(value) => Some(*value),
            _ => None,
        })
    }

    /// Whether something is sold under this name.
    pub(crate) fn sells(&self, name: &str) -> bool {
        self.exact(name).iter().any(|meaning| matches!(meaning, Meaning::Name(_) | Meaning::Short(_)))
    }

    /// A sentence as units; words that are not in the vocabulary have the key zero.
    pub(crate) fn cut(&self, sentence: &str) -> Vec<Unit> {
        text::cut(sentence, |word| self.words.find(word))
    }

    /// Whether a number, a sum, a time or an ordinal may begin with this Latin word.
    pub(crate) fn counts(&self, key: u32) -> bool {
        self.counting.contains(&key)
    }

    /// All shops.
    pub(crate) fn shops(&self) -> &[Arc<Shop>] {
        &self.shops
    }

    /// The vocabulary by its sound.
    pub(crate) fn sounds(&self) -> &Sounds {
        &self.sounds
    }

    /// All Latin words of the vocabulary, in no order.
    pub(crate) fn latin_words(&self) -> impl Iterator<Item = &str> {
        self.words.iter()
    }

    /// A list of items, ascending.
    pub(crate) fn items_in(&self, list: ListNo) -> &[ItemNo] {
        &self.item_lists[at(list.0)]
    }

    /// A list of shops.
    pub(crate) fn shops_in(&self, list: ListNo) -> &[ShopNo] {
        &self.shop_lists[at(list.0)]
    }

    /// Whether an item is not the thing said, but only goes with it: a case, of 手机.
    pub(crate) fn is_only_for(&self, thing: &str, no: ItemNo) -> bool {
        self.accessories[at(no.0)] && catalog::search::is_only_for(thing, &self.item(no).name)
    }

    /// Units of an item's name without what stands in brackets: in Chinese, in English.
    pub(crate) fn lengths(&self, no: ItemNo) -> [u8; 2] {
        self.lengths[at(no.0)]
    }
}

fn at(no: u32) -> usize {
    usize::try_from(no).expect("a u32 fits a usize here")
}
