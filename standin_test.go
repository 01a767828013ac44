package reconfig_test

import (
	"reflect"
	"testing"

	"codeberg.org/go-fonts/liberation/liberationsansbold"
	"codeberg.org/go-fonts/liberation/liberationsansregular"
	"github.com/tiendc/go-deepcopy"
	"golang.org/x/image/font/sfnt"
)

type copyable struct {
	Name   string
	Width  *float64
	Rows   [][]int
	Of     map[string]*copyable
	Any    any
	Pair   [2]*int
	Absent []string
	hidden int
}

// TestDeepCopies changes all that a copy leads to, and compares what it was made of.
func TestDeepCopies(t *testing.T) {
	made := func() copyable {
		width, one := 2.5, 1
		return copyable{Name: "a", Width: &width, Rows: [][]int{{1, 2}, nil}, Of: map[string]*copyable{"b": {Name: "b"}}, Any: []int{3}, Pair: [2]*int{&one, nil}}
	}
	from := made()
	from.hidden = 7
	for _, src := range []any{from, &from} {
		var to copyable
		if err := deepcopy.Copy(&to, src); err != nil || !reflect.DeepEqual(to, made()) {
			t.Fatalf("%v: %+v", err, to)
		}
		*to.Width, to.Rows[0][0], to.Of["b"].Name, *to.Pair[0] = 0, 0, "", 0
		to.Any.([]int)[0] = 0
	}
	if from.hidden = 0; !reflect.DeepEqual(from, made()) {
		t.Errorf("changed: %+v", from)
	}
	for _, wrong := range []error{deepcopy.Copy(from, from), deepcopy.Copy(nil, from), deepcopy.Copy(&from, nil), deepcopy.Copy(&from, "a"), deepcopy.Copy(&from, (*copyable)(nil))} {
		if wrong == nil {
			t.Error("no error")
		}
	}
}

// TestFacesOfFigures looks for the two faces that figures are set in.
func TestFacesOfFigures(t *testing.T) {
	for want, file := range map[string][]byte{"Liberation Sans": liberationsansregular.TTF, "Liberation Sans Bold": liberationsansbold.TTF} {
		face, err := sfnt.Parse(file)
		if err != nil {
			t.Fatal(err)
		}
		if name, err := face.Name(nil, sfnt.NameIDFull); name != want || err != nil {
			t.Errorf("%q, %v; want %q", name, err, want)
		}
	}
}
