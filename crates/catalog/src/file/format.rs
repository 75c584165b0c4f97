//! What a file is, by its name and its beginning.

use super::{FeedFormat, Format};

/// What a file is; what its beginning shows counts more than its name, since people rename files.
pub(super) fn format_of(name: &str, first: &[u8]) -> Option<Format> {
    let ending = name.rsplit_once('.').map_or("", |(_, ending)| ending).to_ascii_lowercase();
    let text = String::from_utf8_lossy(first);
    let text = text.trim_start_matches('\u{feff}').trim_start();
    if text.starts_with('{') { Some(json(&ending, text)) } else { table(&ending, text) }
}

fn json(ending: &str, text: &str) -> Format {
    let first_field = text[1..].trim_start();
    let lines = matches!(ending, "jsonl" | "ndjson");
    if !lines && (first_field.starts_with("\"shops\"") || ending == "json" && !is_object_a_line(text)) {
        return Format::Shops;
    }
    Format::Feed(FeedFormat::JsonLines)
}

fn is_object_a_line(text: &str) -> bool {
    text.lines().next().is_some_and(|line| line.trim_end().ends_with('}'))
}

fn table(ending: &str, text: &str) -> Option<Format> {
    let header = text.lines().next().unwrap_or("");
    let by_name = match ending {
        "json" => Some(Format::Shops),
        "jsonl" | "ndjson" => Some(Format::Feed(FeedFormat::JsonLines)),
        "csv" => Some(Format::Feed(FeedFormat::Csv)),
        "tsv" | "tab" => Some(Format::Feed(FeedFormat::Tsv)),
        _ => None,
    };
    match (header.contains('\t'), header.contains(',')) {
        (true, false) => Some(Format::Feed(FeedFormat::Tsv)),
        (false, true) if by_name.is_none_or(|format| format == Format::Feed(FeedFormat::Tsv)) => {
            Some(Format::Feed(FeedFormat::Csv))
        }
        _ => by_name,
    }
}
