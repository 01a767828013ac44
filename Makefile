# make run does the main job, make test passes all tests. Both need Go and make, nothing else.

VERSION := $(shell sed -n 's/^\#\# \([0-9][0-9.]*\).*/\1/p' CHANGELOG.md | head -n 1)
COMMIT  := $(shell git rev-parse --short HEAD 2>/dev/null)
LDFLAGS := -s -w -X main.programVersion=$(VERSION) -X main.programCommit=$(COMMIT)
LINT    := go tool -modfile=tools.mod golangci-lint

.PHONY: build run test quality bench fuzz docs lint clean

build: ## the program: ./reconfig
	CGO_ENABLED=0 go build -trimpath -ldflags '$(LDFLAGS)' -o reconfig ./cmd/reconfig

run: build ## London, nine structures: a table, and out/london-2010 with CSV files and figures
	./reconfig run

test: ## all tests
	go test -timeout 30m ./...

quality: ## draws of every case held against random ones over 400 seeds, which takes hours
	go test ./sim/uncertain ./sim/ensemble -run 'NoWorseThanRandom$$' -quality 400 -timeout 0 -v

bench: ## how fast the engine is, and how its cost grows
	go test -run '^$$' -bench . -benchmem ./...

# for each target
FUZZTIME ?= 10s

fuzz: ## every reader of files and what it feeds, FUZZTIME for each of its targets; before, all corruptions of the cases
	go test ./data -run TestCorruptions -corruptions
	for p in ./data ./data/newcase ./data/results ./data/plans ./data/table ./model ./sim/analysis ./sim/ensemble ./sim/uncertain; do for f in $$(go test $$p -list '^Fuzz' | grep '^Fuzz'); do \
		go test $$p -run '^$$' -fuzz "^$$f\$$" -fuzztime $(FUZZTIME) -fuzzminimizetime 100x || exit 1; done; done

docs: ## the parts of docs/ that are made from the case and the program
	go test ./cmd/reconfig -run 'TestGeneratedDocs|TestDecisionPage|TestICBPage|TestBacktestPage' -update

lint: ## vet, formatting and lint
	go vet ./...
	test -z "$$(gofmt -l .)" || { gofmt -l .; exit 1; }
	$(LINT) run ./...

clean:
	rm -rf reconfig out
