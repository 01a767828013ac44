package elementary

import (
	"math/big"
	"testing"
)

// 2^(i/128) by square roots: 2^(1/128) is the seventh of 2.
func TestOctave(t *testing.T) {
	const digits = 200
	root := new(big.Float).SetPrec(digits).SetInt64(2)
	for range stepBits {
		root.Sqrt(root)
	}
	power := new(big.Float).SetPrec(digits).SetInt64(1)
	for i, step := range octave {
		value, _ := power.Float64()
		tail, _ := new(big.Float).SetPrec(digits).Sub(power, new(big.Float).SetFloat64(value)).Float64()
		if step.value != value || step.tail != tail {
			t.Errorf("2^(%d/%d) is %x + %x, not %x + %x", i, steps, value, tail, step.value, step.tail)
		}
		power.Mul(power, root)
	}
}
