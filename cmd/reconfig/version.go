package main

// Set by the Makefile, from the changelog's version and the commit that is built.
var (
	programVersion = "development"
	programCommit  = ""
)

func version() string {
	if programCommit == "" {
		return programVersion
	}
	return programVersion + " (" + programCommit + ")"
}
