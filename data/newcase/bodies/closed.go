package bodies

import (
	"fmt"
	"slices"
	"strings"

	"reconfig/data/newcase/reading"
	"reconfig/data/pattern"
)

// What headers say of columns that tell which bodies are no more, and which others they became, as closedHeader writes them.
var (
	endHeader = pattern.New(`^(date |year )?(of )?(clos(e|ed|ing|ure)|end|ended|abolished|abolition|dissolved|dissolution|ceased|cessation|expiry|merged|terminated|termination|inactive|defunct)( (date|year|on|in|from|since))?$` +
		`|^(valid|active|open|in force) (to|until|till)$|^date (to|until)$` +
		`|^(gültig bis|aufgelöst( am)?|auflösung|aufgehoben|einddatum|opgeheven( op)?|opheffing|slutdato|nedlagt|ophørt|ophørsdato|gyldig til|geldig tot)$`)
	successorHeader = pattern.New(`^((new )?successors?|succeeded by|replaced by|superseded by|(merged|amalgamated|incorporated|absorbed) (in)?to|(merged|amalgamated) with|(is )?now( a)? part of|became|absorbed by|nachfolger(in)?|opvolger|efterfølger|afløst af|opgegaan in|sammenlagt med|lagt sammen til)( (code|name|id|body|bodies|authority|council|trust))*$`)
	originHeader    = pattern.New(`^(predecessors?|preceded by|formed from|merged from|replaces|vorgänger(in)?|voorganger|forgænger)( (codes?|names?|ids?|body|bodies))*$`)
	statusHeader    = pattern.New(`^(status|state)$`)
	openHeader      = pattern.New(`^(is |still )?(active|open|live|current|in existence)$`)

	closedStatus = pattern.New(`(?i)^(closed|inactive|abolished|dissolved|ceased|merged|ended|defunct|historic(al)?|former|terminated|superseded|aufgelöst|opgeheven|nedlagt|ophørt)( body| organisation)?` +
		`([\s:;,(–-]+(on|in|into|with|at|from|since|by|am|op|per|\d+|january|february|march|april|may|june|july|august|september|october|november|december|merged|abolished|dissolved|superseded|replaced)\b.*)?$`)
	stillOpen = pattern.New(`(?i)^(current|active|open|present|ongoing|none|n/?a|no|live)$|\b(9999|2999|2099|2100)\b`)
	saysYes   = pattern.New(`(?i)^(yes|y|true|1|x|ja|j|✓|✔)$`)
	saysNo    = pattern.New(`(?i)^(no|n|false|0|nein|nee|nej|inactive|closed)$`)

	asAt     = pattern.New(`(?i)[\s,(]+(as (at|of|on)\b.*|(at|on|in|from)?\s*(\d{1,2} )?(january|february|march|april|may|june|july|august|september|october|november|december)?\s*(19|20)\d\d\)?)$`)
	twoWords = pattern.New(`(\p{Ll})(\p{Lu})`)
)

// ofWhom are words of headers that say of whom or in what sense something closed.
var ofWhom = []string{"legal", "operational", "organisation", "organization", "org", "ods", "nhs", "ons", "gss", "current", "official", "the"}

// closedHeader writes a header in small letters, without marks, days and words that say of whom it speaks: CloseDate, ODS
// close date and Close date (legal) are the same.
func closedHeader(header string) string {
	header = twoWords().ReplaceAllString(reading.WithoutMarks(reading.Tidy(header)), "$1 $2")
	words := reading.LowerWords(asAt().ReplaceAllString(header, ""))
	if len(words) > 1 {
		words = slices.DeleteFunc(words, func(w string) bool { return slices.Contains(ofWhom, w) })
	}
	return strings.Join(words, " ")
}

// isAboutAnother says whether a header names what another body has: the code of a successor is no code of this one.
func isAboutAnother(header string) bool {
	header = closedHeader(header)
	return successorHeader().MatchString(header) || originHeader().MatchString(header)
}

// leaveOutClosed leaves out bodies that have an end or a successor, or asks the user about them: beside their successor
// they count people twice. In a table where all have an end, that is history.
func (r *reader) leaveOutClosed() {
	if r.options.KeepClosed {
		return
	}
	closed, headers, column := r.closedBodies()
	if len(closed) == 0 || len(closed) == len(r.Records) {
		return
	}
	isClosed := func(row int) bool { return slices.Contains(closed, row) }
	if r.options.DropClosed {
		r.leaveOut(isClosed, "an end or a successor in "+headers+", as --drop-closed says")
		return
	}
	var names []string
	for _, row := range closed {
		names = append(names, r.called(row))
	}
	row := closed[0]
	if reading.Tidy(r.Records[row][column]) == "" { // another body names it
		column = r.columns[NameRole]
	}
	r.add(r.Lines[row][column], reading.Tidy(r.Header[column]), r.Records[row][column], fmt.Sprintf(
		"bodies that exist side by side: %s have an end or a successor in %s, and beside their successor their people and costs count twice: --drop-closed leaves them out, --keep-closed keeps them as bodies", listed(names), headers), "")
	for _, row := range closed[1:] {
		r.add(r.Lines[row][column], reading.Tidy(r.Header[column]), r.Records[row][column], "", "")
		r.last().kind = r.all[len(r.all)-2].kind
	}
}

// closedBodies lists the records that have an end or a successor, the headers that say so, and the first such column.
func (r *reader) closedBodies() (closed []int, headers string, column int) {
	column = -1
	var said []string
	for i, header := range r.Header {
		if slices.Contains(r.used(), i) {
			continue
		}
		found := r.closedBy(i, closedHeader(header))
		if len(found) == 0 || len(found) == len(r.Records) {
			continue
		}
		if column < 0 {
			column = i
		}
		said = append(said, reading.Tidy(header))
		closed = append(closed, found...)
	}
	slices.Sort(closed)
	if len(said) > 0 {
		headers = "“" + strings.Join(said, "” and “") + "”"
	}
	return slices.Compact(closed), headers, column
}

// closedBy lists the records that a column says are no more when the case starts.
func (r *reader) closedBy(i int, header string) (closed []int) {
	isSuccessor, isOpenHeader := successorHeader().MatchString(header), openHeader().MatchString(header)
	for row := range r.Records {
		cell := reading.Tidy(r.Records[row][i])
		isNone := cell == "" || reading.Withheld(cell) && len(r.bodiesNamed([]string{cell})) == 0 || stillOpen().MatchString(cell)
		switch {
		case isOpenHeader && saysNo().MatchString(cell):
			closed = append(closed, row)
		case isNone:
		case endHeader().MatchString(header) && r.saysEnded(cell), isSuccessor && !strings.EqualFold(cell, r.cell(row, CodeRole)) && !strings.EqualFold(cell, r.cell(row, NameRole)):
			closed = append(closed, row)
		case statusHeader().MatchString(header) && closedStatus().MatchString(cell):
			closed = append(closed, row)
		case originHeader().MatchString(header):
			closed = append(closed, r.bodiesNamed(strings.FieldsFunc(cell, func(c rune) bool { return strings.ContainsRune(",;/|+&", c) }))...)
		}
	}
	return closed
}

// saysEnded says whether a cell of a column of ends tells that the body had ended when the case starts.
func (r *reader) saysEnded(cell string) bool {
	if saysYes().MatchString(cell) || closedStatus().MatchString(cell) {
		return true
	}
	first, ok := reading.FirstDay(cell)
	return ok && (r.options.Start.IsZero() || !first.After(r.options.Start))
}

// bodiesNamed lists the records whose name or code is one of those.
func (r *reader) bodiesNamed(names []string) (rows []int) {
	for row := range r.Records {
		if slices.ContainsFunc(names, func(name string) bool {
			name = reading.Tidy(name)
			return name != "" && (strings.EqualFold(name, r.cell(row, CodeRole)) || strings.EqualFold(name, r.cell(row, NameRole)))
		}) {
			rows = append(rows, row)
		}
	}
	return rows
}

// used lists the columns that have a role.
func (r *reader) used() (columns []int) {
	for _, i := range r.columns {
		columns = append(columns, i)
	}
	return columns
}
