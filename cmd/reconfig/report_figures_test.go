package main

import (
	"bufio"
	"context"
	"io"
	"path/filepath"
	"reflect"
	"slices"
	"testing"

	"reconfig/cmd/reconfig/draw"
	"reconfig/cmd/reconfig/report/appraisal"
	"reconfig/data/results"
)

// Figures of a report say of themselves what those of a result folder say.
func TestFiguresOfAReportAreLabelledAsThoseOfResults(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "small")
	writeSmall(t, dir)
	env := &environment{out: bufio.NewWriter(io.Discard), err: io.Discard, ctx: context.Background()}
	for _, draws := range []int{0, 200} {
		o := &reportOptions{caseOptions: caseOptions{nameOrDir: dir, set: []string{"target.reduction=0.3"}}, drawOptions: drawOptions{draws: draws, seed: 1, sampler: "orthogonal"}, quiet: true}
		s, err := o.ready(env)
		if err != nil {
			t.Fatal(err)
		}
		m, err := o.make(env, s)
		if err != nil {
			t.Fatal(err)
		}
		j, choice, err := o.choice(env, m.drawnCase)
		if err != nil {
			t.Fatal(err)
		}
		decided := &results.Folder{Provenance: m.found.Provenance}
		decided.Analysis = *choice
		decided.Provenance.Method, decided.Provenance.Names = "decide", appraisal.StructureNames(m.input.Case)
		in := m.Document(madeOf(&m.found.Provenance), j.report(choice))
		if got, want := in.Drawn.Context, draw.Data(m.found).Context; !reflect.DeepEqual(got, want) {
			t.Errorf("%d draws: %+v\nwant %+v", draws, got, want)
		}
		if got, want := in.Decided.Context, draw.Data(decided).Context; !reflect.DeepEqual(got, want) {
			t.Errorf("%d draws: %+v\nwant %+v", draws, got, want)
		}
		if run, choice := in.Drawn.Complete().Focus, in.Decided.Complete().Focus; len(choice) == 0 || !slices.Equal(run, choice) {
			t.Errorf("%d draws: in colour %v in figures of the run, %v in those of the decision", draws, run, choice)
		}
	}
}
