package uncertain

import "math"

// table is a curve made of polynomials of degree five, one a step, that agree with the curve's value, slope and bend at
// both ends of the step (quintic Hermite interpolation). Beyond its ends it is level.
type table struct {
	perScore float64 // steps in a score of 1
	pieces   []piece
}

// piece holds the coefficients of a polynomial in the share of the step gone, the constant first.
type piece [6]float64

func newTable(points []point) *table {
	steps := len(points) - 1
	width := 2 * reach / float64(steps)
	t := &table{1 / width, make([]piece, steps)}
	for i := range t.pieces {
		t.pieces[i] = hermite(points[i], points[i+1], width)
	}
	return t
}

// hermite is the polynomial through two points that are a width apart.
func hermite(a, b point, width float64) piece {
	v, w := float64(a.slope*width), float64(b.slope*width)
	p, q := float64(a.bend*width*width), float64(b.bend*width*width)
	rise := b.value - a.value - v - float64(p/2)
	turn := w - v - p
	twist := q - p
	return piece{a.value, v, p / 2, float64(10*rise) - float64(4*turn) + float64(twist/2), float64(-15*rise) + float64(7*turn) - twist, float64(6*rise) - float64(3*turn) + float64(twist/2)}
}

func (t *table) at(score float64) float64 {
	p, x := t.find(score)
	return p.at(x)
}

// find gives the polynomial that a score is on, and the share of its step gone.
func (t *table) find(score float64) (*piece, float64) {
	x := clamp(float64((score+reach)*t.perScore), 0, float64(len(t.pieces)))
	i := min(int(x), len(t.pieces)-1)
	return &t.pieces[i], x - float64(i)
}

func (c *piece) at(x float64) float64 {
	return c[0] + float64(x*(c[1]+float64(x*(c[2]+float64(x*(c[3]+float64(x*(c[4]+float64(x*c[5])))))))))
}

// agrees says whether the table gives the values in the middle of its steps.
func (t *table) agrees(middles []point) bool {
	for i, m := range middles {
		if !(math.Abs(t.pieces[i].at(0.5)-m.value) <= curveTolerance) {
			return false
		}
	}
	return true
}

// rises says whether no piece falls by more than rounding.
func (t *table) rises() bool {
	for i := range t.pieces {
		if !t.pieces[i].rises() {
			return false
		}
	}
	return true
}

// rises holds if all coefficients of the derivative in Bernstein form are positive, as the derivative is a weighted
// mean of them.
//
// Source: Farouki (2012), The Bernstein polynomial basis: a centennial retrospective, CAGD 29(6).
func (c *piece) rises() bool {
	const rounding = 1e-14
	var derivative [5]float64
	for i := range derivative {
		derivative[i] = float64(i+1) * c[i+1]
	}
	for k := range derivative {
		sum := 0.0
		for i := range k + 1 {
			sum += float64(bernstein[k][i] * derivative[i])
		}
		if !(sum >= -rounding) {
			return false
		}
	}
	return true
}

// bernstein turns the coefficients of a polynomial of degree four into those of its Bernstein form: row k has
// binomial(k, i) / binomial(4, i) in column i.
var bernstein = [5][5]float64{
	{1},
	{1, 1.0 / 4},
	{1, 2.0 / 4, 1.0 / 6},
	{1, 3.0 / 4, 3.0 / 6, 1.0 / 4},
	{1, 1, 1, 1, 1},
}
