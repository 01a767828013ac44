package html

import (
	"io"
	"regexp"

	"golang.org/x/net/html"
)

// node is an element, a text or a list of such. Texts and attributes are escaped as they are written; only raw is written as it is.
type node = *html.Node

// attributes are names and values in turn. A name whose value is empty is left out.
type attributes []string

// element makes an element. A child that is nil is left out.
func element(name string, a attributes, children ...node) node {
	n := &html.Node{Type: html.ElementNode, Data: name}
	for i := 0; i < len(a); i += 2 {
		if a[i+1] != "" {
			n.Attr = append(n.Attr, html.Attribute{Key: a[i], Val: a[i+1]})
		}
	}
	return with(n, children...)
}

// with adds children to an element.
func with(n node, children ...node) node {
	for _, c := range children {
		if c != nil {
			n.AppendChild(c)
		}
	}
	return n
}

// flag gives an element an attribute without a value, as in hidden.
func flag(n node, name string) node {
	n.Attr = append(n.Attr, html.Attribute{Key: name})
	return n
}

// text makes a text; nil of none.
func text(s string) node {
	if s == "" {
		return nil
	}
	return &html.Node{Type: html.TextNode, Data: s}
}

// signed is an amount of money below zero. Browsers would break a line after its sign.
var signed = regexp.MustCompile(`−\p{Sc}[\d.,]*\d[a-z]*`)

// prose is text in which no line is broken after a sign.
func prose(s string) []node {
	var all []node
	start := 0
	for _, at := range signed.FindAllStringIndex(s, -1) {
		all = append(all, text(s[start:at[0]]), element("span", attributes{"class", "whole"}, text(s[at[0]:at[1]])))
		start = at[1]
	}
	return append(all, text(s[start:]))
}

// raw is text that is markup already: a drawing, whose texts the drawing library has escaped.
func raw(markup string) node { return &html.Node{Type: html.RawNode, Data: markup} }

// each makes something of every item, a node mostly.
func each[T, N any](items []T, of func(T) N) []N {
	var all []N
	for _, item := range items {
		all = append(all, of(item))
	}
	return all
}

// write writes nodes, each on a line of its own.
func write(w io.Writer, nodes ...node) error {
	for _, n := range nodes {
		if n == nil {
			continue
		}
		if err := html.Render(w, n); err != nil {
			return err
		}
		if _, err := io.WriteString(w, "\n"); err != nil {
			return err
		}
	}
	return nil
}
