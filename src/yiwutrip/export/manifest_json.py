"""The manifest as JSON: the contract that scripts lean on. Keys are added, never renamed."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import TYPE_CHECKING

from yiwutrip.domain.clock import MARKET_ZONE

if TYPE_CHECKING:
    from yiwutrip.domain.manifest import Contact, Manifest, ManifestBox, ManifestSample, Sums
    from yiwutrip.domain.packing import CarFit
    from yiwutrip.domain.words import Words
    from yiwutrip.export.registry import PictureLoader


def export(manifest: Manifest, words: Words, picture: PictureLoader) -> bytes:
    """The manifest as indented UTF-8 JSON."""
    del words, picture
    text = json.dumps(manifest_data(manifest), ensure_ascii=False, indent=2, allow_nan=False)
    return f"{text}\n".encode(errors="replace")


def manifest_data(manifest: Manifest) -> dict[str, object]:
    """The manifest in plain types, for the envelope of ``--json`` as well; units are in the names of the keys."""
    return {
        "trip": manifest.trip,
        "made_at": manifest.made_at.astimezone(MARKET_ZONE).isoformat(timespec="seconds"),
        "samples": [_sample(row) for row in manifest.samples],
        "totals": _sums(manifest.sums),
        "boxes": [_box(box) for box in manifest.boxes],
        "car": _car(manifest.fit) if manifest.fit else None,
        "budget": _budget(manifest),
        "contacts": [_contact(contact) for contact in manifest.contacts],
    }


def _sample(row: ManifestSample) -> dict[str, object]:
    quote = row.quote
    return {
        "number": row.number,
        "stall": row.stall,
        "address": row.address,
        "supplier": row.supplier.name if row.supplier else None,
        "article": row.article,
        "material": row.material,
        "model": row.model,
        "pieces": row.pieces,
        "unit_price_fen": quote.price_fen,
        "per": quote.per,
        "moq": quote.moq,
        "inner_qty": quote.inner_qty,
        "carton_qty": quote.carton_qty,
        "carton_cm": None if quote.carton_cm is None else list(quote.carton_cm),
        "gross_g": quote.gross_g,
        "lead_days": quote.lead_days,
        "weight_g": row.weight_g,
        "total_weight_g": row.total_weight_g,
        "volume_ml": row.volume_ml,
        "box": row.box,
        "fragile": row.fragile,
        "fee_fen": row.fee_fen,
        "deposit_fen": row.deposit_fen,
        "return_by": row.return_by.isoformat() if row.return_by else None,
        "note": row.note,
        "photos": list(row.photos),
        "missing": list(row.missing),
    }


def _sums(sums: Sums) -> dict[str, object]:
    return {
        "samples": sums.samples,
        "pieces": sums.pieces,
        "weight_g": sums.weight_g,
        "unweighed": sums.unweighed,
        "volume_ml": sums.volume_ml,
        "unmeasured": sums.unmeasured,
        "fees_fen": sums.fees_fen,
        "deposits_fen": sums.deposits_fen,
        "fragile": sums.fragile,
        "missing": sums.missing,
    }


def _box(inside: ManifestBox) -> dict[str, object]:
    """``number`` is null for what travels loose."""
    box = inside.box
    return {
        "number": box.number if box else None,
        "size_cm": list(box.size_cm) if box and box.size_cm else None,
        "volume_ml": box.volume_ml if box else None,
        "limit_g": box.limit_g if box else None,
        "place": box.place if box else None,
        "samples": [row.number for row in inside.samples],
        "totals": _sums(inside.sums),
    }


def _car(fit: CarFit) -> dict[str, object]:
    """As `pack` says it; ``basis`` is what the litres are those of."""
    return {
        **fit.car.as_data(),
        "basis": fit.basis,
        "way_out": [asdict(out) for out in fit.way_out],
        "way_out_suffices": fit.way_out_suffices,
    }


def _budget(manifest: Manifest) -> dict[str, object] | None:
    """None where the trip has none."""
    if manifest.budget_fen is None:
        return None
    return {
        "budget_fen": manifest.budget_fen,
        "spent_fen": manifest.spent_fen,
        "over_fen": manifest.over_budget_fen,
    }


def _contact(contact: Contact) -> dict[str, object]:
    return {
        "supplier": contact.supplier.name,
        "contact": contact.supplier.contact,
        "phone": contact.supplier.phone,
        "wechat": contact.supplier.wechat,
        "stalls": [{"code": code, "address": where.canonical()} for code, where in contact.stalls],
        "samples": list(contact.samples),
    }
