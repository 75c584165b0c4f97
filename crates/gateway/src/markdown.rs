//! A few of Markdown's signs to HTML, for our own short explanations: headings, paragraphs, lists, `code`, **bold**,
//! fenced blocks, links. Everything is escaped first; whatever is not understood stays as text.

/// Renders `source`.
pub fn html(source: &str) -> String {
    let mut out = String::new();
    let mut block = Block::default();
    let mut fenced = false;
    for line in source.lines() {
        if line.starts_with("```") {
            block.end(&mut out);
            out.push_str(if fenced { "</code></pre>\n" } else { "<pre><code>" });
            fenced = !fenced;
        } else if fenced {
            out.push_str(&escape(line));
            out.push('\n');
        } else {
            block.take(line, &mut out);
        }
    }
    block.end(&mut out);
    if fenced {
        out.push_str("</code></pre>\n");
    }
    out
}

/// What kind of block the lines so far belong to.
#[derive(Default, Clone, Copy, PartialEq)]
enum Block {
    #[default]
    None,
    Paragraph,
    Bullets,
    Numbers,
}

impl Block {
    fn take(&mut self, line: &str, out: &mut String) {
        let text = line.trim();
        if text.is_empty() {
            self.end(out);
        } else if let Some((level, title)) = heading(text) {
            self.end(out);
            out.push_str(&format!("<h{level}>{}</h{level}>\n", inline(title)));
        } else if let Some(item) = text.strip_prefix("- ").or_else(|| text.strip_prefix("* ")) {
            self.item(Self::Bullets, item, out);
        } else if let Some((_, item)) = text.split_once(". ").filter(|(n, _)| n.bytes().all(|b| b.is_ascii_digit())) {
            self.item(Self::Numbers, item, out);
        } else {
            self.prose(text, out);
        }
    }

    fn item(&mut self, kind: Self, item: &str, out: &mut String) {
        if *self != kind {
            self.end(out);
            out.push_str(if kind == Self::Bullets { "<ul>\n" } else { "<ol>\n" });
            *self = kind;
        }
        out.push_str(&format!("<li>{}</li>\n", inline(item)));
    }

    fn prose(&mut self, text: &str, out: &mut String) {
        if *self == Self::Paragraph {
            out.push('\n');
        } else {
            self.end(out);
            out.push_str("<p>");
            *self = Self::Paragraph;
        }
        out.push_str(&inline(text));
    }

    fn end(&mut self, out: &mut String) {
        out.push_str(match self {
            Self::None => "",
            Self::Paragraph => "</p>\n",
            Self::Bullets => "</ul>\n",
            Self::Numbers => "</ol>\n",
        });
        *self = Self::None;
    }
}

fn heading(text: &str) -> Option<(usize, &str)> {
    let level = text.bytes().take_while(|b| *b == b'#').count();
    let title = text.get(level..)?.strip_prefix(' ')?;
    (1..=3).contains(&level).then_some((level, title))
}

/// `code` first, so that nothing inside it is read as a sign; then bold and links in what is around it.
fn inline(text: &str) -> String {
    let mut out = String::new();
    for (place, part) in text.split('`').enumerate() {
        if place % 2 == 1 {
            out.push_str(&format!("<code>{}</code>", escape(part)));
        } else {
            out.push_str(&links(&bold(&escape(part))));
        }
    }
    out
}

fn bold(text: &str) -> String {
    let mut out = String::new();
    for (place, part) in text.split("**").enumerate() {
        if place > 0 {
            out.push_str(if place % 2 == 1 { "<strong>" } else { "</strong>" });
        }
        out.push_str(part);
    }
    if text.matches("**").count() % 2 == 1 {
        out.push_str("</strong>");
    }
    out
}

/// Links to our own pages only; another address stays as text.
fn links(text: &str) -> String {
    let Some((before, rest)) = text.split_once('[') else { return text.to_owned() };
    let parsed = rest.split_once("](").and_then(|(name, rest)| Some((name, rest.split_once(')')?)));
    match parsed {
        Some((name, (target, after))) if is_own(target) => {
            let target = target.strip_suffix(".md").unwrap_or(target);
            format!("{before}<a href=\"{target}\">{name}</a>{}", links(after))
        }
        _ => format!("{before}[{}", links(rest)),
    }
}

fn is_own(target: &str) -> bool {
    let plain = |b: u8| b.is_ascii_alphanumeric() || matches!(b, b'/' | b'_' | b'-' | b'.' | b'#');
    !target.is_empty() && !target.starts_with("//") && target.bytes().all(plain)
}

fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(source: &str, expected: &str) {
        assert_eq!(html(source).trim_end(), expected);
    }

    #[test]
    fn an_explanation_reads_as_a_page() {
        check(
            "# `busy`\n\nToo **many**\npeople.\n",
            "<h1><code>busy</code></h1>\n<p>Too <strong>many</strong>\npeople.</p>",
        );
        check("- a\n- b\n\n1. c", "<ul>\n<li>a</li>\n<li>b</li>\n</ul>\n<ol>\n<li>c</li>\n</ol>");
        check("see [shop_full](shop_full.md).", "<p>see <a href=\"shop_full\">shop_full</a>.</p>");
        check("```\n<b>\n```", "<pre><code>&lt;b&gt;\n</code></pre>");
    }

    #[test]
    fn nothing_gets_through_as_a_tag_or_a_strange_link() {
        check("<script>x</script>", "<p>&lt;script&gt;x&lt;/script&gt;</p>");
        check("[a](javascript:x)", "<p>[a](javascript:x)</p>");
        check("[a](//evil)", "<p>[a](//evil)</p>");
        check("[a](\"x)", "<p>[a](&quot;x)</p>");
        check("**a", "<p><strong>a</strong></p>");
    }
}
