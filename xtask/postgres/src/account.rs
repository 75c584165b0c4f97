//! Whom a server runs as: PostgreSQL refuses to run as root, so root lends it an account without privileges.

use std::os::unix::fs::{MetadataExt, chown};
use std::os::unix::process::CommandExt;
use std::path::Path;
use std::process::Command;

use anyhow::{Context, Result};

/// Accounts that root may lend, the best first.
const LENT: [&str; 2] = ["postgres", "nobody"];

/// An account that is not ours.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Account {
    user: u32,
    group: u32,
}

impl Account {
    /// Whom to run as, for a folder that this process made: nobody else, unless we are root.
    pub fn for_folder(folder: &Path) -> Result<Option<Self>> {
        let owner = folder.metadata().context("the folder just made cannot be read")?.uid();
        if owner != 0 {
            return Ok(None);
        }
        let accounts = std::fs::read_to_string("/etc/passwd").context("the list of accounts cannot be read")?;
        let found = LENT.iter().find_map(|name| named(&accounts, name));
        found
            .map(Some)
            .with_context(|| format!("PostgreSQL refuses to run as root, and there is no {}", LENT.join(" or ")))
    }

    /// Makes a folder this account's own.
    pub fn own(self, folder: &Path) -> Result<()> {
        chown(folder, Some(self.user), Some(self.group)).context("the folder cannot be handed to the server's account")
    }

    /// Makes a command run as this account.
    pub fn lend(self, command: &mut Command) {
        command.uid(self.user).gid(self.group);
    }
}

/// An account in the form of `/etc/passwd`: `name:password:user:group:…`.
fn named(accounts: &str, name: &str) -> Option<Account> {
    let fields = accounts.lines().map(|line| line.split(':').collect::<Vec<_>>());
    let found = fields.into_iter().find(|fields| fields.first() == Some(&name))?;
    Some(Account { user: found.get(2)?.parse().ok()?, group: found.get(3)?.parse().ok()? })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_account_is_found_by_its_whole_name() {
        let accounts = "root:x:0:0:root::/bin/sh\npostgres2:x:9:9::/:\npostgres:x:101:104:,,,:/var:/bin/bash\n";
        assert_eq!(named(accounts, "postgres"), Some(Account { user: 101, group: 104 }));
        assert_eq!(named(accounts, "nobody"), None);
    }
}
