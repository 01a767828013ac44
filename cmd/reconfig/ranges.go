package main

import (
	"strconv"
	"strings"

	"reconfig/sim/design/mapping"
)

// between is what stands between the ends of a range.
const between = ".."

// ends are the texts of the two ends of a range; one alone stands for both.
func ends(text string) (least, most string) {
	least, most, isRange := strings.Cut(text, between)
	if !isRange {
		return text, text
	}
	return strings.TrimSpace(least), strings.TrimSpace(most)
}

// numberRange reads a range of whole numbers from 1: 6, 4..8, 4.. or ..8. An end that is left out is 0, and so is an empty text.
func numberRange(flag, text string) (r mapping.Range, err error) {
	if text == "" {
		return r, nil
	}
	least, most := ends(text)
	for _, end := range []struct {
		text string
		into *int
	}{{least, &r.Least}, {most, &r.Most}} {
		if end.text == "" {
			continue
		}
		if *end.into, err = strconv.Atoi(end.text); err != nil || *end.into < 1 {
			return r, usagef("%s %s: expected a number from 1, or a range as 4..8", flag, text)
		}
	}
	if least == "" && most == "" || r.Most > 0 && r.Least > r.Most {
		return r, usagef("%s %s: expected a range from the least to the most, as 4..8", flag, text)
	}
	return r, nil
}

// amountRange reads a range of amounts: 0.7m..2m, 500k.. or ..2m. An end that is left out is 0.
func amountRange(flag, text string) (r [2]float64, err error) {
	if text == "" {
		return r, nil
	}
	least, most := ends(text)
	for i, end := range []string{least, most} {
		if end == "" {
			continue
		}
		if r[i], err = amount(flag, end); err != nil {
			return r, err
		}
	}
	if least == "" && most == "" || most != "" && (r[1] == 0 || r[0] > r[1]) {
		return r, usagef("%s %s: expected a range from the least to the most above 0, as 0.7m..2m", flag, text)
	}
	return r, nil
}

// suffixes are how many of one an amount may be given in.
var suffixes = []struct {
	text  string
	times float64
}{{"bn", 1e9}, {"m", 1e6}, {"k", 1e3}}

// amount reads an amount that is not below 0: 2m, 0.7m, 500k, 1.5.
func amount(flag, text string) (float64, error) {
	number, times := strings.TrimSpace(text), 1.0
	for _, s := range suffixes {
		if before, ok := strings.CutSuffix(strings.ToLower(number), s.text); ok {
			number, times = strings.TrimSpace(before), s.times
			break
		}
	}
	v, err := strconv.ParseFloat(number, 64)
	if err != nil || !(v >= 0 && v*times <= 1e15) {
		return 0, usagef("%s %s: expected an amount, as 2m, 500k or 1.5", flag, text)
	}
	return v * times, nil
}
