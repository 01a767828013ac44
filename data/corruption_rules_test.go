package data_test

import (
	"bytes"
	"encoding/binary"
	"encoding/csv"
	"fmt"
	"hash/fnv"
	"math/rand/v2"
	"os"
	"path"
	"slices"
	"strings"
	"unicode/utf16"
)

// corruption is what a rule makes of a file of a good case.
type corruption struct {
	rule      string // as in "number 1,234"
	file      string
	column    string // that it is about, if any
	line      int    // that a problem must name; 0 for the file as a whole
	elsewhere string // file and line that may be named instead; anywhere for what only other rows show
	put       func(path string) error
}

// anywhere is where the faults of a code are that rows of other files refer to: it is well written, so that they are
// what does not fit.
const anywhere = "anywhere"

// anyLine is the line of corruptions that leave no line as it was.
const anyLine = -1

func (c corruption) String() string {
	return strings.TrimSpace(fmt.Sprintf("%s: %s %s", c.rule, c.file, c.column))
}

// stillValid lists the corruptions that make another valid case, with the reason: no reader can tell them from what
// somebody means. Where names columns, or files where the corruption is of the whole file.
var stillValid = []struct {
	rules, where []string
	reason       string
}{
	{
		texts("", "Q ", " Q", "\u00a0Q", "Q\u200b", "\u202eQ", "Q\tx", "Q\nx", "=1+1", "+1", "-1", "@SUM(A1)", "=cmd|'/C calc'!A0", "=HYPERLINK(\"http://x\")", "\tQ", "\rQ",
			"＝1+1", "＋1", "－1", "＠x", "'=1+1", "'1", "nothing-of-the-kind", "QQ", "../../etc/passwd", "1,234"),
		append([]string{"basis", "unit", "description", "citation", "url"}, furtherColumns...),
		"prose may say anything or nothing; what is written of it into results is made safe there",
	},
	{
		[]string{"column dropped", "column renamed by a letter", "column in capitals", "column with blanks for underscores"}, furtherColumns,
		"nothing is computed with a further column, and it may have any name",
	},
	{[]string{"columns reversed", "columns shuffled"}, []string{"commissioners.csv"}, "further columns are shown in the order of the file"},
	{[]string{"column dropped"}, []string{"weighted_population"}, "it is optional; costs a head are then of the population, and say so"},
	{numbers(""), []string{"weighted_population", "boundary_m"}, "not known of one"},
	{
		texts("nothing-of-the-kind", "QQ", "../../etc/passwd", "1,234"), []string{"name", "organisation", "kind"},
		"a name may be any that no other row has, and an observation of any kind",
	},
	{texts("nothing-of-the-kind", "QQ"), []string{"id"}, "nothing refers to an observation"},
	{texts("nothing-of-the-kind", "QQ"), []string{"sector", "region"}, "a sector or region of its own, as when it is moved"},
	{texts("Q ", " Q", "\u00a0Q", "\tQ", "\rQ"), []string{"sources", "source", "settings"}, "blanks around the items of a list mean nothing"},
	{texts(""), []string{"source", "settings"}, "no source, no setting"},
	{numbers("-1", "0", "-0", "0.5"), []string{"latitude", "longitude"}, "a place south of the equator, or west of Greenwich"},
	{numbers("-1", "0", "-0"), []string{"from_year", "low", "high"}, "decided before the start; an observed loss"},
	{numbers("0.5"), []string{"from_year", "min"}, "decided half a year later; a narrower range of what is possible"},
	{
		numbers("0", "-0", "0.5", "+Q"), []string{"allocation_k", "debt_k", "value", "boundary_m", "capacity_weight", "low", "central", "high", "max", "rank_correlation", "management_cost_k"},
		"another number within what is possible",
	},
	{[]string{"all of the capacity_weight"}, []string{"capacity_weight"}, "weights need not add up to 1"},
	{[]string{"missing file"}, []string{"correlations.csv", "observations.csv"}, "optional; a warning says that the description lists it"},
	{
		[]string{"Windows-1252", "Windows-1252 quote"},
		[]string{"functions.csv", "observations.csv", "placements.csv", "structures.csv", "sources.csv", "arrangements.csv", "debts.csv", "debt_plan.csv", "correlations.csv", "assumptions.csv", "commissioners.csv", "sectors.csv", "allocations.csv", "neighbours.csv", "datapackage.json"},
		"a letter in prose or in a name, in an encoding that is read; a warning shows it",
	},
	{[]string{"header only"}, []string{"correlations.csv", "observations.csv", "placements.csv", "neighbours.csv"}, "a table may have no rows; a warning says so, except of neighbours"},
}

// furtherColumns are those of the cases that come with the program.
var furtherColumns = []string{"repaying_debt_basis", "gp_practices", "area", "registered_population", "running_cost_allowance_2025_26_k", "admin_posts_september_2017"}

// texts and numbers are the rules that put them into cells.
func texts(all ...string) []string   { return rulesOf("text ", all) }
func numbers(all ...string) []string { return rulesOf("number ", all) }

func rulesOf(kind string, all []string) []string {
	rules := make([]string, len(all))
	for i, text := range all {
		rules[i] = kind + shorten(text)
	}
	return rules
}

// allowed is the place of the corruption in stillValid; -1 if it has none.
func (c corruption) allowed() int {
	where := c.column
	if where == "" {
		where = c.file
	}
	for i, v := range stillValid {
		if slices.Contains(v.rules, c.rule) && slices.Contains(v.where, where) {
			return i
		}
	}
	return -1
}

// corruptionsOf makes all corruptions of a file, the same every time.
func corruptionsOf(name, file, content string) []corruption {
	h := fnv.New64()
	h.Write([]byte(name + file))
	s := &spoiler{file: file, content: content, random: rand.New(rand.NewPCG(2010, h.Sum64()))}
	s.spoilFile()
	if strings.Count(content, "\n") < 2 {
		return s.all // a table without rows has nothing else to spoil
	}
	s.spoilEncoding()
	if file == "datapackage.json" {
		s.spoilDescription(name)
		return s.all
	}
	s.rows, _ = csv.NewReader(strings.NewReader(content)).ReadAll()
	s.spoilLines()
	s.spoilColumns()
	s.spoilCells()
	s.spoilMeaning()
	return s.all
}

// spoiler applies the rules to one file.
type spoiler struct {
	file, content string
	rows          [][]string // the header first; the files of both cases have a line a row
	random        *rand.Rand
	all           []corruption
}

func (s *spoiler) add(rule, column string, line int, content string) *corruption {
	s.all = append(s.all, corruption{rule: rule, file: s.file, column: column, line: line, put: func(path string) error {
		return os.WriteFile(path, []byte(content), 0o644)
	}})
	return &s.all[len(s.all)-1]
}

// anyRow is a random row, not the header; its line is one more.
func (s *spoiler) anyRow() int { return 1 + s.random.IntN(len(s.rows)-1) }

func (s *spoiler) spoilFile() {
	s.add("empty file", "", 1, "")
	s.add("blank file", "", anyLine, "\n\n \n")
	s.add("a picture", "", 1, "\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR")
	s.add("a workbook", "", 1, "PK\x03\x04\x14\x00\x06\x00[Content_Types].xml")
	s.add("zeros", "", 1, strings.Repeat("\x00", 5000))
	for rule, put := range map[string]func(string) error{
		"missing file":      func(string) error { return nil },
		"a folder":          func(p string) error { return os.Mkdir(p, 0o755) },
		"a link to nothing": func(p string) error { return os.Symlink("nothing", p) },
		"a link outside":    func(p string) error { return os.Symlink("../outside.csv", p) },
		"a link to itself":  func(p string) error { return os.Symlink(path.Base(p), p) },
	} {
		s.all = append(s.all, corruption{rule: rule, file: s.file, put: put})
	}
	for rule, other := range map[string]string{"capital ending": strings.ToUpper(s.file), "ending of text": s.file + ".txt", "singular": strings.Replace(s.file, "s.csv", ".csv", 1)} {
		if other == s.file || rule == "singular" && s.file == "datapackage.json" {
			continue
		}
		s.all = append(s.all, corruption{rule: rule, file: s.file, put: func(p string) error {
			return os.WriteFile(path.Join(path.Dir(p), other), []byte(s.content), 0o644)
		}})
	}
}

func (s *spoiler) spoilEncoding() {
	wide := utf16.Encode([]rune(s.content))
	for _, order := range []binary.ByteOrder{binary.LittleEndian, binary.BigEndian} {
		var b []byte
		for _, u := range wide {
			b = append(b, 0, 0)
			order.PutUint16(b[len(b)-2:], u)
		}
		mark := []byte{0, 0}
		order.PutUint16(mark, 0xfeff)
		s.add("UTF-16 "+order.String(), "", 1, string(b))
		s.add("UTF-16 with mark "+order.String(), "", 1, string(mark)+string(b))
	}
	lines := strings.SplitAfter(s.content, "\n")
	n := 1 + s.random.IntN(len(lines)-2)
	insert := func(what string) string {
		i := s.random.IntN(len(lines[n]))
		return strings.Join(lines[:n], "") + lines[n][:i] + what + lines[n][i:] + strings.Join(lines[n+1:], "")
	}
	s.add("Windows-1252", "", n+1, insert("\xe9")).elsewhere = anywhere
	s.add("Windows-1252 quote", "", n+1, insert("\x92")).elsewhere = anywhere
	s.add("another encoding", "", n+1, insert("\x81"))
	s.add("half a letter", "", n+1, insert("\xe2\x82"))
	s.add("zero byte", "", n+1, insert("\x00"))
	s.add("bell", "", n+1, insert("\a"))
	s.add("lost letter", "", n+1, insert("\ufffd"))
	s.add("mark within", "", n+1, strings.Join(lines[:n], "")+"\ufeff"+strings.Join(lines[n:], ""))
	s.add("mark before", "", anyLine, "\ufeff"+s.content)
	s.add("two marks", "", 1, "\ufeff\ufeff"+s.content)
	s.add("CRLF", "", anyLine, strings.ReplaceAll(s.content, "\n", "\r\n"))
	s.add("CR", "", anyLine, strings.ReplaceAll(s.content, "\n", "\r"))
}

func (s *spoiler) spoilLines() {
	lines := strings.SplitAfter(s.content, "\n")
	n := s.anyRow()
	with := func(i int, line string) string {
		return strings.Join(lines[:i], "") + line + strings.Join(lines[i+1:], "")
	}
	s.add("header only", "", 1, lines[0])
	s.add("no header", "", 1, strings.Join(lines[1:], ""))
	s.add("title above", "", 1, "My table\n"+s.content)
	s.add("title above in cells", "", 1, "My table"+strings.Repeat(",", len(s.rows[0])-1)+"\n"+s.content)
	s.add("sep line", "", 1, "sep=,\n"+s.content)
	s.add("semicolons", "", anyLine, encodeWith(';', s.rows))
	s.add("tabs", "", anyLine, encodeWith('\t', s.rows))
	s.add("header of semicolons", "", 1, strings.ReplaceAll(lines[0], ",", ";")+strings.Join(lines[1:], ""))
	s.add("too few cells", "", n+1, with(n, encode([][]string{s.rows[n][1:]})))
	s.add("too many cells", "", n+1, with(n, strings.TrimSuffix(lines[n], "\n")+",x\n"))
	s.add("open quote", "", n+1, with(n, `"`+lines[n]))
	s.add("bare quote", "", n+1, with(n, `a"b`+lines[n]))
	s.add("row twice", "", n+2, with(n, lines[n]+lines[n]))
	s.add("row of nothing", "", anyLine, with(n, strings.Repeat(",", len(s.rows[0])-1)+"\n"+lines[n]))
	s.add("blank line", "", anyLine, with(n, "\n"+lines[n]))
	s.add("cut in a row", "", n+1, strings.Join(lines[:n], "")+lines[n][:len(lines[n])/3]).elsewhere = anywhere
	reversed := slices.Clone(s.rows[1:])
	slices.Reverse(reversed)
	s.add("rows reversed", "", anyLine, encode(append([][]string{s.rows[0]}, reversed...)))
	s.random.Shuffle(len(reversed), func(i, j int) { reversed[i], reversed[j] = reversed[j], reversed[i] })
	s.add("rows shuffled", "", anyLine, encode(append([][]string{s.rows[0]}, reversed...)))
	s.add("all in quotes", "", anyLine, quoteAll(s.rows))
}

func encode(rows [][]string) string { return encodeWith(',', rows) }

func encodeWith(separator rune, rows [][]string) string {
	var b bytes.Buffer
	w := csv.NewWriter(&b)
	w.Comma = separator
	w.WriteAll(rows)
	return b.String()
}

func quoteAll(rows [][]string) string {
	var b strings.Builder
	for _, row := range rows {
		for i, cell := range row {
			if i > 0 {
				b.WriteByte(',')
			}
			b.WriteString(`"` + strings.ReplaceAll(cell, `"`, `""`) + `"`)
		}
		b.WriteByte('\n')
	}
	return b.String()
}

// columnsFrom makes a table of the given columns of the file, by their places.
func (s *spoiler) columnsFrom(places []int) string {
	rows := make([][]string, len(s.rows))
	for i, row := range s.rows {
		for _, p := range places {
			rows[i] = append(rows[i], row[p])
		}
	}
	return encode(rows)
}

func (s *spoiler) spoilColumns() {
	header := s.rows[0]
	places := make([]int, len(header))
	for i := range places {
		places[i] = i
	}
	for i, name := range header {
		s.add("column dropped", name, 1, s.columnsFrom(slices.Delete(slices.Clone(places), i, i+1)))
		s.add("column doubled", name, 1, s.columnsFrom(append(slices.Clone(places), i)))
		letter := s.random.IntN(len(name))
		other := []byte(name)
		other[letter] = byte('a' + (int(other[letter])+7)%26)
		for rule, renamed := range map[string]string{
			"column renamed by a letter": string(other), "column in capitals": strings.ToUpper(name), "column with a blank": name + " ",
			"column with a hard blank": "\u00a0" + name, "column with blanks for underscores": strings.ReplaceAll(name, "_", " "),
			"column without a name": "", "column that is a formula": "=" + name,
		} {
			if renamed != name {
				s.add(rule, name, 1, encode(append([][]string{replaced(header, i, renamed)}, s.rows[1:]...)))
			}
		}
	}
	slices.Reverse(places)
	s.add("columns reversed", "", anyLine, s.columnsFrom(places))
	s.random.Shuffle(len(places), func(i, j int) { places[i], places[j] = places[j], places[i] })
	s.add("columns shuffled", "", anyLine, s.columnsFrom(places))
}

func replaced(row []string, i int, cell string) []string {
	row = slices.Clone(row)
	row[i] = cell
	return row
}

// set puts a cell into a row.
func (s *spoiler) set(rule string, row int, column, cell string) *corruption {
	rows := slices.Clone(s.rows)
	rows[row] = replaced(rows[row], slices.Index(s.rows[0], column), cell)
	return s.add(rule, column, row+1, encode(rows))
}

// numeric lists the columns of numbers.
var numeric = []string{
	"population", "weighted_population", "management_cost_k", "latitude", "longitude", "boundary_m", "share", "capacity_weight", "from_year",
	"min", "max", "low", "central", "high", "rank_correlation", "allocation_k", "value", "debt_k", "plan_quarter",
}

// badNumbers are put into every column of numbers; Q stands for what is there.
var badNumbers = []string{
	"NaN", "Inf", "-Inf", "INF", "1e308", "-1e308", "1e300", "1e999", "1e-300", "5e-324", "-1", "0", "-0", "0x1F", "0b11", "1_000", "1,234", "1,234,567.8", "1.234,5", "12,5", "1 234", "1\u00a0234",
	"Q%", "£Q", "Q €", "$Q", "'Q", " Q", "Q ", "\u00a0Q", "(Q)", "Q-", "−Q", "Qk", "Q people", "~Q", "<Q", "", "-", "n/a", "unknown", "TRUE", "2010-04-01", "Jan-10",
	"=1+1", "=Q", "+Q", "@SUM(Q)", "=cmd|'/C calc'!A0", "#REF!", "#N/A", "#DIV/0!", "１２３", "٣", "½", "1e", "e5", ".", "--1", "1..2", "Q\n", "Q\t", "00Q", "Q.", "0.5", "1e13", "1000000000000000",
}

// badTexts are put into every column of text.
var badTexts = []string{
	"", "Q ", " Q", "\u00a0Q", "Q\u200b", "\u202eQ", "Q\tx", "Q\nx", "=1+1", "+1", "-1", "@SUM(A1)", "=cmd|'/C calc'!A0", "=HYPERLINK(\"http://x\")", "\tQ", "\rQ", "＝1+1", "＋1", "－1", "＠x",
	"'=1+1", "'1", "#REF!", "#N/A", "nothing-of-the-kind", "QQ", "../../etc/passwd", "1,234", strings.Repeat("long ", 10_000),
}

func (s *spoiler) spoilCells() {
	for i, column := range s.rows[0] {
		bad, kind := badTexts, "text "
		if slices.Contains(numeric, column) {
			bad, kind = badNumbers, "number "
		}
		for _, text := range bad {
			row := s.anyRow()
			was := s.rows[row][i]
			if kind == "number " && was == "" {
				was = "12"
			}
			cell := strings.ReplaceAll(text, "Q", was)
			c := s.set(kind+shorten(text), row, column, cell)
			switch s.file + " " + column {
			case "functions.csv share", "functions.csv capacity_weight":
				c.elsewhere = s.file + ":1" // what the rows add up to
			case "commissioners.csv code", "functions.csv code", "functions.csv class", "arrangements.csv code", "structures.csv structure", "sources.csv id",
				"sectors.csv map", "assumptions.csv name", "allocations.csv year", "correlations.csv rank_correlation", "debts.csv organisation":
				c.elsewhere = anywhere
			}
		}
	}
}

func shorten(text string) string {
	text = fmt.Sprintf("%q", text)
	return text[1:min(len(text)-1, 24)]
}
