//! What a client token stands for.

use proton_validate::proton::CreateEnvironmentAccountConnectionInput as Input;
use sha2::{Digest, Sha256};

/// The SHA-256 of a request's parameters, without its token, in lower-case
/// hexadecimal.
///
/// Two requests have the same parameters where each says the same of every
/// member. Tags are a set here, so their order does not count, and a list
/// without any is no list. A client that sends a request again may therefore
/// write its JSON anew.
pub(super) fn digest(input: &Input) -> String {
    let mut tags: Vec<_> =
        input.tags.iter().flatten().map(|it| (it.key.as_str(), it.value.as_str())).collect();
    tags.sort_unstable();
    let mut hash = Sha256::new();
    part(&mut hash, Some(&input.management_account_id));
    part(&mut hash, Some(&input.environment_name));
    for role in [&input.role_arn, &input.component_role_arn, &input.codebuild_role_arn] {
        part(&mut hash, role.as_deref());
    }
    for (key, value) in tags {
        part(&mut hash, Some(key));
        part(&mut hash, Some(value));
    }
    format!("{:x}", hash.finalize())
}

/// With its length in front, so that no two lists of parts are hashed alike.
fn part(hash: &mut Sha256, text: Option<&str>) {
    let length = text.map_or(-1, |it| i64::try_from(it.len()).unwrap_or(i64::MAX));
    hash.update(length.to_be_bytes());
    hash.update(text.unwrap_or_default());
}

#[cfg(test)]
mod tests {
    use proton_validate::proton::Tag;

    use super::*;

    fn tags(tags: &[(&str, &str)]) -> Input {
        let tag = |(key, value): &(&str, &str)| Tag { key: (*key).into(), value: (*value).into() };
        Input { tags: Some(tags.iter().map(tag).collect()), ..Input::default() }
    }

    #[test]
    fn neither_the_token_nor_the_order_of_tags_counts() {
        let token = Input { client_token: Some("a".into()), ..Input::default() };
        assert_eq!(digest(&token), digest(&Input::default()));
        assert_eq!(digest(&tags(&[])), digest(&Input::default()));
        let (one, other) = (("a", "1"), ("b", "2"));
        assert_eq!(digest(&tags(&[one, other])), digest(&tags(&[other, one])));
    }

    #[test]
    fn everything_else_does() {
        let text = || Some(String::from("x"));
        let different = [
            Input::default(),
            Input { management_account_id: "x".into(), ..Input::default() },
            Input { environment_name: "x".into(), ..Input::default() },
            Input { role_arn: text(), ..Input::default() },
            Input { component_role_arn: text(), ..Input::default() },
            Input { codebuild_role_arn: text(), ..Input::default() },
            tags(&[("x", "")]),
            tags(&[("", "x")]),
            tags(&[("x", ""), ("x", "")]),
            tags(&[("x", "x")]),
        ];
        let digests: std::collections::HashSet<_> = different.iter().map(digest).collect();
        assert_eq!(digests.len(), different.len());
    }
}
