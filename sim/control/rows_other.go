//go:build !amd64 || noasm || gccgo || safe

package control

func (t *Target) together(cost, ratio, required []float64, slope float64) bool { return false }

func (t *Target) free(uncontrolled, stripped, perRequired, required []float64) bool { return false }

func (t *Target) apart(cost, ratio, slopes, uncontrolled, stripped, perRequired []float64) bool {
	return false
}
