//go:build !amd64 || noasm || gccgo || safe

package power

func (t *Table) raise(dst, numbers []float64) { t.plainRaise(dst, numbers) }

func raiseBoth(t, o *Table, dst, other, numbers []float64) {
	plainRaiseBoth(t, o, dst, other, numbers)
}
