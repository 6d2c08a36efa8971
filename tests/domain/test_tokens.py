"""Reading a text by rules."""

from enum import StrEnum

from yiwutrip.domain.tokens import Grammar


class Kind(StrEnum):
    WORD = "word"
    COUNT = "count"
    NUMBER = "number"


GRAMMAR = Grammar(
    ((Kind.COUNT, r"(?P<n1>\d+)(?P<s1>pcs)?(?=p|\b)(?P<n2>\d)?"), (Kind.NUMBER, r"\d+"), (Kind.WORD, r"[a-z]+"))
)


def test_the_first_rule_that_fits_at_a_place_wins_and_gaps_are_left_out() -> None:
    tokens = GRAMMAR.tokens_of("12 + Ab 3pcs")

    assert [(t.kind, t.text, t.start, t.end) for t in tokens] == [
        (Kind.COUNT, "12", 0, 2),
        (Kind.WORD, "Ab", 5, 7),
        (Kind.COUNT, "3pcs", 8, 12),
    ]


def test_only_groups_that_were_found_are_there() -> None:
    (token,) = GRAMMAR.tokens_of("3pcs")

    assert token.groups == {"n1": "3", "s1": "pcs"}
    assert token.get("n2", "s1") == "pcs"
    assert token.get("n2") is None
    assert token.every("n") == ["3"]
    assert token.first("s") == "pcs"
    assert token.first("x") is None


def test_a_rule_that_matches_nothing_gives_no_token() -> None:
    assert Grammar(((Kind.WORD, "x*"),)).tokens_of("ab") == []
