//! What the stages promise.

use alloc::{format, string::String};

use super::*;

const ROLE_ARN: &str =
    r"^arn:(aws|aws-cn|aws-us-gov):iam::\d{12}:role/([\w+=,.@-]{1,512}[/:])*([\w+=,.@-]{1,64})$";

#[test]
fn the_role_arn_is_a_counter_and_not_hundreds_of_states() {
    let automaton = built(ROLE_ARN, Mode::Search);
    assert!(automaton.table.len() <= 256, "{} bytes", automaton.table.len());
    let arn = |path: &str| format!("arn:aws-cn:iam::123456789012:role/{path}");
    let accepts = |path: &str| table::is_match(&automaton.table, &arn(path));
    let name = "n".repeat(64);
    assert!(accepts(&name) && accepts(&format!("{}/{name}", "p".repeat(512))));
    assert!(!accepts(&format!("{name}n")) && !accepts(&format!("{}/a", "p".repeat(513))));
    assert!(!accepts("") && !accepts("a/") && !accepts("a\n") && !accepts("é"));
}

#[test]
fn counts_end_where_they_say() {
    for (source, accepted) in [
        ("^a{3}$", 3..=3),
        ("^a{0,5}$", 0..=5),
        ("^a{4,9}$", 4..=9),
        ("^[^]{1,300}$", 1..=300),
        ("^(?:aa){2,4}$", 4..=8),
        ("^a{300}$", 300..=300),
    ] {
        let table = built(source, Mode::Search).table;
        for count in 0..310 {
            let step = if source.contains("aa") { 2 } else { 1 };
            let expected = accepted.contains(&count) && count % step == 0;
            assert_eq!(table::is_match(&table, &"a".repeat(count)), expected, "{source} {count}");
        }
    }
}

#[test]
fn large_counts_are_small_tables() {
    let automaton = built(r"^[\s\S]{1,65536}$", Mode::Search);
    assert!(automaton.table.len() < 256, "{} bytes", automaton.table.len());
    assert!(table::is_match(&automaton.table, &"é".repeat(65_536)));
    assert!(!table::is_match(&automaton.table, &"é".repeat(65_537)));
    assert!(!table::is_match(&automaton.table, ""));
}

#[test]
fn look_around_sees_the_rest_and_what_went_before() {
    let cases: &[(&str, &[&str], &[&str])] = &[
        ("^(?!aws:)[a-z:]+$", &["aw:s"], &["aws:a"]),
        (r"^(?!\s*$).+$", &[" a"], &["", "  "]),
        ("^(?=.{2,3}$)a*b*$", &["ab", "aab"], &["a", "aabb"]),
        ("^((?!-)[a-z-]{1,5}(?<!-)\\.)+$", &["a.", "a-b.c."], &["-a.", "a-.", "a.b"]),
        (r"(?<=^a)b", &["ab"], &["bab", "b"]),
        (r"(?<!a$)$", &["b", "", "ab"], &["a", "ba"]),
        (r"(?<=(?=ab)a)b", &["ab"], &["b"]),
        (r"(?<=a(?!c))..", &["abb"], &["acb", "ab"]),
        (r"(?!(?!a))b?a", &["a", "ba"], &["b"]),
        (r"^(?:(?!ab)[ab])*$", &["ba", "bbaa"], &["aab", "ab"]),
        (r"(?<=(?<=a)b)c", &["abc"], &["bc", "cbc"]),
        (r"a(?=b)*c", &["ac"], &["ab"]),
        (r"^(?:a$|b)*$", &["", "bba", "b"], &["ab"]),
        (r"^\b$|\B-\B", &["-", "--"], &["", "a-b"]),
    ];
    for (source, accepted, refused) in cases {
        for text in *accepted {
            assert!(finds(source, text), "{source} on {text:?}");
        }
        for text in *refused {
            assert!(!finds(source, text), "{source} on {text:?}");
        }
    }
}

#[test]
fn look_ahead_that_counts_is_matched_by_itself() {
    let label = r"[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?";
    let automaton = built(&format!(r"^(?=.{{1,255}}$){label}(?:\.{label})*$"), Mode::Search);
    assert_eq!(automaton.lengths.len(), 2);
    assert!(automaton.table.len() < 1024, "{} bytes", automaton.table.len());
    let host = |length: usize| ["a"; 200].join(".")[..length].into();
    let accepts = |text: String| table::is_match(&automaton.table, &text);
    assert!(accepts(host(255)) && !accepts(host(257)) && !accepts("a-.b".into()));
}

#[test]
fn what_is_searched_for_with_a_count_does_not_explode() {
    assert!(built(r"^0|([1-9]\d{0,128})$", Mode::Search).table.len() < 512);
    assert!(finds(r"[1-9]\d{0,128}$", &format!("1{}", "0".repeat(128))));
    assert!(!finds(r"[1-9]\d{0,128}$", &format!("1{}", "0".repeat(129))));
    assert!(finds("a[ab]{100,}$", &"a".repeat(101)));
}

#[test]
fn over_the_budget_is_an_error_that_names_the_size() {
    for source in [
        r"^(?:[a-z]{1,300}-){1,300}(?:[a-z0-9]{1,300}_){1,300}$",
        "^[ab]*a[ab]{18}$",
        "^(?:a?){1000000}$",
        r"^(?:(?:(?:a{1000}){1000}){1000}){1000}$",
        r"^(?:(?=.*a.{9}b)(?=.*b.{9}a)(?!.*c.{9}a).)*$",
    ] {
        let error = automaton(&parse(source).unwrap(), Mode::Search).unwrap_err();
        assert_eq!(error.kind(), ErrorKind::TooLarge, "{source}");
        let message = alloc::string::ToString::to_string(&error);
        assert!(message.contains("is too large: it takes more than "), "{message}");
    }
}

#[test]
fn work_is_bounded_and_not_only_states() {
    let more = |part: &str, times: usize| part.repeat(times);
    for source in [
        // Few states, of many threads each, or of threads that owe much.
        "^(?:|a|){30000}(?:(?=a)|b){30000}$".into(),
        r"^(?:\b.\B.){0,30000}\b.{30000}$".into(),
        "(?:(?=[a-z]{1,50}x)(?![a-z]{3,60}y)[a-z])+".into(),
        // Automata that are small, and too many.
        format!("^{}.{{20,}}$", more("(?=.*[ab]{150})", 200)),
        // Nodes that take no instruction, copied.
        format!("^(?:a(?:{})){{140000}}$", more("|", 3000)),
        // Tables of properties, again and again.
        format!("^[{}]$", more(r"\p{L}", 10_000)),
    ] {
        let error = automaton(&parse(&source).unwrap(), Mode::Search).unwrap_err();
        let message = alloc::string::ToString::to_string(&error);
        let spent = "is too large: it takes more than 80 million steps to make a table of it";
        assert!(message.contains(spent), "{}: {message}", &source[..30]);
    }
}

#[test]
fn the_table_of_a_property_is_read_once_for_all_copies() {
    let program = |source: &str, steps: usize| {
        let tree = parse(source).unwrap();
        Program::of(Part::Whole(tree.root()), true, true, &Work::of(steps)).map(|it| it.sets.len())
    };
    assert!(matches!(program(r"(?:\p{L}{100}[^\p{L}]){100}", 300_000), Ok(2)));
    assert!(matches!(program(r"\p{L}\p{L}", 20_000), Err(Failure::Spent)));
    // Refused before all the copies are there.
    let million = program(r"^(?:\p{L}{1000}){1000}$", 4_000_000);
    assert!(matches!(million, Err(Failure::TooLong)));
}

#[test]
fn every_stage_stops_where_the_work_is_spent() {
    let source = "^(?:[a-f]{3,9}x|[d-k]{2,7}y|abc:def)*$";
    let tree = parse(source).unwrap();
    let part = Part::Whole(tree.root());
    let enough = Work::of(work::AUTOMATA);
    let dfa = super::super::minimised(&tree, part, true, true, &enough).unwrap();
    let blocks = fold::fold(&dfa, &enough).unwrap();
    let little = || Work::of(50);
    let program = Program::of(part, true, true, &enough).unwrap_or_else(|_| unreachable!());
    let (alphabet, members) = Alphabet::of(&program.sets, &enough).unwrap();
    assert!(matches!(Program::of(part, true, true, &little()), Err(Failure::Spent)));
    assert!(Alphabet::of(&program.sets, &little()).is_err());
    assert!(determinise(&program, alphabet, &members, &little()).is_err());
    assert!(dfa.clone().merged(&little()).is_err());
    assert!(minimise(&dfa, &little()).is_err());
    assert!(fold::fold(&dfa, &little()).is_err());
    assert!(encode::encode(&blocks, &dfa.alphabet, &little()).is_err());
    assert!(Lengths::of(&dfa, &little()).is_err());
    assert!(spread::table(parse("^a{0,9}b{0,90}$").unwrap().root(), &little()).is_none());
}

#[test]
fn repetitions_of_nothing_are_no_work() {
    assert!(finds("^(?:(?:(?:){1000000}){1000000}){1000000}$", ""));
    assert!(!finds("(?:(?:[]{1,1000000}){1000000}){1000000}", ""));
    assert!(finds("(?:(?:[]{0,1000000}){1000000}){1000000}", ""));
    assert!(finds("(?:(?:$){1000000}){1000000}", "a"));
}

#[test]
fn emptiness_and_lengths() {
    let lengths = |source: &str| {
        let automaton = built(source, Mode::Search);
        (automaton.lengths[0].shortest, automaton.lengths[0].longest)
    };
    assert_eq!(lengths("^a$b$"), (None, Some(0)));
    assert_eq!(lengths("[]"), (None, Some(0)));
    assert_eq!(lengths("^(?!a)a$"), (None, Some(0)));
    assert_eq!(lengths("^$"), (Some(0), Some(0)));
    assert_eq!(lengths("^(?:é{2}|b{3,7})$"), (Some(2), Some(7)));
    assert_eq!(lengths("^(?=.{4,}$)a{1,9}$"), (Some(4), Some(9)));
    assert_eq!(lengths("^a+$"), (Some(1), None));
    assert_eq!(lengths("a"), (Some(1), None));
    let even = &built("^(?:ab)*$", Mode::Search).lengths[0];
    assert_eq!(even.any_within(3, Some(3)), Some(false));
    assert_eq!(even.any_within(3, Some(4)), Some(true));
    assert_eq!(even.any_within(3, None), Some(true));
    let few = &built("^a{3,5}$", Mode::Search).lengths[0];
    for (min, max, any) in [(0, 2, false), (0, 3, true), (5, 9, true), (6, 9, false)] {
        assert_eq!(few.any_within(min, Some(max)), Some(any), "{min} {max}");
    }
}

#[test]
fn minimal_automata_do_not_grow_with_the_spelling() {
    let states = |source: &str| {
        let tree = parse(source).unwrap();
        minimised(&tree, Part::Whole(tree.root()), true, true).unwrap().states()
    };
    assert_eq!(states("[ab]*"), 2);
    assert_eq!(states("(?:a|b)*(?:a*b*)*"), 2);
    assert_eq!(states("(?:abc|xbc|ybc)"), 5);
    assert_eq!(states("(?:aa|bb|aa)*"), states("(?:aa|bb)*"));
    assert_eq!(states(r"\d{3}"), 5);
}

const URL: &str = r"^https?://(?:www.)?[a-zA-Z0-9@:._+~#=-]{2,256}\.[a-z]{2,6}\b(?:[-a-zA-Z0-9@:%_+.~#?&/=]{0,2048})$";

#[test]
fn counts_that_do_not_depend_on_each_other_are_spread() {
    let automaton = built(URL, Mode::Search);
    assert!(automaton.table.len() < 512, "{} bytes", automaton.table.len());
    assert_eq!(
        (automaton.lengths[0].shortest, automaton.lengths[0].longest),
        (Some(12), Some(2323))
    );
    let accepts = |text: &str| table::is_match(&automaton.table, &format!("https://{text}"));
    let host = |length: usize| format!("{}.com", "a".repeat(length));
    assert!(accepts(&host(2)) && accepts(&host(256)) && accepts(&format!("www.{}", host(256))));
    assert!(!accepts(&host(1)) && !accepts(&host(257)) && !accepts(&format!("www.{}", host(257))));
    let tail = |length: usize| format!("{}/{}", host(256), "b".repeat(length - 1));
    assert!(accepts(&tail(2048)) && !accepts(&tail(2049)));
    // A later end of the host leaves more room behind it.
    assert!(accepts(&format!("a.b.cd/.ef{}", "-".repeat(2048 - 4))));
    assert!(accepts(&format!("ab.cd.ef{}", "-".repeat(2048))));
    assert!(!accepts(&format!("ab.cd.ef{}", "-".repeat(2049))));
    assert!(!accepts("ab.cde_") && !accepts("ab.cd\n") && !accepts("") && !accepts("ab.é"));
    // Beyond ASCII a character is no letter whose lowest bits it has.
    assert!(accepts("aa.com") && !accepts("a\u{E1}.com"));
}

#[test]
fn what_is_spread_is_what_the_tree_says() {
    let mut random = sample::Random(0x5B_4EAD);
    let mut matches = 0;
    for source in [
        r"^[ab]{2,5}b[a]{2,3}\b[-ab]{0,6}$",
        r"^(?:a|b-?){1,3}[ab-]{0,4}\B-?a{0,3}$",
        r"^\b(?:[ab]*-)?a{0,2}(?:ba?){0,3}\b$",
        r"^(?:[ab]{0,3}-)*[^b]{1,4}(?:\b|b)-{0,2}$",
    ] {
        let tree = parse(source).unwrap();
        let dfa = minimised(&tree, Part::Whole(tree.root()), true, true).unwrap();
        let (table, lengths) = spread::table(tree.root(), &Work::of(work::SPREAD)).unwrap();
        let texts = (0..400).flat_map(|_| {
            let accepted = random.accepted(&dfa);
            [random.near(&accepted), accepted, random.text()]
        });
        for text in texts.filter(|text| text.len() <= 24) {
            let expected = reference::is_match(&tree, Mode::Search, &text);
            assert_eq!(table::is_match(&table, &text), expected, "{source} on {text:?}");
            let length = text.chars().count();
            let within = lengths.any_within(length, Some(length)) != Some(false);
            assert!(within || !expected, "{source} on {text:?}");
            matches += usize::from(expected);
        }
    }
    assert!(matches > 1000, "{matches}");
}

#[test]
fn positions_are_as_many_as_a_mask_has_bits() {
    let table = |positions: usize| {
        let source = format!("^{}b$", "a{0,2}".repeat(positions - 1));
        spread::table(parse(&source).unwrap().root(), &Work::of(work::SPREAD)).map(|it| it.0)
    };
    for positions in [31, 32] {
        let table = table(positions).unwrap();
        for (count, accepts) in [(0, true), (1, true), (2 * positions - 2, true), (63, false)] {
            let text = "a".repeat(count) + "b";
            assert_eq!(table::is_match(&table, &text), accepts, "{positions} {count}");
        }
    }
    assert_eq!(table(33), None);
}

#[test]
fn a_table_of_more_positions_than_that_matches_nothing() {
    let (alphabet, _) = Alphabet::of(&[], &Work::of(100)).unwrap();
    for (positions, accepts) in [(31, true), (32, true), (33, false)] {
        let positions = [(1, [0; 2])].repeat(positions);
        let (empty, first, last, masks) = (true, [1; 2], [1; 2], [1].into());
        let spread = encode::Spread { empty, first, last, positions, masks };
        let table = encode::spread(&spread, &alphabet).unwrap();
        assert_eq!(
            ["", "a", "aa"].map(|it| table::is_match(&table, it)),
            [accepts, accepts, false]
        );
    }
}

#[test]
fn what_is_looked_for_letter_by_letter_is_one_block() {
    let source = "^a.*:kinesis:.*(?:stream|sum)/[^]*$";
    assert!(built(source, Mode::Search).table.len() < 192);
    let tree = parse(source).unwrap();
    let mut random = sample::Random(0xB10C);
    let dfa = minimised(&tree, Part::Whole(tree.root()), true, true).unwrap();
    for text in ["a:kinesis:stream/", "a:kin:kinesis:kinesis:ststream/é", "a:kinesis:sum/sum"] {
        assert!(finds(source, text), "{text}");
    }
    for text in ["a:kinesis", "a:kinesis:s", "a:kiné:sum/", "a:kinesis:stréam/", "akinesis:sum/"]
    {
        assert!(!finds(source, text), "{text}");
    }
    for _ in 0..200 {
        let accepted = random.accepted(&dfa);
        for text in [random.near(&accepted), accepted] {
            assert_eq!(finds(source, &text), dfa.is_match(&text), "{text:?}");
        }
    }
}

#[test]
fn a_chain_with_more_exits_than_a_block_is_several_blocks() {
    let table = built(r"^[ -~]*\[{2}[^\]]{0,255}\]$", Mode::Search).table;
    let accepts = |text: &str| table::is_match(&table, text);
    for length in 0..=300 {
        let inner = "b".repeat(length);
        assert_eq!(accepts(&format!("a[[{inner}]")), length <= 255, "{length}");
        let twice = format!("[[{inner}[[{inner}]");
        assert_eq!(accepts(&twice), length <= 255, "{length}");
        assert!(accepts(&format!("[[{inner}[[]")), "{length}");
    }
}
