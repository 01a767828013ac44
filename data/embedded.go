package data

import (
	"embed"
	"io/fs"
)

// The cases that come with the program, each in a folder of its name. Their data are under the Open Government
// Licence; see the datapackage.json of each.
//
//go:embed cases
var embedded embed.FS

// CaseNames lists the cases that come with the program, sorted.
func CaseNames() []string {
	entries, err := embedded.ReadDir("cases")
	if err != nil {
		panic(err) // the folder is part of the program
	}
	names := make([]string, len(entries))
	for i, e := range entries {
		names[i] = e.Name()
	}
	return names
}

func embeddedCase(name string) fs.FS {
	sub, err := fs.Sub(embedded, "cases/"+name)
	if err != nil {
		panic(err)
	}
	return sub
}
