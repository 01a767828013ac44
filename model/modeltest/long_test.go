package modeltest_test

import (
	"testing"

	"reconfig/model/modeltest"
)

func TestShortOrLongIsLongWhereTheLongTestsAreAskedFor(t *testing.T) {
	for _, test := range []struct {
		value string
		long  bool
		size  int
	}{{"1", true, 400}, {"", false, 3}, {"0", false, 3}} {
		t.Setenv("RECONFIG_LONG", test.value)
		if modeltest.Long() != test.long || modeltest.ShortOrLong(3, 400) != test.size {
			t.Errorf("RECONFIG_LONG=%s: %v, %d", test.value, modeltest.Long(), modeltest.ShortOrLong(3, 400))
		}
	}
}
