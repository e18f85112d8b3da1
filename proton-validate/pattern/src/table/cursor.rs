//! One pass over a text.

use super::{
    Meter, layout,
    map::{Bytes, Few, Head, Map},
};

/// What became of a block.
enum Step {
    Decided(bool),
    GoesOn,
}

/// What comes next in the text.
enum Next {
    /// A character of this class.
    Class(u8),
    End,
}

pub(super) struct Cursor<'t> {
    table: &'t [u8],
    head: Head<'t>,
    text: &'t str,
    /// The next byte of the text.
    at: usize,
    /// The block, and what is behind it.
    block: &'t [u8],
    count: u16,
}

impl<'t> Cursor<'t> {
    pub(super) fn start(table: &'t [u8], text: &'t str) -> Option<Self> {
        let head = Head::of(table)?;
        let block = table.get(head.blocks..)?;
        Some(Self { table, head, text, at: 0, block, count: 0 })
    }

    pub(super) fn matches(self, meter: &mut impl Meter) -> Option<bool> {
        let map = self.head.map;
        let few = match self.head.kind & layout::MAP {
            layout::NO_MAP => Few::one(),
            layout::BIT_MAP => Few::of::<16>(map.first_chunk()?),
            layout::CRUMB_MAP => Few::of::<32>(map.first_chunk()?),
            layout::NIBBLE_MAP => Few::of::<64>(map.first_chunk()?),
            layout::BYTE_MAP => return self.run(&Bytes(map.first_chunk()?), meter),
            _ => return None,
        };
        self.run(&few, meter)
    }

    /// Runs to the end of the text, or to where it is decided.
    fn run(mut self, map: &impl Map, meter: &mut impl Meter) -> Option<bool> {
        loop {
            meter.step();
            let (kind, body) = self.block.split_first()?;
            let step = match *kind {
                layout::ALL => Step::Decided(true),
                kind @ layout::PLAIN.. => self.plain(kind, body, map, meter)?,
                layout::LITERAL => self.literal(body)?,
                layout::UNLESS => self.unless(body)?,
                kind if kind & 0xF0 == layout::COUNTED => self.counted(kind, body, map, meter)?,
                _ => return None,
            };
            if let Step::Decided(matches) = step {
                return Some(matches);
            }
        }
    }

    #[inline]
    fn literal(&mut self, body: &[u8]) -> Option<Step> {
        let (length, body) = body.split_first()?;
        let (literal, target) = body.split_at_checked(usize::from(*length))?;
        if literal.is_empty() {
            return None;
        }
        if !self.text.as_bytes().get(self.at..)?.starts_with(literal) {
            return Some(Step::Decided(false));
        }
        self.at += literal.len();
        self.go(target)?;
        Some(Step::GoesOn)
    }

    #[inline]
    fn unless(&mut self, body: &[u8]) -> Option<Step> {
        let (length, body) = body.split_first()?;
        let (literal, targets) = body.split_at_checked(usize::from(*length))?;
        let rest = self.text.as_bytes().get(self.at..)?;
        let same = rest.iter().zip(literal).take_while(|(a, b)| a == b && a.is_ascii()).count();
        self.at += same;
        if same == literal.len() && same > 0 {
            self.go(targets)?;
            return Some(Step::GoesOn);
        }
        if same == rest.len() {
            return Some(Step::Decided(false));
        }
        self.go(targets.get(self.target_width()..)?)?;
        // What it goes on with must read something.
        (*self.block.first()? != layout::UNLESS).then_some(Step::GoesOn)
    }

    #[inline]
    fn plain(
        &mut self,
        kind: u8,
        body: &[u8],
        map: &impl Map,
        meter: &mut impl Meter,
    ) -> Option<Step> {
        let (exits, mut body) = match kind >> 2 & layout::MORE {
            layout::MORE => body.split_first().map(|(exits, body)| (*exits, body))?,
            exits => (exits, body),
        };
        let width = self.head.name_width();
        let exit = width + self.target_width();
        if kind & layout::LOOPS != 0 {
            let (set, behind) = body.split_at_checked(width)?;
            self.scan(set, usize::MAX, map, meter)?;
            body = behind;
        }
        let Next::Class(class) = self.next(map)? else {
            return Some(Step::Decided(kind & layout::ACCEPTS != 0));
        };
        for exit in body.chunks_exact(exit).take(exits.into()) {
            if map.has(map.load(self.head.set(exit)), class) {
                self.go(exit.get(width..)?)?;
                return Some(Step::GoesOn);
            }
        }
        Some(Step::Decided(false))
    }

    #[inline]
    fn counted(
        &mut self,
        kind: u8,
        body: &[u8],
        map: &impl Map,
        meter: &mut impl Meter,
    ) -> Option<Step> {
        let (&[exits, intervals], body) = body.split_first_chunk()?;
        let wide = self.count_width();
        let (last, body) = body.split_at_checked(wide)?;
        let (set, body) = body.split_at_checked(self.head.name_width())?;
        let (accepts, body) = body.split_at_checked(usize::from(intervals) * 2 * wide)?;
        let left = usize::from(self.count_at(last, 0)?.checked_sub(self.count)?);
        let room = if kind & layout::LOOPS != 0 { usize::MAX } else { left };
        let taken = self.scan(set, room, map, meter)?.min(left);
        let count = self.count + u16::try_from(taken).ok()?;
        self.count = count;
        let Next::Class(class) = self.next(map)? else {
            let accepted =
                accepts.chunks_exact(2 * wide).any(|interval| self.within(interval, count));
            return Some(Step::Decided(accepted));
        };
        let width = self.head.name_width();
        let exit = width + 2 * wide + self.target_width();
        for exit in body.chunks_exact(exit).take(exits.into()) {
            let within = self.within(exit.get(width..)?, count);
            if within && map.has(map.load(self.head.set(exit)), class) {
                self.go(exit.get(width + 2 * wide..)?)?;
                return Some(Step::GoesOn);
            }
        }
        Some(Step::Decided(false))
    }

    /// The bytes of a target.
    #[inline]
    fn target_width(&self) -> usize {
        if self.head.kind & layout::NARROW == 0 { 2 } else { 1 }
    }

    /// The bytes of a count.
    #[inline]
    fn count_width(&self) -> usize {
        if self.head.kind & layout::SMALL == 0 { 2 } else { 1 }
    }

    #[inline]
    fn count_at(&self, bytes: &[u8], at: usize) -> Option<u16> {
        if self.head.kind & layout::SMALL == 0 {
            return u16_at(bytes, at);
        }
        bytes.get(at).map(|count| u16::from(*count))
    }

    /// Whether a count is in an interval.
    #[inline]
    fn within(&self, interval: &[u8], count: u16) -> bool {
        match (self.count_at(interval, 0), self.count_at(interval, self.count_width())) {
            (Some(from), Some(to)) => (from..=to).contains(&count),
            _ => false,
        }
    }

    /// What is at a target.
    #[inline]
    fn at(&self, target: &[u8]) -> Option<&'t [u8]> {
        let offset = if self.head.kind & layout::NARROW == 0 {
            u16_at(target, 0)?.into()
        } else {
            let shift = (self.head.kind & layout::SHIFTED) >> layout::SHIFTED.trailing_zeros();
            self.head.blocks + (usize::from(*target.first()?) << shift)
        };
        self.table.get(offset..)
    }

    /// Goes to a block, if need be by way of a jump.
    #[inline]
    fn go(&mut self, target: &[u8]) -> Option<()> {
        let block = self.at(target)?;
        let (block, count) = match *block.first()? {
            layout::ENTER => (self.jump(block)?, self.count_at(block, 1)?),
            layout::SHIFT => {
                let by = self.count_at(block, 1)?;
                let by = match u8::try_from(by) {
                    Ok(by) if self.count_width() == 1 => by.cast_signed().into(),
                    _ => by.cast_signed(),
                };
                (self.jump(block)?, self.count.checked_add_signed(by)?)
            }
            _ => (block, 0),
        };
        self.block = block;
        self.count = count;
        Some(())
    }

    fn jump(&self, block: &[u8]) -> Option<&'t [u8]> {
        self.at(block.get(1 + self.count_width()..)?)
    }

    /// Skips at most `room` characters of a set, and says how many there were.
    #[inline]
    fn scan(
        &mut self,
        set: &[u8],
        room: usize,
        map: &impl Map,
        meter: &mut impl Meter,
    ) -> Option<usize> {
        let set = map.load(self.head.set(set));
        let bytes = self.text.as_bytes();
        let mut left = room;
        loop {
            meter.step();
            let rest = bytes.get(self.at..)?;
            let run = prefix(rest.get(..left).unwrap_or(rest), set, map);
            self.at += run;
            left -= run;
            match bytes.get(self.at) {
                Some(0x80..) if left > 0 => {}
                _ => return Some(room - left),
            }
            let (class, width) = self.decode()?;
            if !map.has(set, class) {
                return Some(room - left);
            }
            self.at += width;
            left -= 1;
        }
    }

    /// The class of the next character, which is consumed.
    #[inline]
    fn next(&mut self, map: &impl Map) -> Option<Next> {
        let Some(byte) = self.text.as_bytes().get(self.at) else {
            return Some(Next::End);
        };
        if byte.is_ascii() {
            self.at += 1;
            return Some(Next::Class(map.class(*byte)));
        }
        let (class, width) = self.decode()?;
        self.at += width;
        Some(Next::Class(class))
    }

    /// The class of a character beyond ASCII, and its length.
    fn decode(&self) -> Option<(u8, usize)> {
        let character = self.text.get(self.at..)?.chars().next()?;
        Some((self.head.wide(character.into())?, character.len_utf8()))
    }
}

/// How many ASCII characters of a set come first.
#[inline]
fn prefix<M: Map>(window: &[u8], set: M::Set<'_>, map: &M) -> usize {
    let leaves = |byte: &u8| !byte.is_ascii() || !map.has(set, map.class(*byte));
    let (chunks, rest) = window.as_chunks::<8>();
    let mut run = 0;
    for chunk in chunks {
        match chunk.iter().position(leaves) {
            Some(at) => return run + at,
            None => run += chunk.len(),
        }
    }
    run + rest.iter().position(leaves).unwrap_or(rest.len())
}

#[inline]
fn u16_at(bytes: &[u8], at: usize) -> Option<u16> {
    bytes.get(at..)?.first_chunk().map(|bytes| u16::from_le_bytes(*bytes))
}
