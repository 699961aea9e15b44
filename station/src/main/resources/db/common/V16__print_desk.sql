-- Printing of a session is held until somebody lets it go on.
CREATE TABLE print_pause (
    session_id TEXT PRIMARY KEY,
    since BIGINT NOT NULL
);

-- Sheets that go before the others; the newest wish first.
CREATE TABLE print_first (
    sheet_id TEXT PRIMARY KEY,
    asked_at BIGINT NOT NULL
);
