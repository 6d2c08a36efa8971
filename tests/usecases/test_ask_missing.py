from datetime import UTC, datetime

from yiwutrip.domain.address import Address, District
from yiwutrip.domain.sample import Quote, Sample, SampleStatus, SampleTaken
from yiwutrip.domain.stall import Stall, Supplier
from yiwutrip.usecases.ask_missing import Reach, ask_missing

CHATTY = Supplier(name="演示瓷器", wechat="demo-ciqi", phone="000-0000-0001")
STALLS = {
    code: Stall(code=code, address=Address(district=District.D1, floor=3, booth=code[-4:]), supplier=supplier)
    for code, supplier in {
        "D1-3F-8231": CHATTY,
        "D1-3F-8232": CHATTY,
        "D1-3F-8304": Supplier(name="演示茶具", phone="000-0000-0002"),
        "D1-3F-8325": None,
    }.items()
}
ALL_KNOWN = Quote(price_fen=980, moq=500, carton_qty=36, carton_cm=(48.0, 36.0, 40.0))


def sample(number: str, stall: str | None, quote: Quote, weight_g: int | None = 780) -> Sample:
    taken = SampleTaken(article=number, stall=stall, quote=quote, weight_g=weight_g)
    at = datetime(2021, 4, 14, tzinfo=UTC)
    return Sample(id=number, number=number, taken=taken, status=SampleStatus.TAKEN, at=at)


def test_one_supplier_with_two_stalls_gets_one_question() -> None:
    samples = [sample("A-001", "D1-3F-8231", Quote()), sample("A-002", "D1-3F-8232", Quote())]

    (question,) = ask_missing(samples, STALLS)

    assert question.supplier == CHATTY
    assert question.stalls == ("D1-3F-8231", "D1-3F-8232")
    assert [gap.sample.number for gap in question.gaps] == ["A-001", "A-002"]


def test_the_carton_size_is_asked_first() -> None:
    (question,) = ask_missing([sample("A-001", "D1-3F-8231", Quote())], STALLS)

    assert question.gaps[0].missing[0] == "carton_cm"


def test_a_sample_of_which_all_is_known_asks_nothing() -> None:
    assert ask_missing([sample("A-001", "D1-3F-8231", ALL_KNOWN)], STALLS) == ()


def test_the_easiest_way_to_reach_somebody() -> None:
    codes = ["D1-3F-8231", "D1-3F-8304", "D1-3F-8325", "D9-gone", None]

    questions = ask_missing([sample(f"A-00{n}", code, Quote()) for n, code in enumerate(codes)], STALLS)

    # the last two, whose stall nobody knows, are asked for together
    assert [question.reach for question in questions] == [Reach.WECHAT, Reach.PHONE, Reach.IN_PERSON, Reach.IN_PERSON]
    assert [len(question.gaps) for question in questions] == [1, 1, 1, 2]
