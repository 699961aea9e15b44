-- In the shared database: how far each station's clock is ahead of that database's, in milliseconds, when last compared.
ALTER TABLE station ADD COLUMN clock_lead BIGINT;
