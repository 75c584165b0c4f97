//! Processes by their number: signals, children, and whether one is still there.

use std::fs;
use std::process::{Command, Stdio};
use std::thread::sleep;
use std::time::Duration;

use anyhow::{Context, Result, bail};

/// How long something that ends by itself is looked at again.
const LOOK_EVERY: Duration = Duration::from_millis(10);

/// Sends a signal by its name; that the process is gone already is no error.
pub fn signal(process: u32, name: &str) -> Result<()> {
    let mut kill = Command::new("sh");
    kill.args(["-c", "kill -s \"$1\" \"$2\"", "sh", name, &process.to_string()]);
    kill.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
    kill.status().context("`sh` does not start")?;
    Ok(())
}

/// Kills a process and its children at one moment, as far as they can see: none of them does anything more.
pub fn kill_family(parent: u32) -> Result<()> {
    signal(parent, "STOP")?;
    // Until it stands still it may make another child.
    wait_until(Duration::from_secs(1), || stat(parent).is_none_or(|(state, _)| matches!(state, 'T' | 'Z')));
    let children = children(parent)?;
    for process in std::iter::once(parent).chain(children.iter().copied()) {
        signal(process, "KILL")?;
    }
    let gone = wait_until(Duration::from_secs(10), || children.iter().all(|process| !is_running(*process)));
    if !gone {
        bail!("children of process {parent} do not end");
    }
    Ok(())
}

/// Looks again and again, and says whether it came true in time.
pub fn wait_until(within: Duration, mut is_so: impl FnMut() -> bool) -> bool {
    let looks = within.as_millis() / LOOK_EVERY.as_millis();
    for _ in 0..looks {
        if is_so() {
            return true;
        }
        sleep(LOOK_EVERY);
    }
    is_so()
}

/// Whether a process is there and does something; one that only waits to be buried does not.
pub fn is_running(process: u32) -> bool {
    stat(process).is_some_and(|(state, _)| !matches!(state, 'Z' | 'X'))
}

fn children(parent: u32) -> Result<Vec<u32>> {
    let entries = fs::read_dir("/proc").context("the list of processes cannot be read")?;
    let numbers = entries.filter_map(|entry| entry.ok()?.file_name().to_str()?.parse::<u32>().ok());
    Ok(numbers.filter(|process| stat(*process).is_some_and(|(_, of)| of == parent)).collect())
}

/// A process's state and its parent. The name before them may hold anything, so what follows its last bracket counts.
fn stat(process: u32) -> Option<(char, u32)> {
    let text = fs::read_to_string(format!("/proc/{process}/stat")).ok()?;
    let mut fields = text.rsplit_once(')')?.1.split_whitespace();
    Some((fields.next()?.chars().next()?, fields.next()?.parse().ok()?))
}
