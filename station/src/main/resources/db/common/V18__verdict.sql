-- What the rules say of a frame: the document that the consoles show. It can be made again from the frame alone.
CREATE TABLE portrait_verdict (
    frame_id TEXT PRIMARY KEY REFERENCES frame (frame_id),
    level TEXT NOT NULL,
    document TEXT NOT NULL,
    judged_at BIGINT NOT NULL
);
