# make run, make test: both set up everything they need first (Python >= 3.11 is all they ask for).
PYTHON ?= python3
BIN := .venv/bin

.PHONY: run setup test check bench soak lock format

run: setup
	@$(BIN)/kamerbot run

setup: .venv/.ready

test: .venv/.ready-dev
	$(BIN)/python -m pytest -n 2 --dist worksteal $(PYTEST_OPTIONS)

check: .venv/.ready-dev
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/lint-imports
	$(BIN)/mypy

format: .venv/.ready-dev
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

# BENCH="webhook start" measures those parts alone.
bench: .venv/.ready-dev .venv-bench/.ready
	$(BIN)/python -m bench $(BENCH)

# Rounds of faults on real processes, on either database. A run is repeated with the seed that it printed: make soak SOAK_OPTIONS="--seed 7"
soak: .venv/.ready-dev
	$(BIN)/python -m tests.soak --database sqlite $(SOAK_OPTIONS)
	$(BIN)/python -m tests.soak --database postgres $(SOAK_OPTIONS)

# pip compiles to byte code as it installs, so that the first start is as quick as the second.
.venv/.ready: requirements.lock pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Kamerbot needs Python 3.11 or newer; name one with: make PYTHON=python3.12 ...")'
	test -x $(BIN)/python || $(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --require-hashes -r requirements.lock
	$(BIN)/python -m pip install --quiet --no-deps --no-build-isolation --editable .
	$(BIN)/python -m compileall -q bot handlers storage scheduler language reports
	touch $@

.venv/.ready-dev: .venv/.ready requirements-dev.lock
	$(BIN)/python -m pip install --quiet --require-hashes -r requirements-dev.lock
	touch $@

# The bots that Kamerbot is measured against, in an environment of their own: they want other versions than we do.
.venv-bench/.ready: bench/baselines/requirements.lock
	test -x .venv-bench/bin/python || $(PYTHON) -m venv .venv-bench
	.venv-bench/bin/python -m pip install --quiet --require-hashes -r bench/baselines/requirements.lock
	touch $@

# Writes the lock files anew from pyproject.toml. The tests run on what is installed to serve, so the first binds the second.
lock:
	$(PYTHON) -m venv .venv-lock
	.venv-lock/bin/python -m pip install --quiet uv
	.venv-lock/bin/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header --output-file requirements.lock pyproject.toml
	.venv-lock/bin/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header --extra dev --constraint requirements.lock --output-file requirements-dev.lock pyproject.toml
	.venv-lock/bin/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header --output-file bench/baselines/requirements.lock bench/baselines/requirements.in
	rm -rf .venv-lock
