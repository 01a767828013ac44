package parallel_test

import (
	"context"
	"errors"
	"sync/atomic"
	"testing"

	"reconfig/sim/parallel"
)

func TestEveryItemIsDoneOnce(t *testing.T) {
	for _, test := range []struct{ workers, n, block int }{{1, 0, 1}, {1, 1, 1}, {3, 100, 7}, {8, 5, 1}, {2, 64, 64}, {4, 65, 64}} {
		done := make([]atomic.Int32, test.n)
		var most atomic.Int32
		err := parallel.Do(context.Background(), test.workers, test.n, test.block, func(worker, from, end int) {
			most.Store(max(most.Load(), int32(worker)))
			if end-from > test.block || from >= end {
				t.Errorf("%+v: a block from %d to %d", test, from, end)
			}
			for i := from; i < end; i++ {
				done[i].Add(1)
			}
		})
		if err != nil || int(most.Load()) >= test.workers {
			t.Errorf("%+v: worker %d, %v", test, most.Load(), err)
		}
		for i := range done {
			if n := done[i].Load(); n != 1 {
				t.Errorf("%+v: item %d is done %d times", test, i, n)
			}
		}
	}
}

func TestWorkStopsWithTheContext(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	var done atomic.Int32
	err := parallel.Do(ctx, 2, 1000, 1, func(_, _, _ int) {
		if done.Add(1) == 10 {
			cancel()
		}
	})
	if !errors.Is(err, context.Canceled) || done.Load() > 20 {
		t.Errorf("%d items after the tenth cancelled: %v", done.Load(), err)
	}
}
