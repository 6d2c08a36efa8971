"""
The schema's home: every table as a SQLModel class.

``schema.sql`` is written from these classes (``python -m yiwutrip.storage.write_schema``), and the migrations arrive at
the same schema; tests hold the three together. The statements that run while somebody waits are plain SQL, so that
logging a sample does not import SQLModel (docs/decisions/0010-the-hot-path-speaks-sql.md).

``versions`` and ``gone`` stand on everything that two devices may both change; see registers.py. Times are UTC in ISO
8601. Lists are JSON text.
"""

from sqlalchemy import Index, Text, UniqueConstraint, text
from sqlmodel import Field, SQLModel


class SupplierRow(SQLModel, table=True):
    """Who trades; one row for each distinct combination of name and contacts, so that namesakes stay two."""

    __tablename__ = "suppliers"
    __table_args__ = (UniqueConstraint("name", "contact", "phone", "wechat"),)
    id: int | None = Field(default=None, primary_key=True)
    name: str = Field(sa_type=Text)
    contact: str | None = Field(default=None, sa_type=Text)
    phone: str | None = Field(default=None, sa_type=Text)
    wechat: str | None = Field(default=None, sa_type=Text)


class StallRow(SQLModel, table=True):
    """
    The catalogue; ``import_id`` is the list that brought the stall.

    ``search`` is what `stall find` looks through; it stands near the front because a scan decodes a row up to there.
    """

    __tablename__ = "stalls"
    __table_args__ = (Index("ix_stalls_best_rated", text("rating DESC"), "code"),)
    code: str = Field(primary_key=True, sa_type=Text)
    search: str = Field(sa_type=Text)
    district: str | None = Field(default=None, sa_type=Text)
    floor: int | None = None
    gate: int | None = None
    street: int | None = None
    unit: int | None = None
    booth: str | None = Field(default=None, sa_type=Text)
    gate_name: str | None = Field(default=None, sa_type=Text)
    street_name: str | None = Field(default=None, sa_type=Text)
    name_zh: str | None = Field(default=None, sa_type=Text)
    name_en: str | None = Field(default=None, sa_type=Text)
    supplier_id: int | None = Field(default=None, foreign_key="suppliers.id")
    categories: str | None = Field(default=None, sa_type=Text)
    keywords: str | None = Field(default=None, sa_type=Text)
    kind: str | None = Field(default=None, sa_type=Text)
    opens: str | None = Field(default=None, sa_type=Text)
    closes: str | None = Field(default=None, sa_type=Text)
    closed_on: str | None = Field(default=None, sa_type=Text)
    alliance: bool | None = None
    introduction: bool | None = None
    appointment: bool | None = None
    moq: int | None = None
    price_low_fen: int | None = None
    price_high_fen: int | None = None
    ships_single: bool | None = None
    daily_capacity: int | None = None
    rating: float | None = None
    visit_min: int | None = None
    lat: float | None = None
    lon: float | None = None
    note: str | None = Field(default=None, sa_type=Text)
    source: str | None = Field(default=None, sa_type=Text)
    as_of: str | None = Field(default=None, sa_type=Text)
    import_id: int | None = Field(default=None, foreign_key="imports.id")
    action_id: int | None = Field(default=None, foreign_key="actions.id")
    inferred: str | None = Field(default=None, sa_type=Text)


class StallEditRow(SQLModel, table=True):
    """Which fields of a stall were edited by hand, and what the hand said, on every device that did."""

    __tablename__ = "stall_edits"
    code: str = Field(primary_key=True, sa_type=Text)
    fields: str = Field(sa_type=Text)


class ImportRow(SQLModel, table=True):
    """One list that was loaded."""

    __tablename__ = "imports"
    id: int | None = Field(default=None, primary_key=True)
    action_id: int = Field(foreign_key="actions.id")
    source: str = Field(sa_type=Text)
    at: str = Field(sa_type=Text)
    rows: int
    added: int
    updated: int
    unchanged: int
    refused: int
    kept_by_hand: int
    undone: bool = False


class ImportedRow(SQLModel, table=True):
    """A known stall that a list named again; ``before`` is what stood there if the list changed it."""

    __tablename__ = "imported"
    import_id: int = Field(primary_key=True, foreign_key="imports.id")
    code: str = Field(primary_key=True, sa_type=Text)
    before: str | None = Field(default=None, sa_type=Text)


class TripRow(SQLModel, table=True):
    """A trip, whole as JSON."""

    __tablename__ = "trips"
    name: str = Field(primary_key=True, sa_type=Text)
    starts: str | None = Field(default=None, sa_type=Text)
    body: str | None = Field(default=None, sa_type=Text)
    deleted: bool = False
    versions: str = Field(sa_type=Text)
    gone: bool = False


class ItineraryRow(SQLModel, table=True):
    """The plan of a trip, whole as JSON."""

    __tablename__ = "itineraries"
    trip: str = Field(primary_key=True, sa_type=Text, foreign_key="trips.name")
    body: str | None = Field(default=None, sa_type=Text)
    deleted: bool = False
    versions: str = Field(sa_type=Text)
    gone: bool = False


class PackingRow(SQLModel, table=True):
    """The boxes that a trip's samples were packed into, whole as JSON; a sample names its own by number."""

    __tablename__ = "packings"
    trip: str = Field(primary_key=True, sa_type=Text, foreign_key="trips.name")
    body: str | None = Field(default=None, sa_type=Text)
    deleted: bool = False
    versions: str = Field(sa_type=Text)
    gone: bool = False


class VisitRow(SQLModel, table=True):
    """A line of the day's log; ``id`` follows from trip and stall, so that two devices mean the same line."""

    __tablename__ = "visits"
    id: str = Field(primary_key=True, sa_type=Text)
    trip: str = Field(sa_type=Text, foreign_key="trips.name")
    stall: str = Field(sa_type=Text)
    status: str | None = Field(default=None, sa_type=Text)
    who: str | None = Field(default=None, sa_type=Text)
    at: str | None = Field(default=None, sa_type=Text)
    minutes: int | None = None
    deleted: bool = False
    versions: str = Field(sa_type=Text)
    gone: bool = False


class SampleRow(SQLModel, table=True):
    """A sample; ``label`` is what was printed, ``number`` the same unless two devices printed it twice."""

    __tablename__ = "samples"
    id: str = Field(primary_key=True, sa_type=Text)
    number: str = Field(sa_type=Text, unique=True)
    label: str = Field(sa_type=Text)
    trip: str | None = Field(default=None, sa_type=Text, foreign_key="trips.name")
    stall: str | None = Field(default=None, sa_type=Text)
    article: str | None = Field(default=None, sa_type=Text)
    status: str | None = Field(default=None, sa_type=Text)
    at: str | None = Field(default=None, sa_type=Text)
    box: int | None = None
    material: str | None = Field(default=None, sa_type=Text)
    model: str | None = Field(default=None, sa_type=Text)
    pieces: int | None = None
    weight_g: int | None = None
    size_cm: str | None = Field(default=None, sa_type=Text)
    fragile: bool | None = None
    fee_fen: int | None = None
    deposit_fen: int | None = None
    return_by: str | None = Field(default=None, sa_type=Text)
    want: str | None = Field(default=None, sa_type=Text)
    note: str | None = Field(default=None, sa_type=Text)
    who: str | None = Field(default=None, sa_type=Text)
    price_fen: int | None = None
    per: str | None = Field(default=None, sa_type=Text)
    moq: int | None = None
    inner_qty: int | None = None
    carton_qty: int | None = None
    carton_cm: str | None = Field(default=None, sa_type=Text)
    gross_g: int | None = None
    lead_days: int | None = None
    live_price_fen: int | None = None
    commission_permille: int | None = None
    freight_fen: int | None = None
    packaging_fen: int | None = None
    daily_capacity: int | None = None
    stock: int | None = None
    ships_single: bool | None = None
    relabel: bool | None = None
    certificate: str | None = Field(default=None, sa_type=Text)
    deleted: bool = False
    versions: str = Field(sa_type=Text)
    gone: bool = False
    status_at: str | None = Field(default=None, sa_type=Text)


class SamplePhotoRow(SQLModel, table=True):
    """A photo on a sample; rows of their own, so that pictures added on two devices are both kept."""

    __tablename__ = "sample_photos"
    id: str = Field(primary_key=True, sa_type=Text)
    sample: str = Field(sa_type=Text, foreign_key="samples.id", index=True)
    photo: str = Field(sa_type=Text)
    position: int | None = None
    deleted: bool = False
    versions: str = Field(sa_type=Text)
    gone: bool = False


class NumberRow(SQLModel, table=True):
    """The last number given out under a letter; only ever grows, whatever is undone."""

    __tablename__ = "numbers"
    letter: str = Field(primary_key=True, sa_type=Text)
    last: int


class SettingRow(SQLModel, table=True):
    """What this device has chosen: the trip in use."""

    __tablename__ = "settings"
    key: str = Field(primary_key=True, sa_type=Text)
    value: str | None = Field(default=None, sa_type=Text)


class ActionRow(SQLModel, table=True):
    """A line of the journal: one committed transaction. ``state``: done, undone, or kept (cannot be taken back)."""

    __tablename__ = "actions"
    id: int | None = Field(default=None, primary_key=True)
    event: str = Field(sa_type=Text, unique=True)
    verb: str = Field(sa_type=Text)
    subject: str = Field(default="", sa_type=Text)
    at: str = Field(sa_type=Text)
    state: str = Field(sa_type=Text)


class ChangeRow(SQLModel, table=True):
    """A row that an action changed: only the fields that differ, as JSON; ``before`` null where the row was new."""

    __tablename__ = "changes"
    id: int | None = Field(default=None, primary_key=True)
    action_id: int = Field(foreign_key="actions.id", index=True)
    tab: str = Field(sa_type=Text)
    key: str = Field(sa_type=Text)
    before: str | None = Field(default=None, sa_type=Text)
    after: str | None = Field(default=None, sa_type=Text)


class EventRow(SQLModel, table=True):
    """Every event this database has seen, its own and those that a merge brought; the context of registers.py."""

    __tablename__ = "events"
    id: str = Field(primary_key=True, sa_type=Text)
    action_id: int = Field(foreign_key="actions.id", index=True)
