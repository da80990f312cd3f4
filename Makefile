# claimx: `make extract` and `make test` do all the set-up themselves.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready
SHARED ?= ../shared
OUT ?= out
# your own papers in corpus/papers, else the samples that come along
PAPERS ?= $(if $(wildcard corpus/papers/*.pdf corpus/papers/*.txt corpus/papers/*.md),corpus/papers,$(wildcard corpus/samples/*.txt))
GOLD := basit-2024-nmds terrorism-monitor-20-03 ali-2024-isk

.PHONY: extract test check lint score delta gains docs fuzz bench model calibrate clean

extract: $(READY)
	@mkdir -p $(OUT)
	$(BIN)/claimx extract $(PAPERS) --manifest corpus/corpus.toml -o $(OUT)/ledger.jsonl --run-record $(OUT)/run.json
	@$(BIN)/claimx show $(OUT)/ledger.jsonl | head -n 40
	@echo "the ledger: $(OUT)/ledger.jsonl"

test: $(READY)
	$(BIN)/python -m pytest

$(READY): pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "claimx needs Python 3.11 or newer; set PYTHON=python3.11" >&2; exit 1; }
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -e '.[dev]'
	@touch $(READY)

lint: $(READY)
	$(BIN)/ruff check claimx tests

check: lint test

# how good: per kind and slot, against the gold papers; with the calibration table
score: $(READY)
	$(BIN)/python tests/tools/score_papers.py $(SHARED)

# only what differs from gold, for a person to read
delta: $(READY)
	$(BIN)/python tests/tools/score_papers.py $(SHARED) --delta

# this tree against the last commit, on every paper: gained, lost, time
gains: $(READY)
	$(BIN)/python tests/tools/gains.py $(SHARED)

# the command reference in README.md, from --help
docs: $(READY)
	$(BIN)/python tests/tools/docs.py

fuzz: $(READY)
	$(BIN)/python tests/tools/fuzz.py

bench: $(READY)
	$(BIN)/python tests/tools/bench.py $(SHARED)

# the confidence table, each rule's precision on gold papers
calibrate: $(READY)
	$(BIN)/python tests/tools/calibrate.py $(SHARED)

# retrain the pipeline: make model CORPORA=path/to/training-data
model: $(READY)
	$(BIN)/python claimx/model/train.py $(CORPORA)

clean:
	rm -rf $(VENV) $(OUT) build *.egg-info .pytest_cache .ruff_cache
