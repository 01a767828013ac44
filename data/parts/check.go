package parts

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"maps"
	"reflect"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"reconfig/data"
	"reconfig/data/folder"
	"reconfig/data/plans"
	"reconfig/data/table"
	"reconfig/model/plan"
)

// parseIdentity reads what a folder of parts says of them. It believes nothing: table.Problems has each field that is not as
// a sweep writes it, and what was expected.
func parseIdentity(path string, content []byte) (Identity, error) {
	r := &identityReader{file: path}
	var fields map[string]json.RawMessage
	if err := json.Unmarshal(content, &fields); err != nil || fields == nil {
		return r.id, table.Problems{{File: path, Expected: "what a sweep wrote there, an object in JSON" + whyNotJSON(content, err)}}
	}
	r.read(fields)
	if len(r.problems) == 0 {
		r.check()
	}
	if len(r.problems) > 0 {
		return r.id, r.problems
	}
	return r.id, nil
}

// whyNotJSON says where a text stops to be JSON, if that is known, and which properties it does not have: with the last of them
// a comma too many may have stayed.
func whyNotJSON(content []byte, err error) string {
	var syntax *json.SyntaxError
	if !errors.As(err, &syntax) {
		return ""
	}
	why := fmt.Sprintf("; it is none from byte %d on, in line %d", syntax.Offset, 1+bytes.Count(content[:min(int(syntax.Offset), len(content))], []byte("\n")))
	var missing []string
	all := reflect.TypeFor[Identity]()
	for i := range all.NumField() {
		if name := all.Field(i).Tag.Get("json"); !bytes.Contains(content, []byte(`"`+name+`"`)) {
			missing = append(missing, name)
		}
	}
	if len(missing) == 0 || len(missing) == all.NumField() {
		return why
	}
	return why + "; properties that are missing: " + strings.Join(missing, ", ")
}

// identityReader reads an identity and collects what is wrong with it.
type identityReader struct {
	file     string
	id       Identity
	problems table.Problems
}

func (r *identityReader) add(field, value, expected string) {
	r.problems = append(r.problems, table.Problem{File: r.file, Column: field, Property: true, Value: value, Expected: expected})
}

// read fills in the fields, and reports those that are missing, unknown or of another kind.
func (r *identityReader) read(fields map[string]json.RawMessage) {
	to := reflect.ValueOf(&r.id).Elem()
	for i := range to.NumField() {
		name := to.Type().Field(i).Tag.Get("json")
		content, ok := fields[name]
		delete(fields, name)
		switch {
		case !ok:
			r.add(name, "", "a value: the property is missing")
		case string(content) == "null" || json.Unmarshal(content, to.Field(i).Addr().Interface()) != nil:
			r.add(name, string(content), kindsInJSON[to.Field(i).Kind()])
		}
	}
	for _, name := range slices.Sorted(maps.Keys(fields)) {
		r.add(name, string(fields[name]), "no such property")
	}
}

var kindsInJSON = map[reflect.Kind]string{
	reflect.String: "a text", reflect.Int: "a whole number", reflect.Bool: "true or false", reflect.Slice: "a list of texts", reflect.Map: "an object of texts",
}

var sha256Text = regexp.MustCompile(`^[0-9a-f]{64}$`)

// check reports fields that no sweep writes, or that contradict one another.
func (r *identityReader) check() {
	id := r.id
	if id.Program == "" {
		r.add("program", "", "the name and version of the program")
	}
	if sum := folder.Hash([]byte(id.Plan)); id.PlanHash != sum {
		r.add("plan_sha256", id.PlanHash, sum+", the SHA-256 of the plan that stands there; one of the two was edited")
	} else if _, err := plans.Parse(r.file, []byte(id.Plan)); err != nil {
		r.add("plan", "", "a plan: "+strings.ReplaceAll(err.Error(), r.file+":", "line "))
	}
	if id.Case == "" {
		r.add("case", "", "the name of a case")
	}
	for _, name := range slices.Sorted(maps.Keys(id.Files)) {
		if !sha256Text.MatchString(id.Files[name]) {
			r.add("case_files_sha256."+name, id.Files[name], "a SHA-256, of 64 letters from 0 to f")
		}
	}
	if sum := data.HashOf(id.Files); id.CaseHash != sum {
		r.add("case_sha256", id.CaseHash, sum+", which the case's files in case_files_sha256 come to; one of the two was edited")
	}
	r.checkFormats()
	r.checkSpan()
}

// checkFormats reports formats that a plan could not have.
func (r *identityReader) checkFormats() {
	known := plans.Formats()
	if len(r.id.Formats) == 0 {
		r.add("formats", "[]", "at least one of "+strings.Join(known, ", "))
	}
	for i, f := range r.id.Formats {
		switch {
		case !slices.Contains(known, f):
			r.add("formats", f, "one of "+strings.Join(known, ", "))
		case slices.Index(r.id.Formats, f) < i:
			r.add("formats", f, "each only once")
		}
	}
}

// checkSpan reports numbers of parts that are not those of the shard.
func (r *identityReader) checkSpan() {
	id := r.id
	switch {
	case id.Parts < 1 || id.Parts > plan.MaxParts:
		r.add("parts", strconv.Itoa(id.Parts), fmt.Sprintf("a number from 1 to %d", plan.MaxParts))
		return
	case id.Shards < 1 || id.Shards > plan.MaxShards:
		r.add("shards", strconv.Itoa(id.Shards), fmt.Sprintf("a number from 1 to %d", plan.MaxShards))
		return
	case id.Shard < 1 || id.Shard > id.Shards:
		r.add("shard", strconv.Itoa(id.Shard), fmt.Sprintf("a number from 1 to %d, as there are shards", id.Shards))
		return
	}
	first, end := plan.Shard(id.Parts, id.Shard, id.Shards)
	if id.First != first {
		r.add("first_part", strconv.Itoa(id.First), fmt.Sprintf("%d, where shard %d of %d begins in %d parts", first, id.Shard, id.Shards, id.Parts))
	}
	if id.End != end {
		r.add("end_part", strconv.Itoa(id.End), fmt.Sprintf("%d, where shard %d of %d ends in %d parts", end, id.Shard, id.Shards, id.Parts))
	}
}
