-- Written by `python -m yiwutrip.storage.write_schema` from tables.py; do not edit.

CREATE TABLE actions (
    id INTEGER NOT NULL,
    event TEXT NOT NULL,
    verb TEXT NOT NULL,
    subject TEXT NOT NULL,
    at TEXT NOT NULL,
    state TEXT NOT NULL,
    PRIMARY KEY (id),
    UNIQUE (event)
);

CREATE TABLE numbers (
    letter TEXT NOT NULL,
    last INTEGER NOT NULL,
    PRIMARY KEY (letter)
);

CREATE TABLE settings (
    "key" TEXT NOT NULL,
    value TEXT,
    PRIMARY KEY ("key")
);

CREATE TABLE stall_edits (
    code TEXT NOT NULL,
    fields TEXT NOT NULL,
    PRIMARY KEY (code)
);

CREATE TABLE suppliers (
    id INTEGER NOT NULL,
    name TEXT NOT NULL,
    contact TEXT,
    phone TEXT,
    wechat TEXT,
    PRIMARY KEY (id),
    UNIQUE (name, contact, phone, wechat)
);

CREATE TABLE trips (
    name TEXT NOT NULL,
    starts TEXT,
    body TEXT,
    deleted BOOLEAN NOT NULL,
    versions TEXT NOT NULL,
    gone BOOLEAN NOT NULL,
    PRIMARY KEY (name)
);

CREATE TABLE changes (
    id INTEGER NOT NULL,
    action_id INTEGER NOT NULL,
    tab TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "before" TEXT,
    "after" TEXT,
    PRIMARY KEY (id),
    FOREIGN KEY(action_id) REFERENCES actions (id)
);

CREATE INDEX ix_changes_action_id ON changes (action_id);

CREATE TABLE events (
    id TEXT NOT NULL,
    action_id INTEGER NOT NULL,
    PRIMARY KEY (id),
    FOREIGN KEY(action_id) REFERENCES actions (id)
);

CREATE INDEX ix_events_action_id ON events (action_id);

CREATE TABLE imports (
    id INTEGER NOT NULL,
    action_id INTEGER NOT NULL,
    source TEXT NOT NULL,
    at TEXT NOT NULL,
    rows INTEGER NOT NULL,
    added INTEGER NOT NULL,
    updated INTEGER NOT NULL,
    unchanged INTEGER NOT NULL,
    refused INTEGER NOT NULL,
    kept_by_hand INTEGER NOT NULL,
    undone BOOLEAN NOT NULL,
    PRIMARY KEY (id),
    FOREIGN KEY(action_id) REFERENCES actions (id)
);

CREATE TABLE itineraries (
    trip TEXT NOT NULL,
    body TEXT,
    deleted BOOLEAN NOT NULL,
    versions TEXT NOT NULL,
    gone BOOLEAN NOT NULL,
    PRIMARY KEY (trip),
    FOREIGN KEY(trip) REFERENCES trips (name)
);

CREATE TABLE packings (
    trip TEXT NOT NULL,
    body TEXT,
    deleted BOOLEAN NOT NULL,
    versions TEXT NOT NULL,
    gone BOOLEAN NOT NULL,
    PRIMARY KEY (trip),
    FOREIGN KEY(trip) REFERENCES trips (name)
);

CREATE TABLE samples (
    id TEXT NOT NULL,
    number TEXT NOT NULL,
    label TEXT NOT NULL,
    trip TEXT,
    stall TEXT,
    article TEXT,
    status TEXT,
    at TEXT,
    box INTEGER,
    material TEXT,
    model TEXT,
    pieces INTEGER,
    weight_g INTEGER,
    size_cm TEXT,
    fragile BOOLEAN,
    fee_fen INTEGER,
    deposit_fen INTEGER,
    return_by TEXT,
    want TEXT,
    note TEXT,
    who TEXT,
    price_fen INTEGER,
    per TEXT,
    moq INTEGER,
    inner_qty INTEGER,
    carton_qty INTEGER,
    carton_cm TEXT,
    gross_g INTEGER,
    lead_days INTEGER,
    live_price_fen INTEGER,
    commission_permille INTEGER,
    freight_fen INTEGER,
    packaging_fen INTEGER,
    daily_capacity INTEGER,
    stock INTEGER,
    ships_single BOOLEAN,
    relabel BOOLEAN,
    certificate TEXT,
    deleted BOOLEAN NOT NULL,
    versions TEXT NOT NULL,
    gone BOOLEAN NOT NULL,
    status_at TEXT,
    PRIMARY KEY (id),
    UNIQUE (number),
    FOREIGN KEY(trip) REFERENCES trips (name)
);

CREATE TABLE visits (
    id TEXT NOT NULL,
    trip TEXT NOT NULL,
    stall TEXT NOT NULL,
    status TEXT,
    who TEXT,
    at TEXT,
    minutes INTEGER,
    deleted BOOLEAN NOT NULL,
    versions TEXT NOT NULL,
    gone BOOLEAN NOT NULL,
    PRIMARY KEY (id),
    FOREIGN KEY(trip) REFERENCES trips (name)
);

CREATE TABLE imported (
    import_id INTEGER NOT NULL,
    code TEXT NOT NULL,
    "before" TEXT,
    PRIMARY KEY (import_id, code),
    FOREIGN KEY(import_id) REFERENCES imports (id)
);

CREATE TABLE sample_photos (
    id TEXT NOT NULL,
    sample TEXT NOT NULL,
    photo TEXT NOT NULL,
    position INTEGER,
    deleted BOOLEAN NOT NULL,
    versions TEXT NOT NULL,
    gone BOOLEAN NOT NULL,
    PRIMARY KEY (id),
    FOREIGN KEY(sample) REFERENCES samples (id)
);

CREATE INDEX ix_sample_photos_sample ON sample_photos (sample);

CREATE TABLE stalls (
    code TEXT NOT NULL,
    search TEXT NOT NULL,
    district TEXT,
    floor INTEGER,
    gate INTEGER,
    street INTEGER,
    unit INTEGER,
    booth TEXT,
    gate_name TEXT,
    street_name TEXT,
    name_zh TEXT,
    name_en TEXT,
    supplier_id INTEGER,
    categories TEXT,
    keywords TEXT,
    kind TEXT,
    opens TEXT,
    closes TEXT,
    closed_on TEXT,
    alliance BOOLEAN,
    introduction BOOLEAN,
    appointment BOOLEAN,
    moq INTEGER,
    price_low_fen INTEGER,
    price_high_fen INTEGER,
    ships_single BOOLEAN,
    daily_capacity INTEGER,
    rating FLOAT,
    visit_min INTEGER,
    lat FLOAT,
    lon FLOAT,
    note TEXT,
    source TEXT,
    as_of TEXT,
    import_id INTEGER,
    action_id INTEGER,
    inferred TEXT,
    PRIMARY KEY (code),
    FOREIGN KEY(supplier_id) REFERENCES suppliers (id),
    FOREIGN KEY(import_id) REFERENCES imports (id),
    FOREIGN KEY(action_id) REFERENCES actions (id)
);

CREATE INDEX ix_stalls_best_rated ON stalls (rating DESC, code);
