//go:build !amd64 || noasm || gccgo || safe

package uncertain

func (t *tabled) read(values []float64) { t.plainRead(values, 0) }
