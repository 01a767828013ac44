//go:build amd64 && !noasm && !gccgo && !safe

package sampling

import (
	"math"

	"golang.org/x/sys/cpu"
)

// hasAVX2 is whether the processor works on four numbers at once, and on their bits, as nearly all have done since 2015.
var hasAVX2 = cpu.X86.HasAVX2

const atOnce = 4

// lanes are the bits of a number as often as the processor works on it at once.
type lanes [atOnce]uint64

// inPoint are the numbers of putPoint, in the order in which assembly asks for them. Products of 64 digits are made of those
// of 32.
var inPoint = [...]lanes{
	all(15), all(golden), all(golden >> 32),
	all(mix1), all(mix1 >> 32), all(mix2), all(mix2 >> 32),
	all(1), all(uint64(hash2)), all(uint64(hash3)),
	{0x8080808000010203, 0x8080808008090a0b, 0x8080808000010203, 0x8080808008090a0b}, // the lower bytes in reverse
	all(0x0f0f0f0f0f0f0f0f),
	{0xe060a020c0408000, 0xf070b030d0509010, 0xe060a020c0408000, 0xf070b030d0509010}, // 0 … 15, their digits in reverse, moved up
	{0x0e060a020c040800, 0x0f070b030d050901, 0x0e060a020c040800, 0x0f070b030d050901}, // and not
	all(math.Float64bits(1 << 52)), all(math.Float64bits(0.5)),
}

func all(v uint64) lanes { return lanes{v, v, v, v} }

func putPoint(u []float64, c columns, l uint64, h uint32, s int) {
	done := 0
	if fours := len(u) / atOnce; hasAVX2 && fours > 0 {
		putPointAVX2(&u[0], &c.keys[0], &c.orders[0], &c.steps[0], fours, l, uint64(h^h*hash1), 1/float64(uint64(1)<<(digits+s)), &inPoint[0])
		done = fours * atOnce
	}
	plainPutPoint(u, done, c, l, h, s)
}

// putPointAVX2 is told of h after the first step of the hash, and what whole numbers are multiplied by.
//
//go:noescape
func putPointAVX2(u *float64, keys, orders, steps *uint64, fours int, l, h uint64, scale float64, numbers *lanes)
