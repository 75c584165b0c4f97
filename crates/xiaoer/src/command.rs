//! The commands, one file each.

use std::process::ExitCode;

use anyhow::Result;

use crate::arguments::{Arguments, CampaignCommand, Command};
use crate::configuration::Configuration;
use crate::wiring;

mod audit;
mod campaign;
mod chat;
mod copy;
mod doctor;
mod import;
mod serve;
mod understand;

/// Does what was asked for.
///
/// # Errors
/// Whatever ends the program.
pub fn run(arguments: Arguments) -> Result<ExitCode> {
    let mut configuration = Configuration::read(&arguments.place, wiring::variable)?;
    let command = arguments.command.unwrap_or(Command::Serve { listen: None });
    start_log(&configuration, &command);
    match command {
        Command::Serve { listen } => {
            configuration.listen = listen.unwrap_or(configuration.listen);
            serve::serve(&configuration)
        }
        Command::Chat { buyer, json } => chat::chat(&configuration, &buyer, json),
        Command::Import { files } => runtime()?.block_on(import::import(&configuration, &files)),
        Command::Campaign { command: CampaignCommand::Launch { file } } => {
            runtime()?.block_on(campaign::launch(&configuration, &file))
        }
        Command::Campaign { command: CampaignCommand::List } => runtime()?.block_on(campaign::list(&configuration)),
        Command::Copy { from, to } => runtime()?.block_on(copy::copy(&configuration, &from, &to)),
        Command::Audit => runtime()?.block_on(audit::audit(&configuration)),
        Command::Doctor => runtime()?.block_on(doctor::doctor(&configuration)),
        Command::Config => print(&configuration.to_toml()),
        Command::Understand { sentence, explain, json } => {
            understand::understand(&configuration, &sentence, explain, json)
        }
    }
}

#[expect(clippy::print_stdout, reason = "what a command line tool is for")]
fn print(text: &str) -> Result<ExitCode> {
    print!("{text}");
    Ok(ExitCode::SUCCESS)
}

/// The log goes to standard error; in the terminal's own door only what went wrong.
fn start_log(configuration: &Configuration, command: &Command) {
    let level = if matches!(command, Command::Serve { .. }) { configuration.log.as_str() } else { "warn" };
    let filter = tracing_subscriber::EnvFilter::try_new(level).unwrap_or_else(|_| "info".into());
    let log = tracing_subscriber::fmt().with_env_filter(filter).with_writer(std::io::stderr).with_ansi(false);
    // A log that is there already is as good.
    let _ = log.try_init();
}

/// A runtime for commands that do one thing.
fn runtime() -> Result<tokio::runtime::Runtime> {
    Ok(tokio::runtime::Builder::new_current_thread().enable_all().build()?)
}
