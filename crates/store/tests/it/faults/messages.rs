//! A connection that breaks at every message: those of its making, of load and save, and the commit.

use std::time::Duration;

use domain::receipt::Outcome;
use domain::refusal::Refusal;
use private_postgres::{At, Fault};
use store::{Engine, Memory, Part, Session, Store, StoreError, decide_batch};
use tokio::task::JoinSet;

use super::story::{Commands, Story};
use super::{Ground, assert_audit, assert_same, at_least, rows, settings};
use crate::engines::{SHARD, wait};
use crate::town;

/// Asks for more faults than the usual ones: each at a message of its own.
const VARIABLE: &str = "XIAOER_FAULTS";
/// Faults planned in a run of the tests: at every message, as long as a batch has no more.
const FAULTS: u64 = 250;
/// Messages of a batch at most, those that make its connection among them; more is a loop.
const MESSAGES_MAX: u64 = 2_000;
/// After so many faults a new database: what is compared should stay small.
const RENEWED_EACH: u64 = 20;

type Answers = Vec<Result<Outcome, Refusal>>;

/// The same stories in memory, where nothing fails, and in a database that is broken off.
struct World {
    ground: Ground,
    memory: Memory,
    faultless: Box<dyn Session>,
}

impl World {
    fn new() -> Self {
        let memory = Memory::new(1);
        wait(memory.import(&town::shops(), &town::items())).expect("memory takes any catalogue");
        let faultless = memory.session().expect("memory has sessions");
        Self { ground: Ground::new(1), memory, faultless }
    }

    fn expected(&mut self, story: &Commands) -> Answers {
        decide(&mut *self.faultless, story).expect("memory does not fail")
    }

    /// Every row is what it is where nothing fails.
    fn assert_same(&self, after: &str) {
        assert_same(&rows(&self.memory), &rows(&*self.ground.direct), after);
    }

    fn cut(&mut self, story: &Commands, place: At, fault: Fault, is_done: bool) {
        let after = format!("{fault:?} at {place:?}");
        let before = rows(&self.memory);
        let expected = self.expected(story);
        self.ground.proxy.plan(place, fault);
        let mut session = self.ground.engine.session().expect("a session can be had");
        let answers = decide(&mut *session, story);
        assert!(self.ground.proxy.struck(), "{after}: it is reached");
        assert!(answers.is_err(), "{after}: {answers:?}");
        if is_done {
            self.assert_same(&after);
        } else {
            assert_same(&before, &rows(&*self.ground.direct), &after);
        }
        assert_eq!(decide(&mut *session, story).expect("the fault is over"), expected, "{after}");
        self.assert_same(&after);
    }

    fn end(self) {
        self.assert_same("in the end");
        assert_audit(&*self.ground.direct);
        assert_audit(&self.memory);
    }
}

fn decide(session: &mut dyn Session, story: &Commands) -> Result<Answers, StoreError> {
    let batch: Vec<_> = story.iter().map(|(key, command)| (*key, command)).collect();
    decide_batch(session, Part { shard: SHARD, shards: 1 }, &settings(), &batch)
}

/// The messages at which a fault is planned: every one if asked for enough, else some of all, evenly.
fn places(messages: u64) -> impl Iterator<Item = u64> {
    let faults = at_least(FAULTS, VARIABLE).min(messages);
    (1..=faults).map(move |n| n * messages / faults)
}

/// Messages of a story as one batch: on a new connection, and on one that is there.
fn messages_of_a_story() -> (u64, u64) {
    let ground = Ground::new(1);
    let mut session = ground.engine.session().expect("a session can be had");
    let mut messages = |story| {
        let before = ground.proxy.messages();
        decide(&mut *session, &Story::told(story)).expect("nothing fails");
        ground.proxy.messages() - before
    };
    let (connecting, connected) = (messages(1), messages(2));
    assert!(connected > 40 && connecting > connected + 40 && connecting < MESSAGES_MAX, "{connecting}, {connected}");
    (connecting, connected)
}

/// Nothing is half done by a batch that is cut off, and asking again does it once.
fn cut(fault: Fault) {
    let (messages, _) = messages_of_a_story();
    let mut world = World::new();
    let mut struck = 0;
    for (number, place) in (1..).zip(places(messages).map(At::Message).chain([At::Commit(1)])) {
        if number % RENEWED_EACH == 0 {
            std::mem::replace(&mut world, World::new()).end();
        }
        // Only a commit whose answer was lost is done.
        let is_done = (place == At::Commit(1) || place == At::Message(messages)) && fault == Fault::CutAfter;
        world.cut(&Story::told(number), place, fault, is_done);
        struck += 1;
    }
    world.end();
    println!("{struck} faults, {fault:?}, in batches of {messages} messages");
}

#[test]
fn a_batch_cut_before_a_message() {
    cut(Fault::CutBefore);
}

#[test]
fn a_batch_cut_after_a_message() {
    cut(Fault::CutAfter);
}

/// Callers of a store do not even notice.
#[test]
fn a_store_cut_at_a_message() {
    let (_, messages) = messages_of_a_story();
    let half = places(messages).step_by(2).map(At::Message);
    let cuts = [Fault::CutBefore, Fault::CutAfter];
    let lasting = Duration::from_millis(300);
    let held = [Fault::Strand(lasting), Fault::Freeze(lasting)];
    let some = [At::Message(1), At::Message(8), At::Message(40), At::Commit(1)];
    let mut plan: Vec<_> = half.chain([At::Commit(1)]).flat_map(|at| cuts.map(|fault| (at, fault))).collect();
    plan.extend(some.into_iter().flat_map(|at| held.map(|fault| (at, fault))));
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime starts");
    runtime.block_on(unnoticed(&plan));
}

async fn unnoticed(plan: &[(At, Fault)]) {
    let mut struck = 0;
    for some in plan.chunks(20) {
        let mut world = tokio::task::spawn_blocking(World::new).await.expect("it is made");
        let store = Store::start(world.ground.engine.clone(), &settings()).expect("the executor starts");
        for (number, (at, fault)) in (1..).zip(some) {
            let story = Story::told(number);
            let expected = world.expected(&story);
            world.ground.proxy.plan(*at, *fault);
            let answers = tell(&store, story).await;
            assert_eq!(answers, expected, "{fault:?} at {at:?}");
            // How a story falls into batches is chance, and with it how many messages it takes.
            struck += u32::from(world.ground.proxy.struck());
            world.ground.proxy.calm();
        }
        tokio::task::spawn_blocking(|| world.end()).await.expect("every row is the same");
    }
    println!("{struck} of {} faults struck, and no caller noticed", plan.len());
    assert!(usize::try_from(struck).is_ok_and(|struck| struck * 2 > plan.len()), "most are reached: {struck}");
}

/// Sends a story at once, in its order: a runtime of one thread begins tasks in the order in which they are spawned.
async fn tell(store: &Store, story: Commands) -> Answers {
    let mut tasks = JoinSet::new();
    for (place, (key, command)) in story.into_iter().enumerate() {
        let store = store.clone();
        tasks.spawn(async move { (place, store.submit(SHARD, key, command).await) });
    }
    let mut answers = tasks.join_all().await;
    answers.sort_by_key(|(place, _)| *place);
    answers.into_iter().map(|(_, answer)| answer).collect()
}
