//! The credentials that the service knows.

use std::collections::HashMap;
use std::fmt;

use proton_validate::proton::patterns::AWS_ACCOUNT_ID;

/// Access keys with their secrets, and the account that each stands for.
///
/// The text form is `ACCESS_KEY:SECRET:ACCOUNT_ID`, comma-separated. Neither
/// `Debug` nor an error ever holds a secret.
///
/// # Examples
///
/// ```
/// use proton_gateway::Credentials;
///
/// let credentials: Credentials = "AKIDONE:se/cret+1:111111111111".parse()?;
/// assert!(!format!("{credentials:?}").contains("cret"));
///
/// let error = "AKIDONE:secret".parse::<Credentials>().unwrap_err();
/// assert_eq!(error, "entry 1 is not ACCESS_KEY:SECRET:ACCOUNT_ID");
/// # Ok::<(), String>(())
/// ```
#[derive(Clone)]
pub struct Credentials(HashMap<String, Credential>);

/// What stands behind an access key.
#[derive(Clone)]
pub(crate) struct Credential {
    pub(crate) secret: String,
    /// Twelve digits.
    pub(crate) account: String,
}

impl Credentials {
    /// What the access key stands for.
    pub(crate) fn get(&self, access_key: &str) -> Option<&Credential> {
        self.0.get(access_key)
    }

    /// The accounts, some of them perhaps more than once.
    pub(crate) fn accounts(&self) -> impl Iterator<Item = &str> {
        self.0.values().map(|it| it.account.as_str())
    }
}

impl fmt::Debug for Credentials {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Credentials").field("len", &self.0.len()).finish_non_exhaustive()
    }
}

impl std::str::FromStr for Credentials {
    type Err = String;

    /// Errors name an entry by its number, from 1.
    fn from_str(text: &str) -> Result<Self, String> {
        let mut known = HashMap::new();
        for (i, entry) in text.split(',').enumerate() {
            let (access_key, credential) =
                read(entry.trim()).map_err(|why| format!("entry {} {why}", i + 1))?;
            if known.insert(access_key, credential).is_some() {
                return Err(format!("entry {} repeats an access key", i + 1));
            }
        }
        Ok(Self(known))
    }
}

fn read(entry: &str) -> Result<(String, Credential), &'static str> {
    let parts = entry.split_once(':').and_then(|(key, rest)| Some((key, rest.rsplit_once(':')?)));
    let Some((access_key, (secret, account))) = parts else {
        return Err("is not ACCESS_KEY:SECRET:ACCOUNT_ID");
    };
    if access_key.is_empty() || !access_key.bytes().all(|byte| byte.is_ascii_alphanumeric()) {
        return Err("has an access key that is not letters and digits");
    }
    if secret.is_empty() {
        return Err("has no secret");
    }
    if !AWS_ACCOUNT_ID.is_match(account) {
        return Err("has an account id that is not twelve digits");
    }
    let credential = Credential { secret: secret.into(), account: account.into() };
    Ok((access_key.into(), credential))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn error(text: &str) -> String {
        text.parse::<Credentials>().unwrap_err()
    }

    #[test]
    fn several_keys_may_be_of_one_account() {
        let text = "A1:x:111111111111, A2:y:z:111111111111,B1:w/+=:222222222222";
        let credentials: Credentials = text.parse().unwrap();
        assert_eq!(credentials.accounts().count(), 3);
        assert_eq!(credentials.get("A2").unwrap().secret, "y:z");
        assert!(credentials.get("a2").is_none());
    }

    #[test]
    fn an_error_names_the_entry_and_no_secret() {
        assert_eq!(error(""), "entry 1 is not ACCESS_KEY:SECRET:ACCOUNT_ID");
        assert_eq!(error("A:s:111111111111,"), "entry 2 is not ACCESS_KEY:SECRET:ACCOUNT_ID");
        assert_eq!(error("A::111111111111"), "entry 1 has no secret");
        assert_eq!(
            error("A:hush:11111111111"),
            "entry 1 has an account id that is not twelve digits"
        );
        assert_eq!(
            error("A/B:hush:111111111111"),
            "entry 1 has an access key that is not letters and digits"
        );
        assert_eq!(
            error("A:hush:111111111111,A:hush:222222222222"),
            "entry 2 repeats an access key"
        );
    }
}
