package newcase_test

import (
	"fmt"
	"log"
	"os"
	"path/filepath"

	"reconfig/data/newcase"
	"reconfig/data/newcase/bodies"
)

// A table of bodies as people keep it becomes a whole case, which data.WriteCase writes.
func ExampleMake() {
	dir, err := os.MkdirTemp("", "")
	if err != nil {
		log.Fatal(err)
	}
	defer os.RemoveAll(dir)
	file := filepath.Join(dir, "councils.csv")
	table := []byte("Our councils,,\nCouncil,Residents,Corporate cost (£k)\nAyton,\"100,000\",3000\nBeeton,\"250,000\",5000\n")
	if err := os.WriteFile(file, table, 0o644); err != nil {
		log.Fatal(err)
	}
	bodies, err := bodies.Read(file, bodies.Options{})
	if err != nil {
		log.Fatal(err)
	}
	for _, c := range bodies.Columns {
		fmt.Printf("%s is the column %q\n", c.Role, c.Header)
	}
	made, err := newcase.Make(bodies, newcase.Options{BodySingular: "council", BodyPlural: "councils", Reduction: 0.3})
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(made.Title)
	for _, x := range made.Commissioners {
		fmt.Printf("%s: %s, %.0f people, £%.0fk\n", x.Code, x.Name, x.Population, x.ManagementCostK)
	}
	// Output:
	// name is the column "Council"
	// population is the column "Residents"
	// cost is the column "Corporate cost (£k)"
	// 2 councils, from councils.csv
	// ayton: Ayton, 100000 people, £3000k
	// beeton: Beeton, 250000 people, £5000k
}
