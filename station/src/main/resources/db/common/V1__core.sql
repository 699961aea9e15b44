-- Times are epoch milliseconds. Ids are made by the station and sort by time.

CREATE TABLE session (
    session_id TEXT PRIMARY KEY,
    name TEXT NOT NULL,
    last_number BIGINT NOT NULL,
    opened_at BIGINT NOT NULL
);

-- A session's roster. The identity number is encrypted; id_lookup is a keyed hash of it.
CREATE TABLE person (
    person_id TEXT PRIMARY KEY,
    session_id TEXT NOT NULL REFERENCES session (session_id),
    student_number TEXT NOT NULL,
    name TEXT NOT NULL,
    college TEXT NOT NULL,
    class_name TEXT NOT NULL,
    id_encrypted TEXT,
    id_lookup TEXT,
    UNIQUE (session_id, student_number),
    UNIQUE (session_id, id_lookup)
);

-- called_at and ended_at say who was current at any moment of the day.
CREATE TABLE sitting (
    session_id TEXT NOT NULL REFERENCES session (session_id),
    number BIGINT NOT NULL,
    person_id TEXT NOT NULL REFERENCES person (person_id),
    request_id TEXT NOT NULL,
    status TEXT NOT NULL,
    checked_in_at BIGINT NOT NULL,
    called_at BIGINT,
    ended_at BIGINT,
    PRIMARY KEY (session_id, number),
    UNIQUE (session_id, person_id),
    UNIQUE (session_id, request_id)
);

-- The shot intent: one row for each press, also for a refused one.
CREATE TABLE shot (
    shot_id TEXT PRIMARY KEY,
    session_id TEXT NOT NULL REFERENCES session (session_id),
    request_id TEXT NOT NULL,
    number BIGINT,
    source TEXT NOT NULL,
    camera_serial TEXT,
    state TEXT NOT NULL,
    code TEXT,
    requested_at BIGINT NOT NULL,
    changed_at BIGINT NOT NULL,
    UNIQUE (session_id, request_id)
);
CREATE INDEX shot_state ON shot (state);

-- number is empty while the frame lies in the tray.
CREATE TABLE frame (
    frame_id TEXT PRIMARY KEY,
    session_id TEXT NOT NULL REFERENCES session (session_id),
    number BIGINT,
    shot_id TEXT REFERENCES shot (shot_id),
    reason TEXT NOT NULL,
    file TEXT NOT NULL UNIQUE,
    sha256 TEXT NOT NULL,
    bytes BIGINT NOT NULL,
    camera_serial TEXT NOT NULL,
    camera_model TEXT NOT NULL,
    camera_port TEXT NOT NULL,
    object_folder TEXT NOT NULL,
    object_name TEXT NOT NULL,
    object_bytes BIGINT NOT NULL,
    object_modified BIGINT NOT NULL,
    pressed_at BIGINT,
    announced_at BIGINT NOT NULL,
    spooled_at BIGINT NOT NULL,
    filed_at BIGINT NOT NULL
);
CREATE INDEX frame_number ON frame (session_id, number);
CREATE INDEX frame_object ON frame (camera_serial, object_name);

-- Cameras whose card has been looked at in a session; what lay on the card then is the baseline.
CREATE TABLE listed_camera (
    session_id TEXT NOT NULL REFERENCES session (session_id),
    camera_serial TEXT NOT NULL,
    first_listed_at BIGINT NOT NULL,
    PRIMARY KEY (session_id, camera_serial)
);

-- Files on cards that need no fetching: the baseline.
CREATE TABLE card_object (
    camera_serial TEXT NOT NULL,
    folder TEXT NOT NULL,
    name TEXT NOT NULL,
    bytes BIGINT NOT NULL,
    modified BIGINT NOT NULL,
    state TEXT NOT NULL,
    shot_id TEXT REFERENCES shot (shot_id),
    seen_at BIGINT NOT NULL,
    PRIMARY KEY (camera_serial, folder, name, bytes, modified)
);

CREATE TABLE roster_import (
    session_id TEXT PRIMARY KEY REFERENCES session (session_id),
    imported INTEGER NOT NULL,
    encoding TEXT NOT NULL,
    imported_at BIGINT NOT NULL
);

-- Append-only; each row carries the hash of the one before it.
CREATE TABLE journal (
    sequence BIGINT PRIMARY KEY,
    at BIGINT NOT NULL,
    session_id TEXT NOT NULL,
    what TEXT NOT NULL,
    number BIGINT,
    frame_id TEXT,
    detail TEXT NOT NULL,
    previous_hash TEXT NOT NULL,
    hash TEXT NOT NULL
);
