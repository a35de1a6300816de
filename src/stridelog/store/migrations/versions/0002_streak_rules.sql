CREATE TABLE cadence (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
	uid VARCHAR NOT NULL,
	activity_id INTEGER,
	unit VARCHAR NOT NULL,
	times INTEGER NOT NULL,
	since VARCHAR NOT NULL,
	CHECK (unit IN ('day', 'week', 'month')),
	CHECK (times >= 1),
	CHECK (since GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]'),
	UNIQUE (uid),
	FOREIGN KEY(activity_id) REFERENCES activity (id)
);

CREATE UNIQUE INDEX cadence_once ON cadence (ifnull(activity_id, 0), unit, since);

CREATE TABLE protection (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
	uid VARCHAR NOT NULL,
	activity_id INTEGER,
	first_day VARCHAR NOT NULL,
	last_day VARCHAR,
	weekdays VARCHAR NOT NULL,
	reason VARCHAR NOT NULL,
	CHECK (first_day GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]'),
	CHECK (last_day GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]'),
	CHECK (last_day >= first_day),
	CHECK (weekdays NOT GLOB '*[^0-6]*'),
	UNIQUE (uid),
	FOREIGN KEY(activity_id) REFERENCES activity (id)
);

CREATE TABLE skip_budget (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
	uid VARCHAR NOT NULL,
	activity_id INTEGER,
	skips INTEGER NOT NULL,
	since VARCHAR NOT NULL,
	CHECK (skips >= 0),
	CHECK (since GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]'),
	UNIQUE (uid),
	FOREIGN KEY(activity_id) REFERENCES activity (id)
);

CREATE UNIQUE INDEX skip_budget_once ON skip_budget (ifnull(activity_id, 0), since);
