-- What each card that has been in a camera held when it was last read, so that a card is known again. Cards have no number
-- of their own; the station counts them from 1 for each camera.
CREATE TABLE card_seen (
    camera_serial TEXT NOT NULL,
    card BIGINT NOT NULL,
    folder TEXT NOT NULL,
    name TEXT NOT NULL,
    bytes BIGINT NOT NULL,
    modified BIGINT NOT NULL,
    PRIMARY KEY (camera_serial, card, folder, name, bytes, modified)
);

-- The last comparison of each camera's card with the archive.
CREATE TABLE card_statement (
    camera_serial TEXT PRIMARY KEY,
    camera_model TEXT NOT NULL,
    station TEXT NOT NULL,
    card BIGINT NOT NULL,
    compared_at BIGINT NOT NULL,
    on_card BIGINT NOT NULL,
    filed BIGINT NOT NULL,
    baseline BIGINT NOT NULL,
    fetched BIGINT NOT NULL,
    wanted BIGINT NOT NULL,
    unexplained BIGINT NOT NULL,
    vanished BIGINT NOT NULL
);

CREATE INDEX frame_companion ON frame (camera_serial, companion_name);
