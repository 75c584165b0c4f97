//! What share of the Chinese specifications of Recognizers-Text the quantities resolve as specified.
//!
//! A case counts if every result of it is found, with its span and its value, and nothing else is. Cases that the
//! reference implementation, that for .NET, is marked not to support are skipped. The specifications are not part of
//! this repository; `XIAOER_BENCH` names the folder that has `recognizers/`. With `-- failures`, what fails is listed.

#![expect(clippy::print_stdout, reason = "a benchmark prints its figures")]

use std::collections::BTreeMap;
use std::path::PathBuf;

use assistant::quantity::time::{Kind, Reading, Reference, Stamp, When, times};
use assistant::quantity::{self, Found};
use serde_json::{Value, json};

/// What is found in a sentence, given the time of reference, as the specification writes it.
type Read = fn(&str, &str) -> Vec<Result>;

/// Characters from and to, type, resolution.
type Result = (usize, usize, String, Value);

const MODELS: &[(&str, Read)] = &[
    ("Number/Chinese/NumberModel", numbers),
    ("Number/Chinese/OrdinalModel", ordinals),
    ("Number/Chinese/PercentModel", percentages),
    ("Number/Chinese/NumberRangeModel", ranges),
    ("NumberWithUnit/Chinese/CurrencyModel", sums),
    ("NumberWithUnit/Chinese/DimensionModel", dimensions),
    ("DateTime/Chinese/DateTimeModel", whens),
    ("DateTime/Chinese/DateParser", days),
    ("DateTime/Chinese/TimeParser", clocks),
    ("DateTime/Chinese/DateTimeParser", moments),
    ("DateTime/Chinese/DatePeriodParser", day_ranges),
    ("DateTime/Chinese/TimePeriodParser", periods),
    ("DateTime/Chinese/DateTimePeriodParser", periods),
    ("DateTime/Chinese/DurationParser", durations),
];

fn main() {
    let failures = std::env::args().any(|argument| argument == "failures");
    let wanted: Vec<String> = std::env::args()
        .skip(1)
        .filter(|argument| argument.ends_with("Model") || argument.ends_with("Parser"))
        .collect();
    println!("cases of which every result is exact; skipped: not supported by the reference implementation (.NET)");
    for (model, read) in MODELS {
        if wanted.is_empty() || wanted.iter().any(|wanted| model.ends_with(wanted)) {
            run(model, *read, failures);
        }
    }
}

#[expect(clippy::disallowed_methods, reason = "a benchmark is told where its data is")]
fn folder() -> PathBuf {
    let project = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../..");
    project.join(std::env::var("XIAOER_BENCH").unwrap_or_else(|_| "../shared/bench".to_owned())).join("recognizers")
}

/// How many cases there are, and how many are resolved.
#[derive(Default)]
struct Tally {
    cases: u32,
    resolved: u32,
}

impl Tally {
    fn count(&mut self, resolved: bool) {
        self.cases += 1;
        self.resolved += u32::from(resolved);
    }

    fn print(&self, name: &str, more: &str) {
        let share = f64::from(self.resolved) * 100.0 / f64::from(self.cases.max(1));
        println!("{name:42} {:4} cases {:4} resolved {share:5.1} %{more}", self.cases, self.resolved);
    }
}

fn run(model: &str, read: Read, failures: bool) {
    let path = folder().join(format!("{model}.json"));
    let Ok(text) = std::fs::read_to_string(&path) else {
        println!("SKIPPED: {model}: no data");
        return;
    };
    let cases: Vec<Value> = serde_json::from_str(text.trim_start_matches('\u{feff}')).expect("the data is JSON");
    let supported = cases.iter().filter(|case| supported(case));
    let (mut all, mut kinds, mut failed) = (Tally::default(), BTreeMap::<String, Tally>::new(), Vec::new());
    for case in supported {
        let (expected, got) = (expected(case), found(case, read));
        let resolved = expected == got;
        all.count(resolved);
        for kind in expected.iter().map(|result| result.2.clone()).collect::<std::collections::BTreeSet<_>>() {
            kinds.entry(kind).or_default().count(resolved);
        }
        if !resolved {
            failed.push((text_of(case, "Input"), expected, got));
        }
    }
    all.print(model, &format!(", skipped {}", cases.len() - usize::try_from(all.cases).expect("few")));
    if kinds.len() > 1 {
        kinds.iter().for_each(|(kind, tally)| tally.print(&format!("  cases with {kind}"), ""));
    }
    if failures {
        failed.iter().for_each(print_failure);
    }
}

fn print_failure((input, expected, got): &(String, Vec<Result>, Vec<Result>)) {
    println!("  {input}");
    for (which, results) in [("expected", expected), ("got", got)] {
        println!("    {which}");
        for (start, end, kind, resolution) in results {
            let text: String = input.chars().skip(*start).take(end - start).collect();
            println!("      {text} [{start}, {end}) {kind} {resolution}");
        }
    }
}

fn supported(case: &Value) -> bool {
    !["NotSupported", "NotSupportedByDesign"].iter().any(|key| text_of(case, key).to_lowercase().contains("dotnet"))
}

fn text_of(value: &Value, key: &str) -> String {
    value[key].as_str().unwrap_or_default().to_owned()
}

fn expected(case: &Value) -> Vec<Result> {
    let input = text_of(case, "Input");
    let mut from = 0;
    let mut result = |result: &Value| {
        let (start, end) = span(&input, result, from);
        from = end;
        let kind = result["TypeName"].as_str().or(result["Type"].as_str()).unwrap_or_default();
        let kind = kind.trim_start_matches("datetimeV2.").to_owned();
        (start, end, kind, resolution(case, result))
    };
    case["Results"].as_array().into_iter().flatten().map(&mut result).collect()
}

/// The span as specified; where only the text is, its first occurrence after the last result.
fn span(input: &str, result: &Value, from: usize) -> (usize, usize) {
    let number = |key: &str| result[key].as_u64().and_then(|n| usize::try_from(n).ok());
    match (number("Start"), number("End"), number("Length")) {
        (Some(start), Some(end), _) => return (start, end + 1),
        (Some(start), None, Some(length)) => return (start, start + length),
        _ => {}
    }
    let fold = |text: &str| -> Vec<char> { text.chars().map(half_width).collect() };
    let (input, text) = (fold(input), fold(&text_of(result, "Text")));
    let start = (from..input.len()).find(|start| input[*start..].starts_with(&text)).unwrap_or(0);
    (start, start + text.len())
}

fn half_width(character: char) -> char {
    let code = u32::from(character);
    let half = if (0xff01..=0xff5e).contains(&code) { code - 0xfee0 } else { code };
    char::from_u32(half).unwrap_or(character).to_ascii_lowercase()
}

/// The resolution without what only names the implementation's own classes.
fn resolution(case: &Value, result: &Value) -> Value {
    let mut resolution = if result["Value"].is_object() { &result["Value"] } else { &result["Resolution"] }.clone();
    if case["IgnoreResolution"].as_bool() == Some(true) {
        return Value::Null;
    }
    if let Some(fields) = resolution.as_object_mut() {
        fields.remove("subtype");
    }
    resolution
}

fn found(case: &Value, read: Read) -> Vec<Result> {
    let reference = case["Context"]["ReferenceDateTime"].as_str().unwrap_or("2016-11-07T00:00:00");
    let mut results = read(&text_of(case, "Input"), reference);
    if case["IgnoreResolution"].as_bool() == Some(true) {
        results.iter_mut().for_each(|result| result.3 = Value::Null);
    }
    results
}

fn results<T>(found: Vec<Found<T>>, kind: &str, resolution: impl Fn(&T) -> Value) -> Vec<Result> {
    found.into_iter().map(|it| (it.chars.start, it.chars.end, kind.to_owned(), resolution(&it.value))).collect()
}

fn numbers(input: &str, _: &str) -> Vec<Result> {
    results(quantity::numbers(input), "number", |number| json!({ "value": number.decimal() }))
}

fn ordinals(input: &str, _: &str) -> Vec<Result> {
    results(
        quantity::ordinals(input),
        "ordinal",
        |number| json!({ "value": number.decimal(), "offset": number.decimal(), "relativeTo": "start" }),
    )
}

fn percentages(input: &str, _: &str) -> Vec<Result> {
    results(
        quantity::percentages(input),
        "percentage",
        |value| json!({ "value": format!("{}%", value.decimal(false)) }),
    )
}

fn ranges(input: &str, _: &str) -> Vec<Result> {
    results(quantity::ranges(input), "numberrange", |range| json!({ "value": range.interval() }))
}

fn sums(input: &str, _: &str) -> Vec<Result> {
    results(quantity::sums(input), "currency", |sum| {
        let value = sum.value.map(|value| value.decimal(false));
        match sum.currency.code {
            Some(code) => json!({ "isoCurrency": code, "unit": sum.currency.name, "value": value }),
            None => json!({ "unit": sum.currency.name, "value": value }),
        }
    })
}

fn dimensions(input: &str, _: &str) -> Vec<Result> {
    results(
        quantity::dimensions(input),
        "dimension",
        |dimension| json!({ "unit": dimension.unit, "value": dimension.value.decimal(false) }),
    )
}

fn whens(input: &str, reference: &str) -> Vec<Result> {
    let mut found = Vec::new();
    for it in times(input, parse_reference(reference)) {
        let kind = name(it.value.kind);
        let values: Vec<Value> = it.value.readings.iter().map(|reading| meaning(&it.value, reading)).collect();
        found.push((it.chars.start, it.chars.end, kind.to_owned(), json!({ "values": values })));
    }
    found
}

fn name(kind: Kind) -> &'static str {
    match kind {
        Kind::Date => "date",
        Kind::Time => "time",
        Kind::DateTime => "datetime",
        Kind::DateRange => "daterange",
        Kind::TimeRange => "timerange",
        Kind::DateTimeRange => "datetimerange",
        Kind::Duration => "duration",
        Kind::Set => "set",
    }
}

fn meaning(when: &When, reading: &Reading) -> Value {
    let mut value = json!({ "timex": reading.timex, "type": name(when.kind) });
    let mut set = |key: &str, text: String| value[key] = Value::String(text);
    let point = matches!(when.kind, Kind::Date | Kind::Time | Kind::DateTime);
    if let Some(start) = reading.start {
        set(if point { "value" } else { "start" }, start.to_string());
    }
    if let Some(end) = reading.end {
        set("end", end.to_string());
    }
    if let Some(seconds) = when.seconds {
        set("value", seconds.to_string());
    } else if reading.start.or(reading.end).is_none() {
        set("value", "not resolved".to_owned());
    }
    if when.lunar {
        set("isLunar", "True".to_owned());
    }
    if let Some(side) = when.side {
        set("Mod", format!("{side:?}").to_lowercase());
        set("sourceEntity", if when.of_span { "datetimerange" } else { "datetimepoint" }.to_owned());
    }
    value
}

/// As the parser of one kind of time writes it, with the earliest and the latest reading.
fn parsed(input: &str, reference: &str, kinds: &[Kind]) -> Vec<Result> {
    let found = times(input, parse_reference(reference)).into_iter().filter(|it| kinds.contains(&it.value.kind));
    found.map(|it| (it.chars.start, it.chars.end, name(it.value.kind).to_owned(), parsed_value(&it.value))).collect()
}

fn periods(input: &str, reference: &str) -> Vec<Result> {
    parsed(input, reference, &[Kind::TimeRange, Kind::DateTimeRange])
}

fn days(input: &str, reference: &str) -> Vec<Result> {
    parsed(input, reference, &[Kind::Date])
}

fn clocks(input: &str, reference: &str) -> Vec<Result> {
    parsed(input, reference, &[Kind::Time])
}

fn moments(input: &str, reference: &str) -> Vec<Result> {
    parsed(input, reference, &[Kind::DateTime])
}

fn day_ranges(input: &str, reference: &str) -> Vec<Result> {
    parsed(input, reference, &[Kind::DateRange])
}

fn durations(input: &str, reference: &str) -> Vec<Result> {
    parsed(input, reference, &[Kind::Duration])
}

/// The names of the fields of a resolution.
fn fields(kind: Kind) -> &'static [&'static str] {
    match kind {
        Kind::Date => &["date"],
        Kind::Time => &["time"],
        Kind::DateTime => &["dateTime"],
        Kind::DateRange => &["startDate", "endDate"],
        Kind::TimeRange => &["startTime", "endTime"],
        Kind::DateTimeRange => &["startDateTime", "endDateTime"],
        Kind::Duration => &["duration"],
        Kind::Set => &["set"],
    }
}

fn parsed_value(when: &When) -> Value {
    let resolution = |reading: Option<&Reading>| {
        let stamps = reading.map_or([None, None], |reading| [reading.start, reading.end]);
        let written = stamps.map(|stamp: Option<Stamp>| stamp.map(|stamp| stamp.to_string()));
        let written = if let Some(seconds) = when.seconds { [Some(seconds.to_string()), None] } else { written };
        Value::Object(
            fields(when.kind).iter().zip(written).map(|(key, value)| ((*key).to_owned(), json!(value))).collect(),
        )
    };
    // A parser takes a time as it is said, not the other half of the day.
    let timex = when.readings.first().map(|reading| reading.timex.clone());
    let same = |reading: &&Reading| Some(&reading.timex) == timex.as_ref();
    json!({
        "Timex": timex,
        "FutureResolution": resolution(when.readings.iter().rfind(same)),
        "PastResolution": resolution(when.readings.first()),
    })
}

/// `2018-08-30T14:16:03`.
fn parse_reference(text: &str) -> Reference {
    let field = |from: usize, to: usize| text.get(from..to).and_then(|digits| digits.parse::<i64>().ok()).unwrap_or(0);
    Reference::of(field(0, 4), field(5, 7), field(8, 10), field(11, 13) * 3600 + field(14, 16) * 60 + field(17, 19))
}
