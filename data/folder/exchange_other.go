//go:build !linux

package folder

// exchange swaps two folders by renaming.
func exchange(temporary, final string) error { return exchangeByRenames(temporary, final) }
