//! A fast hash for small keys that we make ourselves: words of a fixed vocabulary, edges of a trie. Not for keys that
//! someone else could choose to collide, other than by importing a catalogue, which is an operator's act.

use std::hash::Hasher;

/// Multiply and rotate, as in the compiler's own tables.
#[derive(Debug, Default, Clone, Copy)]
pub(crate) struct Mixer(u64);

const SEED: u64 = 0x517c_c1b7_2722_0a95;

impl Mixer {
    fn add(&mut self, word: u64) {
        self.0 = (self.0.rotate_left(5) ^ word).wrapping_mul(SEED);
    }
}

impl Hasher for Mixer {
    fn write(&mut self, bytes: &[u8]) {
        for chunk in bytes.chunks(8) {
            let mut word = [0; 8];
            word[..chunk.len()].copy_from_slice(chunk);
            self.add(u64::from_le_bytes(word));
        }
    }

    fn write_u8(&mut self, byte: u8) {
        self.add(u64::from(byte));
    }

    fn write_u32(&mut self, word: u32) {
        self.add(u64::from(word));
    }

    fn write_u64(&mut self, word: u64) {
        self.add(word);
    }

    fn finish(&self) -> u64 {
        self.0 ^ (self.0 >> 29)
    }
}
