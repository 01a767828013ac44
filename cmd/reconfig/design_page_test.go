package main

import "testing"

// TestDesignPageSaysWhatItsCommandsFind holds what docs/design.md says against the tables of its commands, and the figures
// that it shows against those drawn from them.
func TestDesignPageSaysWhatItsCommandsFind(t *testing.T) {
	p := readPage(t, "docs/design.md")
	var commands [][]string
	for _, line := range commandsIn(t, p.name) {
		commands = append(commands, append(wordsOf(line), "--no-figures", "--quiet"))
	}
	p.typed(commands...)
}
