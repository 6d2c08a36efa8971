"""What has to be settled before leaving: a car that is too small, a budget that is exceeded."""

from __future__ import annotations

from typing import TYPE_CHECKING

from yiwutrip.export import text

if TYPE_CHECKING:
    from yiwutrip.domain.manifest import Manifest
    from yiwutrip.domain.packing import CarFit, WayOut
    from yiwutrip.domain.words import Words


def warnings_of(manifest: Manifest, words: Words) -> list[str]:
    """A sentence each; none where all is well."""
    said = [_car(manifest.fit, words)] if manifest.fit and not manifest.fit.car.fits else []
    return [*said, _budget(manifest, words)] if manifest.over_budget_fen else said


def _car(fit: CarFit, words: Words) -> str:
    car = fit.car
    over = words(
        "pack.car-over",
        kg=f"{text.measure(car.weight_g)} kg",
        litres=text.measure(car.volume_ml),
        most_kg=f"{text.measure(car.load_g)} kg",
        most_litres=text.measure(car.load_ml),
    )
    if not fit.way_out:
        return over
    outs = words("manifest.comma").join(_way_out(out, words) for out in fit.way_out)
    key = "pack.way-out-cost" if fit.way_out_suffices else "pack.way-out-short"
    return " · ".join((over, outs, words(key, cost=_money(sum(out.cost_fen for out in fit.way_out), words))))


def _way_out(out: WayOut, words: Words) -> str:
    return words(out.sentence, box=out.box, sample=out.sample, cost=_money(out.cost_fen, words))


def _budget(manifest: Manifest, words: Words) -> str:
    over_fen = manifest.over_budget_fen
    sums = {"spent": manifest.spent_fen, "budget": manifest.spent_fen - over_fen, "over": over_fen}
    return words("manifest.over-budget", **{name: _money(fen, words) for name, fen in sums.items()})


def _money(fen: int, words: Words) -> str:
    return f"{text.yuan(fen)} {words('manifest.yuan')}"
