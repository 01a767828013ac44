package report

import "strings"

// CommandLine is a command of this program as it could be typed again.
func CommandLine(args []string) string {
	words := []string{"reconfig"}
	for _, a := range args {
		words = append(words, ShellWord(a))
	}
	return strings.Join(words, " ")
}

// ShellWord is a word of a command as it must be typed.
func ShellWord(word string) string {
	if word == "" || strings.ContainsAny(word, " \t\n'\"\\$&|;<>()*?[]#~`!{}") {
		return "'" + strings.ReplaceAll(word, "'", `'\''`) + "'"
	}
	return word
}
