package data_test

import (
	"errors"
	"path/filepath"
	"testing"

	"reconfig/data"
)

// A distribution that an assumption cannot have stands in a line of a file, or in a row of a sheet.
func TestDistributionProblemNamesItsPosition(t *testing.T) {
	dir := copyLondon(t)
	book := copyWorkbook(t, "london-2010")
	for name, want := range map[string]string{
		"london-2010": `assumptions.csv:2: column distribution: "pert": expected a distribution that the numbers can have: too steep`,
		dir:           filepath.Join(dir, "assumptions.csv") + `:2: column distribution: "pert": expected a distribution that the numbers can have: too steep`,
		book:          book + `, sheet assumptions, row 2: column distribution: "pert": expected a distribution that the numbers can have: too steep`,
	} {
		c, err := data.OpenCase(name)
		if err != nil {
			t.Fatal(err)
		}
		i, _ := c.AssumptionIndex("baseline.scale")
		if got := c.DistributionProblem(c.Assumptions[i], errors.New("too steep")).String(); got != want {
			t.Errorf("%s, want %s", got, want)
		}
	}
}
