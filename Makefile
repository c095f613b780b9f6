# Everything a person or CI runs. Only Python >= 3.11 and make are needed; the rest comes from requirements.lock.
PYTHON ?= python3
BIN := .venv/bin
STAMP := .venv/.installed
ARGS ?=
export PATH := $(CURDIR)/$(BIN):$(PATH)

.PHONY: learn test dark lint clean hygiene solutions exercises fresh untouched lessons check bench bench-startup bench-reader bench-shop bench-interviewer bench-grading bench-widgets equivalence soak data lock outputs model themes meeting

learn: $(STAMP)            ## open the course in JupyterLab; ARGS="--no-browser --port 8899" passes through
	@$(BIN)/emptychair learn $(ARGS)

test: $(STAMP)             ## all tests, in two processes, the browser in the light theme; ARGS="-k star" passes through
	@EMPTYCHAIR_LOOK=light $(BIN)/python -m pytest -n 2 --dist loadfile $(ARGS)

dark: $(STAMP)             ## the browser tests again, in the dark and in a narrow window
	@EMPTYCHAIR_LOOK=dark $(BIN)/python -m pytest -n 2 --dist loadfile tests/browser -k dark

lint: $(STAMP)             ## style and types
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/mypy

clean: $(STAMP)            ## rewrite notebooks as the hygiene rules ask
	@$(BIN)/emptychair clean

hygiene: $(STAMP)          ## only check them
	@$(BIN)/emptychair clean --check

outputs: $(STAMP)          ## run every lesson again and keep what it shows
	@$(BIN)/jupyter nbconvert --log-level WARN --to notebook --inplace --execute \
	    --ExecutePreprocessor.store_widget_state=False --ExecutePreprocessor.record_timing=False lessons/*.ipynb
	@$(BIN)/emptychair clean

exercises: $(STAMP)        ## make exercises/ from solutions/
	@$(BIN)/emptychair release

data: $(STAMP)             ## simulate the shop again: data/shop, data/truth, data/datapackage.json
	@$(BIN)/python -m emptychair.shop data

fresh: $(STAMP)            ## is exercises/ what solutions/ makes, and data/ what the simulator makes?
	@$(BIN)/emptychair release --check
	@$(BIN)/python -m emptychair.shop data --check

solutions: $(STAMP)        ## every solution scores full points
	@$(BIN)/emptychair check --only solutions

untouched: $(STAMP)        ## every untouched exercise scores 0 and says so
	@$(BIN)/emptychair check --only untouched

lessons: $(STAMP)          ## every lesson reproduces its committed outputs, twice, with other hash seeds
	@PYTHONHASHSEED=1 $(BIN)/python -m pytest --nbval lessons -p no:cacheprovider -q -o addopts=
	@PYTHONHASHSEED=2 $(BIN)/python -m pytest --nbval lessons -p no:cacheprovider -q -o addopts=

check: lint test dark hygiene solutions fresh untouched lessons   ## what CI asks

bench: bench-startup bench-reader bench-shop bench-interviewer bench-grading bench-widgets   ## every published figure

bench-reader: $(STAMP)     ## agreement, attacks, latency of the reader; about fifteen minutes
	@OMP_NUM_THREADS=1 OPENBLAS_NUM_THREADS=1 $(BIN)/python benchmarks/reader.py

bench-interviewer: $(STAMP)
	@$(BIN)/python benchmarks/interviewer.py

bench-shop: $(STAMP)       ## what the shop promises, measured; about five minutes
	@$(BIN)/python benchmarks/shop.py

bench-widgets: $(STAMP)    ## how long a learner waits for a widget, in a browser
	@$(BIN)/python benchmarks/widgets.py

bench-startup: $(STAMP)
	@$(BIN)/python benchmarks/startup.py

bench-grading: $(STAMP)    ## grading against stock nbgrader, a thousand submissions, a cluster; about ten minutes, best on an idle machine
	@{ $(BIN)/python benchmarks/grading.py && $(BIN)/python benchmarks/grading_scale.py; } > benchmarks/grading.md.part
	@mv benchmarks/grading.md.part benchmarks/grading.md

equivalence: $(STAMP)      ## what stock nbgrader gives for the honest notebooks of tests/grading/equivalence
	@PYTHONPATH=tests $(BIN)/python -m grading.equivalence.stock

soak: $(STAMP)             ## kill -9 at 240 random moments of grading, then resume: the same gradebook every time; about ten minutes
	@$(BIN)/python benchmarks/soak.py > benchmarks/soak.md.part
	@mv benchmarks/soak.md.part benchmarks/soak.md

model: $(STAMP)            ## train the sentence model, the levels and the interviewer's looks from data/corpus
	@OMP_NUM_THREADS=1 OPENBLAS_NUM_THREADS=1 $(BIN)/python training/star.py  # one thread: sums in one order
	@OMP_NUM_THREADS=1 OPENBLAS_NUM_THREADS=1 $(BIN)/python training/star_probes.py

themes: $(STAMP)           ## name the themes of 4,000 reviews again: data/themes.csv
	@$(BIN)/python training/themes.py

meeting: $(STAMP)          ## run the shop under everything that EmptyChair lets one decide: data/meeting_runs.csv
	@$(BIN)/python training/meeting.py

lock: $(STAMP)             ## pin every dependency again
	@$(BIN)/uv pip compile --quiet --universal --generate-hashes --no-emit-index-url --no-header --no-annotate \
	    --python-version 3.11 --extra dev -o requirements.lock pyproject.toml

# --require-hashes: nothing is installed that the lock does not name. The project itself is linked, not copied.
$(STAMP): requirements.lock pyproject.toml
	@test -x $(BIN)/python || $(PYTHON) -m venv .venv
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	@touch $@
