"""
A real Chromium, spoken to over a pipe in the DevTools protocol: pages as a phone or a printer lays them out.

A window of headless Chromium is never narrower than 500 pixels; a phone's width is emulated instead. Scripts of the
page itself are off, as on a phone that opens a file; what measures it runs beside it.
"""

import json
import os
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import Any, Self

NAMES = ("chromium", "google-chrome", "chromium-browser", "microsoft-edge")


class Browser:
    """One running browser; each page is opened in a tab of its own."""

    def __init__(self, program: str, folder: Path) -> None:
        to_browser, self._write = os.pipe()
        self._read, from_browser = os.pipe()
        options = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run"]
        options += ["--remote-debugging-pipe", "--hide-scrollbars", f"--user-data-dir={folder / 'profile'}"]
        # The protocol reads on descriptor 3 and writes on 4.
        script = f'exec 3<&{to_browser} 4>&{from_browser}; exec "$@"'
        command = ["bash", "-c", script, "browser", program, *options, "about:blank"]
        self._process = subprocess.Popen(command, pass_fds=(to_browser, from_browser), stderr=subprocess.DEVNULL)
        os.close(to_browser)
        os.close(from_browser)
        self._rest, self._number = b"", 0

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, fault: BaseException | None, at: TracebackType | None) -> None:
        os.close(self._write)
        os.close(self._read)
        self._process.terminate()
        self._process.wait(timeout=30)

    def ask(self, method: str, session: str = "", **params: object) -> dict[str, Any]:
        """One call of the protocol and its answer; events between are passed over."""
        self._number += 1
        message: dict[str, object] = {"id": self._number, "method": method, "params": params}
        if session:
            message["sessionId"] = session
        os.write(self._write, json.dumps(message).encode() + b"\0")
        while True:
            answer = self._next()
            if answer.get("id") == self._number:
                assert "error" not in answer, answer
                result: dict[str, Any] = answer["result"]
                return result

    def _next(self) -> dict[str, Any]:
        while b"\0" not in self._rest:
            got = os.read(self._read, 1 << 20)
            assert got, "the browser has gone"
            self._rest += got
        line, _, self._rest = self._rest.partition(b"\0")
        answer: dict[str, Any] = json.loads(line)
        return answer

    @contextmanager
    def page(self, source: Path, width: int, *, paper: bool = False, height: int = 844) -> Iterator["Page"]:
        """A page as a phone of that width shows it, or as the printer lays it out."""
        target = self.ask("Target.createTarget", url="about:blank")["targetId"]
        session = self.ask("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        screen = {"width": width, "height": height, "deviceScaleFactor": 2, "mobile": not paper}
        self.ask("Emulation.setDeviceMetricsOverride", session, **screen)
        self.ask("Emulation.setScriptExecutionDisabled", session, value=True)
        if paper:
            self.ask("Emulation.setEmulatedMedia", session, media="print")
        self.ask("Page.navigate", session, url=source.as_uri())
        shown = Page(self, session)
        while shown.run("document.readyState") != "complete" or shown.run("location.href") == "about:blank":
            pass
        yield shown
        self.ask("Target.closeTarget", targetId=target)


class Page:
    """A page that is open."""

    def __init__(self, browser: Browser, session: str) -> None:
        self._browser, self._session = browser, session

    def run(self, expression: str) -> Any:
        """What a JavaScript expression is worth in the page."""
        answer = self._browser.ask("Runtime.evaluate", self._session, expression=expression, returnByValue=True)
        assert "exceptionDetails" not in answer, answer
        return answer["result"].get("value")
