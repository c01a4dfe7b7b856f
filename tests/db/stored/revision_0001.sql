BEGIN TRANSACTION;
CREATE TABLE alembic_version (
	version_num VARCHAR(32) NOT NULL, 
	CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);
INSERT INTO "alembic_version" VALUES('0001');
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
CREATE TABLE profiles (
	id INTEGER NOT NULL, 
	name VARCHAR NOT NULL, 
	PRIMARY KEY (id)
);
INSERT INTO "profiles" VALUES(1,'');
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
CREATE TABLE sessions (
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
	PRIMARY KEY (id), 
	CONSTRAINT fk_sessions_profile_id FOREIGN KEY(profile_id) REFERENCES profiles (id) ON DELETE CASCADE
);
INSERT INTO "sessions" VALUES('first',1,'RT01','Back of the head',1793643000250000,330,'2026-11-02','finished',480.0,480.0,'it’s lighter');
INSERT INTO "sessions" VALUES('second',1,'RT01','Back of the head',1793729400250000,330,'2026-11-03','running',61.5,480.0,'');
CREATE INDEX ix_sessions_local_day ON sessions (local_day);
CREATE INDEX ix_safety_answers_question ON safety_answers (profile_id, question);
COMMIT;
