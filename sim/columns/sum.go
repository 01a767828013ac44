package columns

// Sum sums up a column. There must be a value at least.
func Sum(values []float64) Sums {
	p := pairFrom(values[0])
	addPairs(&p, values[0], values[:len(values)&^1])
	return p.sums(values)
}

// SumBoth sums up two columns of the same length, at once: an addition of one need not wait for that of the other. There must be a
// value at least.
func SumBoth(a, b []float64) [2]Sums {
	even := len(a) &^ 1
	b = b[:len(a):len(b)]
	p := [2]pair{pairFrom(a[0]), pairFrom(b[0])}
	addBothPairs(&p, a[:even], b)
	return [2]Sums{p[0].sums(a), p[1].sums(b)}
}

// Gather brings rows together, one after the other, that begin at every stride-th of some numbers, and sums up their columns. There
// must be a row at least.
func Gather(rows, from []float64, stride int) (sums [Width]Sums) {
	n := len(rows) / Width
	first, last := lineOf(from), lineOf(from[(n-1)*stride:])
	p := rowPair{least: *first, greatest: *first}
	gatherPairs(&p, rows[:n&^1*Width], from, stride)
	if n%2 == 1 {
		*lineOf(rows[(n-1)*Width:]) = *last
		p.add(0, last, first)
	}
	for q := range sums {
		sums[q] = Sums{
			N: n, First: first[q], Sum: p.sum[0][q] + p.sum[1][q], Squares: p.squares[0][q] + p.squares[1][q],
			Least: p.least[q] + 0, Greatest: p.greatest[q] + 0,
		}
	}
	return sums
}

// Subtract subtracts from rows that lie one after the other as many that begin at every stride-th of some numbers.
func Subtract(rows, from []float64, stride int) {
	n := len(rows) / Width
	if n == 0 {
		return
	}
	_ = lineOf(from[(n-1)*stride:])
	subtract(rows[:n*Width], from, stride)
}

// pair is what values of even index, counted from 0, and of odd index come to.
type pair struct{ sum, squares, least, greatest [2]float64 }

// rowPair is pair of columns that lie side by side. Their sums are so many that the least and the greatest are of all rows.
type rowPair struct {
	sum, squares    [2]line
	least, greatest line
}

func pairFrom(first float64) pair {
	return pair{least: [2]float64{first, first}, greatest: [2]float64{first, first}}
}

// sums are those of a column of which all values but the last of an odd number have been added.
func (p *pair) sums(values []float64) Sums {
	n, first := len(values), values[0]
	if n%2 == 1 {
		p.add(0, values[n-1], first)
	}
	return Sums{
		N: n, First: first, Sum: p.sum[0] + p.sum[1], Squares: p.squares[0] + p.squares[1],
		Least: min(p.least[0], p.least[1]) + 0, Greatest: max(p.greatest[0], p.greatest[1]) + 0,
	}
}

func (p *pair) add(odd int, v, first float64) {
	if v < p.least[odd] {
		p.least[odd] = v
	}
	if v > p.greatest[odd] {
		p.greatest[odd] = v
	}
	v -= first
	p.sum[odd] += v
	p.squares[odd] += float64(v * v)
}

func (p *rowPair) add(odd int, row, first *line) {
	sum, squares := &p.sum[odd], &p.squares[odd]
	for q, v := range row {
		if v < p.least[q] {
			p.least[q] = v
		}
		if v > p.greatest[q] {
			p.greatest[q] = v
		}
		v -= first[q]
		sum[q] += v
		squares[q] += float64(v * v)
	}
}

func plainAddPairs(p *pair, first float64, values []float64) {
	for ; len(values) >= 2; values = values[2:] {
		p.add(0, values[0], first)
		p.add(1, values[1], first)
	}
}

func plainAddBothPairs(p *[2]pair, a, b []float64) {
	if len(a) > 0 {
		plainAddPairs(&p[0], a[0], a)
		plainAddPairs(&p[1], b[0], b[:len(a)])
	}
}

func plainGatherPairs(p *rowPair, rows, from []float64, stride int) {
	for k := range len(rows) / Width {
		to, v := lineOf(rows[k*Width:]), lineOf(from[k*stride:])
		*to = *v
		p.add(k%2, v, lineOf(from))
	}
}

func plainSubtract(rows, from []float64, stride int) {
	for k := range len(rows) / Width {
		row := lineOf(rows[k*Width:])
		for q, v := range lineOf(from[k*stride:]) {
			row[q] -= v
		}
	}
}

// line is a row, and lineOf the one that begins with some numbers.
type line [Width]float64

func lineOf(numbers []float64) *line { return (*line)(numbers) }
