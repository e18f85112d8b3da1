//! Connections of one side, page by page.

use proton_validate::proton::EnvironmentAccountConnection as Connection;
use proton_validate::proton::EnvironmentAccountConnectionStatus as Status;
use uuid::Uuid;

use super::row::{self, columns};
use super::{Cursor, Failure, Store, failure};
use crate::error::Error;

/// A side of a connection.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Side {
    Environment,
    Management,
}

/// Which connections are asked for.
#[derive(Debug)]
pub(crate) struct Query<'a> {
    pub(crate) side: Side,
    /// The account on that side.
    pub(crate) account: &'a str,
    pub(crate) environment_name: Option<&'a str>,
    /// None at all means any.
    pub(crate) statuses: &'a [Status],
    /// Where the page before ended.
    pub(crate) after: Option<Cursor>,
    /// How many a page has at most.
    pub(crate) limit: i32,
}

/// Some connections, and where the next page begins.
#[derive(Debug)]
pub(crate) struct Page {
    pub(crate) connections: Vec<Connection>,
    pub(crate) next: Option<Cursor>,
}

/// The rest of the query is the same for both sides.
macro_rules! query {
    ($side:literal) => {
        concat!(
            "SELECT ",
            columns!(),
            " FROM connection WHERE ",
            $side,
            " = $1 AND ($2 IS NULL OR environment_name = $2) AND status IN ($3, $4, $5) ",
            "AND (requested_at > $6 OR (requested_at = $6 AND id > $7)) ",
            "ORDER BY requested_at, id LIMIT $8"
        )
    };
}

impl Store {
    /// A page, the oldest connections first.
    pub(crate) async fn list(&self, query: &Query<'_>) -> Result<Page, Error> {
        failure::retrying(|| self.try_list(query)).await
    }

    async fn try_list(&self, query: &Query<'_>) -> Result<Page, Failure> {
        let text = match query.side {
            Side::Environment => query!("environment_account"),
            Side::Management => query!("management_account"),
        };
        let [one, two, three] = statuses(query.statuses);
        let after = query.after.unwrap_or(Cursor { requested_at: i64::MIN, id: Uuid::nil() });
        let rows = sqlx::query(text)
            .bind(query.account)
            .bind(query.environment_name)
            .bind(one)
            .bind(two)
            .bind(three)
            .bind(after.requested_at)
            .bind(after.id.hyphenated().to_string())
            // One more tells whether there is another page.
            .bind(i64::from(query.limit) + 1)
            .fetch_all(&self.pool)
            .await?;
        let connections = rows.iter().map(row::connection).collect::<Result<Vec<_>, _>>()?;
        Ok(Page::of(connections, query.limit))
    }
}

impl Page {
    fn of(mut connections: Vec<Connection>, limit: i32) -> Self {
        let limit = usize::try_from(limit).unwrap_or_default();
        let is_last = connections.len() <= limit;
        connections.truncate(limit);
        let last = connections.last().filter(|_| !is_last);
        let next = last.and_then(|last| {
            let id = Uuid::try_parse(&last.id).ok()?;
            Some(Cursor { requested_at: last.requested_at.as_millis(), id })
        });
        Self { connections, next }
    }
}

/// The statuses that are asked for, in three places, the first again where there
/// are fewer.
fn statuses(asked: &[Status]) -> [&'static str; 3] {
    let all = [Status::Pending, Status::Connected, Status::Rejected];
    let Some(first) = asked.first() else { return all.map(row::name) };
    all.map(|status| row::name(if asked.contains(&status) { status } else { *first }))
}
