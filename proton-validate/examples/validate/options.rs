//! The arguments.

use std::ffi::OsString;

use proton_validate::wire::Dialect;
use proton_validate::wire::problem::Problem;

pub(crate) const USAGE: &str = "\
Usage: validate [--format FORMAT] [--ndjson] [FILE...|-]

Checks CreateEnvironmentAccountConnection requests, one in each FILE or in
standard input (`-`, or no FILE at all).

  --format text      for a person (default)
  --format json      an object a line for each request
  --format smithy    Smithy's ValidationException
  --format aws-json  AWS JSON 1.0, as Proton answers
  --format problem   RFC 9457 problem details
  --ndjson           each FILE holds a request a line
  -h, --help         this text

With smithy, aws-json and problem only the body of each response is printed, one
a line: a request that is allowed prints nothing, and a FILE that cannot be read
is named on standard error.

With --ndjson blank lines are skipped, and counted. The line's number stands in
front of each path in text, and is the member `line` in JSON. At the end comes a
summary by constraint code: on standard output in text, on standard error in all
other formats. While long input is read, a terminal on standard error shows how
far.

Exit status: 0 all are allowed, 1 some are not, 2 some are unreadable or not JSON.
";

pub(crate) struct Options {
    pub(crate) format: Format,
    pub(crate) ndjson: bool,
    pub(crate) inputs: Vec<OsString>,
}

#[derive(Clone, Copy)]
pub(crate) enum Format {
    Text,
    Json,
    Body(Dialect),
}

impl Options {
    /// `None` where help is asked for.
    pub(crate) fn parse() -> Result<Option<Self>, lexopt::Error> {
        use lexopt::prelude::*;

        let mut options = Self { format: Format::Text, ndjson: false, inputs: Vec::new() };
        let mut arguments = lexopt::Parser::from_env();
        while let Some(argument) = arguments.next()? {
            match argument {
                Long("format") => options.format = arguments.value()?.parse_with(Format::named)?,
                Long("ndjson") => options.ndjson = true,
                Short('h') | Long("help") => return Ok(None),
                Value(input) => options.inputs.push(input),
                other => return Err(other.unexpected()),
            }
        }
        if options.inputs.is_empty() {
            options.inputs.push("-".into());
        }
        Ok(Some(options))
    }
}

impl Format {
    fn named(name: &str) -> Result<Self, String> {
        Ok(match name {
            "text" => Self::Text,
            "json" => Self::Json,
            "smithy" => Self::Body(Dialect::Smithy),
            "aws-json" => Self::Body(Dialect::AwsJson { namespace: "com.amazonaws.proton" }),
            "problem" => Self::Body(Dialect::Problem(Problem::new())),
            _ => {
                return Err(
                    "the format is `text`, `json`, `smithy`, `aws-json` or `problem`".into()
                );
            }
        })
    }
}
