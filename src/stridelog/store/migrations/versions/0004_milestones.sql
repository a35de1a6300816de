CREATE TABLE uncounted (
	activity_id INTEGER NOT NULL,
	entry_id INTEGER NOT NULL,
	metres FLOAT NOT NULL,
	PRIMARY KEY (activity_id, entry_id, metres),
	FOREIGN KEY(activity_id) REFERENCES activity (id)
)
 WITHOUT ROWID;

CREATE TABLE milestone (
	activity_id INTEGER NOT NULL,
	day INTEGER NOT NULL,
	rule TEXT NOT NULL,
	place INTEGER NOT NULL,
	entry_id INTEGER NOT NULL,
	big INTEGER NOT NULL,
	found TEXT NOT NULL,
	PRIMARY KEY (activity_id, day, rule, place),
	FOREIGN KEY(activity_id) REFERENCES activity (id)
)
 WITHOUT ROWID;

CREATE INDEX milestone_by_day ON milestone (day);

CREATE INDEX milestone_of_entry ON milestone (entry_id);

CREATE TABLE milestone_state (
	activity_id INTEGER NOT NULL,
	month INTEGER NOT NULL,
	state TEXT NOT NULL,
	PRIMARY KEY (activity_id, month),
	FOREIGN KEY(activity_id) REFERENCES activity (id)
);
