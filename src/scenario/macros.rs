//! The four ways in which `schema` writes down what a file may say.
//!
//! Each makes a type and its `Read`: `record!` a struct, `tolerant!` a large struct whose sound fields are checked even when
//! others are at fault, `words!` the words for an existing type, `choice!` an enum. Must not know any object.

/// A struct of a file: every field is read and refused on its own; a field with `= default` may be left out.
macro_rules! record {
    ($(#[$meta:meta])* $name:ident { $($(#[$doc:meta])* $field:ident: $type:ty $(= $default:expr)?),+ $(,)? }) => {
        $(#[$meta])*
        #[derive(Clone, Debug)]
        pub struct $name { $($(#[$doc])* pub $field: $type),+ }

        impl $crate::scenario::read::Read for $name {
            fn read(
                value: $crate::scenario::shape::Value<'_>,
                reader: &mut $crate::scenario::read::Reader<'_, '_>,
            ) -> Option<Self> {
                let fields = reader.fields(value, &[$(stringify!($field)),+])?;
                $(let $field: Option<$type> = $crate::scenario::macros::record!(@take fields, reader, $field $(, $default)?);)+
                Some(Self { $($field: $field?),+ })
            }

            $crate::scenario::macros::record! { @describe $(#[$meta])* $name { $($(#[$doc])* $field: $type $(= $default)?),+ } }
        }
    };
    (@describe $(#[$meta:meta])* $name:ident { $($(#[$doc:meta])* $field:ident: $type:ty $(= $default:expr)?),+ }) => {
        fn describe(
            book: &mut $crate::scenario::reference::Reference,
        ) -> $crate::scenario::reference::Said {
            if book.begin(stringify!($name), &[$(stringify!($meta)),*], false) {
                $({
                    let said = <$type as $crate::scenario::read::Read>::describe(book);
                    book.field(stringify!($name), stringify!($field), &[$(stringify!($doc)),*], said, &[$(stringify!($default))?]);
                })+
            }
            book.end(stringify!($name))
        }
    };
    (@take $fields:ident, $reader:ident, $field:ident) => { $fields.required($reader, stringify!($field)) };
    (@take $fields:ident, $reader:ident, $field:ident, $default:expr) => {
        $fields.optional($reader, stringify!($field), || $default)
    };
}

/// A large object: like `record!`, but a field at fault is replaced by its fallback so that the others are still checked.
/// A field marked `= default` may be left out.
macro_rules! tolerant {
    ($(#[$meta:meta])* $name:ident { $($(#[$doc:meta])* $field:ident: $type:ty $(= $default:expr)?),+ $(,)? }) => {
        $(#[$meta])*
        #[derive(Clone, Debug)]
        pub struct $name { $($(#[$doc])* pub $field: $type),+ }

        impl $crate::scenario::read::Read for $name {
            fn read(
                value: $crate::scenario::shape::Value<'_>,
                reader: &mut $crate::scenario::read::Reader<'_, '_>,
            ) -> Option<Self> {
                let fields = reader.fields(value, &[$(stringify!($field)),+])?;
                Some(Self {
                    $($field: {
                        let read: Option<$type> = $crate::scenario::macros::record!(@take fields, reader, $field $(, $default)?);
                        read.unwrap_or_else($crate::scenario::read::Fallback::fallback)
                    }),+
                })
            }

            $crate::scenario::macros::record! { @describe $(#[$meta])* $name { $($(#[$doc])* $field: $type $(= $default)?),+ } }
        }
    };
}

/// Words of a file that stand for the variants of an existing type.
macro_rules! words {
    ($($type:ty),+ $(,)?) => { $(
        impl $crate::scenario::read::Read for $type {
            fn read(
                value: $crate::scenario::shape::Value<'_>,
                reader: &mut $crate::scenario::read::Reader<'_, '_>,
            ) -> Option<Self> {
                $crate::scenario::read::word(value, reader)
            }

            fn describe(_: &mut $crate::scenario::reference::Reference) -> $crate::scenario::reference::Said {
                let known = $crate::scenario::read::words_of::<Self>();
                $crate::scenario::reference::Said::new(format!("one of {}", known.join(", ")), known[0])
            }
        }
    )+ };
}

/// A choice of a file: `Name`, `Name(value)`, `Name(field: ...)` or `Name(value, value)`.
macro_rules! choice {
    ($(#[$meta:meta])* $name:ident { $($(#[$doc:meta])* $word:ident $(($($type:ty),+))?),+ $(,)? }) => {
        $(#[$meta])*
        #[derive(Clone, Debug)]
        pub enum $name { $($(#[$doc])* $word $(($($type),+))?),+ }

        impl $crate::scenario::read::Read for $name {
            fn read(
                value: $crate::scenario::shape::Value<'_>,
                reader: &mut $crate::scenario::read::Reader<'_, '_>,
            ) -> Option<Self> {
                use $crate::scenario::shape::Shape;
                const KNOWN: &[&str] = &[$(stringify!($word)),+];
                let shape = reader.shape(value)?;
                let word = match &shape {
                    Shape::Fields(Some(word), _) | Shape::Items(Some(word), _) => *word,
                    _ => {
                        reader.expected_choice(value, "a name, with values in parentheses where it needs them", KNOWN);
                        return None;
                    }
                };
                $(if word == stringify!($word) {
                    return $crate::scenario::macros::choice!(@read $name, $word, value, reader, shape $(, $($type),+)?);
                })+
                reader.unknown_word(value, word, KNOWN);
                None
            }

            fn describe(
                book: &mut $crate::scenario::reference::Reference,
            ) -> $crate::scenario::reference::Said {
                if book.begin(stringify!($name), &[$(stringify!($meta)),*], true) {
                    $({
                        let takes = vec![$($(<$type as $crate::scenario::read::Read>::describe(book)),+)?];
                        book.word(stringify!($name), stringify!($word), &[$(stringify!($doc)),*], takes);
                    })+
                }
                book.end(stringify!($name))
            }
        }
    };
    (@read $name:ident, $word:ident, $value:ident, $reader:ident, $shape:ident) => {{
        let bare = matches!(&$shape, Shape::Items(_, items) if items.is_empty());
        if !bare {
            $reader.fault($value, concat!(stringify!($word), " takes no values"), concat!("write ", stringify!($word)));
        }
        bare.then_some($name::$word)
    }};
    (@read $name:ident, $word:ident, $value:ident, $reader:ident, $shape:ident, $one:ty) => {{
        let inner = $crate::scenario::read::payload($reader, $value, stringify!($word), $shape)?;
        <$one as $crate::scenario::read::Read>::read(inner, $reader).map($name::$word)
    }};
    (@read $name:ident, $word:ident, $value:ident, $reader:ident, $shape:ident, $one:ty, $two:ty) => {{
        let Shape::Items(_, items) = $shape else {
            $reader.expected($value, "two values in parentheses", "");
            return None;
        };
        let items = $reader.arguments($value, stringify!($word), items, 2)?;
        let first = items.first().and_then(|item| <$one as $crate::scenario::read::Read>::read(*item, $reader));
        let second = items.get(1).and_then(|item| <$two as $crate::scenario::read::Read>::read(*item, $reader));
        Some($name::$word(first?, second?))
    }};
}

pub(crate) use {choice, record, tolerant, words};
