# make run does the main job, make test passes all tests. Both need Go and make, nothing else.

VERSION := $(shell sed -n 's/^\#\# \([0-9][0-9.]*\).*/\1/p' CHANGELOG.md | head -n 1)
COMMIT  := $(shell git rev-parse --short=10 HEAD 2>/dev/null)
LDFLAGS := -s -w -X main.programVersion=$(VERSION) -X main.programCommit=$(COMMIT)
TAGS    := packed,nethttpomithttp2 # browsers speak HTTP/2 only where there is a certificate, and explore has none
LINT    := go tool -modfile=tools.mod golangci-lint

.PHONY: help build packed size release platforms run test kubernetes test-engine test-long quality bench fuzz docs pictures lint third-party vulnerabilities clean

build: packed ## the program: ./reconfig
	CGO_ENABLED=0 go build -tags $(TAGS) -trimpath -ldflags '$(LDFLAGS)' -o reconfig ./cmd/reconfig

packed: # what a report carries for its reader's browser; the tag packed embeds it
	go run ./cmd/reconfig/web/lean

# in bytes: of the program, and of the program without what it carries for browsers
MOST     := 35000000
MOST_OWN := 30500000
CARRIED  := $(addprefix cmd/reconfig/web/packed/,web.wasm.gz wasm_exec.js licences.txt)

size: ## fail if the program that make build has made is larger than it may be
	@all=$$(wc -c <reconfig) own=$$(($$(wc -c <reconfig) - $$(cat $(CARRIED) | wc -c))); \
	echo "the program has $$all bytes, $$own without what it carries for browsers"; \
	test $$all -le $(MOST) && test $$own -le $(MOST_OWN) || { echo "at most $(MOST) and $(MOST_OWN): see “How large is it?” in docs/dependencies.md"; exit 1; }

# what a release is for, the same settings whoever builds it
PLATFORMS := linux-amd64 linux-arm64 windows-amd64 windows-arm64 darwin-amd64 darwin-arm64
RELEASE   := env GOFLAGS= GOAMD64=v1 GOARM64=v8.0 CGO_ENABLED=0

release: packed ## dist/: the program for Linux, Windows and macOS, with checksums; the same commit gives the same bytes
	rm -rf dist
	mkdir dist
	cp LICENSE $(wildcard THIRD_PARTY.md) dist
	for p in $(PLATFORMS); do \
		$(RELEASE) GOOS=$${p%-*} GOARCH=$${p#*-} go build -tags $(TAGS) -trimpath -ldflags '$(LDFLAGS)' \
			-o dist/reconfig-$(VERSION)-$$p$$(case $$p in windows-*) echo .exe;; esac) ./cmd/reconfig || exit 1; done
	cd dist && if command -v sha256sum >/dev/null; then sha256sum *; else shasum -a 256 *; fi >../SHA256SUMS && mv ../SHA256SUMS .

VETTED ?= windows darwin

platforms: ## vet as Windows and macOS compile it
	for system in $(VETTED); do GOOS=$$system CGO_ENABLED=0 go vet ./... || exit 1; done

run: build ## London, nine structures: a table, and out/london-2010 with CSV files and figures
	./reconfig run

# Tests print a line for each package, what fails, and what was skipped for want of what.
SUMMARY := go run .ci/summary.go

test: ## all tests, the long ones at a short size; make lint vets, so that it is not done here too
	GOGC=400 go test -vet=off -json ./... | $(SUMMARY) # short runs need little collecting of memory

# those that share work out between goroutines, and those that use them
RACY := ./cmd/reconfig/draw ./data ./sim/analysis ./sim/decision/... ./sim/discovery ./sim/draws ./sim/ensemble ./sim/parallel ./sim/sensitivity ./sim/sweep

test-engine: ## the tests of the engine and of the methods at full size
	RECONFIG_LONG=1 go test -json -timeout 60m ./sim/... ./model/... | $(SUMMARY)

test-long: ## all tests at full size, all corruptions of cases, the race detector (which needs a C compiler), two minutes of fuzzing
	RECONFIG_LONG=1 go test -json -timeout 60m ./... | $(SUMMARY)
	CGO_ENABLED=1 go test -race -json -timeout 30m $(RACY) | $(SUMMARY)
	$(MAKE) fuzz FUZZTIME=4s
	$(MAKE) platforms

kubernetes: ## the Jobs that sweeps are written into, decoded into Kubernetes' own types, and checked by the rules of its API server
	cd .ci/kubernetes && go test -count=1 ./... # the program is not among what go test looks at

quality: ## draws of every case held against random ones over 400 seeds, which takes hours
	go test ./sim/uncertain ./sim/ensemble -run 'NoWorseThanRandom$$' -quality 400 -timeout 0 -v

bench: ## how fast the engine is, and how its cost grows
	go test -run '^$$' -bench . -benchmem ./...

# for each target
FUZZTIME ?= 10s

fuzz: ## every reader of files and what it feeds, FUZZTIME for each of its targets
	for p in ./data ./data/dialect ./data/newcase ./data/results ./data/plans ./data/table ./data/workbook ./model ./sim/analysis ./sim/analysis/variants ./sim/ensemble ./sim/uncertain; do for f in $$(go test $$p -list '^Fuzz' | grep '^Fuzz'); do \
		go test $$p -run '^$$' -fuzz "^$$f\$$" -fuzztime $(FUZZTIME) -fuzzminimizetime 100x || exit 1; done; done

docs: ## the parts of docs/ that are made from the case and the program, and the tables that tests hold pages against
	go test ./cmd/reconfig -timeout 60m -run 'TestGeneratedDocs|TestDecisionPage|TestDesignPage|TestICBPage|TestBacktestPage|TestTutorial' -update

pictures: build ## the pictures of docs/report.md, taken in Chromium (.ci/browser.sh installs it)
	./reconfig report --quiet --draws 1000 --out out/pictures/london.html
	node .ci/browser/pictures.mjs $$(command -v chromium) out/pictures/london.html docs
	go run .ci/pictures.go docs/report.png docs/report-asked.png docs/report-phone.png

help: ## this list
	@sed -n 's/^\([a-z-]*\):.*## /\1\t/p' Makefile | expand -t 12

lint: ## vet, formatting and lint
	go vet ./...
	GOOS=js GOARCH=wasm go vet -tags minimal ./cmd/reconfig/web
	test -z "$$(gofmt -l .)" || { gofmt -l .; exit 1; }
	$(LINT) run ./...
	linter=$$(go tool -n -modfile=tools.mod golangci-lint) && GOOS=js GOARCH=wasm $$linter run --build-tags minimal ./cmd/reconfig/web

third-party: ## THIRD_PARTY.md, the licences of all that is linked or embedded
	.ci/third-party.sh >THIRD_PARTY.new && mv THIRD_PARTY.new THIRD_PARTY.md

vulnerabilities: ## known weaknesses in what is linked; skipped by name where Go's database cannot be reached
	.ci/vulnerabilities.sh

clean: ## what was built and written
	rm -rf reconfig out dist .lean cmd/reconfig/web/packed/web.wasm.gz cmd/reconfig/web/packed/wasm_exec.js cmd/reconfig/web/packed/licences.txt
