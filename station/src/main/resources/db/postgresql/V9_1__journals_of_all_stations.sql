-- Here lie copies of every station's journal, each with a sequence of its own.
ALTER TABLE journal DROP CONSTRAINT journal_pkey;
ALTER TABLE journal ADD PRIMARY KEY (station, sequence);
