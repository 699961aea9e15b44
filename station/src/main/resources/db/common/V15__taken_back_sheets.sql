-- Paper whose number became wrong because its frame was moved: who has taken it back and destroyed it, and when.
ALTER TABLE sheet ADD COLUMN taken_back_by TEXT;
ALTER TABLE sheet ADD COLUMN taken_back_at BIGINT;
