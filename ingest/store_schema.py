"""The tables of an index's SQLite file; they are written once and then only read."""

SCHEMA_VERSION = 4
"""Raised with every change of the tables or of what they hold: an index of another version is not read."""

TABLES = """
CREATE TABLE manifest (key TEXT PRIMARY KEY, value TEXT NOT NULL);
CREATE TABLE reports (
    id TEXT PRIMARY KEY, file TEXT NOT NULL UNIQUE, sha256 TEXT NOT NULL,
    description_sha256 TEXT NOT NULL, size INTEGER NOT NULL, mtime_ns INTEGER NOT NULL, title TEXT NOT NULL,
    publisher TEXT NOT NULL, published TEXT NOT NULL, address TEXT NOT NULL, text TEXT NOT NULL,
    pages INTEGER NOT NULL, problems TEXT NOT NULL, counts TEXT NOT NULL
);
CREATE TABLE blocks (
    position INTEGER PRIMARY KEY, report TEXT NOT NULL REFERENCES reports(id),
    kind TEXT NOT NULL, label TEXT NOT NULL, caption TEXT NOT NULL, content TEXT NOT NULL
);
CREATE INDEX blocks_of_report ON blocks (report);
CREATE INDEX blocks_of_label ON blocks (label) WHERE kind = 'table';
CREATE INDEX blocks_of_caption ON blocks (caption) WHERE kind = 'table';
CREATE TABLE passages (
    position INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, report TEXT NOT NULL, kind TEXT NOT NULL,
    text TEXT NOT NULL, indexed TEXT NOT NULL, locator TEXT NOT NULL
);
CREATE VIRTUAL TABLE passages_text USING fts5(
    indexed, content = 'passages', content_rowid = 'position',
    tokenize = 'porter unicode61 remove_diacritics 2'
);
CREATE VIRTUAL TABLE passages_words USING fts5(
    indexed, content = '', detail = 'none', tokenize = 'unicode61 remove_diacritics 2'
);
CREATE VIRTUAL TABLE vocabulary USING fts5vocab('passages_words', 'row');
CREATE TABLE series (
    position INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, report TEXT NOT NULL, label TEXT NOT NULL,
    measure TEXT NOT NULL, breakdown TEXT NOT NULL, unit TEXT NOT NULL, kind TEXT NOT NULL,
    terms TEXT NOT NULL
);
CREATE VIRTUAL TABLE series_terms USING fts5(
    terms, content = '', tokenize = "unicode61 remove_diacritics 0 tokenchars '_-=%£'"
);
CREATE TABLE series_places (
    term TEXT NOT NULL, area TEXT NOT NULL, ends TEXT NOT NULL, series INTEGER NOT NULL REFERENCES series(position),
    PRIMARY KEY (term, area, ends, series)
) WITHOUT ROWID;
CREATE TABLE terms (term TEXT PRIMARY KEY, series INTEGER NOT NULL) WITHOUT ROWID;
CREATE TABLE row_measures (measure TEXT PRIMARY KEY) WITHOUT ROWID;
CREATE TABLE figures (
    position INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, series TEXT NOT NULL REFERENCES series(id),
    report TEXT NOT NULL, label TEXT NOT NULL, paragraph TEXT NOT NULL, amount REAL NOT NULL,
    value TEXT NOT NULL, high TEXT, printed TEXT NOT NULL,
    unit TEXT NOT NULL, kind TEXT NOT NULL, measure TEXT NOT NULL, breakdown TEXT NOT NULL,
    area TEXT NOT NULL, period TEXT NOT NULL, base_period TEXT NOT NULL, qualifier TEXT NOT NULL,
    terms TEXT NOT NULL, sentence TEXT NOT NULL, locator TEXT NOT NULL
);
CREATE INDEX figures_of_report ON figures (report, label);
CREATE INDEX figures_of_series ON figures (series, area, period);
CREATE INDEX figures_of_amount ON figures (amount, area);
CREATE INDEX figures_of_label ON figures (label, area) WHERE label <> '';
CREATE INDEX figures_of_paragraph ON figures (paragraph, report) WHERE paragraph <> '';
CREATE INDEX figures_of_sentence ON figures (sentence) WHERE label = '';
CREATE TABLE findings (
    position INTEGER PRIMARY KEY, kind TEXT NOT NULL, severity TEXT NOT NULL, report TEXT NOT NULL,
    place_a TEXT NOT NULL, value_a TEXT NOT NULL, place_b TEXT NOT NULL, value_b TEXT NOT NULL,
    explanation TEXT NOT NULL, figures TEXT NOT NULL
);
CREATE TABLE finding_figures (
    figure TEXT NOT NULL, finding INTEGER NOT NULL REFERENCES findings(position), PRIMARY KEY (figure, finding)
) WITHOUT ROWID;
CREATE TABLE areas (position INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE);
CREATE TABLE asked (position INTEGER PRIMARY KEY, question TEXT NOT NULL, kind TEXT NOT NULL, about TEXT NOT NULL, terms TEXT NOT NULL);
CREATE TABLE vectors (digest TEXT PRIMARY KEY, vector BLOB NOT NULL) WITHOUT ROWID;
"""
