package html

import "reconfig/cmd/reconfig/report/document"

// table is a table with its notes, in a box that scrolls where it is too wide.
func table(g *document.Grid) []node {
	var headings []node
	for _, c := range g.Columns {
		headings = append(headings, element("th", attributes{"scope", "col", "class", alignment(c)}, text(c.Heading)))
	}
	caption := g.ID + "-caption"
	body := element("tbody", nil)
	for _, row := range g.Rows {
		with(body, text("\n"), tableRow(g.Columns, row))
	}
	box := element("div", attributes{"class", "scroll", "tabindex", "0", "role", "region", "aria-labelledby", caption},
		element("table", attributes{"id", g.ID + "-table", "class", g.Class},
			element("caption", attributes{"id", caption}, element("span", nil, text(g.Caption))),
			element("thead", nil, element("tr", nil, headings...)), body))
	if len(g.Notes) == 0 {
		return []node{box}
	}
	return []node{box, element("div", attributes{"class", "notes"}, each(g.Notes, paragraph)...)}
}

// tableRow is a row; its first cell is its heading.
func tableRow(columns []document.Column, cells []document.Cell) node {
	row := element("tr", nil)
	for i, c := range cells {
		if i == 0 {
			with(row, element("th", attributes{"scope", "row"}, cell(c)...))
			continue
		}
		with(row, element("td", attributes{"class", alignment(columns[i]), "data-value", c.Sort}, cell(c)...))
	}
	return row
}

func alignment(c document.Column) string {
	if c.Right {
		return "right"
	}
	return ""
}

// cell is what stands in a cell.
func cell(c document.Cell) []node {
	all := []node{text(c.Text)}
	if c.Code != "" {
		all = append(all, text(" "), element("code", nil, text(c.Code)))
	}
	if c.Below != "" {
		all = append(all, text(" "), element("span", attributes{"class", "below"}, text(c.Below)))
	}
	return append(all, links(c.Links, " ")...)
}
