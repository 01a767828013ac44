package html

import (
	"strconv"

	"reconfig/cmd/reconfig/report/document"
)

// Ask is what the reader of a page may ask.
type Ask = document.Ask

// panel is where the reader asks. It is hidden until the script has found that it works.
func panel(l *Live) node {
	if l == nil {
		return nil
	}
	a := l.Ask
	var levers, others, horizon []node
	for i, c := range a.Controls {
		n := control(i, c)
		switch c.Kind {
		case "lever":
			levers = append(levers, n)
		case document.KindHorizon:
			horizon = append(horizon, n)
		default:
			others = append(others, n)
		}
	}
	p := element("aside", attributes{"id", "ask", "class", "screen", "aria-labelledby", "ask-heading"},
		element("h2", attributes{"id", "ask-heading"}, text("Ask it")),
		paragraph("What if? Change a value, and the report is computed again, the figure in view first. Nothing leaves this computer."),
		element("p", attributes{"class", "buttons"}, element("button", attributes{"type", "button", "id", "ask-toggle", "aria-expanded", "false", "aria-controls", "ask-fields"}, text("Show the values"))),
		element("div", attributes{"id", "ask-fields"},
			paragraph("Below a value: "+a.Answer),
			group("Levers: somebody’s choice", levers), group("What moves the answer most", others), group("How long", horizon), structures(a.Structures), maps(a.Maps), reproduce()),
		bar())
	return flag(p, "hidden")
}

// group is a group of fields under a heading; nil of none.
func group(heading string, fields []node) node {
	if len(fields) == 0 {
		return nil
	}
	return lines(element("fieldset", nil, element("legend", nil, text(heading))), fields...)
}

// control is a slider over what is plausible, and a field for what is possible; a box to tick for a yes or no.
func control(i int, c document.Control) node {
	id := "control-" + strconv.Itoa(i)
	if c.YesOrNo() {
		return tick(id, c)
	}
	number := func(v float64) string { return strconv.FormatFloat(v, 'f', -1, 64) }
	inputs := element("div", attributes{"class", "inputs"})
	if c.Low < c.High && !c.None {
		with(inputs, element("input", attributes{"type", "range", "id", id + "-slider", "aria-label", c.Label + ", slider", "min", number(c.Low), "max", number(c.High), "step", number(c.Step), "value", number(c.Value)}))
	} else {
		with(inputs, element("span", nil))
	}
	with(inputs, element("input", attributes{"type", "text", "inputmode", "decimal", "autocomplete", "off", "id", id, "value", number(c.Value), "aria-describedby", id + "-unit " + id + "-why " + id + "-fault"}),
		element("span", attributes{"class", "unit", "id", id + "-unit"}, text(c.Unit)))
	return lines(element("div", attributes{"class", "control", "data-name", c.Name}),
		element("label", attributes{"for", id}, text(c.Label)), inputs, faultOf(id), whyOf(id, c))
}

// tick is a box that is ticked for 1.
func tick(id string, c document.Control) node {
	box := element("input", attributes{"type", "checkbox", "id", id, "aria-describedby", id + "-why " + id + "-fault"})
	if c.Value == 1 {
		flag(box, "checked")
	}
	return lines(element("div", attributes{"class", "control", "data-name", c.Name}),
		element("label", attributes{"class", "choice"}, box, text(" "+c.Label)), faultOf(id), whyOf(id, c))
}

func faultOf(id string) node {
	return element("p", attributes{"class", "fault", "id", id + "-fault", "role", "alert"})
}

func whyOf(id string, c document.Control) node {
	return element("p", attributes{"class", "why", "id", id + "-why"}, text(c.Why))
}

// structures offers the structures, of which one at least is to be chosen.
func structures(all []document.Choice) node {
	boxes := each(all, func(c document.Choice) node {
		box := element("input", attributes{"type", "checkbox", "name", "structure", "value", c.Code})
		if c.Chosen {
			flag(box, "checked")
		}
		return element("label", attributes{"class", "choice"}, box, text(" "+c.Name))
	})
	return group("Structures", append(boxes, element("p", attributes{"class", "fault", "id", "structures-fault", "role", "alert"})))
}

// maps offers the maps of the case; nil where it has one only.
func maps(all []document.Choice) node {
	if len(all) < 2 {
		return nil
	}
	choice := element("select", attributes{"id", "map-choice", "aria-describedby", "map-fault"}, each(all, func(c document.Choice) node {
		option := element("option", attributes{"value", c.Code}, text(c.Name))
		if c.Chosen {
			flag(option, "selected")
		}
		return option
	})...)
	return group("Map", []node{element("label", attributes{"for", "map-choice"}, text("How bodies are grouped")), choice, element("p", attributes{"class", "fault", "id", "map-fault", "role", "alert"})})
}

// reproduce gives a question as a link and as a command.
func reproduce() node {
	return group("Pass it on", []node{
		paragraph("This command computes the same:"), element("pre", nil, element("code", attributes{"id", "ask-command"})),
		element("p", attributes{"class", "buttons"}, button("ask-copy-command", "Copy the command"), text(" "), button("ask-copy-link", "Copy a link")),
		element("p", attributes{"id", "ask-copied", "role", "status"}),
	})
}

// ChangedID is the identifier of where a page says what changed, once something was asked.
const ChangedID = "changed"

// bar says how far the answer is, and leads back.
func bar() node {
	return element("div", attributes{"id", "ask-bar"},
		element("p", attributes{"id", "ask-said", "role", "status"}),
		flag(element("progress", attributes{"id", "ask-progress", "aria-label", "Draws that are done", "max", "1", "value", "0"}), "hidden"),
		element("p", attributes{"class", "buttons"}, button("ask-reset", "Reset"), text(" "), element("a", attributes{"id", "ask-back", "href", "#ask-heading"}, text("Change values")),
			text(" "), flag(element("a", attributes{"id", "ask-changes", "href", "#" + ChangedID}, text("See what changed")), "hidden")))
}

func button(id, label string) node {
	return element("button", attributes{"type", "button", "id", id}, text(label))
}
