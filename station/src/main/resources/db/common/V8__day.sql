-- Sessions that this station has closed. What the paper of that day says is kept too.
CREATE TABLE closed_day (
    session_id TEXT PRIMARY KEY REFERENCES session (session_id),
    closed_at BIGINT NOT NULL,
    closed_by TEXT NOT NULL,
    journal_sequence BIGINT NOT NULL,
    journal_hash TEXT NOT NULL
);

-- What stood in the way and could not be put right, and why it no longer does. item is an id or a number.
CREATE TABLE day_explanation (
    session_id TEXT NOT NULL REFERENCES session (session_id),
    code TEXT NOT NULL,
    item TEXT NOT NULL,
    reason TEXT NOT NULL,
    explained_by TEXT NOT NULL,
    explained_at BIGINT NOT NULL,
    PRIMARY KEY (session_id, code, item)
);
