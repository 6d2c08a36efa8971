"""Values that the storage tests share, and strategies that make any."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from hypothesis import settings
from hypothesis import strategies as st

from yiwutrip.domain.address import Address, District
from yiwutrip.domain.itinerary import Itinerary, LeftOut, Leg, LegMode, Reason, Route, Stop, StopKind, Totals, Unmet
from yiwutrip.domain.sample import Quote, Sample, SampleStatus, SampleTaken
from yiwutrip.domain.stall import Stall, StallKind, Supplier
from yiwutrip.domain.trip import (
    AlliancePolicy,
    Car,
    Commitment,
    CommitmentKind,
    HalfDay,
    MealBreak,
    Pace,
    Person,
    Place,
    Trip,
    TripDay,
    Want,
)
from yiwutrip.domain.visit import Visit, VisitStatus

# A file system answers when it answers; thirty examples of these wide values show what a hundred show.
unhurried = settings(deadline=None, max_examples=30)

MARKET = ZoneInfo("Asia/Shanghai")
NINE = datetime(2021, 4, 14, 9, 0, tzinfo=MARKET)
BASE = Place(name="酒店", lat=29.335, lon=120.106)
TRIP = Trip("四月义乌选品", NINE, NINE + timedelta(days=2, hours=13), BASE, (Person("一均", "A"), Person("潇艺", "B")))
LATER = Trip("五月再来", NINE + timedelta(days=30), NINE + timedelta(days=32), BASE, (Person("一均", "A"),))
TOTALS = Totals(stalls=0, in_stalls_s=0, walking_s=0, riding_s=0, waiting_s=0, walking_m=0)
PLAN = Itinerary(TRIP.name, 10, 1.0, 1, (), (), (), TOTALS)
CUP = SampleTaken("汝窑茶杯", stall="D2-3F-16213", quote=Quote(price_fen=1250, moq=50, carton_cm=(60, 40, 35.5)))
SEEN = Visit("D2-3F-16213", VisitStatus.DONE, ("A",), NINE, minutes=12)


def stall(booth: str, **fields: object) -> Stall:
    """A stall on the third floor of D2."""
    return Stall(f"D2-3F-{booth}", Address(District.D2, 3, booth=booth), **fields)  # type: ignore[arg-type]


text = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)
words = st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1, max_size=6)
whole = st.integers(-(2**63), 2**63 - 1)
real = st.floats(allow_nan=False, allow_infinity=False)
clock_times = st.times()
moments = st.datetimes(datetime(2000, 1, 1), datetime(2100, 1, 1), timezones=st.just(UTC))  # noqa: DTZ001 -- bounds
dates = st.dates(date(2000, 1, 1), date(2100, 1, 1))


def maybe(strategy: st.SearchStrategy[object]) -> st.SearchStrategy[object]:
    """That, or unknown."""
    return st.none() | strategy


def many(strategy: st.SearchStrategy[object]) -> st.SearchStrategy[tuple[object, ...]]:
    """A short tuple of them."""
    return st.lists(strategy, max_size=3).map(tuple)


addresses = st.builds(
    Address,
    district=maybe(st.sampled_from(District)),
    floor=maybe(whole),
    gate=maybe(whole),
    street=maybe(whole),
    unit=maybe(whole),
    booth=maybe(text),
    gate_name=maybe(text),
    street_name=maybe(text),
)
suppliers = st.builds(Supplier, words, maybe(text), maybe(text), maybe(text))
stalls = st.builds(
    Stall,
    code=words,
    address=addresses,
    name_zh=maybe(text),
    name_en=maybe(text),
    supplier=maybe(suppliers),
    categories=many(words),
    keywords=many(words),
    kind=maybe(st.sampled_from(StallKind)),
    opens=maybe(clock_times),
    closes=maybe(clock_times),
    closed_on=many(st.integers(1, 7)),
    alliance=maybe(st.booleans()),
    introduction=maybe(st.booleans()),
    appointment=maybe(st.booleans()),
    moq=maybe(whole),
    price_low_fen=maybe(whole),
    price_high_fen=maybe(whole),
    ships_single=maybe(st.booleans()),
    daily_capacity=maybe(whole),
    rating=maybe(real),
    visit_min=maybe(whole),
    lat=maybe(real),
    lon=maybe(real),
    note=maybe(text),
    source=maybe(text),
    as_of=maybe(text),
    inferred=many(words),
)
sizes = st.tuples(real, real, real)
quotes = st.builds(
    Quote,
    price_fen=maybe(whole),
    per=maybe(text),
    moq=maybe(whole),
    inner_qty=maybe(whole),
    carton_qty=maybe(whole),
    carton_cm=maybe(sizes),
    gross_g=maybe(whole),
    lead_days=maybe(whole),
    live_price_fen=maybe(whole),
    commission_permille=maybe(whole),
    freight_fen=maybe(whole),
    packaging_fen=maybe(whole),
    daily_capacity=maybe(whole),
    stock=maybe(whole),
    ships_single=maybe(st.booleans()),
    relabel=maybe(st.booleans()),
    certificate=maybe(text),
)
takens = st.builds(
    SampleTaken,
    article=text,
    stall=maybe(words),
    quote=quotes,
    material=maybe(text),
    model=maybe(text),
    pieces=whole,
    weight_g=maybe(whole),
    size_cm=maybe(sizes),
    fragile=maybe(st.booleans()),
    fee_fen=maybe(whole),
    deposit_fen=maybe(whole),
    return_by=maybe(dates),
    want=maybe(text),
    note=maybe(text),
    who=maybe(text),
    photos=st.lists(words, max_size=3, unique=True).map(tuple),
)
samples = st.builds(
    Sample,
    id=st.uuids().map(str),
    number=st.just("A-001"),
    taken=takens,
    status=st.sampled_from(SampleStatus),
    at=moments,
    box=maybe(whole),
    status_at=maybe(moments),
)
places = st.builds(Place, maybe(text), maybe(real), maybe(real), maybe(addresses), maybe(words))
trips = st.builds(
    Trip,
    name=words,
    starts=moments,
    ends=moments,
    base=places,
    people=many(st.builds(Person, words, words, whole)),
    days=many(
        st.builds(
            TripDay,
            dates,
            st.frozensets(st.sampled_from(HalfDay)),
            maybe(st.builds(MealBreak, whole, clock_times, clock_times)),
        )
    ),
    wants=many(st.builds(Want, maybe(words), maybe(words), whole, whole, maybe(whole))),
    must=many(words),
    commitments=many(
        st.builds(Commitment, st.sampled_from(CommitmentKind), text, moments, moments, places, many(words), whole)
    ),
    pace=st.sampled_from(Pace),
    confidence=real,
    home=maybe(places),
    car=maybe(st.builds(Car, whole, whole, whole, maybe(places))),
    budget_fen=maybe(whole),
    alliance=st.sampled_from(AlliancePolicy),
    source=text,
    assumptions=st.dictionaries(words, real, max_size=2),
)
plain = st.none() | st.booleans() | whole | real | text | moments | dates | clock_times
anything = st.recursive(plain, lambda inner: st.lists(inner, max_size=3) | many(inner), max_leaves=4)
reasons = st.builds(Reason, words, st.dictionaries(words, anything | st.dictionaries(words, plain), max_size=3))
stops = st.builds(
    Stop,
    st.sampled_from(StopKind),
    moments,
    moments,
    moments,
    whole,
    maybe(st.builds(Leg, st.sampled_from(LegMode), whole, whole, whole)),
    maybe(words),
    maybe(text),
    maybe(places),
    st.booleans(),
    many(words),
)
itineraries = st.builds(
    Itinerary,
    trip=words,
    prize=whole,
    seconds=real,
    seed=whole,
    routes=many(st.builds(Route, dates, many(words), many(stops))),
    left_out=many(st.builds(LeftOut, words, reasons)),
    unmet=many(st.builds(Unmet, reasons, reasons, maybe(whole))),
    totals=st.just(TOTALS),
    made_at=maybe(moments),
    alone_prize=maybe(whole),
)
