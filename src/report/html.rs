//! The only place that writes tags. Every text that goes in is escaped here, whatever it came from.
//!
//! Must not know an exercise. The pictures come from `view::svg`, which escapes its own texts.

use base64::{Engine as _, engine::general_purpose::STANDARD};
use std::fmt::Write as _;

const STYLE: &str = include_str!("../../assets/report.css");

/// A page that grows from top to bottom.
pub(super) struct Page {
    text: String,
}

impl Page {
    /// A page with its title; the marking stands on top and, in print, on every sheet.
    pub(super) fn new(language: &str, title: &str, marking: &str) -> Self {
        let mut page = Self { text: String::with_capacity(1 << 16) };
        let (title, marking) = (escape(title), escape(marking));
        page.put(format_args!(
            "<!DOCTYPE html>\n<html lang=\"{language}\">\n<head>\n<meta charset=\"utf-8\">\n\
             <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
             <meta name=\"robots\" content=\"noindex\">\n<title>{title}</title>\n<style>\n{STYLE}</style>\n</head>\n<body>\n\
             <p class=\"marking\">{marking}</p>\n<main>\n"
        ));
        page
    }

    fn put(&mut self, text: std::fmt::Arguments<'_>) {
        self.text.write_fmt(text).expect("a text in memory takes everything");
    }

    /// A heading of level 1 to 3.
    pub(super) fn heading(&mut self, level: u8, text: &str) {
        self.put(format_args!("<h{level}>{}</h{level}>\n", escape(text)));
    }

    /// A paragraph; nothing for an empty text.
    pub(super) fn paragraph(&mut self, text: &str) {
        if !text.is_empty() {
            self.put(format_args!("<p>{}</p>\n", escape(text)));
        }
    }

    /// A list with one line for each text.
    pub(super) fn list(&mut self, lines: &[String]) {
        self.text.push_str("<ul>\n");
        for line in lines {
            self.put(format_args!("<li>{}</li>\n", escape(line)));
        }
        self.text.push_str("</ul>\n");
    }

    /// A table; the first cell of a row is its heading. No columns: no head.
    pub(super) fn table(&mut self, class: &str, columns: &[String], rows: Vec<Vec<String>>) {
        if rows.is_empty() {
            return;
        }
        self.put(format_args!("<table class=\"{class}\">\n"));
        if !columns.is_empty() {
            self.text.push_str("<thead><tr>");
            for column in columns {
                self.put(format_args!("<th scope=\"col\">{}</th>", escape(column)));
            }
            self.text.push_str("</tr></thead>\n");
        }
        self.text.push_str("<tbody>\n");
        for row in rows {
            self.text.push_str("<tr>");
            for (index, cell) in row.iter().enumerate() {
                let cell = escape(cell);
                if index == 0 {
                    self.put(format_args!("<th scope=\"row\">{cell}</th>"));
                } else {
                    self.put(format_args!("<td>{cell}</td>"));
                }
            }
            self.text.push_str("</tr>\n");
        }
        self.text.push_str("</tbody>\n</table>\n");
    }

    /// A picture that is SVG already, with its caption. It stands in the page as an image of its own, so that its names
    /// cannot meet those of another picture and nothing in it can run.
    pub(super) fn figure(&mut self, svg: &str, caption: &str) {
        let (data, caption) = (STANDARD.encode(svg), escape(caption));
        self.put(format_args!(
            "<figure>\n<img alt=\"{caption}\" src=\"data:image/svg+xml;base64,{data}\">\n\
             <figcaption>{caption}</figcaption>\n</figure>\n"
        ));
    }

    /// The whole file.
    pub(super) fn finish(mut self) -> String {
        self.text.push_str("</main>\n</body>\n</html>\n");
        self.text
    }
}

/// A text that cannot become a tag, an attribute or a control sequence.
fn escape(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '&' => safe.push_str("&amp;"),
            '<' => safe.push_str("&lt;"),
            '>' => safe.push_str("&gt;"),
            '"' => safe.push_str("&quot;"),
            '\'' => safe.push_str("&#39;"),
            '\n' => safe.push_str("<br>"),
            letter if letter.is_control() => safe.push('\u{fffd}'),
            letter => safe.push(letter),
        }
    }
    safe
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_text_becomes_a_tag() {
        let mut page = Page::new("nl", "<script>", "OEFENING & \"x\"");
        page.heading(2, "<b>");
        page.paragraph("a\nb\0");
        page.table("", &["<i>".to_owned()], vec![vec!["'".to_owned(), "&lt;".to_owned()]]);
        let text = page.finish();
        assert!(!text.contains("<script>") && !text.contains("<b>") && !text.contains("<i>"));
        assert!(text.contains("OEFENING &amp; &quot;x&quot;"));
        assert!(text.contains("a<br>b\u{fffd}"));
        assert!(text.contains("<th scope=\"row\">&#39;</th><td>&amp;lt;</td>"));
    }
}
