// Package data reads and writes cases, as folders of CSV files or as workbooks, and holds those that come with the
// program. Result folders, sweeps and plans are in packages below it. It knows nothing of how a figure is computed.
//
// OpenCase reads and checks a case: one that comes with the program, a folder or a workbook. WriteCase and CopyCase
// write one, CheckCase checks one in memory, and UpgradeCase brings one up to this edition of the model. What is wrong with
// a case is an error of type Problems.
package data

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"reconfig/data/folder"
	"reconfig/data/table"
	"reconfig/model"
)

// Problem is one thing wrong in a file.
type Problem = table.Problem

// Problems is the error of every reader here: everything that is wrong with what was read.
type Problems = table.Problems

// Case is a case as it was read, with what its provenance is stated by.
type Case struct {
	*model.Case
	Embedded bool              // one of those that come with the program
	Warnings []string          // what is odd but does no harm
	Hashes   map[string]string // SHA-256 of each file read, in hexadecimal

	assumptions map[string]Problem // where the distribution of each stands, by its name
}

// OpenCase reads a case: one that comes with the program by its name, any folder or workbook by its path. A
// case that is not valid gives a Problems error with everything that is wrong with it.
func OpenCase(nameOrDir string) (*Case, error) {
	s, err := openSource(nameOrDir)
	if err != nil {
		return nil, err
	}
	defer s.close()
	c, err := readCase(s)
	if c != nil {
		c.Embedded = slices.Contains(CaseNames(), nameOrDir)
	}
	return c, err
}

// Hash identifies the case's inputs: the SHA-256 of the names and hashes of all its files, in hexadecimal.
func (c *Case) Hash() string { return HashOf(c.Hashes) }

// HashOf is the hash of a case whose files have these hashes, by name.
func HashOf(files map[string]string) string {
	var b strings.Builder
	for _, file := range slices.Sorted(maps.Keys(files)) {
		fmt.Fprintf(&b, "%s %s\n", files[file], file)
	}
	return folder.Hash([]byte(b.String()))
}

// DistributionProblem is the problem that an assumption cannot have its distribution, which only whoever fits it can
// tell.
func (c *Case) DistributionProblem(a model.Assumption, reason error) Problem {
	p := c.assumptions[a.Name]
	p.Code = model.OutOfRange
	p.Value = a.Distribution
	p.Expected = "a distribution that the numbers can have: " + reason.Error()
	p.Mend = "change low and high, or choose pert, which any low, central and high can have"
	return p
}

// UnknownCaseError says that a name is neither an embedded case nor a folder or workbook.
type UnknownCaseError struct{ Name string }

func (e *UnknownCaseError) Error() string {
	return fmt.Sprintf("there is no case, folder or workbook %q; the cases are %s", e.Name, strings.Join(CaseNames(), ", "))
}
