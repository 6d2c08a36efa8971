"""What holds for every command: help, shared options, languages, complaints, exit codes."""

import os
import subprocess
import sys
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest
import typer
from typer.core import TyperGroup

import yiwutrip
from yiwutrip.cli import app as program
from yiwutrip.cli.app import COMMANDS, root_command
from yiwutrip.cli.command import OurCommand, SharedOption
from yiwutrip.domain.words import Lang
from yiwutrip.render.words import CatalogueWords

SOURCE = Path(yiwutrip.__file__).parent.parent
HEAVY = {"rich", "pydantic", "sqlmodel", "sqlalchemy", "numpy", "numba", "geopy", "jinja2", "PIL", "alembic"}


def _all_commands() -> list[tuple[str, Any]]:
    found: list[tuple[str, Any]] = []
    root = root_command()
    for name in COMMANDS:
        command = root.load(name)
        found.append((name, command))
        if isinstance(command, TyperGroup):
            found.extend((f"{name} {verb}", one) for verb, one in command.commands.items())
    return found


def _process(*words: str, **environment: str) -> subprocess.CompletedProcess[bytes]:
    env = {**os.environ, "PYTHONPATH": str(SOURCE), **environment}
    return subprocess.run([sys.executable, "-m", "yiwutrip", *words], capture_output=True, env=env, check=False)


@pytest.mark.parametrize("module", sorted(set(COMMANDS.values())))
def test_every_lazy_path_leads_to_an_app(module: str) -> None:
    assert isinstance(import_module(module).app, typer.Typer)


@pytest.mark.parametrize("lang", list(Lang))
def test_every_command_and_option_has_help_in_both_languages(lang: Lang) -> None:
    words = CatalogueWords(lang)

    missing = [name for name, command in _all_commands() if not words.has(command.help)]
    missing += [
        f"{name} {param.name}"
        for name, command in _all_commands()
        for param in command.params
        if not words.has(param.help or "-")
    ]

    assert missing == []


def test_every_command_takes_the_shared_options() -> None:
    for name, command in _all_commands():
        shared = {param.name for param in command.params if isinstance(param, SharedOption)}
        assert shared == {"db", "lang", "json", "quiet"}, name


def test_a_verb_is_ours() -> None:
    # A verb registered without `verb()` would complain in English.
    assert [n for n, command in _all_commands() if not isinstance(command, TyperGroup | OurCommand)] == []


def test_shared_options_stand_before_the_noun_and_after_the_verb(cli: Any) -> None:
    before = cli("--db", "x.db", "--json", "db", "path")
    after = cli("db", "path", "--json", "--db=x.db")

    assert before == after
    assert before.data == {"database": "x.db"}


def test_the_option_nearest_to_the_verb_counts(cli: Any) -> None:
    assert cli("--db", "far.db", "db", "path", "--db", "near.db").out == "near.db\n"


@pytest.mark.parametrize(
    ("words", "code", "similar"),
    [
        (["dbb"], "no-such-command", ["db"]),
        (["db", "pth"], "no-such-command", ["path"]),
        (["db", "path", "--jsn"], "no-such-option", ["--json"]),
        (["db", "path", "more", "words"], "extra-arguments", None),
        (["db", "path", "--db"], "option-needs-value", None),
        (["db", "path", "--quiet=yes"], "option-without-value", None),
        (["--lang", "fr", "db", "path"], "expects-choice", None),
        (["--json"], "missing-command", None),
    ],
)
def test_a_command_line_that_cannot_mean_anything(
    cli: Any, words: list[str], code: str, similar: list[str] | None
) -> None:
    said = cli("--json", *words)

    assert said.code == 2
    assert said.envelope["error"]["code"] == code
    assert said.envelope["error"].get("similar") == similar
    assert "data" not in said.envelope


def test_an_error_is_told_on_stderr_in_the_users_language(cli: Any) -> None:
    said = cli("db", "pth", "--lang", "zh")

    assert said.out == ""
    assert said.err == "错误  没有“pth”这个命令。\n\n是不是：\n  path\n\n代码  no-such-command\n"


def test_the_environment_names_the_language_and_the_line_overrules_it(
    cli: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("YIWUTRIP_LANG", "zh")

    assert cli("--help").out.startswith("用法")
    assert cli("--help", "--lang", "en").out.startswith("Usage")


@pytest.mark.parametrize(("locale", "start"), [("zh_CN.UTF-8", "用法"), ("de_DE.UTF-8", "Usage"), ("C.UTF-8", "Usage")])
def test_else_the_locale_decides(cli: Any, monkeypatch: pytest.MonkeyPatch, locale: str, start: str) -> None:
    monkeypatch.delenv("YIWUTRIP_LANG")
    for variable in ("LC_ALL", "LC_MESSAGES", "LANGUAGE"):
        monkeypatch.delenv(variable, raising=False)
    monkeypatch.setenv("LANG", locale)

    assert cli("--help").out.startswith(start)


def test_a_language_in_the_environment_that_there_is_not(cli: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("YIWUTRIP_LANG", "klingon")

    assert cli("db", "path").code == 2


def test_help_reads_nothing_heavy() -> None:
    code = "import sys; from yiwutrip.cli.app import run; run(['--help']); print(*sys.modules, file=sys.stderr)"
    env = {**os.environ, "PYTHONPATH": str(SOURCE)}
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, env=env, check=True)

    read = {name.partition(".")[0] for name in done.stderr.decode().split()}

    assert read & HEAVY == set()
    assert "typer" in read


def test_ctrl_c_ends_with_130_and_a_sentence(cli: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(program, "_invoke", _raise(KeyboardInterrupt()))

    said = cli("db", "path")

    assert said.code == 130
    assert said.err.startswith("Error  Stopped.")


def test_an_unexpected_exception_is_a_sentence_and_a_log_file(
    cli: Any, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path))
    monkeypatch.setattr(program, "_invoke", _raise(ZeroDivisionError("of the day")))

    said = cli("db", "path", "--json")

    assert said.code == 1
    assert said.envelope["error"]["code"] == "internal"
    assert "Traceback" not in said.out + said.err
    if sys.platform == "linux":
        assert "of the day" in (tmp_path / "yiwutrip" / "log" / "yiwutrip-error.log").read_text(encoding="utf-8")


@pytest.mark.skipif(sys.platform != "linux", reason="the log folder and the modes are Linux's")
def test_the_log_of_faults_is_its_owners_and_does_not_grow_for_ever(
    cli: Any, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path))
    monkeypatch.setattr(program, "_invoke", _raise(ZeroDivisionError("of the day")))
    log = tmp_path / "yiwutrip" / "log" / "yiwutrip-error.log"
    log.parent.mkdir(parents=True)
    log.write_text("x" * 1_000_001, encoding="ascii")

    cli("db", "path")

    assert log.stat().st_mode & 0o777 == 0o600
    assert "of the day" in log.read_text(encoding="utf-8")
    assert log.stat().st_size < 100_000


def _raise(error: BaseException) -> Any:
    def fail(*_: object) -> None:
        raise error

    return fail


@pytest.mark.parametrize("encoding", ["gbk", "ascii", "utf-8"])
def test_output_goes_into_a_pipe_of_any_encoding(encoding: str) -> None:
    done = _process("--help", "--lang", "zh", PYTHONIOENCODING=encoding)

    assert done.returncode == 0
    assert done.stderr == b""
    if encoding != "ascii":
        assert "用法" in done.stdout.decode(encoding)


@pytest.mark.parametrize(
    "setting",
    [{"TERM": "dumb"}, {"YIWUTRIP_ASCII": "1"}, {"PYTHONIOENCODING": "ascii"}, {"PYTHONIOENCODING": "latin-1"}],
)
def test_lines_are_drawn_in_ascii_where_they_must_or_shall_be(setting: dict[str, str], tmp_path: Path) -> None:
    env = {"YIWUTRIP_DB": str(tmp_path / "trip.db"), "YIWUTRIP_LANG": "en", "PYTHONUTF8": "1", **setting}
    assert _process("sample", "add", "D2-3F-16213", "cup", "--new-stall", **env).returncode == 0
    done = _process("sample", "list", **env)

    assert (done.returncode, done.stderr) == (0, b"")
    assert b"---" in done.stdout
    assert b"?" not in done.stdout
    # Money keeps its sign where there is one.
    assert done.stdout.decode(setting.get("PYTHONIOENCODING", "utf-8")).replace("¥", "").isascii()


def test_json_is_whole_in_a_pipe_that_is_not_utf_8() -> None:
    done = _process("db", "path", "--json", "--db", "样品.db", PYTHONIOENCODING="ascii", PYTHONUTF8="1")

    assert b"\\u6837\\u54c1.db" in done.stdout


def test_a_reader_that_leaves_early_hears_no_complaint() -> None:
    env = {**os.environ, "PYTHONPATH": str(SOURCE)}
    with subprocess.Popen(
        [sys.executable, "-m", "yiwutrip", "--help"], stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=env
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.close()
        complaint = process.stderr.read()

    assert complaint == b""
    assert process.returncode == 0


def test_version(cli: Any) -> None:
    assert cli("--version").out == f"yiwutrip {yiwutrip.__version__}\n"


def test_the_version_is_the_packages() -> None:
    pyproject = (SOURCE.parent / "pyproject.toml").read_text(encoding="utf-8")

    assert f'version = "{yiwutrip.__version__}"' in pyproject
