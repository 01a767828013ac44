package partition

import (
	"context"
	"math"
	"slices"
	"sort"
	"sync/atomic"

	"reconfig/sim/parallel"
)

// search goes through all partitions into k groups whose scaled values add up to the floor or more. It covers one vertex after
// the other, depth first: the one that the fewest groups are left for. A branch ends where the reduced costs of its groups, with
// the least that its uncovered vertices will add, say that it cannot reach the floor.
//
// A group's rank is its index among those that reduced-cost fixing leaves, by reduced cost. What branches look at lies in this
// order, one after the other in memory.
type search struct {
	p     *Problem
	k     int
	duals duals
	left  []int32 // by rank: the group
	root  []int32 // all ranks
	floor atomic.Uint64
	visit func(worker int, groups []int32) // told of each partition, which it may sort; by several goroutines at once

	bits    []uint64  // by rank: sets, one after the other
	cost    []float64 // by rank: reduced cost
	share   []float64 // by rank: cost ÷ size
	from    []int32   // by rank, and one more: where its members begin
	members []int32
}

func (p *Problem) newSearch(k int, d duals, floor float64) *search {
	s := &search{p: p, k: k, duals: d}
	s.floor.Store(math.Float64bits(floor))
	limit := s.spare()
	left := sort.Search(len(d.order), func(i int) bool { return d.cost[d.order[i]] > limit })
	s.lay(d.order[:left])
	return s
}

// lay lays out what branches look at of the groups that are left.
func (s *search) lay(left []int32) {
	n := len(left)
	s.left, s.root, s.from = left, make([]int32, n), make([]int32, 1, n+1)
	s.bits, s.cost, s.share = make([]uint64, 0, n*s.p.words), make([]float64, n), make([]float64, n)
	for rank, j := range left {
		s.root[rank], s.cost[rank], s.share[rank] = int32(rank), s.duals.cost[j], s.duals.share[j]
		s.bits, s.members = append(s.bits, s.p.set(j)...), append(s.members, s.p.of(j)...)
		s.from = append(s.from, int32(len(s.members)))
	}
}

// set is the set of the group of a rank.
func (s *search) set(rank int32) Set { return s.bits[int(rank)*s.p.words : (int(rank)+1)*s.p.words] }

// of are the members of the group of a rank, ascending.
func (s *search) of(rank int32) []int32 { return s.members[s.from[rank]:s.from[rank+1]] }

// spare is what reduced costs may add up to in a partition that reaches the floor, and generously what rounding may add.
func (s *search) spare() float64 {
	return s.duals.bound - math.Float64frombits(s.floor.Load()) + 2*s.p.tolerance
}

// raise lifts the floor, unless it is higher already.
func (s *search) raise(floor float64) {
	for {
		old := s.floor.Load()
		if math.Float64frombits(old) >= floor || s.floor.CompareAndSwap(old, math.Float64bits(floor)) {
			return
		}
	}
}

// task is a branch: the ranks of the first groups of partitions.
type task []int32

// run goes through all branches with so many goroutines. It returns the context's error.
func (s *search) run(ctx context.Context, workers int, progress func(done, of int)) error {
	tasks := s.tasks(ctx)
	walkers := make([]*walker, workers)
	for i := range walkers {
		walkers[i] = s.newWalker(ctx, i)
	}
	var done atomic.Int64
	err := parallel.Do(ctx, workers, len(tasks), 4, func(worker, from, to int) {
		for _, t := range tasks[from:to] {
			walkers[worker].follow(t)
		}
		if progress != nil {
			progress(int(done.Add(int64(to-from))), len(tasks))
		}
	})
	return err
}

// tasks are the branches of one group each, or of two where there are few, so that no goroutine is left without work.
func (s *search) tasks(ctx context.Context) []task {
	const few = 256
	tasks := s.branches(ctx, max(0, min(1, s.k-2)))
	if len(tasks) < few && s.k > 3 {
		tasks = s.branches(ctx, 2)
	}
	return tasks
}

// branches are all branches of so many groups.
func (s *search) branches(ctx context.Context, depth int) []task {
	w := s.newWalker(ctx, 0)
	var tasks []task
	w.depth = depth
	w.branch = func(ranks []int32) { tasks = append(tasks, slices.Clone(ranks)) }
	w.follow(nil)
	return tasks
}

// walker is the workspace of one goroutine. Step i belongs to the partition's first i groups.
type walker struct {
	*search
	ctx     context.Context
	worker  int
	chosen  []int32 // ranks
	covered []Set
	size    []int     // by step: vertices covered
	lists   [][]int32 // by step: ranks of groups that can be added, ascending
	spent   []float64 // by step: sum of reduced costs
	next    []int     // by step: the vertex to cover
	rest    Set
	found   []int32
	counts  []int32   // by vertex: groups that can be added and have it
	shares  []float64 // by vertex: the least share of a group's reduced cost
	tried   int
	stopped bool
	depth   int                 // where branch is called instead of going on; −1 for nowhere
	branch  func(ranks []int32) // told of the branches at depth
}

func (s *search) newWalker(ctx context.Context, worker int) *walker {
	w := &walker{
		search: s, ctx: ctx, worker: worker, depth: -1, chosen: make([]int32, 0, s.k),
		lists: make([][]int32, s.k+1), size: make([]int, s.k+1), spent: make([]float64, s.k+1), next: make([]int, s.k+1),
		rest: NewSet(s.p.n), counts: make([]int32, s.p.n), shares: make([]float64, s.p.n),
	}
	for range s.k + 1 {
		w.covered = append(w.covered, NewSet(s.p.n))
	}
	return w
}

// follow walks the branch that begins with these groups. What it shares with the branch before is still there.
func (w *walker) follow(t task) {
	same := 0
	for same < min(len(t), len(w.chosen)) && t[same] == w.chosen[same] {
		same++
	}
	if same == 0 && !w.open(w.root, 0) {
		return
	}
	w.chosen = w.chosen[:same]
	for _, j := range t[same:] {
		if !w.choose(j) {
			w.chosen = w.chosen[:0] // what is left of the branch may not be fit for the next one
			return
		}
	}
	w.walk()
	w.chosen = w.chosen[:len(t)]
}

// walk goes through all partitions that begin with the chosen groups.
func (w *walker) walk() {
	step := len(w.chosen)
	if step == w.depth {
		w.branch(w.chosen)
		return
	}
	if step == w.k-1 {
		w.finish()
		return
	}
	v := w.next[step]
	for _, j := range w.lists[step] {
		if w.spent[step]+w.cost[j] > w.spare() || w.stop() {
			return
		}
		if w.set(j).Has(v) && w.choose(j) {
			w.walk()
		}
		w.chosen = w.chosen[:step]
	}
}

// stop looks now and then whether to go on.
func (w *walker) stop() bool {
	if w.tried++; w.tried%64 == 0 && w.ctx.Err() != nil {
		w.stopped = true
	}
	return w.stopped
}

// choose adds a group, and says whether what is left can be covered as far as can be seen.
func (w *walker) choose(j int32) bool {
	step := len(w.chosen)
	w.chosen = append(w.chosen, j)
	w.covered[step+1].unite(w.covered[step], w.set(j))
	w.size[step+1] = w.size[step] + len(w.of(j))
	w.spent[step+1] = w.spent[step] + w.cost[j]
	left, groups := w.p.n-w.size[step+1], w.k-step-1
	if left < groups*w.p.smallest || left > groups*w.p.largest {
		return false
	}
	return groups == 1 || w.open(w.lists[step], step+1)
}

// open lists the groups that can be added at a step, picks the vertex that the fewest of them have, and says whether what is
// left can be covered: whether each vertex has a group, and what they add to the reduced costs is to spare. A vertex adds at
// least the smallest share of its groups' reduced costs.
func (w *walker) open(from []int32, step int) bool {
	w.filter(from, step)
	all, fewest := w.spent[step], int32(math.MaxInt32)
	for v, c := range w.counts {
		if w.covered[step].Has(v) {
			continue
		}
		if c == 0 {
			return false
		}
		if c < fewest {
			fewest, w.next[step] = c, v
		}
		all += w.shares[v]
	}
	return all <= w.spare()
}

// filter keeps the groups that share no vertex with those chosen and whose reduced cost is to spare.
func (w *walker) filter(from []int32, step int) {
	clear(w.counts)
	for v := range w.shares {
		w.shares[v] = math.Inf(1)
	}
	list, covered, limit := w.lists[step][:0], w.covered[step], w.spare()-w.spent[step]
	for _, j := range from {
		if w.cost[j] > limit {
			break
		}
		if len(covered) == 1 && w.bits[j]&covered[0] != 0 || len(covered) > 1 && w.set(j).meets(covered) {
			continue
		}
		list = append(list, j)
		share := w.share[j]
		for _, v := range w.of(j) {
			w.counts[v]++
			if share < w.shares[v] {
				w.shares[v] = share
			}
		}
	}
	w.lists[step] = list
}

// finish adds the one group that completes the partition, if there is one and it reaches the floor.
func (w *walker) finish() {
	step := w.k - 1
	for i, word := range w.covered[step] {
		w.rest[i] = ^word
	}
	if extra := w.p.n % wordBits; extra != 0 {
		w.rest[len(w.rest)-1] &= 1<<extra - 1
	}
	if j := w.p.find(w.rest); j >= 0 && w.spent[step]+w.duals.cost[j] <= w.spare() {
		w.found = w.found[:0]
		for _, rank := range w.chosen {
			w.found = append(w.found, w.left[rank])
		}
		w.found = append(w.found, j)
		w.visit(w.worker, w.found)
	}
}
