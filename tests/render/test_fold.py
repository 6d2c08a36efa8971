"""Lines on a page: none wider than it, nothing lost, and what is to be copied stays whole."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from yiwutrip.domain.words import Lang
from yiwutrip.render.cells import cell_len
from yiwutrip.render.fold import folded
from yiwutrip.render.lines import Line, Page, Role, Span, argument, both_ends, line, text_of
from yiwutrip.render.words import CatalogueWords

WORDS = CatalogueWords(Lang.ZH)
ROLES = st.sampled_from([Role.PLAIN, Role.BOLD, Role.WARN, Role.WALL])
TEXT = st.text(alphabet=st.sampled_from("ab7 青瓷，、（。·★█—…"), max_size=30)
LINES = st.lists(st.builds(Span, TEXT, ROLES), max_size=4).map(tuple)


def cells(one: Line) -> int:
    return sum(cell_len(span.text) for span in one)


def letters(lines: list[Line]) -> list[tuple[str, Role]]:
    """Every letter in its role; spaces may go at a break and come before a line that goes on."""
    return [(letter, span.role) for one in lines for span in one for letter in span.text if letter != " "]


@given(LINES, st.integers(8, 40))
def test_no_line_is_wider_than_the_page_and_each_letter_keeps_its_role(one: Line, width: int) -> None:
    fitted = list(folded([one], Page(WORDS, width)))

    assert all(cells(part) <= width for part in fitted)
    assert letters(fitted) == letters([one])


def test_what_goes_on_below_is_indented_more_than_its_beginning() -> None:
    one = line("  二区 3楼 26门 9街 16549 稳花小家电")

    # 36 cells on 30: two of indent, what fits, then four of indent.
    assert text_of(folded([one], Page(WORDS, 30))) == "  二区 3楼 26门 9街 16549\n    稳花小家电\n"


@pytest.mark.parametrize("role", [Role.HINT, Role.PATH])
def test_a_command_or_a_path_is_never_broken(role: Role) -> None:
    one = line("yiwutrip db restore backups/20210414T173000.db", role)

    assert list(folded([one], Page(WORDS, 20))) == [one]


def test_a_wall_is_a_block_on_every_line() -> None:
    fitted = list(folded([line("█ 到酒店布景 · 20:00 开始：晚场直播", Role.WALL)], Page(WORDS, 20)))

    assert len(fitted) > 1
    assert {cells(part) for part in fitted} == {20}


def test_without_an_edge_nothing_is_folded_or_cut() -> None:
    pipe = Page(WORDS, 20, folds=False)
    name = "青禾瓷坊和漱石窑的联合商位"

    assert text_of(folded([line(name)], pipe)) == f"{name}\n"
    assert name in pipe.column(name, 8)
    assert name in text_of(both_ends(name, " 可拖", pipe))


def test_what_does_not_fit_between_the_edges_goes_on_below() -> None:
    lines = list(both_ends("█ 19:20 到酒店布景 · 20:00 开始", " 可拖 14 分", Page(WORDS, 32), Role.WALL, hanging=8))

    assert {cells(one) for one in lines} == {32}
    indented = list(both_ends("  █ 19:20 到酒店布景", " A B", Page(WORDS, 20), hanging=4))
    assert text_of(indented) == "  █ 19:20        A B\n    到酒店布景\n"
    assert letters(lines) == letters([line("█ 19:20 到酒店布景 ·", Role.WALL), line("可拖 14 分20:00 开始", Role.WALL)])


@pytest.mark.parametrize(
    ("said", "word"),
    [
        ("a/b.db", "a/b.db"),
        ("Application Support/trip.db", '"Application Support/trip.db"'),
        ("四月 义乌", '"四月 义乌"'),
    ],
)
def test_a_path_with_spaces_is_one_word_of_a_command(said: str, word: str) -> None:
    assert argument(said) == word
