-- The table was made anew in version 10, and with the old one went its triggers of version 6.

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

