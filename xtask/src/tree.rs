//! The repository's text files in memory, so that a check is a function of them and a test can hand it bad ones.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, bail};

use crate::shell;

/// Folders that hold nothing of ours, for a copy without its history.
const NOT_OURS: [&str; 4] = [".git", "target", "node_modules", "data"];

/// All text files by their path from the root, with `/` between folders.
#[derive(Debug, Default)]
pub struct Tree {
    texts: BTreeMap<String, String>,
    /// Files that are no text, such as pictures.
    others: Vec<String>,
}

/// Something that is not as it should be.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Finding {
    path: String,
    line: usize,
    message: String,
}

impl Tree {
    /// Reads the files that are tracked, and those that are about to be.
    ///
    /// # Errors
    /// If they cannot be listed or read.
    pub fn read() -> Result<Self> {
        let root = shell::root();
        let mut tree = Self::default();
        for name in names(root)? {
            let path = root.join(&name);
            if !path.is_file() {
                continue;
            }
            let bytes = std::fs::read(&path).with_context(|| format!("`{name}` does not read"))?;
            match String::from_utf8(bytes) {
                Ok(text) => drop(tree.texts.insert(name, text)),
                Err(_) => tree.others.push(name),
            }
        }
        Ok(tree)
    }

    /// A tree for a test.
    #[cfg(test)]
    pub fn of(files: &[(&str, &str)]) -> Self {
        let texts = files.iter().map(|(path, text)| ((*path).to_owned(), (*text).to_owned())).collect();
        Self { texts, others: Vec::new() }
    }

    /// All text files.
    pub fn files(&self) -> impl Iterator<Item = (&str, &str)> {
        self.texts.iter().map(|(path, text)| (path.as_str(), text.as_str()))
    }

    /// Text files below a folder with this ending.
    pub fn under(&self, folder: &str, ending: &str) -> impl Iterator<Item = (&str, &str)> {
        self.files().filter(move |(path, _)| path.starts_with(folder) && path.ends_with(ending))
    }

    /// One text file.
    pub fn text(&self, path: &str) -> Option<&str> {
        self.texts.get(path).map(String::as_str)
    }

    /// Whether there is a file or folder at this path.
    pub fn has(&self, path: &str) -> bool {
        let folder = format!("{}/", path.trim_end_matches('/'));
        self.texts.keys().chain(&self.others).any(|file| file == path || file.starts_with(&folder))
    }
}

impl Finding {
    /// Something about a line, counted from 1.
    pub fn new(path: &str, line: usize, message: impl Into<String>) -> Self {
        Self { path: path.into(), line, message: message.into() }
    }
}

impl std::fmt::Display for Finding {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}:{}: {}", self.path, self.line, self.message)
    }
}

/// The line on which a place in a text lies, counted from 1.
pub fn line_of(text: &str, place: usize) -> usize {
    text.bytes().take(place).filter(|byte| *byte == b'\n').count() + 1
}

fn names(root: &Path) -> Result<Vec<String>> {
    if !root.join(".git").exists() {
        let mut names = Vec::new();
        walk(root, root, &mut names)?;
        return Ok(names);
    }
    let arguments = ["ls-files", "-z", "--cached", "--others", "--exclude-standard"];
    let output = Command::new("git").current_dir(root).args(arguments).output().context("git does not start")?;
    if !output.status.success() {
        bail!("git does not list the files: {}", String::from_utf8_lossy(&output.stderr).trim());
    }
    let names = String::from_utf8(output.stdout).context("a file's name is not UTF-8")?;
    Ok(names.split('\0').filter(|name| !name.is_empty()).map(str::to_owned).collect())
}

/// A copy without its history is walked instead.
fn walk(root: &Path, folder: &Path, names: &mut Vec<String>) -> Result<()> {
    let mut entries: Vec<PathBuf> = Vec::new();
    for entry in std::fs::read_dir(folder).with_context(|| format!("`{}` does not list", folder.display()))? {
        entries.push(entry?.path());
    }
    for path in entries {
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        if path.is_dir() && !NOT_OURS.contains(&&*name) {
            walk(root, &path, names)?;
        } else if path.is_file() {
            names.push(path.strip_prefix(root)?.to_string_lossy().replace('\\', "/"));
        }
    }
    Ok(())
}
