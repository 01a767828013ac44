package uncertain

import "testing"

func TestMemoAsksOnceAndForgetsWhenFull(t *testing.T) {
	var m memo[int, int]
	asked := 0
	square := func(n int) int {
		return m.of(n, func() int {
			asked++
			return n * n
		})
	}
	for range 3 {
		if square(7) != 49 {
			t.Fatal("another number than the function gives")
		}
	}
	if asked != 1 {
		t.Errorf("asked %d times", asked)
	}
	for n := range 3 * mostKnown {
		square(n)
		if len(m.known) > mostKnown {
			t.Fatalf("it holds %d", len(m.known))
		}
	}
}
