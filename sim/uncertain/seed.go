package uncertain

// Everything random comes from here: a seed grows into keys by splitting, one for each purpose, dimension or body, and a
// key gives a sequence of independent numbers with access by index.

// purpose keeps what a seed is used for apart, so that no two uses share a number.
type purpose uint64

const (
	forScrambling  purpose = 1 + iota // of Sobol' points
	forRandomDraws                    // first half of the state of a generator
	forRandomMore                     // second half
	forStrata                         // which stratum of a Latin hypercube a draw falls into
	forJitter                         // where in its stratum
	forBodies                         // errors of single commissioners
)

// golden is 2⁶⁴ divided by the golden ratio, made odd: the step of SplitMix64.
const golden = 0x9e3779b97f4a7c15

// mix is the finaliser of SplitMix64: a bijection in which every bit of x decides over every bit of the result.
//
// Source: Steele, Lea & Flood (2014), Fast splittable pseudorandom number generators, OOPSLA; constants by Stafford.
func mix(x uint64) uint64 {
	x = (x ^ x>>30) * 0xbf58476d1ce4e5b9
	x = (x ^ x>>27) * 0x94d049bb133111eb
	return x ^ x>>31
}

// split gives element i of the SplitMix64 sequence that begins at key: 64 random bits, or a key for a part.
func split(key, i uint64) uint64 { return mix(key + (i+1)*golden) }

// keyFor gives the key of one purpose. All 64 bits of the seed count.
func keyFor(seed uint64, p purpose) uint64 { return split(mix(seed^golden), uint64(p)) }

// unit turns random bits into one of 2⁵² equally spaced numbers between 0 and 1, never 0 or 1.
func unit(random uint64) float64 { return (float64(random>>12) + 0.5) / (1 << 52) }

// hashText gives 64 bits that depend on every byte of a text, by FNV-1a.
//
// Source: Fowler, Noll & Vo, draft-eastlake-fnv.
func hashText(text string) uint64 {
	h := uint64(0xcbf29ce484222325)
	for i := range len(text) {
		h = (h ^ uint64(text[i])) * 0x100000001b3
	}
	return mix(h)
}
