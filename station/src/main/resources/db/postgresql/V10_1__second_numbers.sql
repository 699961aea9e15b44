-- A person may hold a second number when two stations gave one each; second_of is the number that counts.
ALTER TABLE sitting ADD COLUMN second_of BIGINT;
ALTER TABLE sitting DROP CONSTRAINT sitting_session_id_person_id_key;
CREATE UNIQUE INDEX sitting_person ON sitting (session_id, person_id) WHERE second_of IS NULL;
