"""What `yiwutrip sample` shows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from yiwutrip.domain.phrasing import say_address
from yiwutrip.render.cells import pad, wrap
from yiwutrip.render.lines import Line, Page, Role, Span, hints, line, rule
from yiwutrip.render.sample_added import ASKED_FIRST, answer_to, not_asked, sample_data
from yiwutrip.render.table import Column, table
from yiwutrip.render.values import clock, kilos, money, size, stall_title, yuan
from yiwutrip.render.view import View

if TYPE_CHECKING:
    from collections.abc import Iterator

    from yiwutrip.domain.sample import Sample
    from yiwutrip.domain.words import Words
    from yiwutrip.usecases.list_samples import SampleLog

LABEL_CELLS = 12


def _list_data(log: SampleLog) -> dict[str, object]:
    return {"samples": [sample_data(sample) for sample in log.samples], "total": len(log.samples)}


def _list_lines(log: SampleLog, page: Page) -> Iterator[Line]:
    words = page.words
    if not log.samples:
        yield line(words("sample.none"))
        yield from hints(page, "yiwutrip sample add STALL ARTICLE")
        return
    columns = [
        Column(words("sample.number")),
        Column(words("sample.article"), fixed=False),
        Column(words("sample.stall")),
        Column(words("sample.price"), right=True),
        Column(words("sample.status")),
    ]
    if page.wide:
        columns.append(Column(words("sample.missing"), fixed=False))
    yield from table(columns, [_row(sample, page) for sample in log.samples], page)
    yield rule(page)
    yield line(_sums(log, words), Role.DIM)
    yield from hints(page, f"yiwutrip sample show {log.samples[-1].number}", "yiwutrip manifest")


def _row(sample: Sample, page: Page) -> list[str]:
    words = page.words
    price = sample.taken.quote.price_fen
    row = [
        sample.number,
        sample.taken.article,
        sample.taken.stall or "-",
        "-" if price is None else yuan(price),
        words(f"sample.status-{sample.status}"),
    ]
    return [*row, words("review.and").join(not_asked(sample, words))] if page.wide else row


def _sums(log: SampleLog, words: Words) -> str:
    fees = sum(sample.taken.fee_fen or 0 for sample in log.samples)
    deposits = sum(sample.taken.deposit_fen or 0 for sample in log.samples)
    pieces = sum(sample.taken.pieces for sample in log.samples)
    return words(
        "sample.sums", count=len(log.samples), pieces=pieces, fees=money(fees, words), deposits=money(deposits, words)
    )


def _show_data(log: SampleLog) -> dict[str, object]:
    return sample_data(log.samples[0])


def _show_lines(log: SampleLog, page: Page) -> Iterator[Line]:
    words = page.words
    sample = log.samples[0]
    yield line(f"{sample.number}  {sample.taken.article}", Role.BOLD)
    yield rule(page, heavy=True)
    stall = log.stalls.get(sample.taken.stall or "")
    where = f"{stall_title(stall)} · {say_address(stall.address, words)}" if stall else (sample.taken.stall or "")
    known = [("sample.stall", where), *_terms(sample, words), *_goods(sample, words)]
    for key, value in known:
        if value:
            yield from _fact(words(key), value, page)
    missing = not_asked(sample, words)
    if missing:
        yield (Span(pad(words("sample.missing"), LABEL_CELLS), Role.WARN), Span(" / ".join(missing), Role.WARN))
    yield from hints(page, _next_step(sample, page))


def _next_step(sample: Sample, page: Page) -> str:
    """How the first of what is missing is written down; where nothing is, what became of it."""
    missing = next((field for field in ASKED_FIRST if getattr(sample.taken.quote, field) is None), None)
    if missing is None:
        return f"yiwutrip sample status {sample.number} STATUS"
    return f"yiwutrip sample edit {sample.number} {answer_to(missing, page.words)}"


def _terms(sample: Sample, words: Words) -> list[tuple[str, str]]:
    quote = sample.taken.quote
    price = "" if quote.price_fen is None else money(quote.price_fen, words) + (f" / {quote.per}" if quote.per else "")
    return [
        ("sample.price", price),
        ("sample.moq", _number(quote.moq)),
        ("sample.inner_qty", _number(quote.inner_qty)),
        ("sample.carton_qty", _number(quote.carton_qty)),
        ("sample.carton_cm", f"{size(quote.carton_cm)} cm" if quote.carton_cm else ""),
        ("sample.gross_g", kilos(quote.gross_g) if quote.gross_g else ""),
        ("sample.lead_days", _number(quote.lead_days)),
        ("sample.daily_capacity", _number(quote.daily_capacity)),
        ("sample.live_price", _money(quote.live_price_fen, words)),
        ("sample.commission", "" if quote.commission_permille is None else f"{quote.commission_permille / 10:g} %"),
        ("sample.freight", _money(quote.freight_fen, words)),
        ("sample.packaging", _money(quote.packaging_fen, words)),
    ]


def _goods(sample: Sample, words: Words) -> list[tuple[str, str]]:
    taken = sample.taken
    at = f"{sample.at.date().isoformat()} {clock(sample.at)}" + (f"  {taken.who}" if taken.who else "")
    return [
        ("sample.material", taken.material or ""),
        ("sample.model", taken.model or ""),
        ("sample.pieces", str(taken.pieces)),
        ("sample.weight_g", kilos(taken.weight_g) if taken.weight_g else ""),
        ("sample.size_cm", f"{size(taken.size_cm)} cm" if taken.size_cm else ""),
        ("sample.fragile", "" if taken.fragile is None else words("common.yes" if taken.fragile else "common.no")),
        ("sample.fee", _money(taken.fee_fen, words)),
        ("sample.deposit", _money(taken.deposit_fen, words)),
        ("sample.return_by", taken.return_by.isoformat() if taken.return_by else ""),
        ("sample.want", taken.want or ""),
        ("sample.note", taken.note or ""),
        ("sample.box", _number(sample.box)),
        ("sample.photos", _number(len(taken.photos) or None)),
        ("sample.status", words(f"sample.status-{sample.status}")),
        ("sample.at", at),
    ]


def _number(value: int | None) -> str:
    return "" if value is None else str(value)


def _money(fen: int | None, words: Words) -> str:
    return "" if fen is None else money(fen, words)


def _fact(label: str, value: str, page: Page) -> Iterator[Line]:
    for index, text in enumerate(wrap(value, page.room - LABEL_CELLS)):
        yield (Span(pad("" if index else label[:1].upper() + label[1:], LABEL_CELLS), Role.DIM), Span(text))


def _status_lines(log: SampleLog, page: Page) -> Iterator[Line]:
    sample = log.samples[0]
    status = page.words(f"sample.status-{sample.status}")
    yield (Span(sample.number, Role.BOLD), Span(f"  {sample.taken.article}  {status}"))
    yield from hints(page, "yiwutrip sample list")


LIST: View[SampleLog] = View("sample list", _list_data, _list_lines)
SHOW: View[SampleLog] = View("sample show", _show_data, _show_lines)
EDIT: View[SampleLog] = View("sample edit", _show_data, _show_lines)
STATUS: View[SampleLog] = View("sample status", _show_data, _status_lines)
