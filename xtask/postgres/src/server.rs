//! One server: made, started, killed, started again, stopped.
//!
//! Beside each server runs a guard, a small shell script that reads from a pipe of which only this process holds the
//! other end: when this process ends, by whatever means, the pipe ends, and the guard ends the server and removes its
//! folder.

use std::fs::File;
use std::os::unix::process::CommandExt;
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use anyhow::{Context, Result, bail};
use tempfile::TempDir;

use crate::account::Account;
use crate::address::Address;
use crate::{port, process, programs, wire};

/// The role that owns everything, and the database that is there from the beginning.
const NAME: &str = "xiaoer";
/// How long a start may take, the recovery after a kill included.
const START_WITHIN: Duration = Duration::from_secs(60);
const STOP_WITHIN: Duration = Duration::from_secs(20);
/// How often another port is taken because somebody was faster.
const PORTS_MAX: usize = 5;
/// Lines of the server's log that an error tells.
const LOG_LINES: usize = 12;

const GUARD: &str = r#"
read -r _
kill -s QUIT "$1" 2>/dev/null
tries=0
while kill -s 0 "$1" 2>/dev/null && [ "$tries" -lt 100 ]; do sleep 0.1; tries=$((tries + 1)); done
kill -s KILL "$1" 2>/dev/null
rm -rf -- "$2"
"#;

/// A PostgreSQL server that belongs to this process. Dropping it stops the server and removes all it held.
///
/// It syncs to the disk as an installed one does, unless a setting says otherwise.
#[derive(Debug)]
pub struct Server {
    running: Mutex<Option<Running>>,
    address: Address,
    programs: PathBuf,
    account: Option<Account>,
    settings: Vec<(String, String)>,
    folder: TempDir,
}

#[derive(Debug)]
struct Running {
    server: Child,
    guard: Child,
}

impl Server {
    /// Starts a server with PostgreSQL's own settings.
    ///
    /// # Errors
    /// If it cannot be found or installed, or does not start; the error ends with the server's log.
    pub fn start() -> Result<Self> {
        Self::start_with(&[])
    }

    /// Starts a server for tests, which does not sync: it survives its own death, and need not survive the machine's.
    ///
    /// # Errors
    /// As [`Server::start`].
    pub fn for_tests() -> Result<Self> {
        Self::start_with(&[("fsync", "off")])
    }

    /// Starts a server with these settings, such as `("fsync", "off")`.
    ///
    /// # Errors
    /// As [`Server::start`], and if it does not know a setting.
    pub fn start_with(settings: &[(&str, &str)]) -> Result<Self> {
        let folder =
            tempfile::Builder::new().prefix("postgres-").tempdir().context("no temporary folder can be made")?;
        let account = Account::for_folder(folder.path())?;
        let settings = settings.iter().map(|(name, value)| ((*name).into(), (*value).into())).collect();
        let address =
            Address { user: NAME.into(), host: "127.0.0.1".into(), port: port::free()?, database: NAME.into() };
        let programs = programs::folder(account.is_some())?;
        let mut server = Self { running: Mutex::new(None), address, programs, account, settings, folder };
        server.make()?;
        server.start_on_a_free_port()?;
        wire::run(&server.address.with_database("postgres"), &format!("CREATE DATABASE {NAME}"))?;
        Ok(server)
    }

    /// Where its first database is, for any client.
    pub fn url(&self) -> String {
        self.address.to_string()
    }

    /// The port of 127.0.0.1 that it listens on, before and after a kill.
    pub fn port(&self) -> u16 {
        self.address.port
    }

    /// The number of its first process, if it runs.
    pub fn process(&self) -> Option<u32> {
        self.lock().as_ref().map(|running| running.server.id())
    }

    /// Ends all its processes at once as `kill -9` does, in the middle of whatever they do.
    ///
    /// # Errors
    /// If it does not run, or if one of them stays.
    pub fn kill(&self) -> Result<()> {
        let mut running = self.lock().take().context("the server does not run")?;
        running.dismiss_guard();
        process::kill_family(running.server.id())?;
        running.server.wait().context("the killed server cannot be waited for")?;
        Ok(())
    }

    /// Starts it again after [`Server::kill`], in the same folder and on the same port; it recovers what was committed.
    ///
    /// # Errors
    /// If it runs, or does not start.
    pub fn restart(&self) -> Result<()> {
        if self.lock().is_some() {
            bail!("the server runs already");
        }
        self.run()
    }

    fn lock(&self) -> MutexGuard<'_, Option<Running>> {
        self.running.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn data(&self) -> PathBuf {
        self.folder.path().join("data")
    }

    fn log(&self) -> PathBuf {
        self.folder.path().join("log")
    }

    /// A program of the server's, as its account, in its folder, out of reach of what is typed at a terminal.
    fn program(&self, name: &str) -> Command {
        let mut command = Command::new(self.programs.join(name));
        command.current_dir(self.folder.path()).process_group(0).stdin(Stdio::null());
        if let Some(account) = self.account {
            account.lend(&mut command);
        }
        command
    }

    fn make(&self) -> Result<()> {
        if let Some(account) = self.account {
            account.own(self.folder.path())?;
        }
        let mut initdb = self.program("initdb");
        // What is made here need not outlive the machine; the server that runs on it syncs.
        initdb.args(["--no-sync", "--auth=trust", "--encoding=UTF8", "--locale=C.UTF-8", "--username", NAME]);
        let output = initdb.arg("--pgdata").arg(self.data()).output().context("`initdb` does not start")?;
        if !output.status.success() {
            bail!("`initdb` failed: {}", String::from_utf8_lossy(&output.stderr).trim());
        }
        Ok(())
    }

    fn start_on_a_free_port(&mut self) -> Result<()> {
        for _ in 1..PORTS_MAX {
            match self.run() {
                Err(_) if self.said().contains("could not bind") => self.address.port = port::free()?,
                done => return done,
            }
        }
        self.run()
    }

    fn run(&self) -> Result<()> {
        let log = File::create(self.log()).context("the server's log cannot be written")?;
        let mut command = self.program("postgres");
        command.stdout(log.try_clone()?).stderr(log).arg("-D").arg(self.data());
        let port = self.address.port.to_string();
        let own = [("listen_addresses", "127.0.0.1"), ("port", port.as_str()), ("max_connections", "200")];
        let given = self.settings.iter().map(|(name, value)| (name.as_str(), value.as_str()));
        for (name, value) in own.into_iter().chain(given) {
            command.arg("-c").arg(format!("{name}={value}"));
        }
        command.arg("-c").arg(format!("unix_socket_directories={}", self.folder.path().display()));
        let server = command.spawn().context("`postgres` does not start")?;
        let guard = self.guard(server.id())?;
        let mut running = Running { server, guard };
        let ready = self.wait_until_ready(&mut running.server);
        if ready.is_err() {
            running.stop();
            return ready;
        }
        *self.lock() = Some(running);
        Ok(())
    }

    fn guard(&self, server: u32) -> Result<Child> {
        let mut command = Command::new("sh");
        command.args(["-c", GUARD, "guard", &server.to_string()]).arg(self.folder.path());
        command.process_group(0).stdin(Stdio::piped()).stdout(Stdio::null()).stderr(Stdio::null());
        command.spawn().context("`sh` does not start")
    }

    fn wait_until_ready(&self, server: &mut Child) -> Result<()> {
        let first = self.address.with_database("postgres");
        let mut answered = false;
        process::wait_until(START_WITHIN, || {
            answered = wire::run(&first, "SELECT 1").is_ok();
            answered || !matches!(server.try_wait(), Ok(None))
        });
        if !answered {
            bail!("the private PostgreSQL server does not start; its log ends:\n{}", self.said());
        }
        Ok(())
    }

    /// The end of the server's log.
    fn said(&self) -> String {
        let text = std::fs::read_to_string(self.log()).unwrap_or_default();
        let lines: Vec<_> = text.lines().collect();
        lines[lines.len().saturating_sub(LOG_LINES)..].join("\n")
    }
}

impl Running {
    /// The guard goes first: once the server's process is waited for, its number may be somebody else's.
    fn dismiss_guard(&mut self) {
        let _ = self.guard.kill();
        let _ = self.guard.wait();
    }

    /// A fast shutdown: open transactions end, what was committed is kept; if that does not help, a kill.
    fn stop(mut self) {
        self.dismiss_guard();
        let _ = process::signal(self.server.id(), "INT");
        if !process::wait_until(STOP_WITHIN, || !matches!(self.server.try_wait(), Ok(None))) {
            let _ = process::kill_family(self.server.id());
            let _ = self.server.wait();
        }
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let running = self.lock().take();
        running.into_iter().for_each(Running::stop);
    }
}
