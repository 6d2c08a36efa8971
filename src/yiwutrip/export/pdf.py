"""A page to PDF through a browser that is installed anyway: Chrome, Edge or Chromium."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from yiwutrip.domain.errors import MissingProgramError, TripError

if TYPE_CHECKING:
    from collections.abc import Iterator

# A manifest of 3,000 samples takes half a minute on a slow laptop.
PATIENCE_S = 180
ON_PATH = (
    "google-chrome",
    "google-chrome-stable",
    "chrome",
    "chromium",
    "chromium-browser",
    "microsoft-edge",
    "microsoft-edge-stable",
    "msedge",
)
ON_MACOS = (
    "Google Chrome.app/Contents/MacOS/Google Chrome",
    "Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
    "Chromium.app/Contents/MacOS/Chromium",
)
ON_WINDOWS = (
    "Google/Chrome/Application/chrome.exe",
    "Microsoft/Edge/Application/msedge.exe",
    "Chromium/Application/chrome.exe",
)


def find_browser() -> str:
    """
    The program to print with; the environment's ``YIWUTRIP_BROWSER`` comes first.

    Raises:
        MissingProgramError: ``no-browser``.

    """
    for place in _places():
        if place.is_file():
            return str(place)
    raise MissingProgramError("no-browser")


def print_pdf(page: bytes, browser: str | None = None) -> bytes:
    """
    Print a self-contained HTML page on paper that the page itself asks for (``@page``), without the browser's own head.

    Script is not wanted and the network is not touched: the page has neither, and names are resolved to nowhere.

    Raises:
        MissingProgramError: ``no-browser``.
        TripError: ``pdf-failed``; ``why`` is what the browser said last, or why there is no room for its work.

    """
    program = browser or find_browser()
    try:
        # Edge and Chrome may still write into the profile while it is being cleared away.
        with tempfile.TemporaryDirectory(prefix="yiwutrip-", ignore_cleanup_errors=True) as folder:
            return _print(page, program, Path(folder))
    except OSError as fault:
        raise TripError("pdf-failed", program=program, why=f"{fault.strerror}: {tempfile.gettempdir()}") from fault


def _print(page: bytes, program: str, folder: Path) -> bytes:
    source, target = folder / "page.html", folder / "page.pdf"
    source.write_bytes(page)
    said = _run([program, *_options(folder / "profile"), f"--print-to-pdf={target}", source.as_uri()])
    content = target.read_bytes() if target.is_file() else b""
    # A disk that filled up on the way leaves the beginning of one (ISO 32000-1, 7.5.5).
    if not content.rstrip().endswith(b"%%EOF"):
        raise TripError("pdf-failed", program=program, why=said)
    return content


def _options(profile: Path) -> list[str]:
    options = [
        "--headless",
        "--disable-gpu",
        "--disable-extensions",
        "--disable-background-networking",
        "--host-resolver-rules=MAP * ~NOTFOUND",
        "--no-first-run",
        "--no-pdf-header-footer",
        f"--user-data-dir={profile}",
    ]
    # As root (a container) Chromium starts only without its sandbox; the page is our own and has no script.
    return [*options, "--no-sandbox"] if hasattr(os, "geteuid") and os.geteuid() == 0 else options


def _run(command: list[str]) -> str:
    try:
        done = subprocess.run(command, capture_output=True, check=False, timeout=PATIENCE_S)  # noqa: S603 - a browser that was found, our own arguments
    except (OSError, subprocess.TimeoutExpired) as fault:
        raise TripError("pdf-failed", program=command[0], why=str(fault)) from fault
    lines = done.stderr.decode("utf-8", errors="replace").strip().splitlines()
    return lines[-1] if lines else f"exit {done.returncode}"


def _places() -> Iterator[Path]:
    named = os.environ.get("YIWUTRIP_BROWSER")
    if named:
        yield Path(shutil.which(named) or named)
    for name in ON_PATH:
        found = shutil.which(name)
        if found:
            yield Path(found)
    if sys.platform == "darwin":
        for folder in (Path("/Applications"), Path.home() / "Applications"):
            yield from (folder / app for app in ON_MACOS)
    if sys.platform == "win32":
        for variable in ("PROGRAMFILES", "PROGRAMFILES(X86)", "LOCALAPPDATA"):
            root = os.environ.get(variable)
            if root:
                yield from (Path(root) / app for app in ON_WINDOWS)
