// Package partitiontest has graphs for tests of partitions: grids, and those of the cases that come with the program.
package partitiontest

import (
	"bytes"
	"encoding/csv"
	"math/bits"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"testing"

	"reconfig/sim/partition"
)

// Grid is a rectangle of vertices, row by row, each joined to those beside, above and below it.
func Grid(rows, columns int) *partition.Graph {
	var edges [][2]int
	for v := range rows * columns {
		if v%columns+1 < columns {
			edges = append(edges, [2]int{v, v + 1})
		}
		if v+columns < rows*columns {
			edges = append(edges, [2]int{v, v + columns})
		}
	}
	return must(partition.NewGraph(rows*columns, edges))
}

// EveryPartition goes through all partitions of up to 64 vertices into groups of the list, the plain way, and tells of
// each which groups it has and what they add up to.
func EveryPartition(n int, groups []partition.Group, tell func(chosen []int, value float64)) {
	byLowest := make([][]int, n)
	for j, g := range groups {
		low := bits.TrailingZeros64(g.Members[0])
		byLowest[low] = append(byLowest[low], j)
	}
	var chosen []int
	var cover func(covered uint64, value float64)
	cover = func(covered uint64, value float64) {
		v := bits.TrailingZeros64(^covered)
		if v == n {
			tell(chosen, value)
			return
		}
		for _, j := range byLowest[v] {
			if s := groups[j].Members[0]; s&covered == 0 {
				chosen = append(chosen, j)
				cover(covered|s, value+groups[j].Value)
				chosen = chosen[:len(chosen)-1]
			}
		}
	}
	cover(0, 0)
}

// Case is the graph of a case's bodies, in the order of its table, with how many people each has.
type Case struct {
	Graph  *partition.Graph
	Codes  []string
	People []float64
}

// Land is the graph of a case that comes with the program, of bodies that are neighbours by land.
func Land(t testing.TB, name string) Case {
	t.Helper()
	var c Case
	bodies := table(t, name, "commissioners.csv")
	people := slices.Index(bodies[0], "population")
	for _, row := range bodies[1:] {
		c.Codes = append(c.Codes, row[0])
		c.People = append(c.People, must(strconv.ParseFloat(row[people], 64)))
	}
	var edges [][2]int
	for _, row := range table(t, name, "neighbours.csv")[1:] {
		if row[2] == "land" {
			edges = append(edges, [2]int{slices.Index(c.Codes, row[0]), slices.Index(c.Codes, row[1])})
		}
	}
	c.Graph = must(partition.NewGraph(len(c.Codes), edges))
	return c
}

// table reads a table of a case from the folder data/cases, wherever below its root the test runs.
func table(t testing.TB, name, file string) [][]string {
	t.Helper()
	root := must(os.Getwd())
	for ; filepath.Dir(root) != root; root = filepath.Dir(root) {
		if _, err := os.Stat(filepath.Join(root, "go.mod")); err == nil {
			break
		}
	}
	text, err := os.ReadFile(filepath.Join(root, "data", "cases", name, file))
	if err != nil {
		t.Fatal(err)
	}
	rows, err := csv.NewReader(bytes.NewReader(text)).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	return rows
}

func must[T any](v T, err error) T {
	if err != nil {
		panic(err)
	}
	return v
}
