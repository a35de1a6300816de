CREATE TABLE goal (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
	uid VARCHAR NOT NULL,
	title VARCHAR NOT NULL,
	why VARCHAR NOT NULL,
	area VARCHAR NOT NULL,
	event VARCHAR NOT NULL,
	rank VARCHAR NOT NULL,
	shared BOOLEAN NOT NULL,
	learned VARCHAR NOT NULL,
	CHECK (rank IN ('', 'A', 'B', 'C')),
	UNIQUE (uid)
);

CREATE TABLE goal_note (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
	uid VARCHAR NOT NULL,
	goal_id INTEGER NOT NULL,
	day VARCHAR NOT NULL,
	author VARCHAR NOT NULL,
	text VARCHAR NOT NULL,
	CHECK (day GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]'),
	UNIQUE (uid),
	FOREIGN KEY(goal_id) REFERENCES goal (id) ON DELETE CASCADE
);

CREATE INDEX goal_note_of ON goal_note (goal_id);

CREATE TABLE goal_review (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
	uid VARCHAR NOT NULL,
	goal_id INTEGER NOT NULL,
	day VARCHAR NOT NULL,
	decision VARCHAR NOT NULL,
	done BOOLEAN,
	promise VARCHAR NOT NULL,
	promise_activity_id INTEGER,
	promise_measure_id INTEGER,
	promise_distance VARCHAR NOT NULL,
	promise_tags VARCHAR NOT NULL,
	promise_value FLOAT,
	kept BOOLEAN,
	CHECK (day GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]'),
	CHECK (decision IN ('kept', 'adjusted', 'paused', 'closed')),
	UNIQUE (goal_id, day),
	UNIQUE (uid),
	FOREIGN KEY(goal_id) REFERENCES goal (id) ON DELETE CASCADE,
	FOREIGN KEY(promise_activity_id) REFERENCES activity (id),
	FOREIGN KEY(promise_measure_id) REFERENCES measure (id)
);

CREATE TABLE goal_version (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
	uid VARCHAR NOT NULL,
	goal_id INTEGER NOT NULL,
	since VARCHAR NOT NULL,
	kind VARCHAR NOT NULL,
	first_day VARCHAR NOT NULL,
	deadline VARCHAR,
	activity_id INTEGER,
	measure_id INTEGER,
	distance_class VARCHAR NOT NULL,
	tags VARCHAR NOT NULL,
	not_tags VARCHAR NOT NULL,
	place VARCHAR NOT NULL,
	target FLOAT,
	way VARCHAR NOT NULL,
	per VARCHAR NOT NULL,
	against_first VARCHAR,
	against_last VARCHAR,
	status VARCHAR NOT NULL,
	CHECK (since GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]'),
	CHECK (first_day GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]'),
	CHECK (deadline GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]'),
	CHECK (deadline >= first_day),
	CHECK (way IN ('at least', 'at most')),
	CHECK (per IN ('', 'day', 'week', 'month')),
	CHECK (status IN ('open', 'paused', 'closed')),
	CHECK (against_last >= against_first),
	UNIQUE (goal_id, since),
	UNIQUE (uid),
	FOREIGN KEY(goal_id) REFERENCES goal (id) ON DELETE CASCADE,
	FOREIGN KEY(activity_id) REFERENCES activity (id),
	FOREIGN KEY(measure_id) REFERENCES measure (id)
);

CREATE TABLE goal_step (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
	uid VARCHAR NOT NULL,
	version_id INTEGER NOT NULL,
	by_day VARCHAR NOT NULL,
	text VARCHAR NOT NULL,
	value FLOAT,
	done_day VARCHAR,
	CHECK (by_day GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]'),
	CHECK (done_day GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]'),
	UNIQUE (uid),
	FOREIGN KEY(version_id) REFERENCES goal_version (id) ON DELETE CASCADE
);

CREATE INDEX goal_step_of ON goal_step (version_id);
