package mapping

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"reconfig/model"
	"reconfig/sim/partition"
)

// noMapError says of which numbers of sectors no map keeps the rules. It wraps partition.ErrNoPartition.
type noMapError struct{ text string }

func (e *noMapError) Error() string { return e.text }

func (e *noMapError) Unwrap() error { return partition.ErrNoPartition }

// sectors writes numbers of sectors: 9 sectors, 4, 6 or 9 sectors, 5 to 8 sectors.
func sectors(numbers []int) string {
	all := slices.Sorted(slices.Values(numbers))
	last := len(all) - 1
	switch {
	case last < 0:
		return "any number of sectors"
	case last == 0 && all[0] == 1:
		return "1 sector"
	case last == 0:
		return fmt.Sprintf("%d sectors", all[0])
	case last > 1 && all[last]-all[0] == last:
		return fmt.Sprintf("%d to %d sectors", all[0], all[last])
	}
	var texts []string
	for _, k := range all[:last] {
		texts = append(texts, strconv.Itoa(k))
	}
	return fmt.Sprintf("%s or %d sectors", strings.Join(texts, ", "), all[last])
}

// landOnly says what might help where no map keeps the rules.
func (s *Search) landOnly() string {
	across := slices.ContainsFunc(s.setup.Case.Neighbours, func(x model.Neighbour) bool { return x.Kind != "land" })
	if s.o.River || !across {
		return ""
	}
	return "; neighbours across a river do not count here"
}
