package table

import (
	"reflect"
	"strings"
	"testing"

	"reconfig/model"
)

func instruction(kind reflect.Type, cell string) string {
	r := mendNumber(kind, cell)
	return model.Instruction(r.write, r.mend)
}

func TestHowANumberIsMended(t *testing.T) {
	for cell, want := range map[string]string{
		"177,580": "write 177580;", "1,234,567.8": "write 1234567.8;", "12,5": "write 12.5:", "1.234,5": "write 1234.5:", "1 234": "write 1234;", "1\u00a0234,5": "write 1234.5:",
		"1'234": "write 1234;", " 5 ": "write 5, without", "'5": "write 5, without", "−5": "write -5, without", "£6,893.2": "write 6893.2, without a currency", "€ 5": "write 5, without a currency",
		"5%": "write 0.05 for a share, or 5 where", "12,5 %": "write 0.125 for", "(1,200)": "write -1200;", "12 k": "write 12, if", "12 people": "write 12, if", "=SUM(A1:A9)": "write the result",
		"#REF!": "put the formula right", "": "the model needs a number", "n/a": "the model needs a number", "1e999": "write a smaller number", "0x1F": "write it in decimal digits",
		"1_000": "write it in decimal digits", "many": "write digits",
	} {
		if got := instruction(reflect.TypeFor[float64](), cell); !strings.HasPrefix(got, want) {
			t.Errorf("%q: %s, want %s…", cell, got, want)
		}
	}
	if got := instruction(reflect.TypeFor[model.Optional](), "n/a"); got != "leave the cell empty where the number is not known" {
		t.Error(got)
	}
	if got := instruction(reflect.TypeFor[int](), "3.0"); got != "write 3, if that is meant" {
		t.Error(got)
	}
}

// What is said to be written instead can be read.
func FuzzMendNumber(f *testing.F) {
	for _, seed := range []string{"1,2", "(1 234)", "5%", "'=1", "£-1,000.50", "1.234.567,8", "−", "%", "12e5 k", "'-5'"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, cell string) {
		if IsNumber(cell) {
			return
		}
		if r := mendNumber(reflect.TypeFor[float64](), cell); r.write != "" && !IsNumber(r.write) {
			t.Errorf("%q: %+v", cell, r)
		}
	})
}
