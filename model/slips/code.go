package slips

import (
	"fmt"
	"slices"

	"reconfig/model"
)

// missingElsewhere are the words that R (NA) and pandas (all of them) read as a missing value by default.
var missingElsewhere = []string{"NA", "N/A", "#NA", "#N/A", "<NA>", "NULL", "null", "NaN", "nan", "-NaN", "-nan", "n/a", "None", "1.#IND", "-1.#IND", "1.#QNAN", "-1.#QNAN"}

// slipsOfCodes finds codes that other programs read as missing values, for each table once.
func slipsOfCodes(c *model.Case) []Slip {
	commissioners, functions := Slip{Table: "commissioners"}, Slip{Table: "functions"}
	arrangements, structures := Slip{Table: "arrangements"}, Slip{Table: "structures"}
	for i, x := range c.Commissioners {
		commissioners.addCode(i, x.Code)
	}
	for i, x := range c.Functions {
		functions.addCode(i, x.Code)
	}
	for i, x := range c.Arrangements {
		arrangements.addCode(i, x.Code)
	}
	for i, x := range c.Structures {
		structures.addCode(i, x.Code)
	}
	return []Slip{commissioners, functions, arrangements, structures}
}

func (s *Slip) addCode(row int, code string) {
	if slices.Contains(missingElsewhere, code) {
		s.add(row, fmt.Sprintf("R or pandas read the code %s as a missing value unless told otherwise; choose another, or read results with na.strings = \"\" in R, keep_default_na=False in pandas", code))
	}
}
