package slips

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"reconfig/model"
)

// readAsMissing are texts that a reader of CSV takes for no value unless told otherwise: those of pandas' read_csv, to
// which R's read.csv adds none; see docs/reading.md. Case counts.
var readAsMissing = []string{
	"#N/A", "#N/A N/A", "#NA", "-1.#IND", "-1.#QNAN", "-NaN", "-nan", "1.#IND", "1.#QNAN", "<NA>", "N/A", "NA", "NULL", "NaN", "None", "n/a", "nan", "null",
}

// readAsValue are texts that become a truth or a number where a whole column has no other text: in capitals or not.
var readAsValue = []string{"true", "false", "inf", "-inf", "+inf", "infinity", "-infinity"}

// MisreadBy says what other programs take a code or a name for; empty if for itself.
func MisreadBy(text string) string {
	switch {
	case slices.Contains(readAsMissing, text):
		return "a missing value"
	case slices.Contains(readAsValue, strings.ToLower(text)):
		return "a truth or a number"
	}
	return ""
}

// misread finds codes and names that other programs read as something else, table by table.
func misread(c *model.Case) []Slip {
	commissioners, sectors, functions := Slip{Table: "commissioners"}, Slip{Table: "sectors"}, Slip{Table: "functions"}
	arrangements, structures := Slip{Table: "arrangements"}, Slip{Table: "structures"}
	for i, x := range c.Commissioners {
		commissioners.addMisread(i, x.Code, x.Name)
	}
	for i, x := range c.Memberships {
		sectors.addMisread(i, x.Map, x.Sector, x.SectorName, x.Region)
	}
	for i, x := range c.Functions {
		functions.addMisread(i, x.Code, x.Name)
	}
	for i, x := range c.Arrangements {
		arrangements.addMisread(i, x.Code, x.Name)
	}
	for i, x := range c.Structures {
		structures.addMisread(i, x.Code, x.Name)
	}
	return []Slip{commissioners, sectors, functions, arrangements, structures}
}

// addMisread adds the row if one of its texts is read as something else.
func (s *Slip) addMisread(row int, texts ...string) {
	for _, text := range texts {
		if taken := MisreadBy(text); taken != "" {
			s.add(row, fmt.Sprintf("%s is what R or pandas may take for %s; another code or name is safer, or see docs/reading.md", strconv.Quote(text), taken))
			return
		}
	}
}
