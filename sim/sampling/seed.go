package sampling

// Everything random comes from here: a seed grows into keys by splitting, one for each purpose, dimension or body, and a
// key gives a sequence of independent numbers with access by index.

// Purpose keeps what a seed is used for apart, so that no two uses share a number.
type Purpose uint64

// What seeds are used for. New ones go to the end: the number of each decides over every draw.
const (
	ForScrambling   Purpose = 1 + iota // of Sobol' points
	ForRandomDraws                     // first half of the state of a generator
	ForRandomMore                      // second half
	ForStrata                          // which stratum of a Latin hypercube a draw falls into
	ForJitter                          // where in its stratum
	ForBodies                          // errors of single commissioners
	ForBootstrap                       // which points a resample takes
	ForTrajectories                    // of elementary effects
	ForPermutations                    // orders of inputs
	ForReplicates                      // seeds of scrambles that are compared with one another
	ForDummies                         // numbers that no output depends on
	ForBlocks                          // what is drawn anew for each block of orthogonal arrays
	ForGroups                          // the order of groups in blocks
	ForStrataOrders                    // the order of their strata, and where in them
	ForChances                         // which way failures and refusals fall
	ForDesigns                         // where searches for structures begin, and which draws they look at first
	ForChains                          // steps of Markov chains
)

// golden is 2⁶⁴ divided by the golden ratio, made odd: the step of SplitMix64.
const golden = 0x9e3779b97f4a7c15

// mix is the finaliser of SplitMix64: a bijection in which every bit of x decides over every bit of the result.
//
// Source: Steele, Lea & Flood (2014), Fast splittable pseudorandom number generators, OOPSLA; constants by Stafford.
func mix(x uint64) uint64 {
	x = (x ^ x>>30) * mix1
	x = (x ^ x>>27) * mix2
	return x ^ x>>31
}

// Factors of mix.
const mix1, mix2 uint64 = 0xbf58476d1ce4e5b9, 0x94d049bb133111eb

// Split gives element i of the SplitMix64 sequence that begins at key: 64 random bits, or a key for a part.
func Split(key, i uint64) uint64 { return mix(key + (i+1)*golden) }

// Key gives the key of one purpose. All 64 bits of the seed count.
func Key(seed uint64, p Purpose) uint64 { return Split(mix(seed^golden), uint64(p)) }

// Unit turns random bits into one of 2⁵² equally spaced numbers between 0 and 1, never 0 or 1.
func Unit(random uint64) float64 { return (float64(random>>12) + 0.5) / (1 << 52) }

// HashText gives 64 bits that depend on every byte of a text, by FNV-1a.
//
// Source: Fowler, Noll & Vo, draft-eastlake-fnv.
func HashText(text string) uint64 {
	h := uint64(0xcbf29ce484222325)
	for i := range len(text) {
		h = (h ^ uint64(text[i])) * 0x100000001b3
	}
	return mix(h)
}
