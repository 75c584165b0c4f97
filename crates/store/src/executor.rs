//! The executor: drains a shard's queue and decides a whole batch for the price of one sync.
//!
//! | phase | what happens |
//! | --- | --- |
//! | drain | wait for a command, take what else has queued, at most [`BATCH_MAX`] |
//! | load | the rows that the commands name, then the rows that follow from those |
//! | decide | each command in order, seeing the effects of those before it |
//! | save | rows, postings, receipts, events, in one transaction |
//! | reply | only now; a refusal too, because it may rest on what the batch wrote |
//!
//! Where the engine can save in the background, the next batch is loaded and decided meanwhile, if anybody waits: one
//! batch ahead, no more. It rests on the one before: if that is not saved, it is thrown away and decided again.
//!
//! If loading or saving fails nothing was changed, and every caller is told to come again; their receipts make that safe.

use std::panic::AssertUnwindSafe;
use std::sync::Arc;
use std::time::{Duration, Instant};

use domain::command::{Command, decide};
use domain::id::Shard;
use domain::receipt::{IdempotencyKey, Outcome};
use domain::refusal::Refusal;
use domain::time::{Span, Time};
use domain::working_set::{Context, RowNames, WorkingSet};
use tokio::sync::{mpsc, oneshot};

use crate::engine::{Saving, Session};
use crate::error::StoreError;
use crate::metric;

/// Commands decided together at most: beyond this the sync is already shared so widely that only waiting grows.
pub const BATCH_MAX: usize = 512;
/// Commands that wait at most: about a tenth of a second's work, so that nobody waits long to be told that it is busy.
pub const QUEUE_MAX: usize = 4096;
const BUSY_RETRY_SECONDS: u32 = 1;
/// How often a batch is tried before its callers are told to come again.
const TRIES_MAX: u32 = 6;
/// The first pause between two tries; each is twice the one before: a third of a second in all.
const PAUSE: Duration = Duration::from_millis(10);

/// Tells the time; only the binary has a real one.
pub type Clock = Arc<dyn Fn() -> Time + Send + Sync>;
/// Is shown each batch right after its commit.
pub type Committed = Arc<dyn Fn(Shard, &WorkingSet) + Send + Sync>;

/// How executors work.
#[derive(Clone)]
pub struct Settings {
    /// The clock.
    pub clock: Clock,
    /// Who is shown each commit.
    pub committed: Committed,
    /// Commands that wait at most.
    pub queue_max: usize,
    /// Commands decided together at most.
    pub batch_max: usize,
    /// A number that no other node of the same database has.
    pub node: u64,
}

impl Settings {
    /// The usual limits, with nobody watching.
    pub fn new(clock: Clock) -> Self {
        Self { clock, committed: Arc::new(|_, _| {}), queue_max: QUEUE_MAX, batch_max: BATCH_MAX, node: 0 }
    }
}

/// A shard, and how many there are.
#[derive(Debug, Clone, Copy)]
pub struct Part {
    /// Which.
    pub shard: Shard,
    /// Of how many.
    pub shards: u16,
}

/// A command that waits, and who waits for it.
struct Waiting {
    key: IdempotencyKey,
    command: Command,
    reply: oneshot::Sender<Result<Outcome, Refusal>>,
}

/// The way to a shard's executor.
#[derive(Clone)]
pub struct Executor {
    queue: mpsc::Sender<Waiting>,
}

impl Executor {
    /// Starts a thread that decides for a shard. It ends when the last handle is gone.
    pub fn start(part: Part, session: Box<dyn Session>, settings: Settings) -> Self {
        let (queue, waiting) = mpsc::channel(settings.queue_max);
        let worker = Worker { part, session, settings };
        std::thread::Builder::new()
            .name(format!("shard-{}", part.shard.0))
            .spawn(move || worker.run(waiting))
            .expect("a thread can be started while the program starts");
        Self { queue }
    }

    /// Queues a command and waits for its answer. A caller who goes away loses the answer, not the decision.
    pub async fn submit(&self, key: IdempotencyKey, command: Command) -> Result<Outcome, Refusal> {
        let (reply, answer) = oneshot::channel();
        let busy = Refusal::Busy { retry_in: Span::seconds(BUSY_RETRY_SECONDS) };
        self.queue.try_send(Waiting { key, command, reply }).map_err(|_| busy)?;
        answer.await.unwrap_or_else(|_| Err(StoreError::Closed.into()))
    }

    /// Commands that wait now.
    pub fn waiting(&self) -> usize {
        self.queue.max_capacity() - self.queue.capacity()
    }
}

struct Worker {
    part: Part,
    session: Box<dyn Session>,
    settings: Settings,
}

type Commands<'a> = [(IdempotencyKey, &'a Command)];
type Answers = Vec<Result<Outcome, Refusal>>;

/// Commands that are answered together.
struct Batch {
    waiting: Vec<Waiting>,
    began: Instant,
}

/// What a batch came to, before it is saved.
struct Decided {
    answers: Answers,
    rows: WorkingSet,
}

/// A batch that is being saved while the next is decided.
struct Ahead {
    batch: Batch,
    answers: Answers,
    rows: Arc<WorkingSet>,
}

/// How far a batch has come.
enum Progress {
    /// It is to be answered.
    Done(Result<Answers, StoreError>),
    /// It is being saved.
    UnderWay(Answers, Arc<WorkingSet>),
    /// It has to be decided again from its load.
    Again,
}

impl Worker {
    fn run(mut self, mut queue: mpsc::Receiver<Waiting>) {
        let mut before = None;
        loop {
            if queue.is_empty() {
                // Nothing can be decided meanwhile: who waits for the batch is answered as soon as it is safe.
                let saved = self.session.finish_saving();
                before.take().into_iter().for_each(|before| self.finish(before, &saved));
            }
            let mut waiting = Vec::with_capacity(self.settings.batch_max);
            if queue.blocking_recv_many(&mut waiting, self.settings.batch_max) == 0 {
                return;
            }
            before = self.advance(Batch { waiting, began: metric::now() }, before);
        }
    }

    /// Decides a batch while the one before is being saved, and has it saved in its turn. Returns it if that is under
    /// way.
    fn advance(&mut self, batch: Batch, before: Option<Ahead>) -> Option<Ahead> {
        let decided = self.guarded(&batch.commands(), decide_rows);
        let saved = self.session.finish_saving();
        let progress = match decided {
            Some(decided) if saved.is_ok() => self.start_saving(decided, before.is_some()),
            // An assertion failed, or what it rests on was not saved.
            _ => Progress::Again,
        };
        before.into_iter().for_each(|before| self.finish(before, &saved));
        match progress {
            Progress::UnderWay(answers, rows) => return Some(Ahead { batch, answers, rows }),
            Progress::Done(answers) => batch.reply(answers),
            Progress::Again => {
                let answers = self.decide_again(&batch.commands());
                batch.reply(answers);
            }
        }
        None
    }

    fn start_saving(&mut self, decided: Result<Decided, StoreError>, ahead: bool) -> Progress {
        let Decided { answers, rows } = match decided {
            Ok(decided) => decided,
            Err(error) if error.may_pass() => return Progress::Again,
            Err(error) => return Progress::Done(Err(error)),
        };
        if rows.revision() == 0 {
            self.session.abandon();
            // Refusals are saved by nobody who would notice that others have changed what they rest on.
            return if ahead { Progress::Again } else { Progress::Done(Ok(answers)) };
        }
        let rows = Arc::new(rows);
        match self.session.start_saving(rows.clone()) {
            Ok(Saving::UnderWay) => Progress::UnderWay(answers, rows),
            Ok(Saving::Done) => {
                (self.settings.committed)(self.part.shard, &rows);
                Progress::Done(Ok(answers))
            }
            Err(error) if error.may_pass() => Progress::Again,
            Err(error) => Progress::Done(Err(error)),
        }
    }

    /// Answers a batch whose save has come to an end; decides it again if it was not saved, and may be.
    fn finish(&mut self, Ahead { batch, answers, rows }: Ahead, saved: &Result<(), StoreError>) {
        match saved {
            Ok(()) => {
                (self.settings.committed)(self.part.shard, &rows);
                batch.reply(Ok(answers));
            }
            Err(error) => {
                tracing::warn!(
                    error = error as &dyn std::error::Error,
                    shard = self.part.shard.0,
                    "a batch was not saved"
                );
                let answers = self.decide_again(&batch.commands());
                batch.reply(answers);
            }
        }
    }

    /// Decides a batch from its load and saves it. An assertion that fails in a rule ends neither the shard nor its
    /// neighbours' commands: the batch is decided once more, each command alone.
    fn decide_again(&mut self, commands: &Commands<'_>) -> Result<Answers, StoreError> {
        self.session.abandon();
        metric::retried();
        if let Some(answers) = self.guarded(commands, decide_patiently) {
            return answers;
        }
        let alone = |command| match self.guarded(&[command], decide_patiently) {
            Some(Ok(mut answers)) => answers.pop().unwrap_or_else(|| Err(StoreError::Closed.into())),
            Some(Err(error)) => Err(error.into()),
            None => Err(StoreError::Closed.into()),
        };
        Ok(commands.iter().copied().map(alone).collect())
    }

    /// `None` if an assertion failed; then nothing was changed.
    fn guarded<T>(
        &mut self,
        commands: &Commands<'_>,
        work: impl FnOnce(&mut dyn Session, Part, &Settings, &Commands<'_>) -> T,
    ) -> Option<T> {
        let work = AssertUnwindSafe(|| work(&mut *self.session, self.part, &self.settings, commands));
        let done = std::panic::catch_unwind(work);
        if done.is_err() {
            self.session.abandon();
            let names: Vec<_> = commands.iter().map(|(_, command)| command.name()).collect();
            tracing::error!(shard = self.part.shard.0, ?names, "an assertion failed; the batch was abandoned");
        }
        done.ok()
    }
}

impl Batch {
    fn commands(&self) -> Vec<(IdempotencyKey, &Command)> {
        self.waiting.iter().map(|waiting| (waiting.key, &waiting.command)).collect()
    }

    fn reply(self, answers: Result<Answers, StoreError>) {
        metric::batch(self.waiting.len(), self.began.elapsed());
        let replies = self.waiting.into_iter().map(|waiting| waiting.reply);
        // A caller who has gone is no error: the receipt keeps the answer.
        match answers {
            Ok(answers) => replies.zip(answers).for_each(|(reply, answer)| drop(reply.send(answer))),
            Err(error) => {
                let refusal = Refusal::from(error);
                replies.for_each(|reply| drop(reply.send(Err(refusal.clone()))));
            }
        }
    }
}

/// Decides a batch, again from its load if the database gave it up: who was answered before has a receipt, and who was
/// not is decided anew.
fn decide_patiently(
    session: &mut dyn Session,
    part: Part,
    settings: &Settings,
    commands: &Commands<'_>,
) -> Result<Answers, StoreError> {
    let mut pause = PAUSE;
    for _ in 1..TRIES_MAX {
        match decide_batch(session, part, settings, commands) {
            Err(error) if error.may_pass() => tracing::warn!(%error, shard = part.shard.0, "the batch is tried again"),
            decided => return decided,
        }
        metric::retried();
        std::thread::sleep(pause);
        pause *= 2;
    }
    decide_batch(session, part, settings, commands)
}

/// Load, decide, save.
///
/// # Errors
/// If the database fails; then nothing was changed.
pub fn decide_batch(
    session: &mut dyn Session,
    part: Part,
    settings: &Settings,
    commands: &[(IdempotencyKey, &Command)],
) -> Result<Vec<Result<Outcome, Refusal>>, StoreError> {
    let Decided { answers, rows } = decide_rows(session, part, settings, commands)?;
    if rows.revision() == 0 {
        session.abandon();
    } else {
        session.save(&rows)?;
        (settings.committed)(part.shard, &rows);
    }
    Ok(answers)
}

/// Load and decide; if that fails, the batch is abandoned.
fn decide_rows(
    session: &mut dyn Session,
    part: Part,
    settings: &Settings,
    commands: &Commands<'_>,
) -> Result<Decided, StoreError> {
    let decided = decide_loaded(session, part, settings, commands);
    if decided.is_err() {
        session.abandon();
    }
    decided
}

fn decide_loaded(
    session: &mut dyn Session,
    Part { shard, shards }: Part,
    settings: &Settings,
    commands: &Commands<'_>,
) -> Result<Decided, StoreError> {
    let began = metric::now();
    let mut rows = WorkingSet::at(session.begin(shard)?);
    let context = Context { now: (settings.clock)(), shard, shards };
    metric::clock_behind(rows.head.latest.since(context.now));
    load(session, &mut rows, commands)?;
    metric::phase("load", began.elapsed());
    let began = metric::now();
    let mut answers = Vec::with_capacity(commands.len());
    for (key, command) in commands {
        load_more(session, &mut rows, std::iter::once(*command))?;
        answers.push(decide(&mut rows, *key, command, &context));
    }
    metric::phase("decide", began.elapsed());
    Ok(Decided { answers, rows })
}

fn load(session: &mut dyn Session, rows: &mut WorkingSet, commands: &Commands<'_>) -> Result<(), StoreError> {
    let mut names = RowNames::default();
    for (key, command) in commands {
        command.name_rows(*key, &mut names);
    }
    session.load(&names, rows)?;
    load_more(session, rows, commands.iter().map(|(_, command)| *command))
}

/// Loads the rows that follow from those read. Called for the whole batch, and once more before each decision, because
/// an earlier command of the batch may have made the row that more follows from; then it is most often nothing.
fn load_more<'a>(
    session: &mut dyn Session,
    rows: &mut WorkingSet,
    commands: impl Iterator<Item = &'a Command>,
) -> Result<(), StoreError> {
    let mut names = RowNames::default();
    for command in commands {
        command.name_more(rows, &mut names);
    }
    let missing = rows.missing(names);
    if missing.is_empty() { Ok(()) } else { session.load(&missing, rows) }
}
