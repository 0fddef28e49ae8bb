# Two commands do everything: `make run` opens the reader on the bundled example, `make test` runs all tests offscreen.
# Both set up what is missing first. PYTHON=… chooses the interpreter (3.11 or newer), VENV=… the environment's folder.
VENV ?= .venv
PYTHON ?= $(shell .ci/find-python)
BIN := $(VENV)/bin

.PHONY: run test lint setup bench clean

run: $(VENV)/.run
	$(BIN)/sourcetint example

test: $(VENV)/.dev
	QT_QPA_PLATFORM=offscreen $(BIN)/python -m pytest $(ARGS)

lint: $(VENV)/.dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

bench: $(VENV)/.dev
	QT_QPA_PLATFORM=offscreen $(BIN)/python -m tests.bench

setup: $(VENV)/.dev

$(VENV)/bin/python:
	@.ci/system-libraries
	@test -n "$(PYTHON)" || { echo "SourceTint needs Python 3.11 or newer. On Debian: apt-get install python3 python3-venv" >&2; exit 1; }
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --upgrade pip

$(VENV)/.run: pyproject.toml | $(VENV)/bin/python
	$(BIN)/python -m pip install --quiet --editable .
	@touch $@

$(VENV)/.dev: pyproject.toml | $(VENV)/bin/python
	$(BIN)/python -m pip install --quiet --editable '.[dev]'
	@touch $(VENV)/.run $@

clean:
	rm -rf $(VENV) build dist *.egg-info .pytest_cache .mypy_cache .ruff_cache
