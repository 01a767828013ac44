package data_test

import (
	"errors"
	"fmt"
	"log"
	"os"
	"path/filepath"

	"reconfig/data"
	"reconfig/model"
)

// A case is opened by its name, or by the path of its folder or workbook.
func ExampleOpenCase() {
	c, err := data.OpenCase("london-2010")
	if err != nil {
		log.Fatal(err)
	}
	fmt.Printf("%s: %d %s\n", c.Title, len(c.Commissioners), c.BodyPlural)
	for _, s := range c.Structures {
		fmt.Println(s.Code)
	}
	// Output:
	// London’s 31 PCTs, 2010: 31 PCTs
	// status-quo
	// de-facto-merger
	// hub-and-sectors
	// merger
	// association
	// de-facto-then-merger
	// joint-commissioning
	// joint-management
	// lead-commissioning
}

// What is wrong with a case is an error of problems, each with its position.
func ExampleProblems() {
	dir, err := os.MkdirTemp("", "")
	if err != nil {
		log.Fatal(err)
	}
	defer os.RemoveAll(dir)
	mine := filepath.Join(dir, "mine")
	if err := data.CopyCase("london-2010", mine); err != nil {
		log.Fatal(err)
	}
	structures := []byte("structure,name,description,focus\nstatus-quo,Status quo,,yes\nstatus-quo,Again,,yes\n")
	if err := os.WriteFile(filepath.Join(mine, "structures.csv"), structures, 0o644); err != nil {
		log.Fatal(err)
	}
	_, err = data.OpenCase(mine)
	var problems data.Problems
	if !errors.As(err, &problems) {
		log.Fatal(err)
	}
	for _, p := range problems {
		if p.Code == model.Repeated {
			fmt.Printf("%s, line %d, column %s: expected %s; line %d has %q too\n", filepath.Base(p.File), p.Line, p.Column, p.Expected, p.Earlier, p.Value)
		}
	}
	// Output: structures.csv, line 3, column structure: expected a value of its own; line 2 has "status-quo" too
}
