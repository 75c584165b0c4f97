//! What can be said on the command line.

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand};

/// A self-hosted AI shopping gateway: say it, see it, agree, have it. 说一句话，东西就送到。
#[derive(Debug, Parser)]
#[command(version, about)]
pub struct Arguments {
    /// Where everything is kept, and how.
    #[command(flatten)]
    pub place: PlaceArguments,
    /// What to do; `serve` if nothing is said.
    #[command(subcommand)]
    pub command: Option<Command>,
}

/// What every command takes.
#[derive(Debug, Clone, Default, Args)]
pub struct PlaceArguments {
    /// The data folder [default: ./data]
    #[arg(long, global = true, value_name = "DIR")]
    pub data: Option<PathBuf>,
    /// A PostgreSQL database instead of the data folder
    #[arg(long, global = true, value_name = "URL")]
    pub database_url: Option<String>,
    /// The configuration file [default: ./xiaoer.toml if there is one]
    #[arg(long, global = true, value_name = "FILE")]
    pub config: Option<PathBuf>,
}

/// What to do.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Run everything: pages, HTTP API, background work.
    Serve {
        /// The address to listen on [default: 127.0.0.1:8080]
        #[arg(long, value_name = "ADDR")]
        listen: Option<String>,
    },
    /// Talk in the terminal.
    Chat {
        /// Who talks; each name has a wallet, addresses and orders of its own
        #[arg(long, default_value = "guest", value_name = "NAME")]
        buyer: String,
        /// One sentence per input line, one JSON object per output line
        #[arg(long)]
        json: bool,
    },
    /// Put shops and goods on sale from files: shops as JSON, product feeds as CSV, TSV or JSON Lines.
    Import {
        /// The files; each is imported whole or not at all
        #[arg(required = true, value_name = "FILE")]
        files: Vec<PathBuf>,
    },
    /// Launch campaigns, and see those there are.
    Campaign {
        /// What to do
        #[command(subcommand)]
        command: CampaignCommand,
    },
    /// Copy a store into an empty one, of either engine and any number of shards. Stop whatever uses it first.
    Copy {
        /// The store to copy: a data folder, or the URL of a PostgreSQL database
        #[arg(long, value_name = "PLACE")]
        from: String,
        /// The empty store to copy to: a data folder, or the URL of a PostgreSQL database
        #[arg(long, value_name = "PLACE")]
        to: String,
    },
    /// Check every invariant over the whole store; exit 1 if one does not hold.
    Audit,
    /// Say what is configured, what is reachable, what is missing.
    Doctor,
    /// Print every setting with its value and where it comes from.
    Config,
    /// Show how a sentence is read.
    Understand {
        /// Say why
        #[arg(long)]
        explain: bool,
        /// As JSON
        #[arg(long)]
        json: bool,
        /// The sentence
        sentence: String,
    },
}

/// What to do about campaigns.
#[derive(Debug, Subcommand)]
pub enum CampaignCommand {
    /// Launch the campaign of a file; its whole budget is set aside first. The same file again changes nothing.
    Launch {
        /// The file, TOML: id, name, name_en, starts_at, ends_at, budget_fen, automatic, and voucher with amount_fen,
        /// threshold_fen, pay_at_least_fen, lifetime_days, grace_days
        #[arg(value_name = "FILE")]
        file: PathBuf,
    },
    /// List all campaigns, with what is left of each.
    List,
}
