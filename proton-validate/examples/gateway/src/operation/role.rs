//! Whose roles a caller may name.

use crate::access::Caller;
use crate::error::Error;
use crate::store::Roles;

/// A caller may only pass roles of its own account.
pub(super) fn check(roles: &Roles, caller: &Caller) -> Result<(), Error> {
    let mut named = roles.role.iter().chain(&roles.component).chain(&roles.codebuild);
    if named.all(|arn| account(arn) == Some(caller.account.as_str())) {
        return Ok(());
    }
    Err(Error::AccessDenied("A role is not in the account of the caller."))
}

/// The account in an ARN: `arn:partition:service:region:account:resource`.
fn account(arn: &str) -> Option<&str> {
    arn.split(':').nth(4)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check_named(role: Option<&str>, component: Option<&str>, codebuild: Option<&str>) -> bool {
        let arn = |account: Option<&str>| account.map(|it| format!("arn:aws:iam::{it}:role/a:b"));
        let roles = Roles { role: arn(role), component: arn(component), codebuild: arn(codebuild) };
        let caller = Caller { account: "111111111111".into(), region: String::new() };
        check(&roles, &caller).is_ok()
    }

    #[test]
    fn every_role_is_the_callers_own() {
        let (own, other) = (Some("111111111111"), Some("222222222222"));
        assert!(check_named(None, None, None) && check_named(own, own, own));
        assert!(!check_named(other, None, None));
        assert!(!check_named(own, other, own));
        assert!(!check_named(own, None, other));
    }
}
