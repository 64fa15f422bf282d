# Every command makes its own environment first (tools/bootstrap.sh), which costs a few
# milliseconds once it is there.  PYTHON=/path/to/python names the Python to make it with, and
# DEVICE=gpu takes an environment for NVIDIA's GPUs (5 GiB).

.DEFAULT_GOAL := help
.PHONY: help setup grade doctor watch class hint reset submit test lint course catalogs bench lock clean

SUBMISSION ?= exercises

comma := ,

# Each in a folder of its own: to go from one to the other downloads nothing.
VENV = .venv$(if $(filter gpu,$(DEVICE)),-gpu)

# Values reach the shell through the environment, as they are: a path may hold spaces, quotes and
# dollar signs.  ARGS alone is the shell's to split: ARGS='--json "my report.json"'.
override DEVICE := $(value DEVICE)
override SUBMISSION := $(value SUBMISSION)
override SUBMISSIONS := $(value SUBMISSIONS)

# These count where they were typed: in a shell's environment such names are somebody else's, as
# NAME is in WSL's, where it is the computer's.
typed = $(if $(filter command,$(firstword $(origin $(1)))),$(value $(1)))
override EX := $(subst $(comma), ,$(call typed,EX))
override SEED := $(call typed,SEED)
override NAME := $(call typed,NAME)
export DEVICE SUBMISSION SUBMISSIONS EX SEED NAME

# Either would lead .venv's Python to packages that are not its own.
unexport PYTHONPATH PYTHONHOME

# What a command cannot do without: $(call given,NAME,what it names,an example)
given = @[ -n "$$$(1)" ] || { echo 'name $(2), as in make $(3)' >&2; exit 2; }

help: ## Show this list
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "make %-8s %s\n", $$1, $$2 }' Makefile

setup:
	@tools/bootstrap.sh

grade: setup ## Grade exercises/, or SUBMISSION=path; EX="softmax sgd" for some, SEED=1, ARGS=...
	@set --; for name in $$EX; do set -- "$$@" --exercise "$$name"; done; \
	$(VENV)/bin/grader grade "$$@" $${SEED:+--seed "$$SEED"} $(ARGS) -- "$$SUBMISSION"

watch: setup ## Grade what is saved, as soon as it is saved; EX="softmax sgd" for some, ARGS=...
	@set --; for name in $$EX; do set -- "$$@" --exercise "$$name"; done; \
	$(VENV)/bin/grader watch "$$@" $(ARGS) -- "$$SUBMISSION"

hint: setup ## Give a hint on one exercise, the next each time: EX=softmax
	$(call given,EX,an exercise,hint EX=softmax)
	@for name in $$EX; do \
	$(VENV)/bin/grader hint --submission "$$SUBMISSION" $(ARGS) -- "$$name" || exit; done

reset: setup ## Put the stub of one exercise back and keep the work beside it: EX=softmax
	$(call given,EX,an exercise,reset EX=softmax)
	@for name in $$EX; do $(VENV)/bin/grader reset $(ARGS) -- "$$name" "$$SUBMISSION" || exit; done

submit: setup ## Pack exercises/ into NAME.zip, to be handed in: NAME=ada
	@$(VENV)/bin/grader submit $${NAME:+--name "$$NAME"} $(ARGS) -- "$$SUBMISSION"

class: setup ## Grade everybody in SUBMISSIONS=folder; EX="softmax sgd" for some, ARGS=...
	$(call given,SUBMISSIONS,the folder of a class,class SUBMISSIONS=folder)
	@set --; for name in $$EX; do set -- "$$@" --exercise "$$name"; done; \
	$(VENV)/bin/grader class grade "$$@" $${SEED:+--seed "$$SEED"} $(ARGS) -- "$$SUBMISSIONS"

doctor: setup ## Say what this machine lacks for grading, and what to do; DEVICE=gpu for a GPU
	@$(VENV)/bin/grader doctor $(ARGS)

test: setup ## Run the grader's own tests; ARGS='-k softmax' for some
	@$(VENV)/bin/python -m pytest -n logical --dist worksteal $(ARGS)

lint: setup ## Check style, types and the course
	@$(VENV)/bin/ruff check; found=$$?; \
	$(VENV)/bin/ruff format --check || found=$$?; \
	$(VENV)/bin/mypy || found=$$?; \
	if ! command -v shellcheck >/dev/null; \
	then echo "shellcheck is not installed: the shell scripts were not checked"; \
	else shellcheck tools/*.sh .ci/run grader/gradescope/container/* || found=$$?; fi; \
	$(VENV)/bin/grader course lint && exit $$found

course: setup ## Write exercises/ and notebooks from solutions/; edited ones stay (ARGS=--force: not)
	@$(VENV)/bin/grader course stubs $(ARGS)

catalogs: setup ## Bring the translations' .po files up to date, and say what is not translated
	@$(VENV)/bin/python -m tools.catalogs; own=$$?; $(VENV)/bin/grader course catalogs $(ARGS) && exit $$own

bench: setup ## Measure what grading costs, beside other graders; ARGS=--quick or --full
	@$(VENV)/bin/python -m benchmarks $(ARGS)

lock: ## Write requirements.lock anew from pyproject.toml; ARGS=--upgrade for new versions
	@tools/lock.sh $(ARGS)

clean: ## Remove the environment, reports and caches
	@rm -rf .venv .venv-gpu .venv.lock report build *.egg-info .pytest_cache .mypy_cache .ruff_cache .hypothesis
	@find . -name __pycache__ -type d -prune -exec rm -rf {} +
