PRAGMA application_id = 1398034004;
PRAGMA user_version = 1;
BEGIN TRANSACTION;
CREATE TABLE change(
  id INTEGER PRIMARY KEY,
  change_set INTEGER NOT NULL REFERENCES change_set(id) ON DELETE CASCADE,
  subject TEXT NOT NULL,
  key TEXT NOT NULL,
  outlet TEXT,
  before TEXT,
  after TEXT
);
INSERT INTO "change" VALUES(1,1,'rating','["theguardian.com","mine",""]','theguardian.com',NULL,'{"outlet":"theguardian.com","rater":"mine","scope":"","score":41.0,"original":"41","mapping":"","reason":"I read it","url":null,"rated_on":"2026-11-24","retrieved_on":null,"licence":null,"status":"mine","confidence":1.0}');
INSERT INTO "change" VALUES(2,2,'outlet','["example.org"]','example.org',NULL,'{"slug":"example.org","name":"The Example","kind":"news","country":null,"language":null,"state":"none","homepage":null,"parent":null,"inherits":0,"active_from":null,"active_to":null,"notes":"","origin":"mine"}');
INSERT INTO "change" VALUES(3,2,'name','["example.org","The Example","needs_the+needs_cue"]','example.org',NULL,'{"outlet":"example.org","text":"The Example","kind":"name","rules":"needs_the+needs_cue","context":""}');
INSERT INTO "change" VALUES(4,2,'locator','["example.org"]','example.org',NULL,'{"key":"example.org","outlet":"example.org","kind":"domain"}');
INSERT INTO "change" VALUES(5,2,'locator','["example.net"]','example.org',NULL,'{"key":"example.net","outlet":"example.org","kind":"domain"}');
INSERT INTO "change" VALUES(6,3,'correction','["print","it is safe",3]',NULL,NULL,'{"fingerprint":"print","quote":"it is safe","starts":3,"ends":13,"kind":"not-a-claim","outlet":null,"reason":""}');
CREATE TABLE change_set(
  id INTEGER PRIMARY KEY,
  at TEXT NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')),
  actor TEXT NOT NULL,
  summary TEXT NOT NULL,
  state TEXT NOT NULL DEFAULT 'done' CHECK(state IN ('done', 'undone', 'dropped', 'kept'))
);
INSERT INTO "change_set" VALUES(1,'2026-11-24T07:20:40.068Z','you','Rate The Guardian 41 (Mixed)','done');
INSERT INTO "change_set" VALUES(2,'2026-11-24T07:20:40.151Z','you','Add The Example','dropped');
INSERT INTO "change_set" VALUES(3,'2026-11-24T07:20:40.168Z','you','Correct a claim','done');
CREATE TABLE correction(
  fingerprint TEXT NOT NULL,
  quote TEXT NOT NULL,
  starts INTEGER NOT NULL,
  ends INTEGER NOT NULL,
  kind TEXT NOT NULL CHECK(kind IN ('not-a-claim', 'other-outlet')),
  outlet TEXT,
  reason TEXT NOT NULL DEFAULT '',
  PRIMARY KEY(fingerprint, quote, starts)
) WITHOUT ROWID;
INSERT INTO "correction" VALUES('print','it is safe',3,13,'not-a-claim',NULL,'');
CREATE TABLE delivered(
  subject TEXT NOT NULL,
  key TEXT NOT NULL,
  digest TEXT NOT NULL,
  PRIMARY KEY(subject, key)
) WITHOUT ROWID;
INSERT INTO "delivered" VALUES('locator','["gu.com"]','9d3f7ef36ab12447');
INSERT INTO "delivered" VALUES('locator','["hurriyet.com.tr"]','ca4e6b43567d7d2d');
INSERT INTO "delivered" VALUES('locator','["medium.com"]','c6e2ae7519fb06f1');
INSERT INTO "delivered" VALUES('locator','["newsweek.com"]','e8f78deb599ac522');
INSERT INTO "delivered" VALUES('locator','["theguardian.com"]','2056f8f537b4142b');
INSERT INTO "delivered" VALUES('locator','["theguardian.com/observer"]','8eca231ad1724b81');
INSERT INTO "delivered" VALUES('name','["hurriyet.com.tr", "Hürriyet", "plain"]','45d5dd0c21aa3fe2');
INSERT INTO "delivered" VALUES('name','["hurriyet.com.tr", "İstanbul Hürriyet", "plain"]','c39af0eb54c991a7');
INSERT INTO "delivered" VALUES('name','["medium.com", "Medium", "needs_cue"]','b577284bd62d7e35');
INSERT INTO "delivered" VALUES('name','["newsweek.com", "Newsweek", "plain"]','e1ad429e83b28198');
INSERT INTO "delivered" VALUES('name','["theguardian.com", "the Guardian", "needs_the"]','b72ec9841e26bcb6');
INSERT INTO "delivered" VALUES('name','["theguardian.com/observer", "The Observer", "needs_the+needs_cue"]','b2c3335ad5ad6ee0');
INSERT INTO "delivered" VALUES('outlet','["hurriyet.com.tr"]','3454889f5011c379');
INSERT INTO "delivered" VALUES('outlet','["medium.com"]','20252ed572404219');
INSERT INTO "delivered" VALUES('outlet','["newsweek.com"]','63765c3e782e828c');
INSERT INTO "delivered" VALUES('outlet','["theguardian.com"]','24248594c750f541');
INSERT INTO "delivered" VALUES('outlet','["theguardian.com/observer"]','4e626be5600079bb');
INSERT INTO "delivered" VALUES('rater','["first"]','4f7013f5b672954a');
INSERT INTO "delivered" VALUES('rater','["second"]','32d92d6cb3c60692');
INSERT INTO "delivered" VALUES('rating','["newsweek.com", "first", ""]','f39dd1b0bde14e99');
INSERT INTO "delivered" VALUES('rating','["newsweek.com", "first", "dates:-2012"]','cddf8dcc5abc1264');
INSERT INTO "delivered" VALUES('rating','["theguardian.com", "first", ""]','3abe86037907f585');
INSERT INTO "delivered" VALUES('rating','["theguardian.com", "second", ""]','49fce8be608fa7e3');
CREATE TABLE fact(name TEXT PRIMARY KEY NOT NULL, value TEXT NOT NULL) WITHOUT ROWID;
INSERT INTO "fact" VALUES('starter','f238b1e4ed4af25840cf0db3b9885e9f73b9f6423d0c1c795e22c01287f7d7f8');
CREATE TABLE locator(
  key TEXT PRIMARY KEY NOT NULL CHECK(key <> ''),
  outlet TEXT NOT NULL REFERENCES outlet(slug) ON DELETE CASCADE ON UPDATE CASCADE,
  kind TEXT NOT NULL DEFAULT 'domain' CHECK(kind IN ('domain', 'host', 'path', 'account', 'shortener'))
) WITHOUT ROWID;
INSERT INTO "locator" VALUES('gu.com','theguardian.com','shortener');
INSERT INTO "locator" VALUES('hurriyet.com.tr','hurriyet.com.tr','domain');
INSERT INTO "locator" VALUES('medium.com','medium.com','domain');
INSERT INTO "locator" VALUES('newsweek.com','newsweek.com','domain');
INSERT INTO "locator" VALUES('theguardian.com','theguardian.com','domain');
INSERT INTO "locator" VALUES('theguardian.com/observer','theguardian.com/observer','path');
CREATE TABLE name(
  outlet TEXT NOT NULL REFERENCES outlet(slug) ON DELETE CASCADE ON UPDATE CASCADE,
  text TEXT NOT NULL CHECK(text <> ''),
  kind TEXT NOT NULL DEFAULT 'name',
  rules TEXT NOT NULL DEFAULT 'plain',
  context TEXT NOT NULL DEFAULT '',
  PRIMARY KEY(outlet, text, rules)
) WITHOUT ROWID;
INSERT INTO "name" VALUES('hurriyet.com.tr','Hürriyet','name','plain','');
INSERT INTO "name" VALUES('hurriyet.com.tr','İstanbul Hürriyet','former','plain','');
INSERT INTO "name" VALUES('medium.com','Medium','name','needs_cue','');
INSERT INTO "name" VALUES('newsweek.com','Newsweek','name','plain','');
INSERT INTO "name" VALUES('theguardian.com','the Guardian','name','needs_the','');
INSERT INTO "name" VALUES('theguardian.com/observer','The Observer','name','needs_the+needs_cue','');
CREATE TABLE outlet(
  slug TEXT PRIMARY KEY NOT NULL CHECK(slug <> ''),
  name TEXT NOT NULL CHECK(name <> ''),
  kind TEXT NOT NULL DEFAULT 'news',
  country TEXT CHECK(country IS NULL OR length(country) = 2),
  language TEXT,
  state TEXT NOT NULL DEFAULT 'none',
  homepage TEXT,
  parent TEXT REFERENCES outlet(slug) ON DELETE SET NULL ON UPDATE CASCADE DEFERRABLE INITIALLY DEFERRED,
  inherits INTEGER NOT NULL DEFAULT 0,
  active_from TEXT,
  active_to TEXT,
  notes TEXT NOT NULL DEFAULT '',
  origin TEXT NOT NULL DEFAULT 'mine' CHECK(origin IN ('starter', 'imported', 'mine'))
) WITHOUT ROWID;
INSERT INTO "outlet" VALUES('hurriyet.com.tr','Hürriyet','news','TR','tr','none',NULL,NULL,0,NULL,NULL,'','starter');
INSERT INTO "outlet" VALUES('medium.com','Medium','platform','US','en','none',NULL,NULL,0,NULL,NULL,'','starter');
INSERT INTO "outlet" VALUES('newsweek.com','Newsweek','magazine','US','en','none',NULL,NULL,0,NULL,NULL,'','starter');
INSERT INTO "outlet" VALUES('theguardian.com','The Guardian','news','GB','en','none','https://www.theguardian.com/',NULL,0,'1821',NULL,'','starter');
INSERT INTO "outlet" VALUES('theguardian.com/observer','The Observer','news','GB','en','none',NULL,'theguardian.com',1,NULL,NULL,'','starter');
CREATE TABLE rater(
  slug TEXT PRIMARY KEY NOT NULL CHECK(slug <> ''),
  title TEXT NOT NULL,
  precedence INTEGER NOT NULL,
  url TEXT,
  licence TEXT,
  version TEXT,
  retrieved_on TEXT,
  scale TEXT,
  enabled INTEGER NOT NULL DEFAULT 1
) WITHOUT ROWID;
INSERT INTO "rater" VALUES('first','First Rater',1,'https://first.example/','CC0-1.0','1','2024-05-01','0–100',1);
INSERT INTO "rater" VALUES('mine','My own rating',0,NULL,NULL,NULL,NULL,'score 0–100',1);
INSERT INTO "rater" VALUES('second','Second Rater',2,NULL,NULL,NULL,NULL,'0–100',1);
CREATE TABLE rating(
  outlet TEXT NOT NULL REFERENCES outlet(slug) ON DELETE CASCADE ON UPDATE CASCADE,
  rater TEXT NOT NULL REFERENCES rater(slug) ON DELETE CASCADE ON UPDATE CASCADE,
  scope TEXT NOT NULL DEFAULT '',
  score REAL CHECK(score IS NULL OR (score >= 0 AND score <= 100)),
  tier INTEGER GENERATED ALWAYS AS
    (CASE WHEN score IS NULL THEN 0 WHEN score >= 80 THEN 5 ELSE CAST(score / 20 AS INTEGER) + 1 END) VIRTUAL,
  original TEXT NOT NULL DEFAULT '',
  mapping TEXT NOT NULL DEFAULT '',
  reason TEXT NOT NULL DEFAULT '',
  url TEXT,
  rated_on TEXT,
  retrieved_on TEXT,
  licence TEXT,
  status TEXT NOT NULL DEFAULT 'mine' CHECK(status IN ('starter', 'imported', 'mine')),
  confidence REAL NOT NULL DEFAULT 1,
  PRIMARY KEY(outlet, rater, scope)
) WITHOUT ROWID;
INSERT INTO "rating" VALUES('newsweek.com','first','',55.0,'C','0–100','Mixed',NULL,'2024-01-01','2024-05-01','CC0-1.0','starter',1.0);
INSERT INTO "rating" VALUES('newsweek.com','first','dates:-2012',90.0,'A','0–100','Reliable',NULL,'2024-01-01','2024-05-01','CC0-1.0','starter',1.0);
INSERT INTO "rating" VALUES('theguardian.com','first','',85.0,'A','0–100','read closely','https://first.example/g','2024-01-01','2024-05-01','CC0-1.0','starter',1.0);
INSERT INTO "rating" VALUES('theguardian.com','mine','',41.0,'41','','I read it',NULL,'2026-11-24',NULL,NULL,'mine',1.0);
INSERT INTO "rating" VALUES('theguardian.com','second','',60.0,'B','0–100','Reliable',NULL,NULL,NULL,NULL,'starter',1.0);
CREATE TABLE recording(only_row INTEGER PRIMARY KEY CHECK(only_row = 1), change_set INTEGER);
INSERT INTO "recording" VALUES(1,NULL);
CREATE TABLE search(
  outlet TEXT PRIMARY KEY NOT NULL REFERENCES outlet(slug) ON DELETE CASCADE ON UPDATE CASCADE,
  words TEXT NOT NULL
) WITHOUT ROWID;
INSERT INTO "search" VALUES('hurriyet.com.tr','
hurriyet
istanbul hurriyet
hurriyet.com.tr
');
INSERT INTO "search" VALUES('medium.com','
medium
medium.com
');
INSERT INTO "search" VALUES('newsweek.com','
newsweek
newsweek.com
');
INSERT INTO "search" VALUES('theguardian.com','
the guardian
guardian
theguardian.com
gu.com
');
INSERT INTO "search" VALUES('theguardian.com/observer','
the observer
observer
theguardian.com/observer
');
CREATE TABLE standing(
  outlet TEXT PRIMARY KEY NOT NULL REFERENCES outlet(slug) ON DELETE CASCADE ON UPDATE CASCADE,
  rater TEXT NOT NULL,
  score REAL,
  tier INTEGER NOT NULL,
  rated_on TEXT,
  reason TEXT NOT NULL,
  raters INTEGER NOT NULL,
  disagreeing INTEGER NOT NULL,
  mine INTEGER NOT NULL
) WITHOUT ROWID;
INSERT INTO "standing" VALUES('newsweek.com','first',55.0,3,'2024-01-01','Mixed',1,0,0);
INSERT INTO "standing" VALUES('theguardian.com','mine',41.0,3,'2026-11-24','I read it',3,1,1);
CREATE INDEX outlet_by_name ON outlet(name COLLATE NOCASE);
CREATE INDEX outlet_by_parent ON outlet(parent) WHERE parent IS NOT NULL;
CREATE INDEX name_by_text ON name(text);
CREATE INDEX locator_by_outlet ON locator(outlet);
CREATE INDEX rating_by_rater ON rating(rater);
CREATE INDEX change_set_by_state ON change_set(state, id);
CREATE INDEX change_by_set ON change(change_set, id);
CREATE INDEX change_by_outlet ON change(outlet, change_set);
CREATE INDEX standing_by_score ON standing(score);
CREATE INDEX standing_by_tier ON standing(tier);
CREATE VIEW outlets_with_rating AS
SELECT outlet.name AS outlet, outlet.slug AS address, outlet.country, outlet.kind,
  coalesce(rater.title, 'nobody') AS rated_by, standing.score,
  CASE coalesce(standing.tier, 0) WHEN 5 THEN 'High' WHEN 4 THEN 'Generally reliable' WHEN 3 THEN 'Mixed' WHEN 2 THEN 'Low'
    WHEN 1 THEN 'Very low' ELSE 'Unrated' END AS tier,
  standing.reason, standing.rated_on, coalesce(standing.raters, 0) AS raters, coalesce(standing.disagreeing, 0) AS raters_disagree,
  outlet.notes
FROM outlet LEFT JOIN standing ON standing.outlet = outlet.slug LEFT JOIN rater ON rater.slug = standing.rater;
CREATE VIEW all_ratings AS
SELECT outlet.name AS outlet, outlet.slug AS address, rater.title AS rater, rating.score, rating.original, rating.scope, rating.reason,
  rating.url AS evidence, rating.rated_on, rating.retrieved_on, rating.licence, rating.status
FROM rating JOIN outlet ON outlet.slug = rating.outlet JOIN rater ON rater.slug = rating.rater;
CREATE VIEW names_of_outlets AS
SELECT outlet.name AS outlet, name.text AS called, name.rules, name.context FROM name JOIN outlet ON outlet.slug = name.outlet;
CREATE VIEW history AS
SELECT change_set.at, change_set.actor, change_set.summary, change_set.state, change.subject, change.outlet, change.before, change.after
FROM change JOIN change_set ON change_set.id = change.change_set ORDER BY change.id DESC;
CREATE TRIGGER standing_after_insert_new AFTER INSERT ON rating WHEN NEW.scope = '' BEGIN
  DELETE FROM standing WHERE outlet = NEW.outlet;
  INSERT INTO standing(outlet, rater, score, tier, rated_on, reason, raters, disagreeing, mine)
SELECT outlet, rater, score, tier, rated_on, reason, raters, coalesce(spread >= 2, 0), mine FROM (
  SELECT rating.outlet, rating.rater, rating.score, rating.tier, rating.rated_on, rating.reason,
    row_number() OVER (PARTITION BY rating.outlet ORDER BY rater.precedence, rater.slug) AS place,
    count(*) OVER (PARTITION BY rating.outlet) AS raters,
    max(rating.tier) OVER (PARTITION BY rating.outlet) - min(nullif(rating.tier, 0)) OVER (PARTITION BY rating.outlet) AS spread,
    max(rating.rater = 'mine') OVER (PARTITION BY rating.outlet) AS mine
  FROM rating JOIN rater ON rater.slug = rating.rater
  WHERE rating.outlet = NEW.outlet AND rating.scope = '' AND rater.enabled AND (rating.score IS NOT NULL OR rating.rater = 'mine'))
WHERE place = 1;
END;
CREATE TRIGGER standing_after_update_old AFTER UPDATE ON rating WHEN OLD.scope = '' BEGIN
  DELETE FROM standing WHERE outlet = OLD.outlet;
  INSERT INTO standing(outlet, rater, score, tier, rated_on, reason, raters, disagreeing, mine)
SELECT outlet, rater, score, tier, rated_on, reason, raters, coalesce(spread >= 2, 0), mine FROM (
  SELECT rating.outlet, rating.rater, rating.score, rating.tier, rating.rated_on, rating.reason,
    row_number() OVER (PARTITION BY rating.outlet ORDER BY rater.precedence, rater.slug) AS place,
    count(*) OVER (PARTITION BY rating.outlet) AS raters,
    max(rating.tier) OVER (PARTITION BY rating.outlet) - min(nullif(rating.tier, 0)) OVER (PARTITION BY rating.outlet) AS spread,
    max(rating.rater = 'mine') OVER (PARTITION BY rating.outlet) AS mine
  FROM rating JOIN rater ON rater.slug = rating.rater
  WHERE rating.outlet = OLD.outlet AND rating.scope = '' AND rater.enabled AND (rating.score IS NOT NULL OR rating.rater = 'mine'))
WHERE place = 1;
END;
CREATE TRIGGER standing_after_update_new AFTER UPDATE ON rating WHEN NEW.scope = '' BEGIN
  DELETE FROM standing WHERE outlet = NEW.outlet;
  INSERT INTO standing(outlet, rater, score, tier, rated_on, reason, raters, disagreeing, mine)
SELECT outlet, rater, score, tier, rated_on, reason, raters, coalesce(spread >= 2, 0), mine FROM (
  SELECT rating.outlet, rating.rater, rating.score, rating.tier, rating.rated_on, rating.reason,
    row_number() OVER (PARTITION BY rating.outlet ORDER BY rater.precedence, rater.slug) AS place,
    count(*) OVER (PARTITION BY rating.outlet) AS raters,
    max(rating.tier) OVER (PARTITION BY rating.outlet) - min(nullif(rating.tier, 0)) OVER (PARTITION BY rating.outlet) AS spread,
    max(rating.rater = 'mine') OVER (PARTITION BY rating.outlet) AS mine
  FROM rating JOIN rater ON rater.slug = rating.rater
  WHERE rating.outlet = NEW.outlet AND rating.scope = '' AND rater.enabled AND (rating.score IS NOT NULL OR rating.rater = 'mine'))
WHERE place = 1;
END;
CREATE TRIGGER standing_after_delete_old AFTER DELETE ON rating WHEN OLD.scope = '' BEGIN
  DELETE FROM standing WHERE outlet = OLD.outlet;
  INSERT INTO standing(outlet, rater, score, tier, rated_on, reason, raters, disagreeing, mine)
SELECT outlet, rater, score, tier, rated_on, reason, raters, coalesce(spread >= 2, 0), mine FROM (
  SELECT rating.outlet, rating.rater, rating.score, rating.tier, rating.rated_on, rating.reason,
    row_number() OVER (PARTITION BY rating.outlet ORDER BY rater.precedence, rater.slug) AS place,
    count(*) OVER (PARTITION BY rating.outlet) AS raters,
    max(rating.tier) OVER (PARTITION BY rating.outlet) - min(nullif(rating.tier, 0)) OVER (PARTITION BY rating.outlet) AS spread,
    max(rating.rater = 'mine') OVER (PARTITION BY rating.outlet) AS mine
  FROM rating JOIN rater ON rater.slug = rating.rater
  WHERE rating.outlet = OLD.outlet AND rating.scope = '' AND rater.enabled AND (rating.score IS NOT NULL OR rating.rater = 'mine'))
WHERE place = 1;
END;
CREATE TRIGGER standing_after_rater AFTER UPDATE OF precedence, enabled ON rater
WHEN OLD.precedence <> NEW.precedence OR OLD.enabled <> NEW.enabled BEGIN
  DELETE FROM standing WHERE outlet IN (SELECT outlet FROM rating WHERE rater = NEW.slug);
  INSERT INTO standing(outlet, rater, score, tier, rated_on, reason, raters, disagreeing, mine)
SELECT outlet, rater, score, tier, rated_on, reason, raters, coalesce(spread >= 2, 0), mine FROM (
  SELECT rating.outlet, rating.rater, rating.score, rating.tier, rating.rated_on, rating.reason,
    row_number() OVER (PARTITION BY rating.outlet ORDER BY rater.precedence, rater.slug) AS place,
    count(*) OVER (PARTITION BY rating.outlet) AS raters,
    max(rating.tier) OVER (PARTITION BY rating.outlet) - min(nullif(rating.tier, 0)) OVER (PARTITION BY rating.outlet) AS spread,
    max(rating.rater = 'mine') OVER (PARTITION BY rating.outlet) AS mine
  FROM rating JOIN rater ON rater.slug = rating.rater
  WHERE rating.outlet IN (SELECT outlet FROM rating WHERE rater = NEW.slug) AND rating.scope = '' AND rater.enabled AND (rating.score IS NOT NULL OR rating.rater = 'mine'))
WHERE place = 1;
END;
CREATE TRIGGER search_after_insert_outlet AFTER INSERT ON outlet BEGIN DELETE FROM search WHERE outlet = NEW.slug; END;
CREATE TRIGGER search_after_update_outlet AFTER UPDATE ON outlet BEGIN DELETE FROM search WHERE outlet = OLD.slug; DELETE FROM search WHERE outlet = NEW.slug; END;
CREATE TRIGGER search_after_delete_outlet AFTER DELETE ON outlet BEGIN DELETE FROM search WHERE outlet = OLD.slug; END;
CREATE TRIGGER search_after_insert_name AFTER INSERT ON name BEGIN DELETE FROM search WHERE outlet = NEW.outlet; END;
CREATE TRIGGER search_after_update_name AFTER UPDATE ON name BEGIN DELETE FROM search WHERE outlet = OLD.outlet; DELETE FROM search WHERE outlet = NEW.outlet; END;
CREATE TRIGGER search_after_delete_name AFTER DELETE ON name BEGIN DELETE FROM search WHERE outlet = OLD.outlet; END;
CREATE TRIGGER search_after_insert_locator AFTER INSERT ON locator BEGIN DELETE FROM search WHERE outlet = NEW.outlet; END;
CREATE TRIGGER search_after_update_locator AFTER UPDATE ON locator BEGIN DELETE FROM search WHERE outlet = OLD.outlet; DELETE FROM search WHERE outlet = NEW.outlet; END;
CREATE TRIGGER search_after_delete_locator AFTER DELETE ON locator BEGIN DELETE FROM search WHERE outlet = OLD.outlet; END;
CREATE TRIGGER record_insert_outlet AFTER INSERT ON outlet WHEN (SELECT change_set FROM recording) IS NOT NULL BEGIN
  INSERT INTO change(change_set, subject, key, outlet, before, after) VALUES ((SELECT change_set FROM recording), 'outlet', json_array(NEW.slug), NEW.slug, NULL, json_object('slug', NEW.slug, 'name', NEW.name, 'kind', NEW.kind, 'country', NEW.country, 'language', NEW.language, 'state', NEW.state, 'homepage', NEW.homepage, 'parent', NEW.parent, 'inherits', NEW.inherits, 'active_from', NEW.active_from, 'active_to', NEW.active_to, 'notes', NEW.notes, 'origin', NEW.origin));
END;
CREATE TRIGGER record_update_outlet AFTER UPDATE ON outlet WHEN (SELECT change_set FROM recording) IS NOT NULL BEGIN
  INSERT INTO change(change_set, subject, key, outlet, before, after) VALUES ((SELECT change_set FROM recording), 'outlet', json_array(NEW.slug), NEW.slug, json_object('slug', OLD.slug, 'name', OLD.name, 'kind', OLD.kind, 'country', OLD.country, 'language', OLD.language, 'state', OLD.state, 'homepage', OLD.homepage, 'parent', OLD.parent, 'inherits', OLD.inherits, 'active_from', OLD.active_from, 'active_to', OLD.active_to, 'notes', OLD.notes, 'origin', OLD.origin), json_object('slug', NEW.slug, 'name', NEW.name, 'kind', NEW.kind, 'country', NEW.country, 'language', NEW.language, 'state', NEW.state, 'homepage', NEW.homepage, 'parent', NEW.parent, 'inherits', NEW.inherits, 'active_from', NEW.active_from, 'active_to', NEW.active_to, 'notes', NEW.notes, 'origin', NEW.origin));
END;
CREATE TRIGGER record_delete_outlet AFTER DELETE ON outlet WHEN (SELECT change_set FROM recording) IS NOT NULL BEGIN
  INSERT INTO change(change_set, subject, key, outlet, before, after) VALUES ((SELECT change_set FROM recording), 'outlet', json_array(OLD.slug), OLD.slug, json_object('slug', OLD.slug, 'name', OLD.name, 'kind', OLD.kind, 'country', OLD.country, 'language', OLD.language, 'state', OLD.state, 'homepage', OLD.homepage, 'parent', OLD.parent, 'inherits', OLD.inherits, 'active_from', OLD.active_from, 'active_to', OLD.active_to, 'notes', OLD.notes, 'origin', OLD.origin), NULL);
END;
CREATE TRIGGER record_insert_name AFTER INSERT ON name WHEN (SELECT change_set FROM recording) IS NOT NULL BEGIN
  INSERT INTO change(change_set, subject, key, outlet, before, after) VALUES ((SELECT change_set FROM recording), 'name', json_array(NEW.outlet, NEW.text, NEW.rules), NEW.outlet, NULL, json_object('outlet', NEW.outlet, 'text', NEW.text, 'kind', NEW.kind, 'rules', NEW.rules, 'context', NEW.context));
END;
CREATE TRIGGER record_update_name AFTER UPDATE ON name WHEN (SELECT change_set FROM recording) IS NOT NULL BEGIN
  INSERT INTO change(change_set, subject, key, outlet, before, after) VALUES ((SELECT change_set FROM recording), 'name', json_array(NEW.outlet, NEW.text, NEW.rules), NEW.outlet, json_object('outlet', OLD.outlet, 'text', OLD.text, 'kind', OLD.kind, 'rules', OLD.rules, 'context', OLD.context), json_object('outlet', NEW.outlet, 'text', NEW.text, 'kind', NEW.kind, 'rules', NEW.rules, 'context', NEW.context));
END;
CREATE TRIGGER record_delete_name AFTER DELETE ON name WHEN (SELECT change_set FROM recording) IS NOT NULL BEGIN
  INSERT INTO change(change_set, subject, key, outlet, before, after) VALUES ((SELECT change_set FROM recording), 'name', json_array(OLD.outlet, OLD.text, OLD.rules), OLD.outlet, json_object('outlet', OLD.outlet, 'text', OLD.text, 'kind', OLD.kind, 'rules', OLD.rules, 'context', OLD.context), NULL);
END;
CREATE TRIGGER record_insert_locator AFTER INSERT ON locator WHEN (SELECT change_set FROM recording) IS NOT NULL BEGIN
  INSERT INTO change(change_set, subject, key, outlet, before, after) VALUES ((SELECT change_set FROM recording), 'locator', json_array(NEW.key), NEW.outlet, NULL, json_object('key', NEW.key, 'outlet', NEW.outlet, 'kind', NEW.kind));
END;
CREATE TRIGGER record_update_locator AFTER UPDATE ON locator WHEN (SELECT change_set FROM recording) IS NOT NULL BEGIN
  INSERT INTO change(change_set, subject, key, outlet, before, after) VALUES ((SELECT change_set FROM recording), 'locator', json_array(NEW.key), NEW.outlet, json_object('key', OLD.key, 'outlet', OLD.outlet, 'kind', OLD.kind), json_object('key', NEW.key, 'outlet', NEW.outlet, 'kind', NEW.kind));
END;
CREATE TRIGGER record_delete_locator AFTER DELETE ON locator WHEN (SELECT change_set FROM recording) IS NOT NULL BEGIN
  INSERT INTO change(change_set, subject, key, outlet, before, after) VALUES ((SELECT change_set FROM recording), 'locator', json_array(OLD.key), OLD.outlet, json_object('key', OLD.key, 'outlet', OLD.outlet, 'kind', OLD.kind), NULL);
END;
CREATE TRIGGER record_insert_rater AFTER INSERT ON rater WHEN (SELECT change_set FROM recording) IS NOT NULL BEGIN
  INSERT INTO change(change_set, subject, key, outlet, before, after) VALUES ((SELECT change_set FROM recording), 'rater', json_array(NEW.slug), NULL, NULL, json_object('slug', NEW.slug, 'title', NEW.title, 'precedence', NEW.precedence, 'url', NEW.url, 'licence', NEW.licence, 'version', NEW.version, 'retrieved_on', NEW.retrieved_on, 'scale', NEW.scale, 'enabled', NEW.enabled));
END;
CREATE TRIGGER record_update_rater AFTER UPDATE ON rater WHEN (SELECT change_set FROM recording) IS NOT NULL BEGIN
  INSERT INTO change(change_set, subject, key, outlet, before, after) VALUES ((SELECT change_set FROM recording), 'rater', json_array(NEW.slug), NULL, json_object('slug', OLD.slug, 'title', OLD.title, 'precedence', OLD.precedence, 'url', OLD.url, 'licence', OLD.licence, 'version', OLD.version, 'retrieved_on', OLD.retrieved_on, 'scale', OLD.scale, 'enabled', OLD.enabled), json_object('slug', NEW.slug, 'title', NEW.title, 'precedence', NEW.precedence, 'url', NEW.url, 'licence', NEW.licence, 'version', NEW.version, 'retrieved_on', NEW.retrieved_on, 'scale', NEW.scale, 'enabled', NEW.enabled));
END;
CREATE TRIGGER record_delete_rater AFTER DELETE ON rater WHEN (SELECT change_set FROM recording) IS NOT NULL BEGIN
  INSERT INTO change(change_set, subject, key, outlet, before, after) VALUES ((SELECT change_set FROM recording), 'rater', json_array(OLD.slug), NULL, json_object('slug', OLD.slug, 'title', OLD.title, 'precedence', OLD.precedence, 'url', OLD.url, 'licence', OLD.licence, 'version', OLD.version, 'retrieved_on', OLD.retrieved_on, 'scale', OLD.scale, 'enabled', OLD.enabled), NULL);
END;
CREATE TRIGGER record_insert_rating AFTER INSERT ON rating WHEN (SELECT change_set FROM recording) IS NOT NULL BEGIN
  INSERT INTO change(change_set, subject, key, outlet, before, after) VALUES ((SELECT change_set FROM recording), 'rating', json_array(NEW.outlet, NEW.rater, NEW.scope), NEW.outlet, NULL, json_object('outlet', NEW.outlet, 'rater', NEW.rater, 'scope', NEW.scope, 'score', NEW.score, 'original', NEW.original, 'mapping', NEW.mapping, 'reason', NEW.reason, 'url', NEW.url, 'rated_on', NEW.rated_on, 'retrieved_on', NEW.retrieved_on, 'licence', NEW.licence, 'status', NEW.status, 'confidence', NEW.confidence));
END;
CREATE TRIGGER record_update_rating AFTER UPDATE ON rating WHEN (SELECT change_set FROM recording) IS NOT NULL BEGIN
  INSERT INTO change(change_set, subject, key, outlet, before, after) VALUES ((SELECT change_set FROM recording), 'rating', json_array(NEW.outlet, NEW.rater, NEW.scope), NEW.outlet, json_object('outlet', OLD.outlet, 'rater', OLD.rater, 'scope', OLD.scope, 'score', OLD.score, 'original', OLD.original, 'mapping', OLD.mapping, 'reason', OLD.reason, 'url', OLD.url, 'rated_on', OLD.rated_on, 'retrieved_on', OLD.retrieved_on, 'licence', OLD.licence, 'status', OLD.status, 'confidence', OLD.confidence), json_object('outlet', NEW.outlet, 'rater', NEW.rater, 'scope', NEW.scope, 'score', NEW.score, 'original', NEW.original, 'mapping', NEW.mapping, 'reason', NEW.reason, 'url', NEW.url, 'rated_on', NEW.rated_on, 'retrieved_on', NEW.retrieved_on, 'licence', NEW.licence, 'status', NEW.status, 'confidence', NEW.confidence));
END;
CREATE TRIGGER record_delete_rating AFTER DELETE ON rating WHEN (SELECT change_set FROM recording) IS NOT NULL BEGIN
  INSERT INTO change(change_set, subject, key, outlet, before, after) VALUES ((SELECT change_set FROM recording), 'rating', json_array(OLD.outlet, OLD.rater, OLD.scope), OLD.outlet, json_object('outlet', OLD.outlet, 'rater', OLD.rater, 'scope', OLD.scope, 'score', OLD.score, 'original', OLD.original, 'mapping', OLD.mapping, 'reason', OLD.reason, 'url', OLD.url, 'rated_on', OLD.rated_on, 'retrieved_on', OLD.retrieved_on, 'licence', OLD.licence, 'status', OLD.status, 'confidence', OLD.confidence), NULL);
END;
CREATE TRIGGER record_insert_correction AFTER INSERT ON correction WHEN (SELECT change_set FROM recording) IS NOT NULL BEGIN
  INSERT INTO change(change_set, subject, key, outlet, before, after) VALUES ((SELECT change_set FROM recording), 'correction', json_array(NEW.fingerprint, NEW.quote, NEW.starts), NEW.outlet, NULL, json_object('fingerprint', NEW.fingerprint, 'quote', NEW.quote, 'starts', NEW.starts, 'ends', NEW.ends, 'kind', NEW.kind, 'outlet', NEW.outlet, 'reason', NEW.reason));
END;
CREATE TRIGGER record_update_correction AFTER UPDATE ON correction WHEN (SELECT change_set FROM recording) IS NOT NULL BEGIN
  INSERT INTO change(change_set, subject, key, outlet, before, after) VALUES ((SELECT change_set FROM recording), 'correction', json_array(NEW.fingerprint, NEW.quote, NEW.starts), NEW.outlet, json_object('fingerprint', OLD.fingerprint, 'quote', OLD.quote, 'starts', OLD.starts, 'ends', OLD.ends, 'kind', OLD.kind, 'outlet', OLD.outlet, 'reason', OLD.reason), json_object('fingerprint', NEW.fingerprint, 'quote', NEW.quote, 'starts', NEW.starts, 'ends', NEW.ends, 'kind', NEW.kind, 'outlet', NEW.outlet, 'reason', NEW.reason));
END;
CREATE TRIGGER record_delete_correction AFTER DELETE ON correction WHEN (SELECT change_set FROM recording) IS NOT NULL BEGIN
  INSERT INTO change(change_set, subject, key, outlet, before, after) VALUES ((SELECT change_set FROM recording), 'correction', json_array(OLD.fingerprint, OLD.quote, OLD.starts), OLD.outlet, json_object('fingerprint', OLD.fingerprint, 'quote', OLD.quote, 'starts', OLD.starts, 'ends', OLD.ends, 'kind', OLD.kind, 'outlet', OLD.outlet, 'reason', OLD.reason), NULL);
END;
COMMIT;
