package main

// reader is a program for which docs/reading.md has lines to type.
type reader struct {
	heading string   // over its lines
	has     []string // command that ends well where all that the lines need is installed
	install string
	run     []string // command that takes the lines as its last argument
	asks    string   // lines after those of the page, which print the facts; empty if the page's own lines print them
	slow    bool     // whether it takes most of a second to start, and is left to the long tests
}

const (
	rAsks = `
p <- outcomes$structure_payback_years
p <- p[!is.na(p)]
cat("facts:", sum(p == Inf), format(max(p[is.finite(p)]), digits = 15), format(max(outcomes$structure_npv_k, na.rm = TRUE), digits = 17),
    years$financial_year[1], sum(bodies$on_target), sort(unique(bodies$code), method = "radix"), sort(unique(bodies$sector), method = "radix"), "\n")`
	pythonAsks = `
p = outcomes["structure_payback_years"].dropna()
print("facts:", (p == float("inf")).sum(), float(p[p < float("inf")].max()), float(outcomes["structure_npv_k"].max()),
      years["financial_year"][0], bodies["on_target"].sum(), *sorted(set(bodies["code"])), *sorted(set(bodies["sector"])))`
	duckAsks = `
SELECT concat_ws(' ', 'facts:', (SELECT count(*) FROM outcomes WHERE isinf(structure_payback_years)),
  (SELECT max(structure_payback_years) FROM outcomes WHERE isfinite(structure_payback_years)),
  (SELECT max(structure_npv_k) FROM outcomes), (SELECT first(financial_year) FROM years),
  (SELECT count(*) FROM bodies WHERE on_target), (SELECT string_agg(DISTINCT code, ' ' ORDER BY code) FROM bodies),
  (SELECT string_agg(DISTINCT sector, ' ' ORDER BY sector) FROM bodies));`
	// DuckDB comes to Node as a package, which runs all statements and gives the rows of the last.
	duckInNode = `
const { DuckDBInstance } = require("@duckdb/node-api");
DuckDBInstance.create(":memory:").then(d => d.connect()).then(c => c.runAndReadAll(process.argv[1])).then(r => console.log(r.getRows()[0][0]));`
	polarsAsks = `
const p = outcomes.getColumn("structure_payback_years").toArray().filter(x => x !== null);
const set = name => [...new Set(bodies.getColumn(name).toArray())].sort().join(" ");
console.log("facts:", p.filter(x => x === Infinity).length, Math.max(...p.filter(isFinite)), outcomes.getColumn("structure_npv_k").max(),
  years.getColumn("financial_year").get(0), bodies.getColumn("on_target").toArray().filter(x => x === "yes").length, set("code"), set("sector"));`
	duckAsksOfSweep = `
SELECT concat_ws(' ', 'sweep:', (SELECT count(*) FROM sweep WHERE isinf(structure_payback_years)),
  (SELECT count(*) FROM sweep WHERE structure_payback_years IS NULL), (SELECT max("scale.back-office") FROM sweep),
  (SELECT unit FROM units WHERE name = 'unit:structure_payback_years'));`
	rAsksOfSweep = `
p <- sweep$structure_payback_years
cat("sweep:", sum(p == Inf, na.rm = TRUE), sum(is.na(p)), max(sweep[["scale.back-office"]]), "years\n")`
)

var readers = []reader{
	{"Base R", []string{"Rscript", "--version"}, "apt-get install r-base-core", []string{"Rscript", "-e"}, rAsks, false},
	{"readr", hasInR("readr"), "apt-get install r-cran-readr", []string{"Rscript", "-e"}, rAsks, true},
	{"data.table", hasInR("data.table"), "apt-get install r-cran-data.table", []string{"Rscript", "-e"}, rAsks, true},
	{"readxl", hasInR("readxl"), "apt-get install r-cran-readxl", []string{"Rscript", "-e"}, rAsks, true},
	{"pandas", hasInPython("pandas"), "apt-get install python3-pandas", []string{"python3", "-c"}, pythonAsks, false},
	{"pandas with a workbook", hasInPython("pandas", "openpyxl"), "apt-get install python3-pandas python3-openpyxl", []string{"python3", "-c"}, pythonAsks, true},
	{"DuckDB", []string{"node", "-e", `require.resolve("@duckdb/node-api")`}, "npm install -g @duckdb/node-api; export NODE_PATH=$(npm root -g)", []string{"node", "-e", duckInNode}, duckAsks, false},
	{"polars", []string{"node", "-e", `require("nodejs-polars")`}, "npm install -g nodejs-polars; export NODE_PATH=$(npm root -g)", []string{"node", "-e"}, polarsAsks, true},
	{"A sweep in DuckDB", []string{"node", "-e", `require.resolve("@duckdb/node-api")`}, "npm install -g @duckdb/node-api; export NODE_PATH=$(npm root -g)", []string{"node", "-e", duckInNode}, duckAsksOfSweep, false},
	{"A sweep in R", []string{"Rscript", "--version"}, "apt-get install r-base-core", []string{"Rscript", "-e"}, rAsksOfSweep, true},
	{"A table in R", hasInR("knitr"), "apt-get install r-cran-knitr", []string{"Rscript", "-e"}, "", true},
	{"Miller", []string{"mlr", "--version"}, "apt-get install miller", []string{"sh", "-c"}, "", false},
	{"jq", []string{"jq", "--version"}, "apt-get install jq", []string{"sh", "-c"}, "", false},
}

func hasInR(name string) []string {
	return []string{"Rscript", "-e", `find.package("` + name + `")`}
}

// hasInPython looks for modules without the time that it takes to import them.
func hasInPython(names ...string) []string {
	return append([]string{"python3", "-c", "import importlib.util as u, sys; sys.exit(not all(map(u.find_spec, sys.argv[1:])))"}, names...)
}
