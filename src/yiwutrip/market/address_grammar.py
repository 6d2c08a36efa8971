"""The grammar of addresses: which patterns say which part, in the order in which they are tried."""

from __future__ import annotations

from yiwutrip.domain.tokens import Grammar
from yiwutrip.market.address_part_rules import GATES, PARTS
from yiwutrip.market.address_place_rules import DISTRICTS, PLACES

GRAMMAR = Grammar((*PLACES, *DISTRICTS, *GATES, *PARTS))
