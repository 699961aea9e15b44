-- Which station did it; why a frame is whose it is; the RAW beside a JPEG; where a frame has been moved from.

ALTER TABLE shot ADD COLUMN station TEXT NOT NULL DEFAULT 'A';
ALTER TABLE shot ADD COLUMN asked_by TEXT NOT NULL DEFAULT 'console';
-- Of a clock that only goes forward, within one run of the program.
ALTER TABLE shot ADD COLUMN requested_nanos BIGINT NOT NULL DEFAULT 0;

-- The station that called the number; empty while it waits.
ALTER TABLE sitting ADD COLUMN station TEXT;

ALTER TABLE journal ADD COLUMN station TEXT NOT NULL DEFAULT 'A';

-- evidence and moves are JSON arrays.
ALTER TABLE frame ADD COLUMN station TEXT NOT NULL DEFAULT 'A';
ALTER TABLE frame ADD COLUMN evidence TEXT NOT NULL DEFAULT '[]';
ALTER TABLE frame ADD COLUMN moves TEXT NOT NULL DEFAULT '[]';
ALTER TABLE frame ADD COLUMN companion_file TEXT;
ALTER TABLE frame ADD COLUMN companion_sha256 TEXT;
ALTER TABLE frame ADD COLUMN companion_bytes BIGINT;
ALTER TABLE frame ADD COLUMN companion_folder TEXT;
ALTER TABLE frame ADD COLUMN companion_name TEXT;
ALTER TABLE frame ADD COLUMN companion_object_bytes BIGINT;
ALTER TABLE frame ADD COLUMN companion_modified BIGINT;
