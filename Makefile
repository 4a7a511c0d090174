# `make run` sets up and starts dspdesk, `make test` sets up and tests it; `make help` lists the rest.
# Nothing is written outside this folder except system packages, by apt, when some are missing.

SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c
.ONESHELL:
.NOTPARALLEL:
.SUFFIXES:
.DELETE_ON_ERROR:
.DEFAULT_GOAL := help

# May be given on the command line of make; what stands in the environment does not count.
PYTHON := python3
TESTS := tests
ARGS :=
OUT := out
PROCESSES := 4

export PYTHONNOUSERSITE := 1
export PIP_DISABLE_PIP_VERSION_CHECK := 1
export PIP_NO_INPUT := 1
unexport PYTHONHOME PYTHONPATH PYTHONSTARTUP PYTHONDONTWRITEBYTECODE

PIP_INSTALL := .venv/bin/python -m pip install --quiet
ifneq ($(wildcard wheelhouse),)
OFFLINE := --no-index --find-links wheelhouse
endif
ifneq ($(strip $(DISPLAY)$(WAYLAND_DISPLAY)),)
SCREEN := yes
endif

CATALOGUES := resources/catalogues
LANGUAGES := kk ru
# tests/test_catalogues.py reads the next line and asks the same of the sources.
KEYWORDS := _ N_ ngettext:1,2 pgettext:1c,2 translate_in:2 ntranslate_in:2,3
COMPILED := $(patsubst %.po,%.mo,$(wildcard $(CATALOGUES)/*/LC_MESSAGES/dspdesk.po))

# A home of its own for what must leave no trace in the person's and find nothing there:
# no settings, no keyring, no screen, no password set for the day's work.
define private_home
home="$$(mktemp -d)"
trap 'rm -rf "$$home"' EXIT
mkdir -m 700 "$$home/run"
export HOME="$$home" XDG_RUNTIME_DIR="$$home/run" QT_QPA_PLATFORM=offscreen
unset DISPLAY WAYLAND_DISPLAY DBUS_SESSION_BUS_ADDRESS PYTHON_KEYRING_BACKEND
unset XDG_CONFIG_HOME XDG_DATA_HOME XDG_CACHE_HOME XDG_STATE_HOME
unset DSPDESK_PASSWORD DSPDESK_LOGIN DSPDESK_KEY_FILE
endef

##@ Every day
.PHONY: run
run: system setup ## set up and start; without a screen, the tour
ifdef SCREEN
	exec .venv/bin/dspdesk
else
	echo "No screen here (neither DISPLAY nor WAYLAND_DISPLAY is set): the tour of the windows goes to $(OUT)/"
	$(private_home)
	.venv/bin/dspdesk tour $(OUT)/
endif

.PHONY: test
test: system-tests setup-dev ## set up and test; ARGS="-k word", TESTS=tests/law narrow it
	$(private_home)
	# What failed is run once more with the values of its assertions: to have them ready for all costs half a minute.
	tests=(.venv/bin/python -m pytest -m "not long" $(TESTS) --ignore=tests/faults --ignore=tests/benchmarks $(ARGS))
	"$${tests[@]}" -n $(PROCESSES) --assert=plain ||
	    { failed=$$?; [ $$failed -ne 1 ] || "$${tests[@]}" --last-failed || true; exit $$failed; }

.PHONY: check
check: system-tests setup-dev ## lint, formatting, types, architecture, catalogues
	$(private_home)
	.venv/bin/ruff check .
	.venv/bin/ruff format --check .
	.venv/bin/mypy
	.venv/bin/python -m pytest -q $(wildcard tests/test_architecture.py tests/test_completeness.py tests/test_catalogues.py)

.PHONY: tour
tour: system setup ## drive the real windows through a day; screenshots and papers into OUT=out
	$(private_home)
	.venv/bin/dspdesk tour $(OUT)/ $(ARGS)

.PHONY: bench
bench: system-tests setup-dev ## measure what the program promises of its speed
	$(private_home)
	.venv/bin/python -m tests.benchmarks $(ARGS)

.PHONY: faults
faults: system-tests setup-dev ## kills, full disks, damaged files, wild input in thousands: the long tests
	$(private_home)
	.venv/bin/python -m pytest tests/faults $(ARGS)
	HYPOTHESIS=thorough .venv/bin/python -m pytest -n $(PROCESSES) -m "long or hypothesis" tests --ignore=tests/faults --ignore=tests/benchmarks

##@ Set-up
.PHONY: setup
setup: system .venv/.ok .venv/.installed $(COMPILED) ## make .venv/bin/dspdesk and nothing else

.PHONY: setup-dev
setup-dev: system-tests .venv/.ok-dev .venv/.installed $(COMPILED) ## the same with all that tests need

.PHONY: lock
lock: ## write both lock files anew from pyproject.toml (needs uv)
	command -v uv >/dev/null || { echo "make lock needs uv, a developer's tool: pip install uv" >&2; exit 1; }
	compile="uv pip compile --quiet --universal --generate-hashes --python-version 3.11 --no-header pyproject.toml"
	$$compile $(ARGS) -o requirements.lock
	$$compile $(ARGS) --extra dev -o requirements-dev.lock

.PHONY: catalogues
catalogues: setup-dev ## collect the program's texts into both catalogues
	pot="$$(mktemp)"
	trap 'rm -f "$$pot"' EXIT
	.venv/bin/pybabel --quiet extract --no-default-keywords $(addprefix -k ,$(KEYWORDS)) \
	    --add-comments=Translators: --strip-comments --no-location --sort-output --width=100 \
	    --project=dspdesk --version= -o "$$pot" dspdesk
	for language in $(LANGUAGES); do
	    po=$(CATALOGUES)/$$language/LC_MESSAGES/dspdesk.po
	    [ -e "$$po" ] || { mkdir -p "$${po%/*}"; .venv/bin/pybabel --quiet init -i "$$pot" -l $$language -o "$$po"; }
	    .venv/bin/pybabel --quiet update --no-fuzzy-matching --ignore-obsolete --ignore-pot-creation-date \
	        --width=100 -i "$$pot" -l $$language -o "$$po"
	    # No dates and no names in the header: two people's work then merges.
	    sed -i -E '1,/^msgid ""$$/{/^#/d; /^$$/d}
	        /^"(Project-Id-Version|Report-Msgid-Bugs-To|POT-Creation-Date|PO-Revision-Date):/d
	        /^"(Last-Translator|Language-Team|Generated-By):/d; $${/^$$/d}' "$$po"
	    .venv/bin/pybabel compile --statistics -i "$$po" -o "$${po%.po}.mo" -l $$language
	done

.PHONY: clean
clean: ## remove what was made here, but not .venv
	rm -rf out .mypy_cache .ruff_cache .pytest_cache .hypothesis .coverage
	rm -f $(CATALOGUES)/*/LC_MESSAGES/dspdesk.mo
	find dspdesk tests installer -name __pycache__ -type d -prune -exec rm -rf {} +

.PHONY: help
help: ## this list
	awk -F ':.*## ' '/^##@/ { printf "\n%s\n", substr($$0, 5) } /^[a-z-]+:.*## / { printf "  make %-12s %s\n", $$1, $$2 }' \
	    $(firstword $(MAKEFILE_LIST))

# --- what the above stands on ---

# Each run looks again, in a tenth of a second: system packages come and go.
define look_for_libraries
command -v $(PYTHON) >/dev/null || { echo "dspdesk needs Python 3.11 or newer: apt install python3 python3-venv" >&2; exit 1; }
$(PYTHON) -c 'import sys; v = sys.version_info; sys.exit(v < (3, 11) and
"dspdesk needs Python 3.11 or newer, this is %d.%d (%s); make PYTHON=... names another" % (v[0], v[1], sys.executable))'
$(PYTHON) installer/syslibs.py $(if $(wildcard .venv/.place),,--venv) $(1)
endef

.PHONY: system system-tests
system:
	$(look_for_libraries)
system-tests:
	$(call look_for_libraries,--tests)

# The environment belongs to this folder and this Python: a copied or orphaned one is made anew.
HERE := $(CURDIR)
ifneq ($(shell cat .venv/.place 2>/dev/null; .venv/bin/python -c '' 2>/dev/null && echo works),$(HERE) works)
.venv/.place: anew
endif
.PHONY: anew
anew: ;

.venv/.place:
	$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null || { echo "This Python cannot make .venv: apt install python3-venv" >&2; exit 1; }
	if [ -e .venv/.place ] || ! .venv/bin/python -m pip --version >/dev/null 2>&1; then
	    echo "Making .venv with $$($(PYTHON) --version)"
	    $(PYTHON) -m venv --clear .venv
	fi
	echo "$(HERE)" > $@

.venv/.ok: requirements.lock .venv/.place
	echo "Installing the packages of $< into .venv$(if $(OFFLINE), from wheelhouse/,; the first time this fetches some 120 MB)"
	$(PIP_INSTALL) --require-hashes --only-binary :all: $(OFFLINE) -r $<
	touch $@
	echo "Packages installed in $$SECONDS s"

.venv/.ok-dev: requirements-dev.lock .venv/.place
	echo "Installing the packages of $< into .venv$(if $(OFFLINE), from wheelhouse/,; the first time this fetches some 120 MB)"
	$(PIP_INSTALL) --require-hashes --only-binary :all: $(OFFLINE) -r $<
	touch .venv/.ok $@
	echo "Packages installed in $$SECONDS s"

# The command itself; flit_core is one of the packages above, so nothing is fetched.
.venv/.installed: pyproject.toml .venv/.place | .venv/.ok
	$(PIP_INSTALL) --no-index --no-deps --no-build-isolation -e .
	touch $@
	echo "Installed .venv/bin/dspdesk"

%.mo: %.po | .venv/.ok
	.venv/bin/pybabel --quiet compile -i $< -o $@.new
	mv $@.new $@

ifndef VERBOSE
.SILENT:
endif
