//! `xiaoer chat`: the terminal's door.

use std::io::{BufRead, Write};
use std::process::ExitCode;

use anyhow::{Context, Result};
use desk::wire::AnswerBody;
use desk::{Desk, Opening};
use domain::id::BuyerId;
use domain::language::Language;
use rustyline::error::ReadlineError;

use super::{print, runtime};
use crate::configuration::Configuration;
use crate::wiring;

const WELCOME: &str = "小二在此。想要什么，说一句就行，比如：来两杯珍珠奶茶，少糖，送到公司\n\
                       At your service. Just say it, for example: two americanos, one iced, no sugar\n\
                       （Ctrl-D 结束 / to leave）\n";

/// Talks with a buyer until they leave.
///
/// # Errors
/// If the store cannot be opened, or the terminal cannot be read.
pub fn chat(configuration: &Configuration, name: &str, json: bool) -> Result<ExitCode> {
    let runtime = runtime()?;
    runtime.block_on(async {
        let desk = wiring::desk(configuration).await?;
        let buyer = desk.open_named(name, &Opening::default()).await;
        let buyer = buyer.with_context(|| format!("`{name}` could not be let in"))?;
        let door = Door { desk, buyer };
        if json { door.lines().await } else { door.talk().await }
    })
}

struct Door {
    desk: Desk,
    buyer: BuyerId,
}

impl Door {
    /// One sentence per line in, one JSON object per line out.
    async fn lines(&self) -> Result<ExitCode> {
        let mut output = std::io::stdout().lock();
        for line in std::io::stdin().lock().lines() {
            let body = self.answer(&line.context("the input is not UTF-8")?).await;
            serde_json::to_writer(&mut output, &body)?;
            output.write_all(b"\n")?;
            output.flush()?;
        }
        Ok(ExitCode::SUCCESS)
    }

    async fn talk(&self) -> Result<ExitCode> {
        print(WELCOME)?;
        let mut editor = rustyline::DefaultEditor::new()?;
        loop {
            match editor.readline("你 › ") {
                Ok(line) if line.trim().is_empty() => {}
                Ok(line) => {
                    // A line that cannot be remembered can still be answered.
                    let _ = editor.add_history_entry(&line);
                    print(&shown(&self.answer(&line).await))?;
                }
                Err(ReadlineError::Eof | ReadlineError::Interrupted) => return Ok(ExitCode::SUCCESS),
                Err(error) => return Err(error.into()),
            }
        }
    }

    async fn answer(&self, sentence: &str) -> AnswerBody {
        match self.desk.turn(self.buyer, sentence).await {
            Ok(answer) => (&answer).into(),
            Err(refusal) => AnswerBody::refused(&refusal, Language::default()),
        }
    }
}

/// An answer as a person reads it.
fn shown(body: &AnswerBody) -> String {
    format!("小二 › {}\n", body.reply.replace('\n', "\n       "))
}
