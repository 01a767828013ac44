package jsontext_test

import (
	"fmt"

	"reconfig/data/jsontext"
)

func ExampleFind() {
	p := jsontext.Find([]byte(`{
  "name": "a",
  "resources": [{"path": "a.csv"},
    {"path": ["b.csv", "c.csv"]}],
  "name": "b"
}`))
	fmt.Println(p.Line("resources[1].path"), p.Values["resources[1].path"], p.Keys["resources[0]"], p.Repeated)
	// Output: 4 […] [path] [{name 5}]
}
