"""The market's time."""

from __future__ import annotations

from zoneinfo import ZoneInfo

MARKET_ZONE = ZoneInfo("Asia/Shanghai")
"""What every time on screen and on paper is in; the store keeps UTC."""
