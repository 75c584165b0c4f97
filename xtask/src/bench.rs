//! `cargo xtask bench`: the benchmarks, each of which prints its workload and a baseline of the same run.

use anyhow::{Result, bail};

use crate::shell::{self, cargo, root};

/// A benchmark. A new one is a line in [`BENCHES`] and a file `crates/PACKAGE/benches/NAME.rs` that prints its workload,
/// its figures and its baseline.
struct Bench {
    name: &'static str,
    package: &'static str,
    target: &'static str,
    says: &'static str,
}

const BENCHES: [Bench; 10] = [
    Bench { name: "reader", package: "assistant", target: "reader", says: "sentences a second, one core" },
    Bench {
        name: "recognizers",
        package: "assistant",
        target: "recognizers",
        says: "quantities resolved as the Chinese specifications of Recognizers-Text want them",
    },
    Bench { name: "search", package: "catalog", target: "search", says: "the time of a search" },
    Bench {
        name: "chorus",
        package: "catalog",
        target: "chorus",
        says: "what is found of 19,406 electronics, and what not",
    },
    Bench { name: "core", package: "store", target: "core", says: "durable orders a second on SQLite" },
    Bench {
        name: "postgres",
        package: "store",
        target: "postgres",
        says: "durable orders a second on PostgreSQL, on a private server",
    },
    Bench {
        name: "http",
        package: "xiaoer",
        target: "http",
        says: "whole orders a second over HTTP, and how long one takes",
    },
    Bench { name: "fuzz", package: "assistant", target: "fuzz", says: "whatever is said, nothing breaks" },
    Bench {
        name: "vitabench",
        package: "desk",
        target: "vitabench",
        says: "a whole wish at once, against orders wanted",
    },
    Bench { name: "misheard", package: "xiaoer", target: "misheard", says: "what recognition errors cost" },
];

/// Runs one benchmark, or all.
///
/// # Errors
/// If one fails, or if the one named is not there.
pub fn bench(name: Option<&str>) -> Result<()> {
    let wanted = |bench: &&Bench| name.is_none_or(|name| name == bench.name);
    let chosen: Vec<_> = BENCHES.iter().filter(wanted).collect();
    if chosen.is_empty() {
        let names: Vec<_> = BENCHES.iter().map(|bench| bench.name).collect();
        bail!("there is no benchmark `{}`; there are {}", name.unwrap_or_default(), names.join(", "));
    }
    for bench in chosen {
        let file = format!("crates/{}/benches/{}.rs", bench.package, bench.target);
        println!("== {}: {} ({file})", bench.name, bench.says);
        match (root().join(&file).exists(), name) {
            (true, _) => shell::run(cargo().args(["bench", "--package", bench.package, "--bench", bench.target]))?,
            (false, None) => println!("   not there yet"),
            (false, Some(_)) => bail!("`{file}` is not there yet"),
        }
    }
    Ok(())
}
