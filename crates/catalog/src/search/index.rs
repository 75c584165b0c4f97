//! The index over all items: terms to items, in memory, built whole. An item's place in the catalogue is its document.

use std::collections::HashMap;
use std::ops::Range;
use std::sync::Arc;

use domain::catalogue::{Item, Shop};
use domain::language::Text;
use tantivy::directory::RamDirectory;
use tantivy::index::InvertedIndexReader;
use tantivy::query::{EnableScoring, Query, Scorer, TermQuery};
use tantivy::schema::{Field, IndexRecordOption, Schema, TextFieldIndexing, TextOptions};
use tantivy::{DocSet, ReloadPolicy, Searcher, TantivyDocument, Term};

use super::tokens;
use super::vocabulary::Vocabulary;

/// Memory the writer begins with, in bytes. It is one writer in the caller's thread, without threads of its own: the
/// documents must stay in their order, and a start has no core to spare.
const WRITER_BYTES: usize = 15_000_000;
/// Words that a misspelt one may stand for.
const FUZZY_TERMS_MAX: usize = 8;
/// A first sentence that is longer says more than what the item is.
const SENTENCE_CHARS_MAX: usize = 200;
const WRITES: &str = "an index in memory takes what it is given";
const READS: &str = "an index in memory gives what it was given";

/// Where a term may stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Place {
    /// What the item is: its name, tags and brand, and the first sentence of its description.
    Own,
    /// What is said around it: its options, its shop.
    About,
    /// What else is said of it: its description. A word that stands only there names no item: a case that fits a phone
    /// is no phone.
    Details,
}

/// What finds items by terms.
pub(crate) struct Index(Option<Full>);

/// An index with at least one document; an empty one has no segment to read.
struct Full {
    searcher: Searcher,
    fields: Fields,
    own: Arc<InvertedIndexReader>,
    about: Arc<InvertedIndexReader>,
    details: Arc<InvertedIndexReader>,
    own_words: Vocabulary,
    about_words: Vocabulary,
}

#[derive(Clone, Copy)]
struct Fields {
    own: Field,
    about: Field,
    name: Field,
    details: Field,
}

impl Index {
    /// Indexes `items`; `ranges` says for each of `shops` which are its own.
    pub(crate) fn new(shops: &[Arc<Shop>], items: &[Arc<Item>], ranges: &[Range<usize>]) -> Self {
        if items.is_empty() {
            return Self(None);
        }
        let (schema, fields) = schema();
        let builder = tantivy::Index::builder().schema(schema);
        let mut writer = builder
            .single_segment_index_writer(RamDirectory::create(), WRITER_BYTES)
            .expect("a new folder in memory can be written");
        let mut memo = Memo::default();
        for (shop, range) in shops.iter().zip(ranges) {
            let around = around_of(shop, &mut memo);
            for item in &items[range.clone()] {
                writer.add_document(document(item, &around, fields, &mut memo)).expect(WRITES);
            }
        }
        Self(Some(Full::open(&writer.finalize().expect(WRITES), fields)))
    }

    /// How many documents there are.
    pub(super) fn documents(&self) -> u64 {
        self.0.as_ref().map_or(0, |full| full.searcher.num_docs())
    }

    /// In how many documents `term` stands, at most, of all places.
    pub(super) fn frequency(&self, term: &str) -> u32 {
        let Some(full) = &self.0 else { return 0 };
        [Place::Own, Place::About, Place::Details]
            .into_iter()
            .map(|place| full.frequency(place, term))
            .max()
            .unwrap_or(0)
    }

    /// Whether `term` stands in what an item is.
    pub(super) fn is_own(&self, term: &str) -> bool {
        self.0.as_ref().is_some_and(|full| full.frequency(Place::Own, term) > 0)
    }

    /// Terms that are `term` but for one letter, or two that changed places; the most frequent first. They begin as
    /// `term` does: whoever mistypes a word still begins it well, and an `iphone` is no `phone`. What is said around
    /// items is looked through only if no item itself has such a term.
    pub(super) fn similar(&self, term: &str) -> Vec<String> {
        let Some(full) = &self.0 else { return Vec::new() };
        let mut similar = full.own_words.similar(term);
        if similar.is_empty() && !tokens::is_of_name(term) {
            similar = full.about_words.similar(term);
        }
        similar.sort_by(|one, other| other.0.cmp(&one.0).then_with(|| one.1.cmp(&other.1)));
        similar.into_iter().take(FUZZY_TERMS_MAX).map(|(_, term)| term).collect()
    }

    /// The documents in which `term` stands.
    pub(super) fn documents_with(&self, place: Place, term: &str) -> Option<Box<dyn DocSet>> {
        let full = self.0.as_ref()?;
        let (field, reader) = full.place(place);
        let postings =
            reader.read_postings(&Term::from_field_text(field, term), IndexRecordOption::Basic).expect(READS);
        postings.map(|postings| -> Box<dyn DocSet> { Box::new(postings) })
    }

    /// The documents in whose name, and those in whose description, `term` stands, each with its BM25 score.
    pub(super) fn scored(&self, term: &str) -> Vec<Box<dyn Scorer>> {
        let Some(full) = &self.0 else { return Vec::new() };
        let scorer = |field| {
            let query = TermQuery::new(Term::from_field_text(field, term), IndexRecordOption::WithFreqs);
            let weight = query.weight(EnableScoring::enabled_from_searcher(&full.searcher)).expect(READS);
            weight.scorer(full.searcher.segment_reader(0), 1.0).expect(READS)
        };
        [full.fields.name, full.fields.details].map(scorer).into()
    }
}

impl Full {
    fn open(index: &tantivy::Index, fields: Fields) -> Self {
        let reader = index.reader_builder().reload_policy(ReloadPolicy::Manual).try_into().expect(READS);
        let searcher = tantivy::IndexReader::searcher(&reader);
        let of = |field| searcher.segment_reader(0).inverted_index(field).expect(READS);
        let (own, about, details) = (of(fields.own), of(fields.about), of(fields.details));
        let (own_words, about_words) = (vocabulary(&own), vocabulary(&about));
        Self { searcher, fields, own, about, details, own_words, about_words }
    }

    fn place(&self, place: Place) -> (Field, &InvertedIndexReader) {
        match place {
            Place::Own => (self.fields.own, &self.own),
            Place::About => (self.fields.about, &self.about),
            Place::Details => (self.fields.details, &self.details),
        }
    }

    fn frequency(&self, place: Place, term: &str) -> u32 {
        let (field, reader) = self.place(place);
        reader.doc_freq(&Term::from_field_text(field, term)).expect(READS)
    }
}

/// What a word of Latin letters may be a misspelling of.
fn vocabulary(reader: &InvertedIndexReader) -> Vocabulary {
    let mut vocabulary = Vocabulary::default();
    let mut terms = reader.terms().stream().expect(READS);
    while let Some((term, info)) = terms.next() {
        let term = std::str::from_utf8(term).ok().filter(|term| tokens::is_letters(term));
        term.into_iter().for_each(|term| vocabulary.insert(term, info.doc_freq));
    }
    vocabulary
}

fn schema() -> (Schema, Fields) {
    let mut schema = Schema::builder();
    let terms = |option, norms| {
        let indexing = TextFieldIndexing::default().set_tokenizer("whitespace").set_index_option(option);
        TextOptions::default().set_indexing_options(indexing.set_fieldnorms(norms))
    };
    let fields = Fields {
        own: schema.add_text_field("own", terms(IndexRecordOption::Basic, false)),
        about: schema.add_text_field("about", terms(IndexRecordOption::Basic, false)),
        name: schema.add_text_field("name", terms(IndexRecordOption::WithFreqs, true)),
        details: schema.add_text_field("details", terms(IndexRecordOption::WithFreqs, true)),
    };
    (schema.build(), fields)
}

fn document(item: &Item, around: &str, fields: Fields, memo: &mut Memo) -> TantivyDocument {
    let name = name_terms(&item.name);
    let mut own = name.clone();
    own.push_str(&tokens::terms_of_whole(&item.name.zh));
    for text in item.tags.iter().chain([&item.brand]) {
        own.push_str(memo.terms(text));
    }
    let details = tokens::terms(&item.description);
    own.push_str(&tokens::terms(first_sentence(&item.description)));
    let mut about = around.to_owned();
    for value in item.options.iter().flat_map(|option| &option.values) {
        about.push_str(memo.terms(&value.name.zh));
        about.push_str(memo.terms(&value.name.en));
    }
    let whole = format!("{name}{} {}", tokens::whole(&item.name.zh), tokens::whole(&item.name.en));
    let mut document = TantivyDocument::new();
    for (field, terms) in [(fields.own, own), (fields.about, about), (fields.name, whole), (fields.details, details)] {
        document.add_text(field, terms);
    }
    document
}

/// What a description begins with; it says what the item is, and the rest how it is.
pub(super) fn first_sentence(description: &str) -> &str {
    let ends = [description.find(['\n', '。', '！']), description.find(". ")];
    let end = ends.into_iter().flatten().min().unwrap_or(description.len());
    let cut = description.char_indices().nth(SENTENCE_CHARS_MAX).map_or(end, |(cut, _)| cut);
    &description[..end.min(cut)]
}

/// The terms of a name; both languages once if they are the same.
fn name_terms(name: &Text) -> String {
    let mut terms = tokens::terms(&name.zh);
    if name.en != name.zh {
        terms.push_str(&tokens::terms(&name.en));
    }
    terms
}

/// The terms of what a shop is, which all of its items are found by.
fn around_of(shop: &Shop, memo: &mut Memo) -> String {
    let mut terms = name_terms(&shop.name);
    terms.push_str(&tokens::terms(&shop.kind.replace('_', " ")));
    for tag in &shop.tags {
        terms.push_str(memo.terms(tag));
    }
    terms
}

/// The terms of texts that come again and again, such as option values.
#[derive(Default)]
struct Memo(HashMap<Arc<str>, String>);

impl Memo {
    fn terms(&mut self, text: &Arc<str>) -> &str {
        self.0.entry(Arc::clone(text)).or_insert_with(|| tokens::terms(text))
    }
}
