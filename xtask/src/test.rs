//! `cargo xtask test`: everything that must hold, in one command. It brings what it needs, says so, and stops at the
//! first step that fails.
//!
//! | step | what it needs |
//! | --- | --- |
//! | format, tidy, lints | the compiler |
//! | database | PostgreSQL's server programs; as root on Debian they are installed, else it says what to install |
//! | tests | `cargo-nextest` is used if it is there |
//! | browser | Node.js and Chromium; as root on Debian they are installed, else it says what to install |
//! | pages | the packages of `web/tests`, fetched by `npm ci` if they are not there; a server of its own on a free port and fresh data |
//!
//! One profile is built, `dev`, so that an empty `target` costs one build.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Instant;

use anyhow::{Context, Result, bail};

use crate::postgres::Postgres;
use crate::shell::{cargo, find, is_root, root, run, succeeds, variable};
use crate::tidy;
use crate::tree::Tree;

const CHROMIUM: [&str; 4] = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];

/// What the driver of the browser asks for.
const NODE_MIN: u32 = 20;

/// What a step leaves running for those after it.
#[derive(Debug, Default)]
struct Running {
    postgres: Option<Postgres>,
}

type Step = (&'static str, fn(&mut Running) -> Result<()>);

const STEPS: [Step; 8] = [
    ("format: every file as rustfmt writes it", |_| format()),
    ("tidy: what a compiler cannot check", |_| tidy::tidy(&Tree::read()?)),
    ("lints: clippy on every target, no warning", |_| lints()),
    ("database: a private PostgreSQL", database),
    ("tests: every crate's", tests),
    ("server: the binary that the pages are tested on", |_| server()),
    ("browser: Node.js and Chromium", |_| browser()),
    ("pages: from a sentence to a paid order in a real browser", |_| pages()),
];

/// Runs every step.
///
/// # Errors
/// The first step that fails, by its name.
pub fn test() -> Result<()> {
    let began = now();
    let mut running = Running::default();
    for (number, (name, step)) in (1..).zip(STEPS) {
        println!("[{number}/{}] {name}", STEPS.len());
        let at = now();
        step(&mut running).with_context(|| format!("step {number} failed ({name})"))?;
        println!("[{number}/{}] passed in {:.1} s\n", STEPS.len(), at.elapsed().as_secs_f64());
    }
    println!("all {} steps passed in {:.0} s", STEPS.len(), began.elapsed().as_secs_f64());
    Ok(())
}

#[expect(clippy::disallowed_methods, reason = "steps are timed for people; no rule of ours runs here")]
fn now() -> Instant {
    Instant::now()
}

fn format() -> Result<()> {
    run(cargo().args(["fmt", "--all", "--check"]))
}

fn lints() -> Result<()> {
    run(cargo().args(["clippy", "--quiet", "--workspace", "--all-targets", "--", "--deny", "warnings"]))
}

fn database(running: &mut Running) -> Result<()> {
    running.postgres = Some(Postgres::start()?);
    Ok(())
}

/// The server stops when the tests are done, well or not.
fn tests(running: &mut Running) -> Result<()> {
    let postgres = running.postgres.take().context("the step before starts a database")?;
    let mut command = cargo();
    postgres.tell(&mut command);
    if succeeds(cargo().args(["nextest", "--version"])) {
        return run(command.args(["nextest", "run", "--workspace"]));
    }
    println!("cargo-nextest is not installed; `cargo test` runs the same tests, more slowly");
    run(command.args(["test", "--workspace"]))
}

fn server() -> Result<()> {
    run(cargo().args(["build", "--workspace", "--bins"]))
}

fn browser() -> Result<()> {
    if find(&["node"]).is_none() || find(&["npm"]).is_none() {
        install(&["nodejs", "npm"])?;
    }
    if chromium().is_none() {
        install(&["chromium"])?;
    }
    let version = node_version().context("`node --version` says no version")?;
    if version < NODE_MIN {
        bail!(
            "the page tests need Node.js {NODE_MIN} or newer, this is {version}; install a newer one, before it on the PATH"
        );
    }
    println!("uses Node.js {version} and {}", chromium().context("Chromium is not on the PATH")?.display());
    Ok(())
}

/// The first number of `v22.19.0`.
fn node_version() -> Option<u32> {
    let output = Command::new("node").arg("--version").output().ok()?;
    String::from_utf8(output.stdout).ok()?.trim().strip_prefix('v')?.split('.').next()?.parse().ok()
}

/// The browser: the one that is named, or one that is installed.
fn chromium() -> Option<PathBuf> {
    variable("CHROMIUM").map(PathBuf::from).or_else(|| find(&CHROMIUM))
}

fn install(packages: &[&str]) -> Result<()> {
    let missing = packages.join(" ");
    if !is_root() || find(&["apt-get"]).is_none() {
        bail!(
            "the page tests need {missing}, which are not installed: run `apt-get install {missing}` as root, or install \
             them your system's way; another Chromium is named with CHROMIUM=/path/to/it"
        );
    }
    println!("installs {missing} with apt-get, because the page tests need them");
    let apt = || {
        let mut command = Command::new("apt-get");
        command.env("DEBIAN_FRONTEND", "noninteractive");
        command
    };
    run(apt().args(["update", "--quiet"]))?;
    run(apt().args(["install", "--quiet", "--yes", "--no-install-recommends"]).args(packages))
}

/// The page tests start the server that is named to them, on a free port with fresh data, and end it.
fn pages() -> Result<()> {
    let folder = root().join("web/tests");
    let built = std::env::current_exe().context("nobody knows where xtask lies")?;
    let built = built.parent().context("xtask lies in no folder")?;
    let (binary, shots) = (built.join("xiaoer"), built.join("page-tests"));
    fetch_packages(&folder)?;
    let mut test = Command::new("npm");
    test.current_dir(&folder).args(["test", "--", "--bin"]).arg(&binary).arg("--shots").arg(&shots);
    if let Some(chromium) = chromium() {
        test.env("CHROMIUM", chromium);
    }
    run(&mut test)
}

/// What `package-lock.json` names, unless it is there already.
fn fetch_packages(folder: &Path) -> Result<()> {
    let npm = || {
        let mut command = Command::new("npm");
        command.current_dir(folder);
        command
    };
    if succeeds(npm().arg("ls")) {
        return Ok(());
    }
    println!("fetches what web/tests/package-lock.json names, with npm ci");
    run(npm().args(["ci", "--no-audit", "--no-fund"]))
}
