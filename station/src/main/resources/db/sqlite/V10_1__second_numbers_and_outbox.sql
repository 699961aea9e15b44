-- A person may hold a second number when two stations gave one each; second_of is the number that counts. SQLite cannot
-- drop the old constraint, so the table is made anew. Not renamed: a rename fails while triggers of other tables name it.
CREATE TABLE sitting_kept AS SELECT * FROM sitting;
DROP TABLE sitting;
CREATE TABLE sitting (
    session_id TEXT NOT NULL REFERENCES session (session_id),
    number BIGINT NOT NULL,
    person_id TEXT NOT NULL REFERENCES person (person_id),
    request_id TEXT NOT NULL,
    status TEXT NOT NULL,
    checked_in_at BIGINT NOT NULL,
    called_at BIGINT,
    ended_at BIGINT,
    station TEXT,
    revision BIGINT NOT NULL DEFAULT 0,
    given_back INTEGER NOT NULL DEFAULT 0,
    second_of BIGINT,
    PRIMARY KEY (session_id, number),
    UNIQUE (session_id, request_id)
);
INSERT INTO sitting (session_id, number, person_id, request_id, status, checked_in_at, called_at, ended_at, station,
        revision, given_back)
    SELECT session_id, number, person_id, request_id, status, checked_in_at, called_at, ended_at, station,
        revision, given_back
    FROM sitting_kept;
DROP TABLE sitting_kept;
CREATE UNIQUE INDEX sitting_person ON sitting (session_id, person_id) WHERE second_of IS NULL;
CREATE INDEX sitting_revision ON sitting (session_id, revision);
CREATE INDEX sitting_called ON sitting (session_id, called_at);
CREATE UNIQUE INDEX sitting_current ON sitting (session_id, station) WHERE status = 'current';

-- Whatever is written about a station's own work goes out in the same transaction that writes it.
CREATE TRIGGER shot_is_new AFTER INSERT ON shot WHEN (SELECT is_member FROM sync_state)
BEGIN
    INSERT INTO outbox VALUES ((SELECT COALESCE(MAX(position), 0) + 1 FROM outbox), 'shot', NEW.shot_id, 1, NULL)
        ON CONFLICT (table_name, row_key) DO UPDATE SET changes = changes + 1, refused = NULL;
END;
CREATE TRIGGER shot_goes_on AFTER UPDATE ON shot WHEN (SELECT is_member FROM sync_state)
BEGIN
    INSERT INTO outbox VALUES ((SELECT COALESCE(MAX(position), 0) + 1 FROM outbox), 'shot', NEW.shot_id, 1, NULL)
        ON CONFLICT (table_name, row_key) DO UPDATE SET changes = changes + 1, refused = NULL;
END;
CREATE TRIGGER frame_is_new AFTER INSERT ON frame WHEN (SELECT is_member FROM sync_state)
BEGIN
    INSERT INTO outbox VALUES ((SELECT COALESCE(MAX(position), 0) + 1 FROM outbox), 'frame', NEW.frame_id, 1, NULL)
        ON CONFLICT (table_name, row_key) DO UPDATE SET changes = changes + 1, refused = NULL;
END;
CREATE TRIGGER frame_goes_on AFTER UPDATE ON frame WHEN (SELECT is_member FROM sync_state)
BEGIN
    INSERT INTO outbox VALUES ((SELECT COALESCE(MAX(position), 0) + 1 FROM outbox), 'frame', NEW.frame_id, 1, NULL)
        ON CONFLICT (table_name, row_key) DO UPDATE SET changes = changes + 1, refused = NULL;
END;
CREATE TRIGGER portrait_is_new AFTER INSERT ON portrait WHEN (SELECT is_member FROM sync_state)
BEGIN
    INSERT INTO outbox VALUES ((SELECT COALESCE(MAX(position), 0) + 1 FROM outbox), 'portrait', NEW.frame_id, 1, NULL)
        ON CONFLICT (table_name, row_key) DO UPDATE SET changes = changes + 1, refused = NULL;
END;
CREATE TRIGGER portrait_goes_on AFTER UPDATE ON portrait WHEN (SELECT is_member FROM sync_state)
BEGIN
    INSERT INTO outbox VALUES ((SELECT COALESCE(MAX(position), 0) + 1 FROM outbox), 'portrait', NEW.frame_id, 1, NULL)
        ON CONFLICT (table_name, row_key) DO UPDATE SET changes = changes + 1, refused = NULL;
END;
CREATE TRIGGER sheet_is_new AFTER INSERT ON sheet WHEN (SELECT is_member FROM sync_state)
BEGIN
    INSERT INTO outbox VALUES ((SELECT COALESCE(MAX(position), 0) + 1 FROM outbox), 'sheet', NEW.sheet_id, 1, NULL)
        ON CONFLICT (table_name, row_key) DO UPDATE SET changes = changes + 1, refused = NULL;
END;
CREATE TRIGGER sheet_goes_on AFTER UPDATE ON sheet WHEN (SELECT is_member FROM sync_state)
BEGIN
    INSERT INTO outbox VALUES ((SELECT COALESCE(MAX(position), 0) + 1 FROM outbox), 'sheet', NEW.sheet_id, 1, NULL)
        ON CONFLICT (table_name, row_key) DO UPDATE SET changes = changes + 1, refused = NULL;
END;
CREATE TRIGGER journal_is_new AFTER INSERT ON journal WHEN (SELECT is_member FROM sync_state)
BEGIN
    INSERT INTO outbox VALUES ((SELECT COALESCE(MAX(position), 0) + 1 FROM outbox), 'journal', NEW.sequence, 1, NULL);
END;

-- While offline, what is changed in the queue is noted for the merge, in the same transaction too.
CREATE TRIGGER sitting_is_new_offline AFTER INSERT ON sitting WHEN (SELECT is_offline FROM sync_state)
BEGIN
    INSERT INTO offline_sitting VALUES (NEW.session_id, NEW.number, 1)
        ON CONFLICT (session_id, number) DO UPDATE SET changes = changes + 1;
END;
CREATE TRIGGER sitting_goes_on_offline AFTER UPDATE ON sitting WHEN (SELECT is_offline FROM sync_state)
BEGIN
    INSERT INTO offline_sitting VALUES (NEW.session_id, NEW.number, 1)
        ON CONFLICT (session_id, number) DO UPDATE SET changes = changes + 1;
END;
CREATE TRIGGER person_is_new_offline AFTER INSERT ON person WHEN (SELECT is_offline FROM sync_state)
BEGIN
    INSERT INTO offline_person VALUES (NEW.person_id);
END;
