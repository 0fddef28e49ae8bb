# Two commands do everything: `make run` opens the reader on the bundled example, `make test` runs all tests offscreen.
# Both set up what is missing first. PYTHON=… chooses the interpreter (3.11, 3.12 or 3.13), VENV=… the environment's folder.
VENV ?= .venv
PYTHON ?=
BIN := $(VENV)/bin
# One process per core, four at most: a worker with its reading process takes up to a gigabyte. WORKERS= runs them in one.
WORKERS ?= --numprocesses auto --maxprocesses 4 --dist loadfile

.PHONY: run test pythons lint setup bench clean

run: $(VENV)/.run
	$(BIN)/sourcetint example

test: $(VENV)/.dev
	QT_QPA_PLATFORM=offscreen $(BIN)/python -m pytest $(WORKERS) $(ARGS)

# The tests under every supported Python on the path, each in an environment of its own.
pythons:
	@for python in $$(.ci/find-python --all); do \
		echo "== $$($$python --version)"; $(MAKE) test VENV=$(VENV)-$$python PYTHON=$$python || exit 1; \
	done

lint: $(VENV)/.dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

bench: $(VENV)/.dev
	QT_QPA_PLATFORM=offscreen $(BIN)/python -m tests.bench $(ARGS)

setup: $(VENV)/.dev

$(VENV)/bin/python:
	@.ci/system-libraries
	@.ci/make-environment "$(VENV)" "$(PYTHON)"

$(VENV)/.run: pyproject.toml | $(VENV)/bin/python
	$(BIN)/python -m pip install --quiet --editable .
	@touch $@

$(VENV)/.dev: pyproject.toml | $(VENV)/bin/python
	$(BIN)/python -m pip install --quiet --editable '.[dev]'
	@touch $(VENV)/.run $@

clean:
	rm -rf $(VENV) build dist *.egg-info .pytest_cache .mypy_cache .ruff_cache
