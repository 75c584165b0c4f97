//! Builds again when a demonstration file is added: the compiler by itself only sees files change that it already knows.

fn main() {
    println!("cargo:rerun-if-changed=demo");
}
