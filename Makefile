# CX Game. Every target sets itself up: git, make and Python 3.11 or newer (with venv) are enough.
#
#   make play PYTHON=/path/to/python    names the Python to use
#   make play ARGS="demo --seed 7"      gives the game something to do
#   make test TESTS=tests/rules         runs part of the tests

PYTHON ?=
ARGS ?=
TESTS ?=
JOBS ?= auto

VENV := .venv
PY := $(VENV)/bin/python
# Quiet: what pip has to say on a good day is where it downloads from.
PIP := $(PY) -m pip --quiet --disable-pip-version-check

export PYTHON

.DEFAULT_GOAL := help
.NOTPARALLEL:
.SUFFIXES:
.PHONY: help play test bench shots pictures lint goldens catalogues sounds pins wheel clean

# An environment whose Python has gone (an update, a moved folder) counts as none.
ifneq ($(wildcard $(VENV)/.ready-*),)
$(shell $(PY) -c '' 2>/dev/null || rm -f $(VENV)/.ready-*)
endif

help:
	@echo 'make play        open the game; with no display, play the demo off-screen'
	@echo 'make test        run all tests'
	@echo 'make lint        style, types and floors'
	@echo 'make bench       measure what has to hold, into build/bench.json'
	@echo 'make shots       a picture of every screen, into build/shots'
	@echo 'make pictures    make the pictures of README.md anew'
	@echo 'make goldens     make the golden sessions and pictures anew'
	@echo 'make catalogues  gather and compile the translations'
	@echo 'make sounds      make the sounds anew'
	@echo 'make pins        write constraints.txt from what is installed'
	@echo 'make wheel       build the packages, into dist'
	@echo 'make clean       remove what was built'

# One stamp for each size of set-up; it is old when what it was made from has changed.
# A room has no network: whoever plays gets the console, the sheets and the printing as well.
$(VENV)/.ready-play: EXTRAS := [all]
$(VENV)/.ready-dev: EXTRAS := [dev]
$(VENV)/.ready-bench: EXTRAS := [bench]
$(VENV)/.ready-play $(VENV)/.ready-dev $(VENV)/.ready-bench: pyproject.toml constraints.txt
	@$(PY) -c '' 2>/dev/null || sh tools/venv.sh $(VENV)
	@echo 'Setting up (once; a minute or so, with a network).'
	@$(PIP) install -c constraints.txt hatchling 'setuptools>=70.1'
	@$(PIP) install -c constraints.txt --no-build-isolation -e '.$(EXTRAS)'
	@touch $@

play: $(VENV)/.ready-play
	@case "$$(uname -s)" in Darwin|MINGW*|MSYS*|CYGWIN*) display=yes ;; \
	*) display="$${DISPLAY:-}$${WAYLAND_DISPLAY:-}" ;; esac; \
	if [ -n "$$display$(ARGS)" ]; then exec $(PY) -m game $(ARGS); fi; \
	echo 'There is no display here: the demo plays off-screen instead.'; \
	SDL_VIDEODRIVER=dummy SDL_AUDIODRIVER=dummy \
	$(PY) -m game demo --fast --out build/demo && \
	echo 'In build/demo: a picture of each screen, the log demo.cxsession, standings.json.'

# Tests of one xdist_group share a worker, so that what they build is built once.
test: $(VENV)/.ready-dev
	@$(PY) -m pytest -q -n $(JOBS) --dist loadgroup $(TESTS)

bench: $(VENV)/.ready-bench
	@$(PY) -m benchmarks

shots: $(VENV)/.ready-play
	@$(PY) -m game.app.shots --out build/shots

pictures: $(VENV)/.ready-play
	@$(PY) -m game.app.shots --readme docs/pictures

lint: $(VENV)/.ready-dev
	@$(PY) -m ruff check .
	@$(PY) -m ruff format --check .
	@$(PY) -m mypy --strict
	@$(VENV)/bin/lint-imports

goldens: $(VENV)/.ready-dev
	@$(PY) -m tests.goldens

catalogues: $(VENV)/.ready-dev
	@$(PY) -m tools.catalogues

sounds: $(VENV)/.ready-dev
	@$(PY) -m tools.make_sounds

# The pins are those of this environment, so it needs everything.
pins: $(VENV)/.ready-dev $(VENV)/.ready-bench
	@$(PY) -m tools.pins

wheel: $(VENV)/.ready-dev
	@$(PY) -m hatchling build -d dist

clean:
	@rm -rf build dist .pytest_cache .mypy_cache .ruff_cache .hypothesis .import_linter_cache
	@find . -name __pycache__ -type d -not -path './$(VENV)/*' -prune -exec rm -rf {} +
