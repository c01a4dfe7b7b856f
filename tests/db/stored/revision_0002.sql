BEGIN TRANSACTION;
CREATE TABLE alembic_version (
	version_num VARCHAR(32) NOT NULL, 
	CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);
INSERT INTO "alembic_version" VALUES('0002');
CREATE TABLE daily_check_ins (
	profile_id INTEGER NOT NULL, 
	local_day VARCHAR(10) NOT NULL, 
	at_us INTEGER NOT NULL, 
	at_offset INTEGER NOT NULL, 
	tension INTEGER, 
	stress INTEGER, 
	sleep INTEGER, 
	pain INTEGER, 
	headache BOOLEAN, 
	painkiller BOOLEAN, 
	PRIMARY KEY (profile_id, local_day), 
	CONSTRAINT ck_daily_check_ins_tension CHECK (tension BETWEEN 0 AND 10), 
	CONSTRAINT ck_daily_check_ins_stress CHECK (stress BETWEEN 0 AND 10), 
	CONSTRAINT ck_daily_check_ins_sleep CHECK (sleep BETWEEN 0 AND 10), 
	CONSTRAINT ck_daily_check_ins_pain CHECK (pain BETWEEN 0 AND 10), 
	CONSTRAINT fk_daily_check_ins_profile_id FOREIGN KEY(profile_id) REFERENCES profiles (id) ON DELETE CASCADE
)
 WITHOUT ROWID

;
INSERT INTO "daily_check_ins" VALUES(1,'2026-11-02',1793643000250001,330,6,NULL,0,NULL,1,0);
CREATE TABLE day_notes (
	id VARCHAR NOT NULL, 
	profile_id INTEGER NOT NULL, 
	local_day VARCHAR(10) NOT NULL, 
	text VARCHAR NOT NULL, 
	life_event BOOLEAN NOT NULL, 
	PRIMARY KEY (id), 
	CONSTRAINT fk_day_notes_profile_id FOREIGN KEY(profile_id) REFERENCES profiles (id) ON DELETE CASCADE
);
INSERT INTO "day_notes" VALUES('note',1,'2026-11-02','moved house ☀',1);
CREATE TABLE events (
	session_id VARCHAR NOT NULL, 
	number INTEGER NOT NULL, 
	kind VARCHAR NOT NULL, 
	at_us INTEGER NOT NULL, 
	at_offset INTEGER NOT NULL, 
	guide_seconds FLOAT NOT NULL, 
	step INTEGER NOT NULL, 
	detail VARCHAR NOT NULL, 
	PRIMARY KEY (session_id, number), 
	CONSTRAINT fk_events_session_id FOREIGN KEY(session_id) REFERENCES sessions (id) ON DELETE CASCADE
);
INSERT INTO "events" VALUES('first',1,'started',1793643000250000,330,0.0,0,'');
INSERT INTO "events" VALUES('first',2,'step_started',1793643000250000,330,0.0,1,'');
INSERT INTO "events" VALUES('first',3,'pressure',1793643030250000,330,30.0,1,'4');
INSERT INTO "events" VALUES('first',4,'finished',1793643490250000,330,480.0,0,'');
INSERT INTO "events" VALUES('second',1,'started',1793729400250000,330,0.0,0,'');
INSERT INTO "events" VALUES('third',1,'started',1793643000250001,330,0.0,0,'');
INSERT INTO "events" VALUES('third',2,'step_started',1793643000250001,330,0.0,1,'');
INSERT INTO "events" VALUES('third',3,'stopped',1793643045250001,330,45.0,1,'');
CREATE TABLE experiments (
	id VARCHAR NOT NULL, 
	profile_id INTEGER NOT NULL, 
	local_day VARCHAR(10) NOT NULL, 
	choice_a VARCHAR NOT NULL, 
	choice_b VARCHAR NOT NULL, 
	days JSON NOT NULL, 
	ended VARCHAR(10), 
	PRIMARY KEY (id), 
	CONSTRAINT fk_experiments_profile_id FOREIGN KEY(profile_id) REFERENCES profiles (id) ON DELETE CASCADE
);
INSERT INTO "experiments" VALUES('own',1,'2026-11-02','RT01','rest_with_music','[["2026-11-02", "a", null], ["2026-11-03", "a", null], ["2026-11-04", "b", null], ["2026-11-05", "b", null], ["2026-11-06", "a", null], ["2026-11-07", "b", null], ["2026-11-08", "a", null], ["2026-11-09", "b", null], ["2026-11-10", "a", null], ["2026-11-11", "b", null], ["2026-11-12", "b", null], ["2026-11-13", "a", null], ["2026-11-14", "b", null], ["2026-11-15", "a", null], ["2026-11-16", "a", null], ["2026-11-17", "b", null], ["2026-11-18", "b", null], ["2026-11-19", "a", null], ["2026-11-20", "b", null], ["2026-11-21", "a", null], ["2026-11-22", "b", null], ["2026-11-23", "b", null], ["2026-11-24", "a", null], ["2026-11-25", "a", null], ["2026-11-26", "a", null], ["2026-11-27", "a", null], ["2026-11-28", "b", null], ["2026-11-29", "b", null]]','2026-11-22');
CREATE TABLE global_changes (
	id VARCHAR NOT NULL, 
	profile_id INTEGER NOT NULL, 
	local_day VARCHAR(10) NOT NULL, 
	at_us INTEGER NOT NULL, 
	at_offset INTEGER NOT NULL, 
	step INTEGER NOT NULL, 
	PRIMARY KEY (id), 
	CONSTRAINT ck_global_changes_seven CHECK (step BETWEEN -3 AND 3), 
	CONSTRAINT fk_global_changes_profile_id FOREIGN KEY(profile_id) REFERENCES profiles (id) ON DELETE CASCADE
);
INSERT INTO "global_changes" VALUES('change',1,'2026-11-02',1793643000250001,330,1);
CREATE TABLE neck_checks (
	id VARCHAR NOT NULL, 
	profile_id INTEGER NOT NULL, 
	local_day VARCHAR(10) NOT NULL, 
	at_us INTEGER NOT NULL, 
	at_offset INTEGER NOT NULL, 
	tries JSON NOT NULL, 
	note VARCHAR NOT NULL, 
	PRIMARY KEY (id), 
	CONSTRAINT fk_neck_checks_profile_id FOREIGN KEY(profile_id) REFERENCES profiles (id) ON DELETE CASCADE
);
INSERT INTO "neck_checks" VALUES('check',1,'2026-11-02',1793643000250001,330,'{"turn_left": [2.0, 2.5, 1.5], "chin": [1.0, 1.0, 2.0]}','warm');
CREATE TABLE profiles (
	id INTEGER NOT NULL, 
	name VARCHAR NOT NULL, target_minutes INTEGER, preferences JSON DEFAULT '{}' NOT NULL, 
	PRIMARY KEY (id)
);
INSERT INTO "profiles" VALUES(1,'',NULL,'{}');
INSERT INTO "profiles" VALUES(2,'Mo',NULL,'{}');
CREATE TABLE ratings (
	session_id VARCHAR NOT NULL, 
	moment VARCHAR NOT NULL, 
	region VARCHAR NOT NULL, 
	side VARCHAR NOT NULL, 
	value INTEGER NOT NULL, 
	PRIMARY KEY (session_id, moment, region, side), 
	CONSTRAINT ck_ratings_scale CHECK (value BETWEEN 0 AND 10), 
	CONSTRAINT fk_ratings_session_id FOREIGN KEY(session_id) REFERENCES sessions (id) ON DELETE CASCADE
);
INSERT INTO "ratings" VALUES('first','before','occiput','left',6);
INSERT INTO "ratings" VALUES('first','before','occiput','right',5);
INSERT INTO "ratings" VALUES('first','after','occiput','left',4);
INSERT INTO "ratings" VALUES('first','after','occiput','right',4);
INSERT INTO "ratings" VALUES('third','before','occiput','left',6);
INSERT INTO "ratings" VALUES('third','after','occiput','left',4);
INSERT INTO "ratings" VALUES('third','before','occiput','right',5);
INSERT INTO "ratings" VALUES('third','next_morning','occiput','right',0);
INSERT INTO "ratings" VALUES('third','plus_hour','occiput','right',10);
CREATE TABLE reminders (
	id VARCHAR NOT NULL, 
	profile_id INTEGER NOT NULL, 
	routine VARCHAR NOT NULL, 
	time VARCHAR(5) NOT NULL, 
	weekdays JSON NOT NULL, 
	active BOOLEAN NOT NULL, 
	snoozed_us INTEGER, 
	snoozed_offset INTEGER, 
	PRIMARY KEY (id), 
	CONSTRAINT fk_reminders_profile_id FOREIGN KEY(profile_id) REFERENCES profiles (id) ON DELETE CASCADE
);
INSERT INTO "reminders" VALUES('evening',1,'RT03','21:30','[0, 2, 4]',0,1793643600250001,330);
CREATE TABLE safety_answers (
	id INTEGER NOT NULL, 
	profile_id INTEGER NOT NULL, 
	question VARCHAR NOT NULL, 
	options JSON NOT NULL, 
	at_us INTEGER NOT NULL, 
	at_offset INTEGER NOT NULL, 
	PRIMARY KEY (id), 
	CONSTRAINT fk_safety_answers_profile_id FOREIGN KEY(profile_id) REFERENCES profiles (id) ON DELETE CASCADE
);
INSERT INTO "safety_answers" VALUES(1,1,'Q1','["no"]',1793729400250000,330);
INSERT INTO "safety_answers" VALUES(2,1,'Q5','["none_of_these"]',1793729400250000,330);
CREATE TABLE session_places (
	session_id VARCHAR NOT NULL, 
	number INTEGER NOT NULL, 
	region VARCHAR NOT NULL, 
	side VARCHAR NOT NULL, 
	PRIMARY KEY (session_id, number), 
	CONSTRAINT fk_session_places_session_id FOREIGN KEY(session_id) REFERENCES sessions (id) ON DELETE CASCADE
);
INSERT INTO "session_places" VALUES('first',0,'occiput','left');
INSERT INTO "session_places" VALUES('first',1,'occiput','right');
INSERT INTO "session_places" VALUES('second',0,'occiput','left');
INSERT INTO "session_places" VALUES('third',0,'occiput','left');
INSERT INTO "session_places" VALUES('third',1,'occiput','right');
CREATE TABLE session_steps (
	session_id VARCHAR NOT NULL, 
	number INTEGER NOT NULL, 
	technique VARCHAR NOT NULL, 
	regions JSON NOT NULL, 
	side VARCHAR NOT NULL, 
	planned_seconds FLOAT NOT NULL, 
	pressure INTEGER NOT NULL, 
	seconds FLOAT NOT NULL, 
	skipped BOOLEAN NOT NULL, 
	PRIMARY KEY (session_id, number), 
	CONSTRAINT fk_session_steps_session_id FOREIGN KEY(session_id) REFERENCES sessions (id) ON DELETE CASCADE
)
 WITHOUT ROWID

;
INSERT INTO "session_steps" VALUES('third',1,'T02','["occiput"]','left_then_right',60.0,4,45.0,0);
INSERT INTO "session_steps" VALUES('third',2,'T05','["occiput", "nape"]','both',90.0,3,0.0,1);
CREATE TABLE session_techniques (
	session_id VARCHAR NOT NULL, 
	technique VARCHAR NOT NULL, 
	seconds FLOAT NOT NULL, 
	PRIMARY KEY (session_id, technique), 
	CONSTRAINT fk_session_techniques_session_id FOREIGN KEY(session_id) REFERENCES sessions (id) ON DELETE CASCADE
)
 WITHOUT ROWID

;
INSERT INTO "session_techniques" VALUES('third','T02',45.0);
CREATE TABLE session_work (
	session_id VARCHAR NOT NULL, 
	region VARCHAR NOT NULL, 
	side VARCHAR NOT NULL, 
	seconds FLOAT NOT NULL, 
	PRIMARY KEY (session_id, region, side), 
	CONSTRAINT fk_session_work_session_id FOREIGN KEY(session_id) REFERENCES sessions (id) ON DELETE CASCADE
)
 WITHOUT ROWID

;
INSERT INTO "session_work" VALUES('third','occiput','left',30.0);
INSERT INTO "session_work" VALUES('third','occiput','right',15.0);
CREATE TABLE "sessions" (
	id VARCHAR NOT NULL, 
	profile_id INTEGER NOT NULL, 
	routine VARCHAR NOT NULL, 
	title VARCHAR NOT NULL, 
	started_us INTEGER NOT NULL, 
	started_offset INTEGER NOT NULL, 
	local_day VARCHAR(10) NOT NULL, 
	status VARCHAR NOT NULL, 
	done_seconds FLOAT NOT NULL, 
	planned_seconds FLOAT NOT NULL, 
	note VARCHAR NOT NULL, 
	receiver_id INTEGER, 
	tags JSON DEFAULT '[]' NOT NULL, 
	by_hand BOOLEAN DEFAULT '0' NOT NULL, 
	felt_before FLOAT, 
	felt_after FLOAT, 
	steps_done INTEGER DEFAULT '0' NOT NULL, 
	steps_skipped INTEGER DEFAULT '0' NOT NULL, 
	PRIMARY KEY (id), 
	CONSTRAINT fk_sessions_profile_id FOREIGN KEY(profile_id) REFERENCES profiles (id) ON DELETE CASCADE, 
	CONSTRAINT fk_sessions_receiver_id FOREIGN KEY(receiver_id) REFERENCES profiles (id) ON DELETE SET NULL
);
INSERT INTO "sessions" VALUES('first',1,'RT01','Back of the head',1793643000250000,330,'2026-11-02','finished',480.0,480.0,'it’s lighter',1,'[]',0,5.5,4.0,0,0);
INSERT INTO "sessions" VALUES('second',1,'RT01','Back of the head',1793729400250000,330,'2026-11-03','running',61.5,480.0,'',1,'[]',0,NULL,NULL,0,0);
INSERT INTO "sessions" VALUES('third',2,'RT01','Back of the head',1793643000250001,330,'2026-11-02','stopped',45.0,480.0,'after a long day ☀',NULL,'["desk", "evening"]',1,6.0,4.0,1,1);
CREATE TABLE side_effects (
	id VARCHAR NOT NULL, 
	profile_id INTEGER NOT NULL, 
	local_day VARCHAR(10) NOT NULL, 
	at_us INTEGER NOT NULL, 
	at_offset INTEGER NOT NULL, 
	effects JSON NOT NULL, 
	session VARCHAR NOT NULL, 
	note VARCHAR NOT NULL, 
	PRIMARY KEY (id), 
	CONSTRAINT fk_side_effects_profile_id FOREIGN KEY(profile_id) REFERENCES profiles (id) ON DELETE CASCADE
);
INSERT INTO "side_effects" VALUES('after',1,'2026-11-02',1793643000250001,330,'["sore", "tired"]','one','a little');
CREATE INDEX ix_safety_answers_question ON safety_answers (profile_id, question);
CREATE INDEX ix_sessions_profile_id ON sessions (profile_id, local_day, receiver_id, done_seconds);
CREATE INDEX ix_sessions_status ON sessions (profile_id, status);
CREATE INDEX ix_sessions_receiver_id ON sessions (receiver_id, local_day, done_seconds, felt_before, felt_after, routine, status, steps_done, steps_skipped, id);
CREATE INDEX ix_day_notes_profile_id ON day_notes (profile_id, local_day);
CREATE INDEX ix_neck_checks_profile_id ON neck_checks (profile_id, local_day);
CREATE INDEX ix_side_effects_profile_id ON side_effects (profile_id, local_day);
CREATE INDEX ix_global_changes_profile_id ON global_changes (profile_id, local_day);
CREATE INDEX ix_experiments_profile_id ON experiments (profile_id, local_day);
CREATE INDEX ix_reminders_profile_id ON reminders (profile_id);
COMMIT;
