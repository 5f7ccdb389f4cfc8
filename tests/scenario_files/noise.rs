//! Whatever the bytes, a load ends in an exercise or in faults; never in a panic.

use super::{VALID, build, map};
use doorvoerland::scenario::{
    load,
    source::{SIZE_MAX, Source},
};
use proptest::prelude::*;

fn try_bytes(bytes: Vec<u8>) {
    if let Ok(source) = Source::from_bytes("proef.ron", bytes) {
        let _ = load::build(load::world_built_in(), source, map());
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn arbitrary_bytes_never_panic(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
        try_bytes(bytes);
    }

    #[test]
    fn arbitrary_ron_like_text_never_panics(text in "[(\\[{}\\]),:a-zS\"0-9. /*#!rb'+-]{0,120}") {
        try_bytes(text.into_bytes());
    }

    #[test]
    fn mutations_of_a_valid_file_never_panic(
        edits in prop::collection::vec((0.0..1.0_f64, 0_usize..12, prop::sample::select(vec![
            "", "(", ")", "[", "]", "\"", ",", ":", "0", "-1", "NaN", "1e400", "Some(", "/*", "//", "r#\"", "é", "\u{0}", "99999999999999999999", "\\u{0}",
        ])), 1..6)
    ) {
        let mut text: Vec<char> = VALID.chars().collect();
        for (at, remove, insert) in edits {
            let at = (at * text.len() as f64) as usize;
            let end = (at + remove).min(text.len());
            text.splice(at..end, insert.chars());
        }
        try_bytes(text.into_iter().collect::<String>().into_bytes());
    }

    #[test]
    fn a_file_cut_anywhere_never_panics(at in 0_usize..VALID.len()) {
        try_bytes(VALID.as_bytes().get(..at).expect("within").to_vec());
    }
}

#[test]
fn a_huge_file_is_refused_without_reading_it() {
    let fault = Source::from_bytes("groot.ron", vec![b' '; SIZE_MAX as usize + 1]).expect_err("too large");
    assert_eq!(
        fault.to_string(),
        "groot.ron:1:1: the file is larger than 8 MB (repair: split it, or choose another file)"
    );
}

#[test]
fn four_megabytes_of_nasty_text_are_refused_in_time() {
    for unit in ["\\n", "/*", "1", "(", "a,"] {
        let text = format!("(code: \"{}\")", unit.repeat(4_000_000 / unit.len()));
        assert!(build(&text).is_err());
        let bare = unit.repeat(4_000_000 / unit.len());
        assert!(build(&bare).is_err());
    }
}
