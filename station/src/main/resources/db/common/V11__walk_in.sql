-- People who came without being on the roster: why they were added, and who added them.
CREATE TABLE walk_in (
    person_id TEXT PRIMARY KEY REFERENCES person (person_id),
    session_id TEXT NOT NULL REFERENCES session (session_id),
    request_id TEXT NOT NULL,
    reason TEXT NOT NULL,
    added_by TEXT NOT NULL,
    added_at BIGINT NOT NULL,
    UNIQUE (session_id, request_id)
);
