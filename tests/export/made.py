"""Values to export: one potter's sample and what a test changes in it. All invented."""

from dataclasses import replace
from datetime import date, datetime
from io import BytesIO

from PIL import Image

from yiwutrip.domain.address import Address, District
from yiwutrip.domain.box import Box
from yiwutrip.domain.clock import MARKET_ZONE
from yiwutrip.domain.manifest import Manifest
from yiwutrip.domain.sample import Quote, Sample, SampleStatus, SampleTaken
from yiwutrip.domain.stall import Stall, Supplier
from yiwutrip.domain.trip import Trip
from yiwutrip.usecases.build_manifest import build_manifest

NOW = datetime(2021, 4, 16, 19, 42, tzinfo=MARKET_ZONE)
POTTER = Supplier(name="青禾瓷坊（演示）", contact="何姐", phone="057900000001", wechat="demo-qinghe")
SHOP = Stall(
    code="D1-3F-8304",
    address=Address(district=District.D1, floor=3, gate=12, street=10, booth="8304"),
    supplier=POTTER,
)
BOWL = SampleTaken(
    article="釉下彩餐具 16 头",
    stall=SHOP.code,
    quote=Quote(price_fen=8650, moq=200, carton_qty=4, carton_cm=(42, 32, 36)),
    pieces=16,
    weight_g=325,
    size_cm=(40, 30, 20),
    fragile=True,
    deposit_fen=30_000,
    return_by=date(2021, 4, 30),
)


def sample(number: str = "A-001", box: int | None = 1, **what: object) -> Sample:
    """A sample of the demonstration potter, with what is said here changed."""
    taken = replace(BOWL, **what)  # type: ignore[arg-type]
    return Sample(id=number, number=number, taken=taken, status=SampleStatus.TAKEN, at=NOW, box=box)


def manifest(*samples: Sample, trip: Trip | str = "四月义乌选品", shop: Stall = SHOP) -> Manifest:
    """The manifest of these samples, box 1 measured."""
    return build_manifest(trip, samples, [shop], [Box(1, (60, 40, 40), place="后备箱 左下")], NOW)


def photograph(width: int = 400, height: int = 300) -> bytes:
    """A real JPEG of one colour."""
    out = BytesIO()
    Image.new("RGB", (width, height), (40, 120, 200)).save(out, "JPEG")
    return out.getvalue()


def no_photo(name: str) -> bytes | None:
    """Every photo has gone."""
    del name
    return None


def replace_supplier(**what: str) -> Stall:
    """The demonstration shop with a supplier of which this is changed."""
    return replace(SHOP, supplier=replace(POTTER, **what))
