package plots_test

import (
	"testing"

	"reconfig/plots/figuretest"
)

// A value that the user set is not called central.
func TestValuesThatAreSetAreNotCalledCentral(t *testing.T) {
	for name, says := range map[string]string{
		"tornado": ">Central or set ", "switching": ">Central or set value<", "switching-map": ">Central or set values<",
	} {
		d := figuretest.Drawn()
		d.Set = true
		figuretest.CheckSays(t, figuretest.Named(name), d, says)
		figuretest.CheckSaysNot(t, figuretest.Named(name), d, "entral value")
	}
}
