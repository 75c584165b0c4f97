//! Phrases by their units: from any place in a sentence, all phrases that begin there, in one walk.

use std::collections::HashMap;
use std::hash::BuildHasherDefault;

use super::hash::Mixer;
use super::text::Unit;

/// A place in the trie; a phrase ends there if it has meanings.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) struct Node(pub(crate) u32);

/// Phrases and what they mean.
#[derive(Debug)]
pub(crate) struct Trie<T> {
    edges: HashMap<u64, u32, BuildHasherDefault<Mixer>>,
    /// For each node the place of its meanings in `meanings`; zero for none.
    at: Vec<u32>,
    meanings: Vec<Vec<T>>,
}

impl<T> Default for Trie<T> {
    fn default() -> Self {
        Self { edges: HashMap::default(), at: vec![0], meanings: vec![Vec::new()] }
    }
}

impl<T> Trie<T> {
    /// The meanings of `phrase`, to add to. A phrase of no units, or with a unit that has no key, is nobody's.
    pub(crate) fn entry(&mut self, phrase: &[u32]) -> Option<&mut Vec<T>> {
        if phrase.is_empty() || phrase.contains(&0) {
            return None;
        }
        let mut node = 0;
        for key in phrase {
            let next = u32::try_from(self.at.len()).expect("fewer nodes than memory");
            let to = *self.edges.entry(edge(node, *key)).or_insert(next);
            if to == next {
                self.at.push(0);
            }
            node = to;
        }
        let place = &mut self.at[index(node)];
        if *place == 0 {
            *place = u32::try_from(self.meanings.len()).expect("fewer phrases than memory");
            self.meanings.push(Vec::new());
        }
        Some(&mut self.meanings[index(*place)])
    }

    /// The meanings of exactly this phrase.
    pub(crate) fn get(&self, phrase: &[u32]) -> &[T] {
        self.node(phrase).map_or(&[], |node| self.meanings(node))
    }

    /// Where exactly this phrase ends.
    pub(crate) fn node(&self, phrase: &[u32]) -> Option<Node> {
        phrase.iter().try_fold(0, |node, key| self.edges.get(&edge(node, *key)).copied()).map(Node)
    }

    /// What the phrase that ends at `node` means.
    pub(crate) fn meanings(&self, node: Node) -> &[T] {
        &self.meanings[index(self.at[index(node.0)])]
    }

    /// All phrases that begin at the first of `units`: how many units they have, and where they end in the trie.
    pub(crate) fn walk(&self, units: &[Unit], found: impl FnMut(usize, Node)) {
        self.walk_from(Node(0), units, found);
    }

    /// Where these units lead, if some phrase begins with them.
    pub(crate) fn beginning(&self, units: &[Unit]) -> Option<Node> {
        let next = |node, unit: &Unit| self.edges.get(&edge(node, unit.key)).copied();
        units.iter().try_fold(0, next).map(Node)
    }

    /// As [`Trie::walk`], for phrases that are begun already.
    pub(crate) fn walk_from(&self, begun: Node, units: &[Unit], mut found: impl FnMut(usize, Node)) {
        let mut node = begun.0;
        for (length, unit) in units.iter().enumerate() {
            match self.edges.get(&edge(node, unit.key)) {
                Some(next) if unit.key != 0 => node = *next,
                _ => return,
            }
            if self.at[index(node)] != 0 {
                found(length + 1, Node(node));
            }
        }
    }
}

fn edge(node: u32, key: u32) -> u64 {
    (u64::from(node) << 32) | u64::from(key)
}

fn index(n: u32) -> usize {
    usize::try_from(n).expect("a u32 fits a usize here")
}
