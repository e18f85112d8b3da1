//! The patterns of the request for engines that would take `\d` and `\w` for
//! Unicode's: in ASCII, by hand, and the texts that derives want as literals.

use std::sync::LazyLock;

use regex::Regex;

/// An account's twelve digits.
pub const ACCOUNT_ID_TEXT: &str = "^[0-9]{12}$";

/// A client token.
pub const CLIENT_TOKEN_TEXT: &str = "^[!-~]*$";

/// An environment's name.
pub const ENVIRONMENT_NAME_TEXT: &str = r"^[0-9A-Za-z]+[0-9A-Za-z_\-]*$";

/// The ARN of a role.
pub const ROLE_ARN_TEXT: &str = "^arn:(aws|aws-cn|aws-us-gov):iam::[0-9]{12}:role/([0-9A-Za-z_+=,.@-]{1,512}[/:])*([0-9A-Za-z_+=,.@-]{1,64})$";

/// The engine of [`ACCOUNT_ID_TEXT`].
pub static ACCOUNT_ID: LazyLock<Regex> = LazyLock::new(|| engine(ACCOUNT_ID_TEXT));

/// The engine of [`CLIENT_TOKEN_TEXT`].
pub static CLIENT_TOKEN: LazyLock<Regex> = LazyLock::new(|| engine(CLIENT_TOKEN_TEXT));

/// The engine of [`ENVIRONMENT_NAME_TEXT`].
pub static ENVIRONMENT_NAME: LazyLock<Regex> = LazyLock::new(|| engine(ENVIRONMENT_NAME_TEXT));

/// The engine of [`ROLE_ARN_TEXT`].
pub static ROLE_ARN: LazyLock<Regex> = LazyLock::new(|| engine(ROLE_ARN_TEXT));

fn engine(pattern: &str) -> Regex {
    Regex::new(pattern).expect("the patterns are well formed")
}

#[cfg(test)]
mod tests {
    use proton_validate::proton::patterns;

    use super::*;

    #[test]
    fn they_are_those_of_the_request() {
        let ascii = |pattern: &str| pattern.replace(r"\d", "[0-9]").replace(r"[\w", "[0-9A-Za-z_");
        assert_eq!(ascii(patterns::AWS_ACCOUNT_ID.as_str()), ACCOUNT_ID_TEXT);
        assert_eq!(ascii(patterns::CLIENT_TOKEN.as_str()), CLIENT_TOKEN_TEXT);
        assert_eq!(ascii(patterns::ENVIRONMENT_NAME.as_str()), ENVIRONMENT_NAME_TEXT);
        assert_eq!(ascii(patterns::IAM_ROLE_ARN.as_str()), ROLE_ARN_TEXT);
    }
}
