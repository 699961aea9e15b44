-- Frames given to other numbers by a person: one row for the decision, one for each frame it moved. Operations sort by
-- their id. undoes names the operation that was taken back.

CREATE TABLE move_operation (
    operation_id TEXT PRIMARY KEY,
    session_id TEXT NOT NULL,
    request_id TEXT NOT NULL,
    kind TEXT NOT NULL,
    undoes TEXT,
    moved_by TEXT NOT NULL,
    reason TEXT NOT NULL,
    moved_at BIGINT NOT NULL,
    UNIQUE (session_id, request_id)
);

CREATE TABLE moved_frame (
    operation_id TEXT NOT NULL REFERENCES move_operation (operation_id),
    frame_id TEXT NOT NULL,
    from_number BIGINT,
    to_number BIGINT,
    reason_before TEXT NOT NULL,
    reason_after TEXT NOT NULL,
    PRIMARY KEY (operation_id, frame_id)
);
CREATE INDEX moved_frame_frame ON moved_frame (frame_id, operation_id);

-- Whose number stands on the paper; the frame may have been moved since.
ALTER TABLE sheet ADD COLUMN number BIGINT;
UPDATE sheet SET number = (SELECT number FROM frame WHERE frame.frame_id = sheet.frame_id);

-- What the people on the portraits look like, as a grid of mean colours: numbers between
-- blanks, none when it cannot be said.
CREATE TABLE frame_look (
    frame_id TEXT PRIMARY KEY REFERENCES frame (frame_id),
    grid TEXT NOT NULL
);
