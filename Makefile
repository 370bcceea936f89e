# `make run` starts Privacy Desk; `make test` passes every check. Both set up all they need.
# What must be on the machine: python3 (3.11 or newer, with venv) and make.
PYTHON ?= python3
VENV   ?= .venv
BIN    := $(VENV)/bin
# Only who learns or weighs has it.
SKLEARN := "scikit-learn>=1.9,<2"
# Two more than there are processors: somebody always waits for a product, a browser or a database.
WORKERS = $$(( 2 + $$(getconf _NPROCESSORS_ONLN) ))
PIP    := $(BIN)/python -m pip --disable-pip-version-check --quiet install --require-hashes

.DEFAULT_GOAL := help
.PHONY: help run demo test collected search check fmt bench train numbers breaches sides measure apart wording lock clean

help: ## this list
	@grep -hE '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 10

$(VENV)/python: ## (a virtual environment of its own)
	@echo "Setting up $(VENV) ..."
	@$(PYTHON) -c 'import sys; sys.version_info >= (3, 11) or sys.exit("Privacy Desk needs Python 3.11 or newer; this is " + sys.version.split()[0] + ". Say make PYTHON=/path/to/python3.11 ...")'
	@$(PYTHON) -m venv $(VENV)
	@touch $@

$(VENV)/run.stamp: requirements.lock $(VENV)/python
	@echo "Installing what Privacy Desk runs on ..."
	@$(PIP) -r requirements.lock
	@touch $@

$(VENV)/dev.stamp: requirements-dev.lock $(VENV)/run.stamp
	@echo "Installing what its checks need ..."
	@$(PIP) -r requirements-dev.lock
	@touch $@

run: $(VENV)/run.stamp ## start Privacy Desk on this machine and print its address
	@$(BIN)/python app.py serve

demo: $(VENV)/run.stamp ## play one forwarded mail through to its overdue nudge
	@$(BIN)/python app.py demo

test: $(VENV)/dev.stamp ## every check: style, types, import contracts, tests
	@$(MAKE) --no-print-directory -j2 check collected
	@PYTHONDONTWRITEBYTECODE= $(BIN)/python -m pytest -n $(WORKERS) --dist loadgroup

# The tests' bytecode, made beside the other checks: else each of their processes makes all of it
collected: $(VENV)/dev.stamp
	@PYTHONDONTWRITEBYTECODE= $(BIN)/python -m pytest --collect-only -qq >/dev/null 2>&1 || true

search: $(VENV)/dev.stamp ## look for inputs that break a property, at random and for long; not part of the checks
	@$(BIN)/python -m pytest -n auto -m hypothesis --hypothesis-profile=search

check: $(VENV)/dev.stamp ## style, types and import contracts only
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/mypy
	@$(BIN)/lint-imports --no-cache

fmt: $(VENV)/dev.stamp ## put the code into its usual form
	@$(BIN)/ruff check --fix .
	@$(BIN)/ruff format .

bench: $(VENV)/dev.stamp ## the benchmarks, as ratios against a baseline of the same run
	@$(BIN)/python -m tests.benchmarks

train: $(VENV)/run.stamp ## learn the weights of the reading from the phrase book again (needs scikit-learn and torch)
	@$(BIN)/python -m pip --disable-pip-version-check --quiet install $(SKLEARN) "torch>=2.10,<3"
	@$(BIN)/python -m bot.understanding.training
	@$(BIN)/python -m bot.understanding.training.numbers
	@$(BIN)/python -m bot.understanding.training.breaches
	@$(BIN)/python -m bot.understanding.training.sides
	@$(BIN)/python -m bot.understanding.training.measure

numbers: $(VENV)/run.stamp ## learn only what the numbers in messages are: half a minute (needs scikit-learn)
	@$(BIN)/python -m pip --disable-pip-version-check --quiet install $(SKLEARN)
	@$(BIN)/python -m bot.understanding.training.numbers

breaches: $(VENV)/run.stamp ## learn only what says that data may be in the wrong hands: three minutes (needs scikit-learn)
	@$(BIN)/python -m pip --disable-pip-version-check --quiet install $(SKLEARN)
	@$(BIN)/python -m bot.understanding.training.breaches

sides: $(VENV)/run.stamp ## learn only what colleagues write beside handing over: a minute (needs scikit-learn)
	@$(BIN)/python -m pip --disable-pip-version-check --quiet install $(SKLEARN)
	@$(BIN)/python -m bot.understanding.training.sides

measure: $(VENV)/run.stamp ## how well it reads the unseen lines
	@$(BIN)/python -m bot.understanding.training.measure

apart: $(VENV)/run.stamp ## the same, each writer's with weights that were not drawn towards them (needs scikit-learn)
	@$(BIN)/python -m pip --disable-pip-version-check --quiet install $(SKLEARN)
	@$(BIN)/python -m bot.understanding.training.measure apart
	@$(BIN)/python -m bot.understanding.training.numbers apart
	@$(BIN)/python -m bot.understanding.training.breaches apart
	@$(BIN)/python -m bot.understanding.training.sides apart

wording: $(VENV)/dev.stamp ## collect new texts into the catalogues, and say what is untranslated
	@$(BIN)/python -m bot.locale

lock: ## renew both lock files from pyproject.toml
	@$(PYTHON) -m venv $(VENV)-lock && $(VENV)-lock/bin/python -m pip --quiet install uv
	@$(VENV)-lock/bin/uv pip compile -q --upgrade --universal --python-version 3.11 --generate-hashes --no-header --no-emit-index-url pyproject.toml -o requirements.lock
	@$(VENV)-lock/bin/uv pip compile -q --upgrade --universal --python-version 3.11 --generate-hashes --no-header --no-emit-index-url pyproject.toml --group dev -c requirements.lock -o requirements-dev.lock
	@rm -rf $(VENV)-lock

clean: ## remove the virtual environment and caches (data/ stays)
	rm -rf $(VENV) .mypy_cache .ruff_cache .hypothesis
	find . -name __pycache__ -type d -prune -exec rm -rf {} +
