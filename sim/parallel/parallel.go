// Package parallel shares work out between goroutines.
package parallel

import (
	"context"
	"sync"
	"sync/atomic"
)

// Do does the work of n items in blocks of the given size, with as many workers at once. work is called with the
// number of the worker, so that each can have a workspace of its own, and a range of items; which worker gets which block depends
// on chance, so nothing that is kept may depend on it. It stops early with the context's error.
func Do(ctx context.Context, workers, n, block int, work func(worker, from, end int)) error {
	blocks := (n + block - 1) / block
	workers = max(1, min(workers, blocks))
	var next atomic.Int64
	var all sync.WaitGroup
	for worker := range workers {
		all.Go(func() {
			for ctx.Err() == nil {
				i := int(next.Add(1)) - 1
				if i >= blocks {
					return
				}
				work(worker, i*block, min(n, (i+1)*block))
			}
		})
	}
	all.Wait()
	return ctx.Err()
}
