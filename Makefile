# Two commands set everything up on a machine with Python 3.11 and make: `make demo` and `make test`.

PYTHON ?= $(shell command -v python3.11 2>/dev/null || command -v python3)
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip install --quiet --disable-pip-version-check
# The systems that the package is compared with have licenses of their own and stay apart from it.
BASELINES := .venv-baselines
SAMPLES := $(wildcard corpus/samples/zh/*.txt)
EXTRA ?= test
PYTEST_ARGS ?=

.DEFAULT_GOAL := help
.PHONY: help demo test check format lint types contracts benchmark figures corpus docs docs-serve clean

help: ## show what can be made
	@grep -E '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):.*## /\1\t/' | expand -t 12

demo: $(VENV)/.package ## extract the sample plans: the task table here, the JSON under out/
	@mkdir -p out
	@for plan in $(SAMPLES); do \
		json="out/$$(basename "$$plan" .txt).json"; \
		$(BIN)/policy-nlp extract "$$plan" -o "$$json" && \
		$(BIN)/policy-nlp extract "$$plan" -f table && \
		printf '\n%s -> %s (%s bytes)\n' "$$plan" "$$json" "$$(wc -c < "$$json" | tr -d ' ')" || exit $$?; \
	done

test: $(VENV)/.test ## run all tests
	$(BIN)/python -m pytest $(PYTEST_ARGS)

check: format lint types contracts ## format, lint, types, import contracts, tests
	$(BIN)/python -m pytest $(PYTEST_ARGS)

format: $(VENV)/.dev
	$(BIN)/ruff format --check

lint: $(VENV)/.dev
	$(BIN)/ruff check

types: $(VENV)/.dev
	$(BIN)/mypy --strict

contracts: $(VENV)/.dev
	$(BIN)/lint-imports

benchmark: $(VENV)/.package ## time extraction beside jieba and spaCy on the sample plans
	$(BIN)/python evaluation/benchmark.py $(wildcard corpus/samples/*/*.txt)

figures: $(BASELINES)/.installed ## measure every published figure, beside other systems, into evaluation/FIGURES.md
	$(BASELINES)/bin/python -m evaluation.figures -o evaluation/FIGURES.md

corpus: $(VENV)/.package ## check the plans of the corpus and build their texts, gold files and manifest
	$(BIN)/python -m corpus.build

docs: $(VENV)/.docs ## build the documentation in both languages into out/site
	$(BIN)/mkdocs build --strict

docs-serve: $(VENV)/.docs ## show the documentation while it is written
	$(BIN)/mkdocs serve

clean: ## remove what was built
	rm -rf $(VENV) $(BASELINES) out .mypy_cache .ruff_cache .pytest_cache .hypothesis

$(BIN)/python:
	$(PYTHON) -m venv $(VENV)

$(VENV)/.package: pyproject.toml | $(BIN)/python
	$(PIP) --editable .
	@touch $@

$(VENV)/.docs: pyproject.toml | $(BIN)/python
	$(PIP) --editable '.[docs]'
	@touch $@ $(VENV)/.package

$(VENV)/.test: pyproject.toml | $(BIN)/python
	$(PIP) --editable '.[$(EXTRA)]'
	@touch $@ $(VENV)/.package

$(VENV)/.dev: pyproject.toml | $(BIN)/python
	$(PIP) --editable '.[dev]'
	@touch $@ $(VENV)/.test $(VENV)/.package

$(BASELINES)/.installed: pyproject.toml evaluation/baselines/requirements.txt
	$(PYTHON) -m venv $(BASELINES)
	$(BASELINES)/bin/python -m pip install --quiet --disable-pip-version-check --editable '.[spacy]' \
		-r evaluation/baselines/requirements.txt
	@touch $@
