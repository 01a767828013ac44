package draw_test

import (
	"context"
	"errors"
	"strings"
	"testing"
	"time"

	"reconfig/cmd/reconfig/draw"
	"reconfig/model/result"
	"reconfig/plots"
	"reconfig/plots/chart"
)

// Drawing stops when it is told to, even in the middle of a figure that takes long.
func TestDrawingStopsAtOnce(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	release := make(chan struct{})
	defer close(release)
	slow := plots.Figure{Name: "slow", Page: func(plots.Data) chart.Page {
		cancel()
		<-release
		return chart.Page{Needs: "time"}
	}}
	began := time.Now()
	_, err := draw.Figures(ctx, plots.Data{}, []plots.Figure{slow, slow, slow}, []string{"svg"}, false, func(error) {})
	if took := time.Since(began); !errors.Is(err, context.Canceled) || took > time.Second/2 {
		t.Errorf("stopped after %v with %v", took, err)
	}
}

// Figures that have too many structures to show are told of once, all together.
func TestTooManyStructuresAreToldOnce(t *testing.T) {
	var d plots.Data
	for i := range plots.MostStructures + 1 {
		d.Outcomes = append(d.Outcomes, result.OutcomeRow{Structure: strings.Repeat("s", i+1), Statistic: result.CentralDraw})
	}
	var told []string
	files, err := draw.Figures(context.Background(), d, plots.Figures(), []string{"svg", "pdf"}, false, func(err error) { told = append(told, err.Error()) })
	want := "reduction, saving-against-capacity and one-off-cost: 41 structures are more than the 40 that such a figure can show. Choose some: “reconfig run” and “decide” take --structure s,ss,sss,ssss,sssss,ssssss,"
	if err != nil || len(files) > 0 || len(told) != 1 || !strings.HasPrefix(told[0], want) {
		t.Errorf("%d files, %v, told %q", len(files), err, told)
	}
}
