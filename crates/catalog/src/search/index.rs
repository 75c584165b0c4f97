//! The index over all items: terms to items, in memory, built whole. An item's place in the catalogue is its document.

use std::collections::HashMap;
use std::ops::Range;
use std::sync::Arc;

use domain::catalogue::{Item, Shop};
use domain::language::Text;
use tantivy::directory::RamDirectory;
use tantivy::index::InvertedIndexReader;
use tantivy::query::{EnableScoring, FuzzyTermQuery, Query, Scorer, TermQuery};
use tantivy::schema::{Field, IndexRecordOption, Schema, TextFieldIndexing, TextOptions};
use tantivy::{DocSet, ReloadPolicy, Searcher, TantivyDocument, Term};

use super::tokens;

/// Memory the writer begins with, in bytes. It is one writer in the caller's thread, without threads of its own: the
/// documents must stay in their order, and a start has no core to spare.
const WRITER_BYTES: usize = 15_000_000;
/// Words that a misspelt one may stand for.
const FUZZY_TERMS_MAX: usize = 8;
const WRITES: &str = "an index in memory takes what it is given";
const READS: &str = "an index in memory gives what it was given";

/// Where a term may stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Place {
    /// What the item is: its name, tags and brand.
    Own,
    /// What is said around it: its options, its shop.
    About,
}

/// What finds items by terms.
pub(crate) struct Index(Option<Full>);

/// An index with at least one document; an empty one has no segment to read.
struct Full {
    searcher: Searcher,
    fields: Fields,
    own: Arc<InvertedIndexReader>,
    about: Arc<InvertedIndexReader>,
}

#[derive(Clone, Copy)]
struct Fields {
    own: Field,
    about: Field,
    name: Field,
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

    /// In how many documents `term` stands, at most, of both places.
    pub(super) fn frequency(&self, term: &str) -> u32 {
        let Some(full) = &self.0 else { return 0 };
        let of =
            |field, reader: &InvertedIndexReader| reader.doc_freq(&Term::from_field_text(field, term)).expect(READS);
        of(full.fields.own, &full.own).max(of(full.fields.about, &full.about))
    }

    /// Terms that are `term` but for one letter, or two that changed places; the most frequent first. They begin as
    /// `term` does: whoever mistypes a word still begins it well, and an `iphone` is no `phone`. What is said around
    /// items is looked through only if no item itself has such a term, because an automaton takes 150 µs to make.
    pub(super) fn similar(&self, term: &str) -> Vec<String> {
        let Some(full) = &self.0 else { return Vec::new() };
        let query = FuzzyTermQuery::new(Term::from_field_text(full.fields.own, term), 1, true);
        let mut similar = similar_in(&full.own, &query, term.chars().next());
        if similar.is_empty() && !tokens::is_of_name(term) {
            similar = similar_in(&full.about, &query, term.chars().next());
        }
        similar.sort_by(|one, other| other.0.cmp(&one.0).then_with(|| one.1.cmp(&other.1)));
        similar.into_iter().take(FUZZY_TERMS_MAX).map(|(_, term)| term).collect()
    }

    /// The documents in which `term` stands.
    pub(super) fn documents_with(&self, place: Place, term: &str) -> Option<Box<dyn DocSet>> {
        let full = self.0.as_ref()?;
        let (field, reader) = match place {
            Place::Own => (full.fields.own, &full.own),
            Place::About => (full.fields.about, &full.about),
        };
        let postings =
            reader.read_postings(&Term::from_field_text(field, term), IndexRecordOption::Basic).expect(READS);
        postings.map(|postings| -> Box<dyn DocSet> { Box::new(postings) })
    }

    /// The documents in whose name `term` stands, each with its BM25 score.
    pub(super) fn named(&self, term: &str) -> Option<Box<dyn Scorer>> {
        let full = self.0.as_ref()?;
        let query = TermQuery::new(Term::from_field_text(full.fields.name, term), IndexRecordOption::WithFreqs);
        let weight = query.weight(EnableScoring::enabled_from_searcher(&full.searcher)).expect(READS);
        Some(weight.scorer(full.searcher.segment_reader(0), 1.0).expect(READS))
    }
}

impl Full {
    fn open(index: &tantivy::Index, fields: Fields) -> Self {
        let reader = index.reader_builder().reload_policy(ReloadPolicy::Manual).try_into().expect(READS);
        let searcher = tantivy::IndexReader::searcher(&reader);
        let of = |field| searcher.segment_reader(0).inverted_index(field).expect(READS);
        let (own, about) = (of(fields.own), of(fields.about));
        Self { searcher, fields, own, about }
    }
}

/// The terms of one dictionary that `query` matches and that begin with `first`, each with its number of documents.
fn similar_in(reader: &InvertedIndexReader, query: &FuzzyTermQuery, first: Option<char>) -> Vec<(u32, String)> {
    let automaton = query.automaton().expect("a text has an automaton");
    let mut terms = reader.terms().search(automaton).into_stream().expect(READS);
    let mut similar = Vec::new();
    while let Some((term, info)) = terms.next() {
        let term = std::str::from_utf8(term).ok().filter(|similar| similar.chars().next() == first);
        similar.extend(term.map(|term| (info.doc_freq, term.to_owned())));
    }
    similar
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
    let mut about = around.to_owned();
    for value in item.options.iter().flat_map(|option| &option.values) {
        about.push_str(memo.terms(&value.name.zh));
        about.push_str(memo.terms(&value.name.en));
    }
    let whole = format!("{name}{} {}", tokens::whole(&item.name.zh), tokens::whole(&item.name.en));
    let mut document = TantivyDocument::new();
    for (field, terms) in [(fields.own, own), (fields.about, about), (fields.name, whole)] {
        document.add_text(field, terms);
    }
    document
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
