//! Where the server's programs are; as root on Debian they are installed if they are nowhere.

use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, bail};

/// The oldest version that the store is made for.
const VERSION_MIN: u32 = 15;
/// Where Debian keeps each version's programs, below its number.
const DEBIAN: &str = "/usr/lib/postgresql";
/// What keeps Debian from making and starting a server of its own when the package is installed.
const NO_CLUSTER: &str = "/etc/postgresql-common/createcluster.d/private-postgres.conf";

/// The folder with `postgres` and `initdb`: what the PATH names, or the newest of Debian's.
pub fn folder(is_root: bool) -> Result<PathBuf> {
    if let Some(folder) = find() {
        return Ok(folder);
    }
    if !is_root || !succeeds(Command::new("apt-get").arg("--version")) {
        bail!(
            "PostgreSQL {VERSION_MIN} or newer is not installed: run `apt-get install postgresql` as root, or install its \
             server your system's way, with `postgres` and `initdb` on the PATH"
        );
    }
    install()?;
    find().with_context(|| {
        format!("the package `postgresql` is installed, but no server of version {VERSION_MIN} or newer")
    })
}

fn find() -> Option<PathBuf> {
    let path = variable("PATH").unwrap_or_default();
    let named: Vec<_> = std::env::split_paths(&path).collect();
    named.into_iter().chain(debian()).find(|folder| is_complete(folder))
}

/// Debian's folders, the newest first.
fn debian() -> Vec<PathBuf> {
    let Ok(entries) = std::fs::read_dir(DEBIAN) else { return Vec::new() };
    let number = |path: &PathBuf| path.file_name()?.to_str()?.parse::<u32>().ok();
    let mut found: Vec<_> = entries.filter_map(|entry| Some(entry.ok()?.path())).collect();
    found.sort_by_key(|path| std::cmp::Reverse(number(path)));
    found.into_iter().map(|path| path.join("bin")).collect()
}

fn is_complete(folder: &Path) -> bool {
    let (server, maker) = (folder.join("postgres"), folder.join("initdb"));
    server.is_file() && maker.is_file() && version(&server).is_some_and(|version| version >= VERSION_MIN)
}

/// The first number of `postgres (PostgreSQL) 15.18 (Debian …)`.
fn version(server: &Path) -> Option<u32> {
    let output = Command::new(server).arg("--version").output().ok()?;
    let said = String::from_utf8(output.stdout).ok()?;
    let number = said.split(')').nth(1)?.trim();
    number.split(|c: char| !c.is_ascii_digit()).next()?.parse().ok()
}

#[expect(clippy::disallowed_methods, reason = "where programs are is the system's to say; no rule of ours runs here")]
fn variable(name: &str) -> Option<String> {
    std::env::var(name).ok()
}

/// Tests that run side by side may all find it missing: one installs, the others wait for it and find it done.
fn install() -> Result<()> {
    eprintln!("installs `postgresql` with apt-get, because the tests need a PostgreSQL server of their own");
    let wait = ["-o", "DPkg::Lock::Timeout=300", "--quiet"];
    let apt = |words: &[&str]| {
        let mut command = Command::new("apt-get");
        command.env("DEBIAN_FRONTEND", "noninteractive").args(wait).args(words);
        let done = command.status().context("`apt-get` does not start")?.success();
        done.then_some(()).with_context(|| format!("`apt-get {}` failed", words.join(" ")))
    };
    apt(&["update"])?;
    let quiet = quiet_cluster();
    let installed = apt(&["install", "--yes", "--no-install-recommends", "postgresql"]);
    if quiet {
        let _ = std::fs::remove_file(NO_CLUSTER);
    }
    installed
}

/// Says that no server of the system's own is wanted now. Where that cannot be said, one is made, and does no harm.
fn quiet_cluster() -> bool {
    let folder = Path::new(NO_CLUSTER).parent().expect("the file is in a folder");
    std::fs::create_dir_all(folder).is_ok() && std::fs::write(NO_CLUSTER, "create_main_cluster = false\n").is_ok()
}

fn succeeds(command: &mut Command) -> bool {
    command.output().is_ok_and(|output| output.status.success())
}
