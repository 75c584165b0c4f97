//! `cargo xtask`: the checks, the tests and the benchmarks of this repository, in one place and the same for everybody.

#![expect(clippy::print_stdout, reason = "what a command line tool is for")]

use std::process::ExitCode;

use anyhow::Result;
use clap::{Parser, Subcommand};

mod bench;
mod postgres;
mod shell;
mod test;
mod tidy;
mod tree;

/// The checks, tests and benchmarks of this repository.
#[derive(Debug, Parser)]
#[command(name = "cargo xtask")]
struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Check what a compiler cannot: documents, edges between crates, SQL files, languages
    Tidy,
    /// Run every check and every test, the pages in a real browser included; brings what it needs
    Test,
    /// Run the benchmarks, or one of them
    Bench {
        /// reader, search, core, postgres, http, fuzz, vitabench or misheard; all of them if none is named
        name: Option<String>,
    },
}

fn main() -> ExitCode {
    match run(Arguments::parse().command) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("xtask: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn run(command: Command) -> Result<()> {
    match command {
        Command::Tidy => tidy::tidy(&tree::Tree::read()?),
        Command::Test => test::test(),
        Command::Bench { name } => bench::bench(name.as_deref()),
    }
}
