//! See the library: this program asks for its rows.

use std::{env, io, process::ExitCode};

use proton_validate_benches::{
    child,
    figure::{self, Figure},
    once, plot,
    rows::{self, Row, first_call, report_scaling},
    table, targets, verdicts,
};

fn main() -> ExitCode {
    let args: Vec<String> = env::args().skip(1).collect();
    let args: Vec<&str> = args.iter().map(String::as_str).collect();
    match *args {
        [first_call::FLAG, contender, input] => child::answer(first_call::child(contender, input)),
        [report_scaling::FLAG, contender] => child::answer(report_scaling::child(contender)),
        [report_scaling::TIMES] => child::answer_figures(&report_scaling::times()),
        [once::FLAG] => {
            once::names().for_each(|name| println!("{name}"));
            ExitCode::SUCCESS
        }
        [once::FLAG, name] => code(once::run(name).unwrap_or(false), "no such path"),
        ["plot", file, directory] => done(plot::write(file.as_ref(), directory.as_ref())),
        ["table", file] => done(figure::read(file.as_ref()).map(|figures| print(&figures))),
        _ => measure(&args),
    }
}

fn code(is_success: bool, otherwise: &str) -> ExitCode {
    if is_success {
        return ExitCode::SUCCESS;
    }
    eprintln!("{otherwise}");
    ExitCode::FAILURE
}

fn done(result: io::Result<()>) -> ExitCode {
    match result {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => code(false, &error.to_string()),
    }
}

/// Figures that were measured before.
fn print(figures: &[Figure]) {
    for row in figure::distinct(figures, |it| &it.row) {
        println!("{}", table::table(row, figures));
    }
    say(false, &targets::lines(figures));
}

fn measure(args: &[&str]) -> ExitCode {
    let (options, names): (Vec<&str>, Vec<&str>) = args.iter().partition(|it| it.starts_with('-'));
    let is_json = options.contains(&"--json");
    let is_known = |name: &&str| rows::ALL.iter().any(|row| row.name == *name);
    if options.iter().any(|it| *it != "--json") || !names.iter().all(is_known) {
        return code(false, "usage: [--json] [ROW ...] | plot FILE DIRECTORY | table FILE");
    }
    let wanted = |row: &&Row| names.is_empty() || names.contains(&row.name);
    say(is_json, &verdicts::ask().lines());
    let rows = rows::ALL.iter().filter(wanted);
    let rows: Vec<_> = rows.map(|row| measure_row(row, is_json)).collect();
    let figures = rows.concat();
    if !is_json {
        say(false, &targets::lines(&figures));
    } else if !print_json(&figures) {
        return code(false, "the figures could not be written");
    }
    code(!rows.iter().any(Vec::is_empty), "a row could not be measured")
}

fn measure_row(row: &Row, is_json: bool) -> Vec<Figure> {
    let figures = (row.measure)();
    if is_json {
        eprintln!("{}: {} figures", row.name, figures.len());
    } else {
        println!("{}", table::table(row.name, &figures));
    }
    figures
}

/// With `--json` only the figures go to standard output.
fn say(is_json: bool, lines: &[String]) {
    for line in lines {
        if is_json {
            eprintln!("{line}");
        } else {
            println!("{line}");
        }
    }
    if !is_json {
        println!();
    }
}

fn print_json(figures: &[Figure]) -> bool {
    let lines: Result<Vec<String>, _> = figures.iter().map(serde_json::to_string).collect();
    let Ok(lines) = lines else { return false };
    println!("[\n{}\n]", lines.join(",\n"));
    true
}
