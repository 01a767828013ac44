package modeltest

import (
	"flag"
	"os"

	_ "pgregory.net/rapid" // its flags are there before init sets one
)

// longVariable asks for the long tests where it is "1".
const longVariable = "RECONFIG_LONG"

// Long says whether the long tests are asked for: all sizes, all corruptions, the commands of all pages.
func Long() bool { return os.Getenv(longVariable) == "1" }

// ShortOrLong is a number of draws, seeds or samples: the short one, or the long one where the long tests are asked for.
func ShortOrLong(short, long int) int {
	if Long() {
		return long
	}
	return short
}

// init lets properties be checked on fewer random inputs where the long tests are not asked for; -rapid.checks overrides it.
func init() {
	if !Long() {
		if err := flag.Set("rapid.checks", "20"); err != nil {
			panic(err)
		}
	}
}

// Some are the first of the items and every so-many-th from there on; all, where the long tests are asked for.
func Some[Item any](all []Item, every int) []Item {
	if Long() {
		return all
	}
	var some []Item
	for i := 0; i < len(all); i += every {
		some = append(some, all[i])
	}
	return some
}
