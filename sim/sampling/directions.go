package sampling

import (
	_ "embed" // of the direction numbers
	"fmt"
	"strconv"
	"strings"
)

// joeKuo holds new-joe-kuo-6.21201 up to dimension 1,024, by S. Joe and F. Y. Kuo; its head states source and licence.
//
//go:embed new-joe-kuo-6.1024.txt
var joeKuo string

// MaxSobolDimensions is how many dimensions there are direction numbers for.
const MaxSobolDimensions = 1024

// directions are the direction numbers of one dimension, each with its first binary digit on top.
type directions [digits]uint32

// directionNumbers reads those of the first dimensions.
func directionNumbers(dimensions int) ([]directions, error) {
	all := []directions{vanDerCorput()}
	for line := range strings.Lines(joeKuo) {
		if len(all) >= dimensions {
			break
		}
		if strings.HasPrefix(line, "#") {
			continue
		}
		v, err := parseDirections(line)
		if err != nil {
			return nil, err
		}
		all = append(all, v)
	}
	return all, nil
}

// vanDerCorput gives the direction numbers of the first dimension.
func vanDerCorput() (v directions) {
	for k := range v {
		v[k] = 1 << (digits - 1 - k)
	}
	return v
}

// parseDirections reads a line: the dimension, the degree s of its primitive polynomial, the polynomial's inner
// coefficients as the binary digits of a, and the first s direction integers m.
func parseDirections(line string) (directions, error) {
	var fields []uint32
	for _, text := range strings.Fields(line) {
		n, err := strconv.ParseUint(text, 10, 32)
		if err != nil {
			return directions{}, fmt.Errorf("direction numbers: %w", err)
		}
		fields = append(fields, uint32(n))
	}
	if len(fields) < 4 || int(fields[1]) != len(fields)-3 {
		return directions{}, fmt.Errorf("direction numbers: %q", line)
	}
	return expand(fields[2], fields[3:]), nil
}

// expand continues the direction integers by the recurrence of Bratley & Fox (1988), equation 2.
func expand(polynomial uint32, integers []uint32) (v directions) {
	degree := len(integers)
	for k := range v {
		if k < degree {
			v[k] = integers[k] << (digits - 1 - k)
			continue
		}
		v[k] = v[k-degree] ^ v[k-degree]>>degree
		for i := 1; i < degree; i++ {
			if polynomial>>(degree-1-i)&1 == 1 {
				v[k] ^= v[k-i]
			}
		}
	}
	return v
}
