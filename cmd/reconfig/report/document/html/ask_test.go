package html

import (
	"bytes"
	"encoding/json"
	"encoding/xml"
	"errors"
	"io"
	"testing"

	"reconfig/cmd/reconfig/report/document"
)

const hostile = `</script><script>window.changed=1</script>&<b class='x'>"`

// Names are text in what a page asks, too, and the model that it holds stays in its element.
func TestNamesInFieldsAreText(t *testing.T) {
	model, err := json.Marshal(hostile)
	if err != nil {
		t.Fatal(err)
	}
	ask := Ask{Answer: hostile, Controls: []document.Control{{Name: hostile, Label: hostile, Unit: hostile, High: 1, Why: hostile}}, Structures: []document.Choice{{Code: hostile, Name: hostile}}, Maps: []document.Choice{{Code: hostile, Name: hostile}, {}}}
	page, err := Page(document.Report{Title: hostile}, &Live{Model: model, Ask: ask, Engine: HTTP()})
	if err != nil {
		t.Fatal(err)
	}
	counts, held := map[string]int{}, ""
	in := ""
	for d := xml.NewDecoder(bytes.NewReader(page)); ; {
		token, err := d.Token()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			t.Fatal(err)
		}
		switch x := token.(type) {
		case xml.StartElement:
			counts[x.Name.Local]++
			in = ""
			for _, a := range x.Attr {
				if a.Name.Local == "id" {
					in = a.Value
				}
			}
		case xml.CharData:
			if in == "reconfig-model" && held == "" {
				held = string(x)
			}
		}
	}
	var read string
	if err := json.Unmarshal([]byte(held), &read); err != nil || read != hostile {
		t.Errorf("the model is read as %q: %v", read, err)
	}
	if counts["script"] != 2 || counts["b"] != 0 || counts["aside"] != 1 || counts["option"] != 2 {
		t.Errorf("elements: %v", counts)
	}
}
