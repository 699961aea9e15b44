-- In the shared database: how far each station's clock is ahead of that database's, in milliseconds, when last compared.
ALTER TABLE station ADD COLUMN clock_lead BIGINT;

-- In the shared database: the stations that have closed a session and not opened it again.
CREATE TABLE site_closing (
    session_id TEXT NOT NULL,
    station TEXT NOT NULL,
    closed_at BIGINT NOT NULL,
    closed_by TEXT NOT NULL,
    PRIMARY KEY (session_id, station)
);

-- How many people a conflict is about, where it is about several.
ALTER TABLE conflict ADD COLUMN people BIGINT;
