package sensitivity

import "fmt"

// Group is a set of inputs that are taken as one.
type Group struct {
	Name    string
	Members []int // numbers of inputs
}

// singly makes a group of every input.
func singly(inputs []Input) []Group {
	groups := make([]Group, len(inputs))
	for i, input := range inputs {
		groups[i] = Group{input.Name, []int{i}}
	}
	return groups
}

// checkPartition returns an error unless every input is in exactly one group.
func checkPartition(groups []Group, inputs []Input) error {
	in := make([]string, len(inputs))
	taken := make([]bool, len(inputs))
	for _, g := range groups {
		if len(g.Members) == 0 {
			return fmt.Errorf("group %s has no members", g.Name)
		}
		for _, i := range g.Members {
			if i < 0 || i >= len(inputs) {
				return fmt.Errorf("group %s: there is no input %d among %d", g.Name, i, len(inputs))
			}
			if taken[i] {
				return fmt.Errorf("input %s is in group %s and again in group %s", inputs[i].Name, in[i], g.Name)
			}
			taken[i], in[i] = true, g.Name
		}
	}
	for i, is := range taken {
		if !is {
			return fmt.Errorf("input %s is in no group", inputs[i].Name)
		}
	}
	return nil
}
