-- Whom a press was for, not only under which number; and what last happened to it (sitting.ShotEvent).
ALTER TABLE shot ADD COLUMN person_id TEXT;
ALTER TABLE shot ADD COLUMN cause TEXT;

-- Asked at every frame: what a camera still owes, and what it delivered last.
CREATE INDEX shot_owed ON shot (camera_serial, state);
CREATE INDEX frame_of_camera ON frame (camera_serial, announced_at);
CREATE INDEX frame_shot ON frame (shot_id);
CREATE INDEX frame_filed ON frame (session_id, filed_at);
CREATE INDEX sitting_called ON sitting (session_id, called_at);

-- How far a camera's clock was ahead of the station's at a press: one row for each frame that its camera gave as the
-- answer to a press, whoever it was filed under. source is the time that was read: exif, or file for the card's own.
CREATE TABLE camera_clock (
    frame_id TEXT PRIMARY KEY,
    camera_serial TEXT NOT NULL,
    shot_id TEXT NOT NULL,
    source TEXT NOT NULL,
    lead_millis BIGINT NOT NULL,
    at BIGINT NOT NULL
);
CREATE INDEX camera_clock_newest ON camera_clock (camera_serial, source, at);
CREATE INDEX camera_clock_shot ON camera_clock (shot_id);
