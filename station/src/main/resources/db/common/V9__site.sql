-- Every change to a session's people and sittings has a number, higher than all before it: whoever has copied up to one
-- asks for what is above it.
ALTER TABLE session ADD COLUMN revision BIGINT NOT NULL DEFAULT 0;
ALTER TABLE person ADD COLUMN revision BIGINT NOT NULL DEFAULT 0;
ALTER TABLE sitting ADD COLUMN revision BIGINT NOT NULL DEFAULT 0;
CREATE INDEX person_revision ON person (session_id, revision);
CREATE INDEX sitting_revision ON sitting (session_id, revision);

-- Those given back to the queue wait before all others, in the order of their numbers.
ALTER TABLE sitting ADD COLUMN given_back INTEGER NOT NULL DEFAULT 0;

-- Before this there was one station, called A.
UPDATE sitting SET station = 'A' WHERE called_at IS NOT NULL AND station IS NULL;

-- A station has one person before its camera.
CREATE UNIQUE INDEX sitting_current ON sitting (session_id, station) WHERE status = 'current';

-- In the shared database: what a station's journal is to say of a change. The station writes it there when it copies the
-- change, so that neither is ever without the other.
CREATE TABLE queue_entry (
    session_id TEXT NOT NULL REFERENCES session (session_id),
    revision BIGINT NOT NULL,
    ordinal BIGINT NOT NULL,
    station TEXT NOT NULL,
    at BIGINT NOT NULL,
    what TEXT NOT NULL,
    number BIGINT,
    detail TEXT NOT NULL,
    PRIMARY KEY (session_id, revision, ordinal)
);

-- In the shared database: the stations of the site. Times are of that database's own clock.
CREATE TABLE station (
    name TEXT PRIMARY KEY,
    instance_id TEXT NOT NULL,
    address TEXT NOT NULL,
    seen_at BIGINT NOT NULL,
    lease_until BIGINT NOT NULL
);

-- In the shared database one row: its own id, and a keyed hash that tells whether a station has the same identity key.
CREATE TABLE site (
    only_row INTEGER PRIMARY KEY CHECK (only_row = 1),
    site_id TEXT NOT NULL,
    key_check TEXT NOT NULL
);

-- In a station's own database: which sessions it shares with which site, and up to which revision it has copied them.
CREATE TABLE copied_session (
    session_id TEXT PRIMARY KEY REFERENCES session (session_id),
    site_id TEXT NOT NULL,
    revision BIGINT NOT NULL
);

-- In a station's own database one row: who it is among the stations of a site, the same after every restart.
CREATE TABLE this_station (
    only_row INTEGER PRIMARY KEY CHECK (only_row = 1),
    instance_id TEXT NOT NULL
);
