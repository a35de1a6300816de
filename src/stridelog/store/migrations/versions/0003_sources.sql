ALTER TABLE origin RENAME TO origin_of_version_2;

DROP INDEX origin_of_entry;

CREATE TABLE origin (
	source VARCHAR NOT NULL,
	"key" VARCHAR NOT NULL,
	entry_id INTEGER NOT NULL,
	told VARCHAR DEFAULT '' NOT NULL,
	file VARCHAR DEFAULT '' NOT NULL,
	taken_at VARCHAR DEFAULT '' NOT NULL,
	PRIMARY KEY (source, "key")
)
 WITHOUT ROWID;

INSERT INTO origin (source, "key", entry_id)
SELECT source, "key", entry_id FROM origin_of_version_2;

DROP TABLE origin_of_version_2;

CREATE INDEX origin_of_entry ON origin (entry_id);

CREATE TABLE distinct_pair (
	one_id INTEGER NOT NULL,
	other_id INTEGER NOT NULL,
	PRIMARY KEY (one_id, other_id),
	CHECK (one_id < other_id)
)
 WITHOUT ROWID;

CREATE TABLE segment (
	entry_id INTEGER NOT NULL,
	metres FLOAT NOT NULL,
	seconds FLOAT NOT NULL,
	start FLOAT NOT NULL,
	PRIMARY KEY (entry_id, metres),
	FOREIGN KEY(entry_id) REFERENCES entry (id) ON DELETE CASCADE
)
 WITHOUT ROWID;

CREATE INDEX segment_by_time ON segment (metres, seconds);
