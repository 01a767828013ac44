package html

import (
	"strconv"
	"strings"

	"reconfig/cmd/reconfig/report/document"
)

// Block writes a block as it stands in the page, to take the place of the element whose identifier is the block's key.
func Block(b document.Block) (string, error) {
	var out strings.Builder
	err := write(&out, blockNodes(b)...)
	return strings.TrimSpace(out.String()), err
}

// blockNodes are the elements of a block. One with a key is one element, which bears it.
func blockNodes(b document.Block) []node {
	if b.Figure != nil {
		return []node{figure(b.Figure)}
	}
	var all []node
	if b.Heading != "" {
		all = append(all, element("h3", attributes{"id", b.ID}, text(b.Heading)))
	}
	all = append(all, each(b.Text, paragraph)...)
	if b.Command != "" {
		all = append(all, element("pre", nil, element("code", nil, text(b.Command))))
	}
	if len(b.List) > 0 {
		all = append(all, element("ul", nil, each(b.List, func(s string) node { return element("li", nil, prose(s)...) })...))
	}
	if len(b.Terms) > 0 {
		all = append(all, element("dl", nil, each(b.Terms, term)...))
	}
	if b.Table != nil {
		all = append(all, table(b.Table)...)
	}
	if len(b.Saved) > 0 {
		all = append(all, element("ul", attributes{"class", "saved"}, each(b.Saved, saved)...))
	}
	if len(b.Sources) > 0 {
		all = append(all, element("dl", attributes{"class", "sources"}, each(b.Sources, source)...))
	}
	if b.More != nil {
		all = append(all, element("p", attributes{"class", "screen"}, links([]document.Link{*b.More}, "")...))
	}
	if b.Key != "" {
		return []node{element("div", attributes{"id", b.Key, "class", "renewed"}, all...)}
	}
	return all
}

func paragraph(s string) node { return element("p", nil, prose(s)...) }

// term is a name with what is said of it.
func term(t document.Term) node {
	return element("div", nil, element("dt", nil, text(t.Name)), element("dd", nil, text(t.Said)))
}

// saved is a table that a click saves; its address is the table itself.
func saved(s document.Saved) node {
	rows := "rows"
	if s.Rows == 1 {
		rows = "row"
	}
	return element("li", attributes{"id", s.ID}, element("a", attributes{"download", s.File, "href", s.Href}, text("Save "+s.File)),
		text(" "+s.Title+"; "+strconv.Itoa(s.Rows)+" "+rows+", "+s.Size))
}

// source is where a figure comes from. Its addresses lead to pages of the web (see document.Source).
func source(s document.Source) node {
	said := element("dd", nil, text(s.Citation))
	for _, address := range s.Addresses {
		with(said, text(" "), element("a", attributes{"href", address, "rel", "noreferrer"}, text(address)))
	}
	return element("div", attributes{"id", s.ID}, element("dt", nil, text(s.Name)), said)
}

// figure is a drawing with its caption, what it is drawn from, and the same in words.
func figure(d *document.Drawing) node {
	number := "Figure " + strconv.Itoa(d.Number)
	caption := element("p", nil, text(number+". "+d.Summary+"."))
	if len(d.Data) > 0 {
		with(caption, text(" "), with(element("span", attributes{"class", "screen"}, text("Data: ")), append(links(d.Data, ", "), text("."))...))
	}
	return element("figure", attributes{"id", d.ID, "class", "renewed"},
		element("div", attributes{"class", "scroll card", "tabindex", "0", "role", "region", "aria-label", number + ", " + d.Name}, raw("\n"+d.SVG+"\n")),
		element("figcaption", nil, caption,
			element("details", attributes{"class", "screen"}, element("summary", nil, text(number+" in words")), paragraph(d.Words))))
}

// links are links with a text between each two.
func links(all []document.Link, between string) []node {
	var nodes []node
	for i, l := range all {
		if i > 0 {
			nodes = append(nodes, text(between))
		}
		nodes = append(nodes, element("a", attributes{"href", l.Target}, text(l.Text)))
	}
	return nodes
}

// Section writes a section as it stands in the page.
func Section(s document.Section) (string, error) {
	var out strings.Builder
	err := write(&out, section(s))
	return strings.TrimSpace(out.String()), err
}
