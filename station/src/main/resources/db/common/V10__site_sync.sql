-- What the stations of a site copy to each other, and what one of them does while it cannot reach the site.

-- The last number that was drawn into a station's reserve. The main series never gets there.
ALTER TABLE session ADD COLUMN last_reserved BIGINT NOT NULL DEFAULT 9000;

-- As for sittings, but of a series of its own: a station that brings a day's frames keeps no desk waiting.
ALTER TABLE frame ADD COLUMN revision BIGINT NOT NULL DEFAULT 0;
CREATE INDEX frame_revision ON frame (session_id, revision);
CREATE TABLE frame_series (
    session_id TEXT PRIMARY KEY REFERENCES session (session_id),
    revision BIGINT NOT NULL
);

-- Not decided by the program; settled by somebody. The id says what it is about, so that finding it again adds nothing.
CREATE TABLE conflict (
    conflict_id TEXT PRIMARY KEY,
    session_id TEXT NOT NULL,
    kind TEXT NOT NULL,
    number BIGINT,
    other_number BIGINT,
    person_id TEXT,
    station TEXT NOT NULL,
    other_station TEXT,
    found_at BIGINT NOT NULL,
    settled_at BIGINT,
    settled_by TEXT,
    note TEXT,
    revision BIGINT NOT NULL DEFAULT 0
);

-- One row on a station: how it stands to its site. stations is a JSON array of those that worked when last seen.
CREATE TABLE sync_state (
    only_row INTEGER PRIMARY KEY CHECK (only_row = 1),
    is_member INTEGER NOT NULL,
    is_offline INTEGER NOT NULL,
    offline_since BIGINT,
    stations TEXT NOT NULL
);
INSERT INTO sync_state (only_row, is_member, is_offline, offline_since, stations)
    VALUES (1, 0, 0, NULL, '[]');

-- Rows of this station that the site's database does not have yet, or not as they are now: one entry for each row,
-- in the order in which the rows were first written. changes counts what happened to the row since.
CREATE TABLE outbox (
    position BIGINT PRIMARY KEY,
    table_name TEXT NOT NULL,
    row_key TEXT NOT NULL,
    changes BIGINT NOT NULL,
    refused TEXT,
    UNIQUE (table_name, row_key)
);

-- Numbers changed, and people entered, while offline.
CREATE TABLE offline_sitting (
    session_id TEXT NOT NULL,
    number BIGINT NOT NULL,
    changes BIGINT NOT NULL,
    PRIMARY KEY (session_id, number)
);
CREATE TABLE offline_person (
    person_id TEXT PRIMARY KEY
);

-- Numbers this station may give out while offline.
CREATE TABLE reserved_number (
    session_id TEXT NOT NULL,
    number BIGINT NOT NULL,
    PRIMARY KEY (session_id, number)
);

-- When this station had a number that the site gave to another one; the join still needs it.
CREATE TABLE past_turn (
    session_id TEXT NOT NULL,
    number BIGINT NOT NULL,
    station TEXT NOT NULL,
    called_at BIGINT NOT NULL,
    ended_at BIGINT NOT NULL,
    PRIMARY KEY (session_id, number, called_at)
);

-- The other stations' frames: for the screens only, their files lie elsewhere.
CREATE TABLE site_frame (
    frame_id TEXT PRIMARY KEY,
    session_id TEXT NOT NULL,
    station TEXT NOT NULL,
    number BIGINT,
    filed_at BIGINT NOT NULL,
    revision BIGINT NOT NULL
);
CREATE INDEX site_frame_number ON site_frame (session_id, number);
