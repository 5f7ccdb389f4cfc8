//! One text file as it was read, with the positions a person needs to find a mistake.
//!
//! Refuses what cannot be a data file before anything parses it: too large, not text, empty. Must not know what a file
//! means. See `fault` for how a refusal is told, `read` for what parses the text.

use super::{fault::Fault, fill::origin::Origin};
use std::{io::Read as _, path::Path, sync::Arc};

/// The largest file we read, in bytes. The biggest shipped file has 0.2 MB.
pub const SIZE_MAX: u64 = 8 * 1024 * 1024;

/// A text file with its name.
#[derive(Clone, Debug)]
pub struct Source {
    /// Name as shown to people.
    pub name: String,
    text: String,
    /// Offset of the first byte of every line.
    lines: Vec<usize>,
    /// Of a text in which fields were filled in: where each part came from.
    origin: Option<Arc<Origin>>,
    /// The file on disk it was read from.
    path: Option<Arc<Path>>,
}

impl Source {
    /// Takes a text; the name is what people see.
    pub fn new(name: &str, text: String) -> Self {
        let starts =
            text.bytes().enumerate().filter(|(_, byte)| *byte == b'\n').map(|(offset, _)| offset + 1);
        let lines = std::iter::once(0).chain(starts).collect();
        Self { name: name.to_owned(), text, lines, origin: None, path: None }
    }

    /// A text that was made from another one by filling in its fields: places in it are told as places in that one.
    pub(super) fn filled(self, text: String, origin: Origin) -> Self {
        let name = self.name.clone();
        Self { origin: Some(Arc::new(origin)), ..Self::new(&name, text) }
    }

    /// Of a filled text, where a place came from.
    pub(super) fn origin(&self) -> Option<&Origin> {
        self.origin.as_deref()
    }

    /// Takes bytes that should be UTF-8 text.
    pub fn from_bytes(name: &str, bytes: Vec<u8>) -> Result<Self, Fault> {
        if bytes.len() as u64 > SIZE_MAX {
            return Err(too_large(name));
        }
        if bytes.starts_with(&[0xff, 0xfe]) || bytes.starts_with(&[0xfe, 0xff]) {
            return Err(Fault::of_file(name, "the file is UTF-16", "save it as UTF-8"));
        }
        match String::from_utf8(bytes) {
            Ok(text) => Self::checked(name, text),
            Err(error) => {
                let good = error.utf8_error().valid_up_to();
                let before =
                    String::from_utf8_lossy(error.as_bytes().get(..good).unwrap_or_default()).into_owned();
                let (line, column) = Self::new(name, before).line_column(good);
                let what = "the file is not UTF-8 text";
                Err(Fault::at_line(name, line, column, what, "save it as UTF-8, or choose another file"))
            }
        }
    }

    fn checked(name: &str, text: String) -> Result<Self, Fault> {
        let body = text.strip_prefix('\u{feff}').unwrap_or(&text);
        if body.len() != text.len() {
            let what = "the file begins with a byte-order mark";
            return Err(Fault::of_file(name, what, "save it as UTF-8 without BOM"));
        }
        if skip_trivia(body) == body.len() {
            return Err(Fault::of_file(
                name,
                "the file is empty",
                "choose another file or restore it from a copy",
            ));
        }
        let source = Self::new(name, text);
        if let Some(offset) =
            source.text.find(|each: char| each.is_control() && !matches!(each, '\n' | '\r' | '\t'))
        {
            let (line, column) = source.line_column(offset);
            let what = "the file holds a control character: it is no text file, or it is damaged";
            return Err(Fault::at_line(
                name,
                line,
                column,
                what,
                "remove the character, or choose another file",
            ));
        }
        Ok(source)
    }

    /// Reads a file from disk.
    pub fn open(path: &Path) -> Result<Self, Fault> {
        let name = path.display().to_string();
        if path.is_dir() {
            return Err(Fault::of_file(&name, "this is a folder", "name a file in it"));
        }
        let unreadable = |error: std::io::Error| {
            Fault::of_file(
                &name,
                &format!("the file cannot be read: {error}"),
                "check the name and the rights on it",
            )
        };
        let file = std::fs::File::open(path).map_err(unreadable)?;
        let mut bytes = Vec::new();
        file.take(SIZE_MAX + 1).read_to_end(&mut bytes).map_err(unreadable)?;
        Ok(Self { path: Some(path.into()), ..Self::from_bytes(&name, bytes)? })
    }

    /// The file on disk it was read from; none for one that is built in.
    pub fn path(&self) -> Option<&Path> {
        self.path.as_deref()
    }

    /// The whole text.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Line and column, both from 1, of a byte offset; columns count characters.
    pub fn line_column(&self, offset: usize) -> (u32, u32) {
        if let Some(origin) = &self.origin {
            return origin.of.line_column(origin.offset(offset));
        }
        let line = self.lines.partition_point(|start| *start <= offset).max(1);
        let start = self.lines.get(line - 1).copied().unwrap_or(0);
        let before = self.text.get(start..offset).map_or(0, |text| text.chars().count());
        (line as u32, before as u32 + 1)
    }

    /// Byte offset of a line and column as the parser counts them, both from 1.
    pub fn offset(&self, line: usize, column: usize) -> usize {
        let start = self.lines.get(line.saturating_sub(1)).copied().unwrap_or(self.text.len());
        let rest = self.text.get(start..).unwrap_or_default();
        start + rest.char_indices().nth(column.saturating_sub(1)).map_or(rest.len(), |(offset, _)| offset)
    }
}

fn too_large(name: &str) -> Fault {
    let what = format!("the file is larger than {} MB", SIZE_MAX / (1024 * 1024));
    Fault::of_file(name, &what, "split it, or choose another file")
}

/// Bytes of white space and comments at the start of a text.
pub fn skip_trivia(text: &str) -> usize {
    let mut rest = text;
    loop {
        rest = rest.trim_start();
        if let Some(comment) = rest.strip_prefix("//") {
            rest = comment.find('\n').and_then(|end| comment.get(end..)).unwrap_or("");
        } else if rest.starts_with("/*") {
            rest = rest.get(block_comment(rest)..).unwrap_or("");
        } else {
            return text.len() - rest.len();
        }
    }
}

/// Length of the block comment a text starts with; comments nest. An open one runs to the end.
fn block_comment(text: &str) -> usize {
    let bytes = text.as_bytes();
    let mut depth = 0_u32;
    let mut at = 0;
    while at + 1 < bytes.len() {
        match bytes.get(at..at + 2) {
            Some(b"/*") => {
                depth += 1;
                at += 2;
            }
            Some(b"*/") => {
                depth -= 1;
                at += 2;
                if depth == 0 {
                    return at;
                }
            }
            _ => at += 1,
        }
    }
    bytes.len()
}
