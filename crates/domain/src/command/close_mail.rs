//! Puts a mail away that has arrived, so that nobody delivers it again.

use super::Decide;
use crate::digest::Digest;
use crate::mail::{Mail, MailId};
use crate::receipt::Outcome;
use crate::refusal::Refusal;
use crate::working_set::{Context, RowNames, WorkingSet};

/// Puts a mail away.
#[derive(Debug, Clone)]
pub struct CloseMail {
    /// Which.
    pub mail: MailId,
}

impl Decide for CloseMail {
    fn name_rows(&self, names: &mut RowNames) {
        names.mails.insert(self.mail);
    }

    fn decide(&self, rows: &mut WorkingSet, context: &Context) -> Result<Outcome, Refusal> {
        let mail = rows.mails.get(&self.mail).ok_or(Refusal::NotFound)?.clone();

        // After this point it must succeed.
        rows.next_number(context.shard.slot());
        rows.mails.put(self.mail, Mail { closed: true, ..mail });
        Ok(Outcome::MailClosed(self.mail))
    }

    fn write(&self, digest: Digest) -> Digest {
        digest.count(u64::from(self.mail.from.0)).count(self.mail.number)
    }
}
