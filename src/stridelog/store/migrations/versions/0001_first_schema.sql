CREATE TABLE activity (
	id INTEGER NOT NULL,
	uid VARCHAR NOT NULL,
	name VARCHAR NOT NULL,
	area VARCHAR NOT NULL,
	retired BOOLEAN NOT NULL,
	PRIMARY KEY (id),
	UNIQUE (uid),
	UNIQUE (name)
);

CREATE TABLE origin (
	source VARCHAR NOT NULL,
	"key" VARCHAR NOT NULL,
	entry_id INTEGER NOT NULL,
	PRIMARY KEY (source, "key")
)
 WITHOUT ROWID;

CREATE INDEX origin_of_entry ON origin (entry_id);

CREATE TABLE change (
	id INTEGER NOT NULL,
	uid VARCHAR NOT NULL,
	made_at VARCHAR NOT NULL,
	device VARCHAR NOT NULL,
	command VARCHAR NOT NULL,
	undone BOOLEAN NOT NULL,
	PRIMARY KEY (id),
	UNIQUE (uid)
);

CREATE TABLE standard_distance (
	name TEXT NOT NULL,
	shortest FLOAT NOT NULL,
	longest FLOAT NOT NULL,
	PRIMARY KEY (name)
)
 WITHOUT ROWID;

CREATE TABLE measure (
	id INTEGER NOT NULL,
	uid VARCHAR NOT NULL,
	activity_id INTEGER NOT NULL,
	position INTEGER NOT NULL,
	name VARCHAR NOT NULL,
	kind VARCHAR NOT NULL,
	dimension VARCHAR NOT NULL,
	direction VARCHAR NOT NULL,
	unit VARCHAR NOT NULL,
	weight_id INTEGER,
	scale FLOAT NOT NULL,
	retired BOOLEAN NOT NULL,
	PRIMARY KEY (id),
	UNIQUE (activity_id, name),
	CHECK (kind IN ('additive', 'intensive', 'derived')),
	CHECK (direction IN ('higher', 'lower', 'neutral')),
	UNIQUE (uid),
	FOREIGN KEY(activity_id) REFERENCES activity (id),
	FOREIGN KEY(weight_id) REFERENCES measure (id)
);

CREATE TABLE entry (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
	uid VARCHAR NOT NULL,
	activity_id INTEGER NOT NULL,
	at VARCHAR NOT NULL,
	utc_offset INTEGER NOT NULL,
	day VARCHAR NOT NULL,
	place VARCHAR NOT NULL,
	gear VARCHAR NOT NULL,
	effort INTEGER,
	note VARCHAR NOT NULL,
	CHECK (effort BETWEEN 1 AND 10),
	CHECK (day GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]'),
	CHECK (length(at) = 19),
	UNIQUE (uid),
	FOREIGN KEY(activity_id) REFERENCES activity (id)
);

CREATE INDEX entry_by_place ON entry (place) WHERE place <> '';

CREATE INDEX entry_by_day ON entry (day, at);

CREATE INDEX entry_by_activity ON entry (activity_id, day, at);

CREATE INDEX entry_by_gear ON entry (gear) WHERE gear <> '';

CREATE INDEX entry_with_note ON entry (activity_id, day) WHERE note <> '';

CREATE TABLE change_item (
	change_id INTEGER NOT NULL,
	kind VARCHAR NOT NULL,
	object_id INTEGER NOT NULL,
	image VARCHAR,
	PRIMARY KEY (change_id, kind, object_id),
	FOREIGN KEY(change_id) REFERENCES change (id)
)
 WITHOUT ROWID;

CREATE TABLE day_count (
	activity_id INTEGER NOT NULL,
	day INTEGER NOT NULL,
	month INTEGER NOT NULL,
	entries INTEGER NOT NULL,
	PRIMARY KEY (activity_id, day),
	FOREIGN KEY(activity_id) REFERENCES activity (id)
)
 WITHOUT ROWID;

CREATE TABLE measure_term (
	measure_id INTEGER NOT NULL,
	part VARCHAR NOT NULL,
	term_id INTEGER NOT NULL,
	coefficient FLOAT NOT NULL,
	PRIMARY KEY (measure_id, part, term_id),
	CHECK (part IN ('numerator', 'denominator')),
	FOREIGN KEY(measure_id) REFERENCES measure (id),
	FOREIGN KEY(term_id) REFERENCES measure (id)
)
 WITHOUT ROWID;

CREATE INDEX measure_term_of ON measure_term (term_id);

CREATE TABLE measurement (
	entry_id INTEGER NOT NULL,
	measure_id INTEGER NOT NULL,
	value FLOAT NOT NULL,
	PRIMARY KEY (entry_id, measure_id),
	FOREIGN KEY(entry_id) REFERENCES entry (id) ON DELETE CASCADE,
	FOREIGN KEY(measure_id) REFERENCES measure (id)
)
 WITHOUT ROWID;

CREATE TABLE entry_tag (
	entry_id INTEGER NOT NULL,
	tag VARCHAR NOT NULL,
	PRIMARY KEY (entry_id, tag),
	FOREIGN KEY(entry_id) REFERENCES entry (id) ON DELETE CASCADE
)
 WITHOUT ROWID;

CREATE INDEX entry_by_tag ON entry_tag (tag, entry_id);

CREATE TABLE fact (
	measure_id INTEGER NOT NULL,
	day INTEGER NOT NULL,
	entry_id INTEGER NOT NULL,
	value FLOAT NOT NULL,
	weight FLOAT NOT NULL,
	distance_class TEXT NOT NULL,
	PRIMARY KEY (measure_id, day, entry_id),
	FOREIGN KEY(measure_id) REFERENCES measure (id)
)
 WITHOUT ROWID;

CREATE INDEX fact_by_value ON fact (measure_id, distance_class, value);

CREATE TABLE month_total (
	measure_id INTEGER NOT NULL,
	distance_class TEXT NOT NULL,
	month INTEGER NOT NULL,
	total FLOAT NOT NULL,
	weight FLOAT NOT NULL,
	PRIMARY KEY (measure_id, distance_class, month),
	FOREIGN KEY(measure_id) REFERENCES measure (id)
)
 WITHOUT ROWID;

CREATE TABLE month_values (
	measure_id INTEGER NOT NULL,
	distance_class TEXT NOT NULL,
	month INTEGER NOT NULL,
	days BLOB NOT NULL,
	numbers BLOB NOT NULL,
	weights BLOB NOT NULL,
	PRIMARY KEY (measure_id, distance_class, month),
	FOREIGN KEY(measure_id) REFERENCES measure (id)
);

CREATE VIEW entry_value AS
SELECT own.entry_id, own.measure_id, own.value, COALESCE(weight.value, 1.0) AS weight
FROM measurement AS own
JOIN measure ON measure.id = own.measure_id
LEFT JOIN measurement AS weight
  ON weight.entry_id = own.entry_id AND weight.measure_id = measure.weight_id
UNION ALL
SELECT part.entry_id, measure.id,
  measure.scale * SUM(part.value * term.coefficient) FILTER (WHERE term.part = 'numerator')
    / SUM(part.value * term.coefficient) FILTER (WHERE term.part = 'denominator'),
  SUM(part.value * term.coefficient) FILTER (WHERE term.part = 'denominator') / measure.scale
FROM measurement AS part
JOIN measure_term AS term ON term.term_id = part.measure_id
JOIN measure ON measure.id = term.measure_id
GROUP BY part.entry_id, measure.id
HAVING SUM(part.value * term.coefficient) FILTER (WHERE term.part = 'denominator') > 0
  AND COUNT(*) FILTER (WHERE term.part = 'numerator') > 0;

CREATE VIEW journal AS
SELECT entry.id AS number, entry.day, entry.at, entry.utc_offset, activity.name AS activity,
  activity.area, entry.place, entry.gear, entry.effort, entry.note,
  (SELECT group_concat(tag, ' ') FROM entry_tag WHERE entry_id = entry.id) AS tags
FROM entry JOIN activity ON activity.id = entry.activity_id;

CREATE VIEW journal_value AS
SELECT entry.id AS number, entry.day, activity.name AS activity, measure.name AS measure,
  measure.dimension, entry_value.value, entry_value.weight
FROM entry_value
JOIN entry ON entry.id = entry_value.entry_id
JOIN measure ON measure.id = entry_value.measure_id
JOIN activity ON activity.id = entry.activity_id;

CREATE VIRTUAL TABLE entry_words USING fts5(
  note, tags, place, tokenize = "unicode61 remove_diacritics 2"
);

INSERT INTO standard_distance VALUES ('mile', 1577.15712, 1689.8112);

INSERT INTO standard_distance VALUES ('5k', 4900.0, 5250.0);

INSERT INTO standard_distance VALUES ('10k', 9800.0, 10500.0);

INSERT INTO standard_distance VALUES ('15k', 14700.0, 15750.0);

INSERT INTO standard_distance VALUES ('half', 20675.55, 22152.375);

INSERT INTO standard_distance VALUES ('25k', 24500.0, 26250.0);

INSERT INTO standard_distance VALUES ('marathon', 41351.1, 44304.75);

PRAGMA application_id = 1398035012;

PRAGMA user_version = 1;
