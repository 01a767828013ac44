package live

import (
	"slices"
	"strconv"
	"strings"

	"reconfig/cmd/reconfig/report"
	"reconfig/sim/uncertain"
)

// Command is the command that computes what a request asks.
func (m *Model) Command(r Request) string {
	args := []string{"run", "--case", m.Report.CaseName}
	add := func(flag, value string) { args = append(args, flag, value) }
	if r.Map != "" && r.Map != m.Case.DefaultMap {
		add("--map", r.Map)
	}
	if r.Horizon != 0 && r.Horizon != m.Case.HorizonYears {
		add("--horizon", strconv.FormatFloat(r.Horizon, 'f', -1, 64))
	}
	if len(r.Structures) > 0 && !slices.Equal(r.Structures, m.Case.StructureCodes()) {
		add("--structure", strings.Join(r.Structures, ","))
	}
	for _, s := range r.Settings {
		add("--set", s)
	}
	add("--draws", strconv.Itoa(r.Draws))
	if m.Report.Seed != 1 {
		add("--seed", strconv.FormatUint(m.Report.Seed, 10))
	}
	if s := m.Report.Sampler; s != "" && s != uncertain.Samplers[0] {
		add("--sampler", s)
	}
	if m.Report.Independent {
		args = append(args, "--independent")
	}
	return report.CommandLine(args)
}
