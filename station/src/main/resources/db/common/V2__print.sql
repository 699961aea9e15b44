-- What was cut from a frame, or why nothing could be. sheets_planned says that printing has taken note of it.
CREATE TABLE portrait (
    frame_id TEXT PRIMARY KEY REFERENCES frame (frame_id),
    file TEXT,
    sha256 TEXT,
    crop_left BIGINT,
    crop_top BIGINT,
    crop_width BIGINT,
    crop_height BIGINT,
    problem TEXT,
    cut_at BIGINT NOT NULL,
    sheets_planned INTEGER NOT NULL
);

-- One row for each sheet of paper that was ever meant to come out. copy is 1 for the first and counts the reprints;
-- job_name is what the printer knows the sheet by, the same for every attempt.
CREATE TABLE sheet (
    sheet_id TEXT PRIMARY KEY,
    frame_id TEXT NOT NULL REFERENCES frame (frame_id),
    template TEXT NOT NULL,
    copy BIGINT NOT NULL,
    reprint_reason TEXT,
    file TEXT NOT NULL UNIQUE,
    drawn_at BIGINT,
    state TEXT NOT NULL,
    job_name TEXT NOT NULL UNIQUE,
    job_id BIGINT,
    job_state TEXT,
    reasons TEXT NOT NULL,
    planned_at BIGINT NOT NULL,
    sent_at BIGINT,
    accepted_at BIGINT,
    ended_at BIGINT,
    UNIQUE (frame_id, template, copy)
);
CREATE INDEX sheet_state ON sheet (state);
