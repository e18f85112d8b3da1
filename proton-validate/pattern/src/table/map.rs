//! The classes of characters, and sets of classes.

use super::layout;

/// What is the same for the whole of a table: how to read what it is made of.
pub(super) struct Head<'t> {
    pub(super) kind: u8,
    /// The bytes of a set.
    pub(super) width: usize,
    /// The classes of ASCII characters, packed.
    pub(super) map: &'t [u8],
    /// The runs beyond ASCII.
    wide: &'t [u8],
    /// The sets, if blocks name them by number.
    sets: Option<&'t [u8]>,
    /// Where blocks start.
    pub(super) blocks: usize,
}

impl<'t> Head<'t> {
    pub(super) fn of(table: &'t [u8]) -> Option<Self> {
        let (&[kind, width, low, high], rest) = table.split_first_chunk::<{ layout::HEADER }>()?;
        let runs = usize::from(u16::from_le_bytes([low, high])) * 4;
        let (map, rest) = match kind & layout::MAP {
            layout::NO_MAP => (&[][..], rest),
            map @ 1..=4 => rest.split_at_checked(8 << map)?,
            _ => return None,
        };
        let (wide, rest) = rest.split_at_checked(runs)?;
        let width = usize::from(width).max(1);
        let (sets, rest) = if kind & layout::NUMBERED_SETS == 0 {
            (None, rest)
        } else {
            let (count, rest) = rest.split_first()?;
            let (sets, rest) = rest.split_at_checked(usize::from(*count) * width)?;
            (Some(sets), rest)
        };
        Some(Self { kind, width, map, wide, sets, blocks: table.len() - rest.len() })
    }

    /// The bytes of a set where a block names it.
    #[inline]
    pub(super) fn name_width(&self) -> usize {
        if self.sets.is_some() { 1 } else { self.width }
    }

    /// The set that a block names.
    #[inline]
    pub(super) fn set<'s>(&self, name: &'s [u8]) -> &'s [u8]
    where
        't: 's,
    {
        match (self.sets, name) {
            (None, set) => set,
            (Some(sets), [number, ..]) => {
                sets.get(usize::from(*number) * self.width..).unwrap_or_default()
            }
            (Some(_), []) => &[],
        }
    }

    /// The class of a character beyond ASCII: that of the last run that
    /// starts at or before it.
    pub(super) fn wide(&self, code_point: u32) -> Option<u8> {
        let (runs, _) = self.wide.as_chunks::<4>();
        let behind =
            runs.partition_point(|&[a, b, c, _]| u32::from_le_bytes([a, b, c, 0]) <= code_point);
        runs.get(behind.checked_sub(1)?).map(|&[.., class]| class)
    }
}

/// The classes of ASCII characters, and what is in a set of classes.
pub(super) trait Map {
    type Set<'s>: Copy;
    fn class(&self, ascii: u8) -> u8;
    /// What is looked up in the bytes of a set.
    fn load<'s>(&self, set: &'s [u8]) -> Self::Set<'s>;
    fn has(&self, set: Self::Set<'_>, class: u8) -> bool;
}

/// At most 16 classes, so that a set is a word.
pub(super) struct Few([u8; 128]);

impl Few {
    /// The map of these bytes, each of which has the classes of several
    /// characters that are as far from each other as there are bytes. All
    /// are taken apart at once, in a few vector instructions.
    pub(super) fn of<const BYTES: usize>(packed: &[u8; BYTES]) -> Self {
        let mut map = [0; 128];
        let bits = BYTES / 16;
        for (part, classes) in map.chunks_exact_mut(BYTES).enumerate() {
            for (class, byte) in classes.iter_mut().zip(packed) {
                *class = byte >> (part * bits) & ((1 << bits) - 1);
            }
        }
        Self(map)
    }

    /// The map of one class.
    pub(super) fn one() -> Self {
        Self([0; 128])
    }
}

impl Map for Few {
    type Set<'s> = u32;

    #[inline]
    fn class(&self, ascii: u8) -> u8 {
        self.0[usize::from(ascii) & 127]
    }

    #[inline]
    fn load(&self, set: &[u8]) -> u32 {
        match *set {
            [low, high, ..] => u16::from_le_bytes([low, high]).into(),
            [low, ..] => low.into(),
            [] => 0,
        }
    }

    #[inline]
    fn has(&self, set: u32, class: u8) -> bool {
        set >> (class & 31) & 1 != 0
    }
}

/// One byte for each class.
pub(super) struct Bytes<'t>(pub(super) &'t [u8; 128]);

impl Map for Bytes<'_> {
    type Set<'s> = &'s [u8];

    #[inline]
    fn class(&self, ascii: u8) -> u8 {
        self.0[usize::from(ascii) & 127]
    }

    #[inline]
    fn load<'s>(&self, set: &'s [u8]) -> &'s [u8] {
        set
    }

    #[inline]
    fn has(&self, set: &[u8], class: u8) -> bool {
        set.get(usize::from(class / 8)).is_some_and(|bits| bits >> (class % 8) & 1 != 0)
    }
}
