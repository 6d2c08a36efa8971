# Everything here works with Python 3.11 or newer, pip and make alone. `make demo` and `make test` are the two commands.
PYTHON ?= python3
VENV   := .venv
BIN    := $(VENV)/bin
STAMP  := $(VENV)/.installed
OUT    ?= demo

.PHONY: demo test lint check docs clean

demo: $(STAMP)   ## the whole story on demonstration data: plan, walk, log, print
	$(BIN)/yiwutrip demo --out $(OUT)

test: lint check   ## all that CI does

lint: $(STAMP)   ## style, types, and which room may import which
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

check: $(STAMP)   ## the tests with branch coverage
	$(BIN)/python -m pytest -n auto --cov --cov-report=term --cov-report=xml:.coverage.xml

docs: $(STAMP)   ## write docs/cli.md from the code
	$(BIN)/python scripts/make_cli_docs.py

clean:   ## take away what was made
	rm -rf $(VENV) $(OUT) .mypy_cache .ruff_cache .pytest_cache .import_linter_cache .coverage*

$(STAMP): pyproject.toml constraints.txt
	$(PYTHON) -c 'import sys; sys.exit("yiwutrip needs Python 3.11 or newer; try: make PYTHON=python3.12" if sys.version_info < (3, 11) else 0)'
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --constraint constraints.txt --editable ".[dev]"
	@touch $(STAMP)
