//go:build !amd64 || noasm || gccgo || safe

package control

func (t *Target) together(cost, ratio, required []float64, slope float64) bool { return false }

func (t *Target) apart(cost, ratio, slopes, costs []float64, s *Sector) bool { return false }
