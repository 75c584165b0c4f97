//! What a run is measured with: the core's own histograms, the processor time of each thread, the bytes written.

use std::collections::BTreeMap;
use std::fs;
use std::sync::{Arc, Mutex, PoisonError};

use hdrhistogram::Histogram;
use metrics::{Counter, Gauge, HistogramFn, Key, KeyName, Metadata, Recorder, SharedString, Unit};

/// Three digits are kept of each figure.
const DIGITS: u8 = 3;

/// Keeps every histogram that the core tells, in nanoseconds or commands.
#[derive(Clone, Default)]
pub struct Meter(Arc<Mutex<BTreeMap<String, Arc<Figures>>>>);

struct Figures(Mutex<Histogram<u64>>);

impl HistogramFn for Figures {
    fn record(&self, value: f64) {
        let mut figures = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        figures.record((value * 1e9) as u64).expect("it grows as it must");
    }
}

impl Meter {
    /// One that all is told to from now on.
    pub fn install() -> Self {
        let meter = Self::default();
        metrics::set_global_recorder(meter.clone()).expect("there is one recorder");
        meter
    }

    /// The histogram of a name, and of the value of its label.
    pub fn figures(&self, name: &str, label: &str) -> Histogram<u64> {
        let figures = self.of(format!("{name}{label}"));
        let figures = figures.0.lock().unwrap_or_else(PoisonError::into_inner);
        figures.clone()
    }

    /// Forgets what was measured so far.
    pub fn reset(&self) {
        for figures in self.0.lock().unwrap_or_else(PoisonError::into_inner).values() {
            figures.0.lock().unwrap_or_else(PoisonError::into_inner).reset();
        }
    }

    fn of(&self, name: String) -> Arc<Figures> {
        let none = || Arc::new(Figures(Mutex::new(Histogram::new(DIGITS).expect("three digits can be kept"))));
        self.0.lock().unwrap_or_else(PoisonError::into_inner).entry(name).or_insert_with(none).clone()
    }
}

impl Recorder for Meter {
    fn describe_counter(&self, _: KeyName, _: Option<Unit>, _: SharedString) {}
    fn describe_gauge(&self, _: KeyName, _: Option<Unit>, _: SharedString) {}
    fn describe_histogram(&self, _: KeyName, _: Option<Unit>, _: SharedString) {}

    fn register_counter(&self, _: &Key, _: &Metadata<'_>) -> Counter {
        Counter::noop()
    }

    fn register_gauge(&self, _: &Key, _: &Metadata<'_>) -> Gauge {
        Gauge::noop()
    }

    fn register_histogram(&self, key: &Key, _: &Metadata<'_>) -> metrics::Histogram {
        let label: String = key.labels().map(|label| label.value()).collect();
        self.of(format!("{}{label}", key.name())).into()
    }
}

/// Nanoseconds of processor time that each thread of this process has had, by its name; nothing where the system does
/// not say.
pub fn processor_ns() -> BTreeMap<String, u64> {
    let mut threads = BTreeMap::new();
    for thread in fs::read_dir("/proc/self/task").into_iter().flatten().flatten() {
        let read = |file| fs::read_to_string(thread.path().join(file)).unwrap_or_default();
        let ns = read("schedstat").split(' ').next().and_then(|ns| ns.parse().ok()).unwrap_or(0);
        *threads.entry(read("comm").trim().to_owned()).or_default() += ns;
    }
    threads
}

/// Bytes that this process has written to files; 0 where the system does not say.
pub fn written_bytes() -> u64 {
    let io = fs::read_to_string("/proc/self/io").unwrap_or_default();
    io.lines().find_map(|line| line.strip_prefix("wchar: ")).and_then(|bytes| bytes.parse().ok()).unwrap_or(0)
}
