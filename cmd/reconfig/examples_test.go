package main

import (
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"reconfig/cmd/reconfig/report"
	"reconfig/data/results"
	"reconfig/model/modeltest"
	"reconfig/model/result"
)

// languages are those of the scripts in examples/.
var languages = []struct {
	name, program string
	has           []string // arguments under which the program says whether it has what the script needs
	script        string
	packages      string // of Debian, which have it
}{
	{"R", "Rscript", []string{"--version"}, "read_results.R", "r-base-core"},
	{"Python with pandas", "python3", hasInPython("pandas")[1:], "read_results.py", "python3-pandas"},
}

// TestResultsAreReadElsewhere runs the scripts of examples/ that read results in other languages, where these are installed,
// and the lines of docs/reading.md, and holds what they print against what was written.
func TestResultsAreReadElsewhere(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "results")
	typed(t, "run", "--case", "england-icb-2025", "--draws", strconv.Itoa(modeltest.ShortOrLong(50, 500)), "--no-figures", "--quiet", "--out", dir)
	written, err := results.Read(dir)
	if err != nil {
		t.Fatal(err)
	}
	for _, language := range languages {
		t.Run(language.name, func(t *testing.T) {
			program, ok := found(append([]string{language.program}, language.has...))
			if !ok {
				t.Skip(missing(language.program))
			}
			out, err := exec.Command(program, filepath.Join("..", "..", "examples", language.script), dir).CombinedOutput()
			if err != nil {
				t.Fatalf("%v\n%s", err, out)
			}
			for _, line := range savingLines(written) {
				if !strings.Contains(strings.ReplaceAll(squeezed(string(out)), " -0.0", " 0.0"), line) { // pandas keeps the sign of what rounds to 0
					t.Errorf("no line %q in\n%s", line, out)
				}
			}
		})
	}
	t.Run("reading page", readingPage)
}

// The script in Python says what it lacks, with no trace of its calls: pandas, or the folder.
func TestTheExampleInPythonSaysWhatItLacks(t *testing.T) {
	python, ok := found([]string{"python3", "--version"})
	if !ok {
		t.Skip(missing("python3"))
	}
	script := filepath.Join("..", "..", "examples", "read_results.py")
	for want, pandas := range map[string]string{
		"This example needs pandas: ":                    "raise ImportError",
		"nowhere holds no outcomes.csv: give the folder": "",
	} {
		dir := t.TempDir()
		if err := os.WriteFile(filepath.Join(dir, "pandas.py"), []byte(pandas), 0o644); err != nil {
			t.Fatal(err)
		}
		command := exec.Command(python, script, "nowhere")
		command.Env = append(os.Environ(), "PYTHONPATH="+dir)
		out, err := command.CombinedOutput()
		if err == nil || !strings.HasPrefix(string(out), want) || strings.Count(string(out), "\n") != 1 {
			t.Errorf("error %v, want %q in\n%s", err, want, out)
		}
	}
}

// savingLines are a line for each structure: its name, and the mean, 5th and 95th percentile of its lasting saving in
// millions.
func savingLines(r *results.Folder) (lines []string) {
	for _, row := range r.Outcomes {
		if row.Statistic != result.Mean {
			continue
		}
		line := row.Name
		for _, statistic := range []string{result.Mean, result.P05, result.P95} {
			for _, other := range r.Outcomes {
				if other.Structure == row.Structure && other.Statistic == statistic {
					line += " " + strings.ReplaceAll(report.Decimal(other.Values[result.SteadySaving]/1000, 1), "−", "-")
				}
			}
		}
		lines = append(lines, line)
	}
	return lines
}

// squeezed has every run of blanks as one.
func squeezed(text string) string { return strings.Join(strings.Fields(text), " ") }
