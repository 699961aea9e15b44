-- Files that the second copy still lacks, or has as they were before. Paths inside the archive. revision counts how
-- often a file was put here, so that one that changed while it was copied stays. moved_from is its place before.
CREATE TABLE missing_copy (
    file TEXT PRIMARY KEY,
    since BIGINT NOT NULL,
    revision BIGINT NOT NULL,
    moved_from TEXT
);
CREATE INDEX missing_copy_since ON missing_copy (since);

-- Rows that have changed since their note in the archive was written. file is the note's.
CREATE TABLE due_note (
    file TEXT PRIMARY KEY,
    of_table TEXT NOT NULL,
    session_id TEXT NOT NULL,
    row_key TEXT NOT NULL,
    revision BIGINT NOT NULL
);
