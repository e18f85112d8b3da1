-- Both SQLite and PostgreSQL read this: texts, big integers, partial indexes.

-- An account that asked for a connection at least once. Whoever creates or
-- deletes one of its connections changes its row first: that is the lock that
-- keeps the count right, and the quota.
CREATE TABLE account (
    id TEXT NOT NULL PRIMARY KEY,
    connections BIGINT NOT NULL CHECK (connections >= 0)
);

CREATE TABLE connection (
    id TEXT NOT NULL PRIMARY KEY,
    arn TEXT NOT NULL,
    environment_account TEXT NOT NULL REFERENCES account (id),
    management_account TEXT NOT NULL,
    environment_name TEXT NOT NULL,
    role_arn TEXT,
    component_role_arn TEXT,
    codebuild_role_arn TEXT,
    -- A JSON list of objects with `key` and `value`.
    tags TEXT NOT NULL,
    status TEXT NOT NULL CHECK (status IN ('PENDING', 'CONNECTED', 'REJECTED')),
    -- Milliseconds since 1970.
    requested_at BIGINT NOT NULL,
    last_modified_at BIGINT NOT NULL,
    -- What makes the request idempotent, and the hash of what it asked for.
    client_token TEXT,
    parameters TEXT NOT NULL
);

-- A token is its caller's, and means one connection as long as that exists.
CREATE UNIQUE INDEX connection_token ON connection (environment_account, client_token);

-- One connection at most is asked for or in use between the same two accounts
-- for the same environment.
CREATE UNIQUE INDEX connection_in_use
    ON connection (environment_account, management_account, environment_name)
    WHERE status IN ('PENDING', 'CONNECTED');

-- The pages of either side.
CREATE INDEX connection_of_environment ON connection (environment_account, requested_at, id);
CREATE INDEX connection_of_management ON connection (management_account, requested_at, id);
