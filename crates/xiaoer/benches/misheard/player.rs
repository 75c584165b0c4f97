//! Plays dialogues by the dialogues' own program, over a copy of their folder whose turns may be changed.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use serde_json::Value;
use tempfile::TempDir;

/// What came of a dialogue.
pub struct Outcome {
    pub language: String,
    pub passed: bool,
    pub failures: Vec<String>,
    pub wrong_orders: usize,
    /// The turns as they were written.
    pub meant: Vec<String>,
    /// The turns as they were said.
    pub said: Vec<String>,
}

/// Changes the turns of the dialogue with this id.
pub type Hear<'a> = &'a dyn Fn(&str, &[String]) -> Vec<String>;

/// A folder of dialogues, and the program under test.
pub struct Player {
    folder: PathBuf,
    xiaoer: PathBuf,
}

impl Player {
    /// A player of the dialogues in `folder`.
    pub fn new(folder: &Path, xiaoer: &Path) -> Result<Self, String> {
        for needed in [&folder.join("run.py"), xiaoer] {
            if !needed.is_file() {
                return Err(format!("`{}` is not there", needed.display()));
            }
        }
        Ok(Self { folder: folder.into(), xiaoer: xiaoer.into() })
    }

    /// Plays all of them.
    pub fn play(&self, hear: Hear<'_>) -> Result<BTreeMap<String, Outcome>, String> {
        let copy = tempfile::tempdir().map_err(|error| format!("no folder can be made: {error}"))?;
        let turns = self.copy(&copy, hear).map_err(|error| format!("the dialogues cannot be copied: {error}"))?;
        let results = copy.path().join("results.json");
        let played = Command::new("python3")
            .arg(copy.path().join("run.py"))
            .args([Path::new("--xiaoer"), &self.xiaoer, Path::new("--out"), &results])
            .stdout(Stdio::null())
            .status();
        let played = played.map_err(|error| format!("python3 does not run: {error}"))?;
        let text = std::fs::read_to_string(&results).map_err(|_| format!("run.py ended with {played}"))?;
        let rows: Vec<Value> = serde_json::from_str(&text).map_err(|error| format!("results: {error}"))?;
        Ok(rows.iter().filter_map(|row| outcome(row, &turns)).collect())
    }

    /// Copies the folder, changed turns and all; gives the turns of each dialogue, as meant and as said.
    fn copy(&self, to: &TempDir, hear: Hear<'_>) -> std::io::Result<Turns> {
        let mut turns = Turns::new();
        for name in std::fs::read_dir(&self.folder)?.filter_map(Result::ok).map(|entry| entry.path()) {
            if let Some(file) = name.file_name().filter(|_| name.is_file()) {
                std::fs::copy(&name, to.path().join(file))?;
            }
        }
        std::fs::create_dir(to.path().join("dialogues"))?;
        for path in std::fs::read_dir(self.folder.join("dialogues"))?.filter_map(Result::ok).map(|entry| entry.path()) {
            let Some(file) = path.file_name().filter(|_| path.extension().is_some_and(|end| end == "jsonl")) else {
                continue;
            };
            let text = std::fs::read_to_string(&path)?;
            let heard: Vec<String> = text.lines().filter_map(|line| misheard(line, hear, &mut turns)).collect();
            std::fs::write(to.path().join("dialogues").join(file), heard.join("\n"))?;
        }
        Ok(turns)
    }
}

type Turns = BTreeMap<String, (Vec<String>, Vec<String>)>;

fn misheard(line: &str, hear: Hear<'_>, turns: &mut Turns) -> Option<String> {
    let mut dialogue: Value = serde_json::from_str(line).ok()?;
    let id = dialogue["id"].as_str()?.to_owned();
    let meant = strings(&dialogue["turns"]);
    let said = hear(&id, &meant);
    dialogue["turns"] = said.clone().into();
    turns.insert(id, (meant, said));
    Some(dialogue.to_string())
}

fn outcome(row: &Value, turns: &Turns) -> Option<(String, Outcome)> {
    let id = row["id"].as_str()?.to_owned();
    let (meant, said) = turns.get(&id)?.clone();
    let outcome = Outcome {
        language: row["lang"].as_str()?.to_owned(),
        passed: row["passed"].as_bool()?,
        failures: strings(&row["failures"]),
        wrong_orders: row["wrong_orders"].as_array()?.len(),
        meant,
        said,
    };
    Some((id, outcome))
}

fn strings(list: &Value) -> Vec<String> {
    let texts = list.as_array().map(Vec::as_slice).unwrap_or_default();
    texts.iter().filter_map(Value::as_str).map(str::to_owned).collect()
}
