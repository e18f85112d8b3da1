//! What is in the store, held against what the gateways acknowledged.

use std::collections::HashMap;
use std::fmt;

use sqlx::{AnyConnection, Connection, Row};

use crate::Failure;
use crate::ledger::{Entry, Ledger};

#[derive(Default)]
pub(crate) struct Audit {
    acknowledged: usize,
    stored: usize,
    /// Acknowledged, and not there or with another id.
    lost: usize,
    /// Acknowledged as deleted, and there.
    undead: usize,
    /// There, and nobody asked for them.
    unknown: usize,
    /// More than one for the same environment.
    doubled: i64,
    /// Accounts whose count is not that of their connections.
    miscounted: i64,
}

const DOUBLED: &str = "SELECT COUNT(*) FROM (SELECT 1 AS it FROM connection \
     WHERE status <> 'REJECTED' \
     GROUP BY environment_account, management_account, environment_name \
     HAVING COUNT(*) > 1) AS doubled";

const MISCOUNTED: &str = "SELECT COUNT(*) FROM account WHERE connections <> \
     (SELECT COUNT(*) FROM connection WHERE environment_account = account.id)";

pub(crate) async fn run(database: &str, ledger: &Ledger) -> Result<Audit, Failure> {
    sqlx::any::install_default_drivers();
    let mut connection = AnyConnection::connect(database).await?;
    let rows = sqlx::query("SELECT client_token, id FROM connection");
    let mut stored = HashMap::new();
    for row in rows.fetch_all(&mut connection).await? {
        stored.insert(row.try_get::<String, _>(0)?, row.try_get::<String, _>(1)?);
    }
    let mut audit = Audit { stored: stored.len(), ..Audit::default() };
    for (token, entry) in ledger.entries() {
        audit.compare(entry, stored.remove(token).as_deref());
    }
    audit.unknown = stored.len();
    audit.doubled = sqlx::query_scalar(DOUBLED).fetch_one(&mut connection).await?;
    audit.miscounted = sqlx::query_scalar(MISCOUNTED).fetch_one(&mut connection).await?;
    Ok(audit)
}

impl Audit {
    fn compare(&mut self, entry: &Entry, found: Option<&str>) {
        match entry {
            Entry::There(id) => {
                self.acknowledged += 1;
                self.lost += usize::from(found != Some(id.as_str()));
            }
            Entry::Gone => self.undead += usize::from(found.is_some()),
            Entry::InDoubt => {}
        }
    }

    pub(crate) fn is_clean(&self) -> bool {
        let counted = self.lost + self.undead + self.unknown;
        counted == 0 && self.doubled == 0 && self.miscounted == 0
    }
}

impl fmt::Display for Audit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { acknowledged, stored, lost, undead, unknown, doubled, miscounted } = self;
        writeln!(f, "{acknowledged} connections acknowledged and not deleted, {stored} stored")?;
        writeln!(f, "{lost} lost, {doubled} doubled, {undead} not deleted, {unknown} unasked for")?;
        writeln!(f, "{miscounted} accounts miscounted")
    }
}
