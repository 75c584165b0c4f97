//! `xiaoer`: the binary. It alone reads the environment, files, the clock and entropy, and hands them to the others.

use std::process::ExitCode;

use clap::Parser;

mod arguments;
mod command;
mod configuration;
mod wiring;

/// A batch makes and drops tens of thousands of small things, on two threads.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    let arguments = arguments::Arguments::parse();
    match command::run(arguments) {
        Ok(code) => code,
        Err(error) => {
            // The one place where an error that ends the program is told, with its causes.
            eprintln!("xiaoer: {error:#}");
            ExitCode::FAILURE
        }
    }
}
