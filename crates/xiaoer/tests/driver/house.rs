//! A data folder of its own with settings of its own, and the program over it.

use std::cell::Cell;
use std::fs::File;
use std::io::{self, Read, Seek, Write};
use std::net::{SocketAddr, TcpListener};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Output, Stdio};
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::Duration;

use serde_json::Value;
use tempfile::TempDir;

use super::client::Client;
use super::now;
use super::town::Town;

/// How long a start may take: a debug build on a busy machine.
const STARTS_WITHIN: Duration = Duration::from_secs(60);
/// How long any other command may take.
const ENDS_WITHIN: Duration = Duration::from_secs(120);
/// How often a start is looked at.
const GLANCE: Duration = Duration::from_millis(1);

/// A data folder and settings; gone when it is dropped.
pub struct House {
    folder: TempDir,
    settings: Vec<(String, String)>,
    /// Where it was reached first, so that a restart is found where clients look for it.
    address: Cell<Option<SocketAddr>>,
}

/// A server that runs; killed when it is dropped.
pub struct Server {
    child: Child,
    /// Where it listens.
    pub address: SocketAddr,
    /// How long it took from the start of the process to the first healthy answer.
    pub ready_in: Duration,
}

impl House {
    /// An empty house: no demonstration, shops that do nothing by themselves, buyers with plenty of money.
    pub fn empty() -> Self {
        let folder = TempDir::with_prefix_in("house-", env!("CARGO_TARGET_TMPDIR")).expect("a folder can be made");
        Self { folder, settings: Vec::new(), address: Cell::new(None) }
            .with("XIAOER_DEMONSTRATION", "false")
            .with("XIAOER_SHOPS_WORK", "false")
            .with("XIAOER_OPENING_BALANCE_FEN", "1000000000")
            .with("XIAOER_LOG", "error")
    }

    /// A house with a town to buy in.
    pub fn of(town: &Town) -> Self {
        let house = Self::empty();
        house.import("shops.json", &town.to_json());
        house
    }

    /// The same with another setting.
    pub fn with(mut self, name: &str, value: &str) -> Self {
        self.set(name, value);
        self
    }

    /// Changes a setting for what is started from now on.
    pub fn set(&mut self, name: &str, value: &str) {
        self.settings.retain(|(known, _)| known != name);
        self.settings.push((name.into(), value.into()));
    }

    /// Writes a file into the folder, beside the data.
    pub fn write(&self, name: &str, text: &str) -> PathBuf {
        let path = self.folder.path().join(name);
        std::fs::write(&path, text).expect("a file can be written");
        path
    }

    /// Imports a file that must be right.
    pub fn import(&self, name: &str, text: &str) {
        let path = self.write(name, text);
        let output = self.run(&["import", path.to_str().expect("our paths are UTF-8")]);
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    }

    /// The data folder.
    pub fn data(&self) -> PathBuf {
        self.folder.path().join("data")
    }

    /// The database file.
    pub fn database(&self) -> PathBuf {
        self.data().join("xiaoer.sqlite")
    }

    /// Runs a command to its end, which must come.
    pub fn run(&self, arguments: &[&str]) -> Output {
        let [said, complained] = [(); 2].map(|()| tempfile::tempfile().expect("a file can be made"));
        let file = |file: &File| file.try_clone().expect("a file can be opened twice");
        let mut command = self.command(arguments);
        let command = command.stdin(Stdio::null()).stdout(file(&said)).stderr(file(&complained));
        let (began, mut child) = (now(), command.spawn().expect("the program starts"));
        let status = loop {
            if let Some(status) = child.try_wait().expect("a child can be waited for") {
                break status;
            }
            if now() - began > ENDS_WITHIN {
                // It may have ended by itself just now.
                let _ = child.kill().and_then(|()| child.wait());
                panic!("{arguments:?} does not end");
            }
            std::thread::sleep(GLANCE);
        };
        Output { status, stdout: whole(said), stderr: whole(complained) }
    }

    /// Says sentences to `chat --json`; the answers.
    pub fn chat(&self, buyer: &str, sentences: &[&str]) -> Vec<Value> {
        let mut command = self.command(&["chat", "--json", "--buyer", buyer]);
        let mut child = command.stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().expect("the program starts");
        let mut input = child.stdin.take().expect("its input is ours");
        input.write_all(sentences.join("\n").as_bytes()).expect("it reads");
        drop(input);
        let output = child.wait_with_output().expect("it ends");
        assert!(output.status.success(), "`chat` ended with {}", output.status);
        let lines = String::from_utf8(output.stdout).expect("answers are UTF-8");
        lines.lines().map(|line| serde_json::from_str(line).expect("answers are JSON")).collect()
    }

    /// Audits, and insists that every invariant holds.
    pub fn audit(&self) {
        let output = self.run(&["audit"]);
        let said = String::from_utf8_lossy(&output.stdout).into_owned() + &String::from_utf8_lossy(&output.stderr);
        assert!(output.status.success(), "the audit failed:\n{said}");
    }

    /// Starts the server, where it was before if it ran before, and waits until it is healthy.
    pub fn serve(&self) -> Server {
        let log = self.folder.path().join("log");
        let greeting = self.folder.path().join("greeting");
        let address = self.address.get().unwrap_or_else(free_address);
        self.address.set(Some(address));
        let mut command = self.command(&["serve", "--listen", &address.to_string()]);
        command.stdin(Stdio::null()).stdout(File::create(&greeting).expect("a file can be made"));
        command.stderr(File::options().create(true).append(true).open(&log).expect("a log can be made"));
        let began = now();
        let mut child = command.spawn().expect("the program starts");
        while now() - began < STARTS_WITHIN {
            if greeted(&greeting) == Some(address) && is_healthy(address) {
                return Server { child, address, ready_in: now() - began };
            }
            if child.try_wait().expect("a child can be waited for").is_some() {
                break;
            }
            std::thread::sleep(GLANCE);
        }
        // It may have ended by itself.
        let _ = child.kill();
        let _ = child.wait();
        panic!("the server did not start: {}", std::fs::read_to_string(&log).unwrap_or_default());
    }

    fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_xiaoer"));
        // In a folder of its own and with no other variables, no setting of the machine's owner has a say.
        command.args(arguments).current_dir(self.folder.path()).env_clear();
        command.envs(self.settings.iter().map(|(name, value)| (name, value)));
        command
    }
}

/// All that was written to a file.
fn whole(mut file: File) -> Vec<u8> {
    let mut bytes = Vec::new();
    file.rewind().and_then(|()| file.read_to_end(&mut bytes)).expect("what was written can be read");
    bytes
}

/// A free address that stays free while its server is down: its port is none of those that the system gives to clients,
/// who would else sooner or later connect to themselves while they ask for a server that is not there.
fn free_address() -> SocketAddr {
    static ASKED: AtomicU32 = AtomicU32::new(0);
    const FIRST: u32 = 10_000;
    const PORTS: u32 = 20_000;
    let mut places = (0..PORTS).map(|_| {
        let spread = std::process::id().wrapping_mul(7_919).wrapping_add(ASKED.fetch_add(1, Ordering::Relaxed));
        let port = u16::try_from(FIRST + spread % PORTS).expect("it is below 30,000");
        SocketAddr::from(([127, 0, 0, 1], port))
    });
    places.find(|address| TcpListener::bind(address).is_ok()).expect("one of 20,000 ports is free")
}

/// The address that the server's greeting names.
fn greeted(greeting: &Path) -> Option<SocketAddr> {
    let text = std::fs::read_to_string(greeting).ok()?;
    let (_, rest) = text.split_once("http://")?;
    rest.split_once('/')?.0.parse().ok()
}

fn is_healthy(address: SocketAddr) -> bool {
    Client::new(address).get("/healthz").is_ok_and(|answer| answer.status == 200)
}

impl Server {
    /// Ends it as a power cut would: no farewell.
    pub fn kill(&mut self) -> io::Result<()> {
        self.child.kill()?;
        self.child.wait().map(drop)
    }

    /// Its process.
    pub fn pid(&self) -> u32 {
        self.child.id()
    }

    /// Memory in use, KiB: (now, at most so far).
    pub fn memory_kib(&self) -> (u64, u64) {
        let status = std::fs::read_to_string(format!("/proc/{}/status", self.pid())).unwrap_or_default();
        let value = |name: &str| {
            let line = status.lines().find_map(|line| line.strip_prefix(name));
            line.and_then(|line| line.trim().split(' ').next()?.parse().ok()).unwrap_or_default()
        };
        (value("VmRSS:"), value("VmHWM:"))
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        // It may have been killed before.
        let _ = self.kill();
    }
}
