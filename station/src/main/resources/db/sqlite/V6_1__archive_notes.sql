-- Whoever changes a row, its note in the archive becomes due in the same transaction; so does the second copy of a file
-- that was made or changed after its frame was filed.

CREATE TRIGGER session_made AFTER INSERT ON session
BEGIN
    INSERT INTO due_note (file, of_table, session_id, row_key, revision)
        VALUES (NEW.session_id || '/session.json', 'session', NEW.session_id, NEW.session_id, 1)
        ON CONFLICT (file) DO UPDATE SET revision = revision + 1;
END;

CREATE TRIGGER session_changed AFTER UPDATE ON session
BEGIN
    INSERT INTO due_note (file, of_table, session_id, row_key, revision)
        VALUES (NEW.session_id || '/session.json', 'session', NEW.session_id, NEW.session_id, 1)
        ON CONFLICT (file) DO UPDATE SET revision = revision + 1;
END;

CREATE TRIGGER sitting_made AFTER INSERT ON sitting
BEGIN
    INSERT INTO due_note (file, of_table, session_id, row_key, revision)
        VALUES (printf('%s/%04d/sitting.json', NEW.session_id, NEW.number), 'sitting', NEW.session_id, NEW.number, 1)
        ON CONFLICT (file) DO UPDATE SET revision = revision + 1;
END;

CREATE TRIGGER sitting_changed AFTER UPDATE ON sitting
BEGIN
    INSERT INTO due_note (file, of_table, session_id, row_key, revision)
        VALUES (printf('%s/%04d/sitting.json', NEW.session_id, NEW.number), 'sitting', NEW.session_id, NEW.number, 1)
        ON CONFLICT (file) DO UPDATE SET revision = revision + 1;
END;

CREATE TRIGGER shot_made AFTER INSERT ON shot
BEGIN
    INSERT INTO due_note (file, of_table, session_id, row_key, revision)
        VALUES (NEW.session_id || '/shots/' || NEW.shot_id || '-shot.json', 'shot', NEW.session_id, NEW.shot_id, 1)
        ON CONFLICT (file) DO UPDATE SET revision = revision + 1;
END;

CREATE TRIGGER shot_changed AFTER UPDATE ON shot
BEGIN
    INSERT INTO due_note (file, of_table, session_id, row_key, revision)
        VALUES (NEW.session_id || '/shots/' || NEW.shot_id || '-shot.json', 'shot', NEW.session_id, NEW.shot_id, 1)
        ON CONFLICT (file) DO UPDATE SET revision = revision + 1;
END;

CREATE TRIGGER portrait_made AFTER INSERT ON portrait
BEGIN
    INSERT INTO due_note (file, of_table, session_id, row_key, revision)
        SELECT COALESCE(replace(NEW.file, '.jpg', '.json'), rtrim(rtrim(frame.file, replace(frame.file, '.', '')), '.') || '-portrait.json'), 'portrait', frame.session_id, NEW.frame_id, 1 FROM frame WHERE frame.frame_id = NEW.frame_id
        ON CONFLICT (file) DO UPDATE SET revision = revision + 1;
END;

CREATE TRIGGER portrait_changed AFTER UPDATE ON portrait
BEGIN
    INSERT INTO due_note (file, of_table, session_id, row_key, revision)
        SELECT COALESCE(replace(OLD.file, '.jpg', '.json'), rtrim(rtrim(frame.file, replace(frame.file, '.', '')), '.') || '-portrait.json'), 'portrait', frame.session_id, OLD.frame_id, 1 FROM frame WHERE frame.frame_id = OLD.frame_id
        ON CONFLICT (file) DO UPDATE SET revision = revision + 1;
    INSERT INTO due_note (file, of_table, session_id, row_key, revision)
        SELECT COALESCE(replace(NEW.file, '.jpg', '.json'), rtrim(rtrim(frame.file, replace(frame.file, '.', '')), '.') || '-portrait.json'), 'portrait', frame.session_id, NEW.frame_id, 1 FROM frame WHERE frame.frame_id = NEW.frame_id
        ON CONFLICT (file) DO UPDATE SET revision = revision + 1;
END;

CREATE TRIGGER portrait_removed AFTER DELETE ON portrait
BEGIN
    INSERT INTO due_note (file, of_table, session_id, row_key, revision)
        SELECT COALESCE(replace(OLD.file, '.jpg', '.json'), rtrim(rtrim(frame.file, replace(frame.file, '.', '')), '.') || '-portrait.json'), 'portrait', frame.session_id, OLD.frame_id, 1 FROM frame WHERE frame.frame_id = OLD.frame_id
        ON CONFLICT (file) DO UPDATE SET revision = revision + 1;
END;

CREATE TRIGGER sheet_made AFTER INSERT ON sheet
BEGIN
    INSERT INTO due_note (file, of_table, session_id, row_key, revision)
        SELECT replace(NEW.file, '.pdf', '.json'), 'sheet', frame.session_id, NEW.sheet_id, 1 FROM frame WHERE frame.frame_id = NEW.frame_id
        ON CONFLICT (file) DO UPDATE SET revision = revision + 1;
END;

CREATE TRIGGER sheet_changed AFTER UPDATE ON sheet
BEGIN
    INSERT INTO due_note (file, of_table, session_id, row_key, revision)
        SELECT replace(OLD.file, '.pdf', '.json'), 'sheet', frame.session_id, OLD.sheet_id, 1 FROM frame WHERE frame.frame_id = OLD.frame_id
        ON CONFLICT (file) DO UPDATE SET revision = revision + 1;
    INSERT INTO due_note (file, of_table, session_id, row_key, revision)
        SELECT replace(NEW.file, '.pdf', '.json'), 'sheet', frame.session_id, NEW.sheet_id, 1 FROM frame WHERE frame.frame_id = NEW.frame_id
        ON CONFLICT (file) DO UPDATE SET revision = revision + 1;
END;

CREATE TRIGGER sheet_removed AFTER DELETE ON sheet
BEGIN
    INSERT INTO due_note (file, of_table, session_id, row_key, revision)
        SELECT replace(OLD.file, '.pdf', '.json'), 'sheet', frame.session_id, OLD.sheet_id, 1 FROM frame WHERE frame.frame_id = OLD.frame_id
        ON CONFLICT (file) DO UPDATE SET revision = revision + 1;
END;

CREATE TRIGGER person_changed AFTER UPDATE ON person
BEGIN
    INSERT INTO due_note (file, of_table, session_id, row_key, revision)
        SELECT printf('%s/%04d/sitting.json', session_id, number), 'sitting', session_id, number, 1 FROM sitting WHERE person_id = NEW.person_id
        ON CONFLICT (file) DO UPDATE SET revision = revision + 1;
END;

CREATE TRIGGER portrait_to_copy AFTER INSERT ON portrait
BEGIN
    INSERT INTO missing_copy (file, since, revision, moved_from)
        SELECT NEW.file, CAST(unixepoch('subsec') * 1000 AS INTEGER), 1, NULL WHERE NEW.file IS NOT NULL
        ON CONFLICT (file) DO UPDATE SET revision = revision + 1, moved_from = COALESCE(excluded.moved_from, moved_from);
END;

CREATE TRIGGER portrait_to_copy_again AFTER UPDATE OF file, sha256 ON portrait
BEGIN
    INSERT INTO missing_copy (file, since, revision, moved_from)
        SELECT NEW.file, CAST(unixepoch('subsec') * 1000 AS INTEGER), 1, CASE WHEN NEW.file <> OLD.file THEN OLD.file END WHERE NEW.file IS NOT NULL
        ON CONFLICT (file) DO UPDATE SET revision = revision + 1, moved_from = COALESCE(excluded.moved_from, moved_from);
END;

CREATE TRIGGER sheet_to_copy AFTER UPDATE OF drawn_at ON sheet
BEGIN
    INSERT INTO missing_copy (file, since, revision, moved_from)
        SELECT NEW.file, CAST(unixepoch('subsec') * 1000 AS INTEGER), 1, NULL WHERE NEW.drawn_at IS NOT NULL
        ON CONFLICT (file) DO UPDATE SET revision = revision + 1, moved_from = COALESCE(excluded.moved_from, moved_from);
END;

CREATE TRIGGER frame_to_copy_again AFTER UPDATE ON frame
BEGIN
    INSERT INTO missing_copy (file, since, revision, moved_from)
        SELECT NEW.file, CAST(unixepoch('subsec') * 1000 AS INTEGER), 1, OLD.file WHERE NEW.file <> OLD.file
        ON CONFLICT (file) DO UPDATE SET revision = revision + 1, moved_from = COALESCE(excluded.moved_from, moved_from);
    INSERT INTO missing_copy (file, since, revision, moved_from)
        SELECT rtrim(NEW.file, replace(NEW.file, '.', '')) || 'json', CAST(unixepoch('subsec') * 1000 AS INTEGER), 1, CASE WHEN NEW.file <> OLD.file THEN rtrim(OLD.file, replace(OLD.file, '.', '')) || 'json' END WHERE true
        ON CONFLICT (file) DO UPDATE SET revision = revision + 1, moved_from = COALESCE(excluded.moved_from, moved_from);
    INSERT INTO missing_copy (file, since, revision, moved_from)
        SELECT NEW.companion_file, CAST(unixepoch('subsec') * 1000 AS INTEGER), 1, CASE WHEN NEW.companion_file <> OLD.companion_file THEN OLD.companion_file END WHERE NEW.companion_file IS NOT NULL
        ON CONFLICT (file) DO UPDATE SET revision = revision + 1, moved_from = COALESCE(excluded.moved_from, moved_from);
END;

-- What was there before this version.
INSERT INTO due_note (file, of_table, session_id, row_key, revision)
    SELECT session.session_id || '/session.json', 'session', session.session_id, session.session_id, 1 FROM session;
INSERT INTO due_note (file, of_table, session_id, row_key, revision)
    SELECT printf('%s/%04d/sitting.json', sitting.session_id, sitting.number), 'sitting', sitting.session_id, sitting.number, 1 FROM sitting;
INSERT INTO due_note (file, of_table, session_id, row_key, revision)
    SELECT shot.session_id || '/shots/' || shot.shot_id || '-shot.json', 'shot', shot.session_id, shot.shot_id, 1 FROM shot;
INSERT INTO due_note (file, of_table, session_id, row_key, revision)
    SELECT COALESCE(replace(portrait.file, '.jpg', '.json'), rtrim(rtrim(frame.file, replace(frame.file, '.', '')), '.') || '-portrait.json'), 'portrait', frame.session_id, portrait.frame_id, 1 FROM portrait JOIN frame ON frame.frame_id = portrait.frame_id;
INSERT INTO due_note (file, of_table, session_id, row_key, revision)
    SELECT replace(sheet.file, '.pdf', '.json'), 'sheet', frame.session_id, sheet.sheet_id, 1 FROM sheet JOIN frame ON frame.frame_id = sheet.frame_id;
