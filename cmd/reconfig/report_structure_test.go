package main

import (
	"slices"
	"strings"
	"testing"
)

// checkReferences holds identifiers against what refers to them.
func checkReferences(t *testing.T, all []*element) {
	ids := map[string]bool{}
	for _, e := range all {
		if id, ok := e.attrs["id"]; ok {
			if ids[id] || id == "" {
				t.Errorf("the identifier %q stands twice", id)
			}
			ids[id] = true
		}
	}
	for _, e := range all {
		targets := slices.Concat(strings.Fields(e.attrs["aria-labelledby"]), strings.Fields(e.attrs["aria-describedby"]))
		if target, ok := strings.CutPrefix(e.attrs["href"], "#"); ok {
			targets = append(targets, target)
		}
		for _, target := range targets {
			if !ids[target] {
				t.Errorf("<%s> refers to %q, which is not there", e.name, target)
			}
		}
	}
}

// checkHeadings wants one h1, and no level left out.
func checkHeadings(t *testing.T, all []*element) {
	level, first := 0, 0
	for _, e := range all {
		if len(e.name) != 2 || e.name[0] != 'h' || e.name[1] < '1' || e.name[1] > '6' {
			continue
		}
		n := int(e.name[1] - '0')
		if n > level+1 || strings.TrimSpace(e.text) == "" {
			t.Errorf("<%s> %q follows level %d", e.name, e.text, level)
		}
		if level = n; n == 1 {
			first++
		}
	}
	if first != 1 {
		t.Errorf("%d headings of the first level", first)
	}
	for _, name := range []string{"main", "nav", "header", "footer"} {
		if n := len(called(all, name)); n != 1 {
			t.Errorf("%d elements <%s>", n, name)
		}
	}
	if html := all[0]; html.name != "html" || html.attrs["lang"] != "en-GB" {
		t.Errorf("the page begins with %s in %q", html.name, html.attrs["lang"])
	}
}

// checkSelfContained wants nothing that a browser would fetch, and a policy that forbids it.
func checkSelfContained(t *testing.T, all []*element) {
	for _, e := range all {
		for name, value := range e.attrs {
			address := strings.Contains(value, "//") || strings.HasPrefix(value, "data:")
			isLink := e.name == "a" && name == "href"
			isNamespace := name == "xmlns" || name == "xlink"
			if address && !isLink && !isNamespace {
				t.Errorf("<%s %s=%q> may be fetched", e.name, name, value)
			}
			if strings.HasPrefix(name, "on") || name == "style" || strings.HasPrefix(strings.ToLower(value), "javascript:") {
				t.Errorf("<%s %s=%q> runs something, or has a style that the policy forbids", e.name, name, value)
			}
		}
	}
	for _, name := range []string{"link", "img", "iframe", "object", "embed", "base", "form"} {
		if n := len(called(all, name)); n > 0 {
			t.Errorf("%d elements <%s>", n, name)
		}
	}
	policy := called(all, "meta")[1].attrs["content"]
	if !strings.HasPrefix(policy, "default-src 'none'; style-src 'sha256-") || strings.Contains(policy, "unsafe") {
		t.Errorf("policy %s", policy)
	}
}

// checkTablesAndFigures wants captions and scopes, and words for every picture.
func checkTablesAndFigures(t *testing.T, all []*element) {
	if tables, captions := len(called(all, "table")), len(called(all, "caption")); tables != captions || tables == 0 {
		t.Errorf("%d tables have %d captions", tables, captions)
	}
	for _, e := range called(all, "th") {
		if e.attrs["scope"] == "" || strings.TrimSpace(e.text) == "" {
			t.Errorf("a heading %q of scope %q", e.text, e.attrs["scope"])
		}
	}
	drawings := called(all, "svg")
	if figures := len(called(all, "figure")); figures != len(drawings) || figures == 0 {
		t.Errorf("%d figures have %d drawings", figures, len(drawings))
	}
	for _, e := range drawings {
		if e.attrs["role"] != "img" || e.attrs["aria-labelledby"] == "" || e.attrs["aria-describedby"] == "" {
			t.Errorf("a drawing without words: %v", e.attrs)
		}
	}
	for _, e := range called(all, "desc") {
		if len(e.text) < 40 {
			t.Errorf("a drawing says only %q", e.text)
		}
	}
}
