//! Styles, script and pictures: embedded, and served under names that carry their content's hash, so that a browser may
//! keep them for ever and never sees a stale one.

use std::collections::HashMap;
use std::fmt::Write as _;
use std::sync::LazyLock;

use rust_embed::RustEmbed;

#[derive(RustEmbed)]
#[folder = "../../web/static"]
struct Files;

/// Where the files are served.
pub const ROOT: &str = "/static/";

/// The addresses that pages name.
#[derive(Debug)]
pub struct Assets {
    /// The style sheet.
    pub style: String,
    /// The script.
    pub script: String,
    /// The sprite of pictures.
    pub icons: String,
    /// The picture beside the address bar.
    pub favicon: String,
}

/// One file as it is sent.
#[derive(Debug)]
pub struct Asset {
    /// Its bytes.
    pub bytes: Vec<u8>,
    /// Its media type.
    pub media: &'static str,
}

struct Shelf {
    names: Assets,
    files: HashMap<String, Asset>,
}

static SHELF: LazyLock<Shelf> = LazyLock::new(stock);

/// The addresses that pages name.
pub fn assets() -> &'static Assets {
    &SHELF.names
}

/// The file at `name`, its path below [`ROOT`].
pub fn find(name: &str) -> Option<&'static Asset> {
    SHELF.files.get(name)
}

fn stock() -> Shelf {
    let mut files = HashMap::new();
    let mut shelve = |name: &str| shelve(&mut files, name);
    let names = Assets {
        style: shelve("style.css"),
        script: shelve("page.js"),
        icons: shelve("icons.svg"),
        favicon: shelve("favicon.svg"),
    };
    Shelf { names, files }
}

fn shelve(files: &mut HashMap<String, Asset>, name: &str) -> String {
    let file = Files::get(name).expect("the file is embedded at build time, a test asks for each");
    let (stem, extension) = name.split_once('.').unwrap_or((name, ""));
    let hash = file.metadata.sha256_hash().iter().take(6).fold(String::new(), |mut hash, byte| {
        let _ = write!(hash, "{byte:02x}");
        hash
    });
    let address = format!("{stem}-{hash}.{extension}");
    let media = match extension {
        "css" => "text/css; charset=utf-8",
        "js" => "text/javascript; charset=utf-8",
        "svg" => "image/svg+xml",
        _ => "application/octet-stream",
    };
    files.insert(address.clone(), Asset { bytes: file.data.into_owned(), media });
    format!("{ROOT}{address}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_named_file_is_there() {
        let names = assets();
        for address in [&names.style, &names.script, &names.icons, &names.favicon] {
            let name = address.strip_prefix(ROOT).unwrap();
            assert!(!find(name).unwrap().bytes.is_empty(), "{name}");
        }
        assert!(find("style.css").is_none(), "only names with a hash are served");
    }
}
