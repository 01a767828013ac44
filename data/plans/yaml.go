package plans

import (
	"bytes"
	"errors"
	"fmt"
	"strconv"
	"strings"

	"github.com/goccy/go-yaml"
	"github.com/goccy/go-yaml/ast"
	"github.com/goccy/go-yaml/lexer"
	"github.com/goccy/go-yaml/parser"
	"github.com/goccy/go-yaml/token"

	"reconfig/data/table"
)

// These keep the reader from working long on what is no plan: the library takes a time that grows with the square of the
// keys, and of the items in lines of their own. No case has as many assumptions.
const (
	maxPlanBytes = 1 << 20
	maxNesting   = 8
	maxKeys      = 2000
	maxItems     = 25_000 // in lines of their own
)

// firstKeys is the start of a plan that has too many keys or items, with a problem that says so; nothing of it where that
// start cannot be told, as in brackets. Of another plan it is the whole, with its tokens.
func firstKeys(content []byte) (start []byte, tokens token.Tokens, problem *table.Problem) {
	if len(content) > maxPlanBytes {
		return content, nil, nil // which is reported
	}
	tokens = lexer.Tokenize(string(content))
	if t, _ := unwanted(tokens); t != nil {
		return content, tokens, nil // which is reported
	}
	keys, items, depth, line, isCut := 0, 0, 0, 0, false
	for _, t := range tokens {
		switch t.Type {
		case token.SequenceStartType, token.MappingStartType:
			depth++
		case token.SequenceEndType, token.MappingEndType:
			depth--
		case token.MappingValueType:
			keys++
		case token.SequenceEntryType:
			items++
		}
		if !isCut && (keys > maxKeys || items > maxItems) {
			isCut = true
			if depth == 0 {
				line = t.Position.Line
			}
		}
	}
	if !isCut {
		return content, tokens, nil
	}
	problem = &table.Problem{Expected: fmt.Sprintf("at most %d keys; it has %d, and the last %d were not read", maxKeys, keys, keys-maxKeys)}
	if keys <= maxKeys {
		problem.Expected = fmt.Sprintf("at most %d items in lines of their own (more fit into brackets); it has %d, and the last %d were not read", maxItems, items, items-maxItems)
	}
	start = firstLines(content, line-1)
	return start, lexer.Tokenize(string(start)), problem
}

// firstLines are so many lines of a text.
func firstLines(content []byte, n int) []byte {
	at := 0
	for range n {
		at += bytes.IndexByte(content[at:], '\n') + 1
	}
	return content[:at]
}

// parseYAML reads the tree of a YAML file, of which it has the tokens, that holds one mapping of plain keys and values.
// table.Problems of its text come one at a time: what follows a bracket that is not closed cannot be judged.
func parseYAML(file string, content []byte, tokens token.Tokens) (*ast.MappingNode, *table.Problem) {
	fail := func(p *token.Position, value, expected string) (*ast.MappingNode, *table.Problem) {
		problem := table.Problem{File: file, Value: value, Expected: expected}
		if p != nil {
			problem.Line, problem.Place = p.Line, p.Column
		}
		return nil, &problem
	}
	if p := checkPlanText(content); p != nil {
		p.File = file
		return nil, p
	}
	if t, expected := unwanted(tokens); t != nil {
		return fail(t.Position, strings.TrimSpace(t.Origin), expected)
	}
	tree, err := parser.Parse(tokens, 0)
	if err != nil {
		var syntax yaml.Error
		if errors.As(err, &syntax) && syntax.GetToken() != nil {
			return fail(syntax.GetToken().Position, "", "a plan in YAML: "+plainSyntax(syntax.GetMessage()))
		}
		return fail(nil, "", "a plan in YAML: "+err.Error())
	}
	if len(tree.Docs) == 0 || tree.Docs[0].Body == nil {
		return fail(nil, "", "a plan with at least a case, as in `case: london-2010`; the file is empty")
	}
	if len(tree.Docs) > 1 {
		return fail(secondStart(tokens, tree), "---", "one plan in a file: no second document")
	}
	body := tree.Docs[0].Body
	mapping, ok := body.(*ast.MappingNode)
	if !ok {
		return fail(body.GetToken().Position, body.GetToken().Value, "a plan of keys and values, as in `case: london-2010`")
	}
	return mapping, nil
}

// checkPlanText reports what is no text in UTF-8, or has tabs where YAML needs spaces.
func checkPlanText(content []byte) *table.Problem {
	if len(content) > maxPlanBytes {
		return &table.Problem{Expected: "a plan of at most 1 MB; it has " + strconv.Itoa(len(content)) + " bytes"}
	}
	if p := table.CheckText(content); p != nil {
		return p
	}
	for i, line := range bytes.Split(content, []byte("\n")) {
		indent := line[:len(line)-len(bytes.TrimLeft(line, " \t"))]
		if tab := bytes.IndexByte(indent, '\t'); tab >= 0 && len(bytes.TrimSpace(line)) > 0 {
			return &table.Problem{Line: i + 1, Place: tab + 1, Expected: "spaces before the key: YAML allows no tabs there"}
		}
	}
	return nil
}

// unwanted finds the first token that no plan has: what YAML offers beyond lists, keys and values.
func unwanted(tokens token.Tokens) (*token.Token, string) {
	depth := 0
	for i, t := range tokens {
		switch t.Type {
		case token.AnchorType, token.AliasType, token.TagType, token.MergeKeyType:
			return t, "plain keys and values: no anchors, aliases, merges or tags"
		case token.MappingKeyType:
			return t, "keys without a question mark"
		case token.LiteralType, token.FoldedType:
			return t, "text on one line"
		case token.DirectiveType:
			return t, "a plan without directives"
		case token.SequenceStartType, token.MappingStartType:
			if depth++; depth > maxNesting {
				return t, "fewer brackets in one another"
			}
		case token.SequenceEndType, token.MappingEndType:
			depth--
		case token.SequenceEntryType:
			if i > 0 && tokens[i-1].Type == token.SequenceEntryType && tokens[i-1].Position.Line == t.Position.Line {
				return t, "no list in a list"
			}
		}
	}
	return nil, ""
}

// secondStart is where the second document begins.
func secondStart(tokens token.Tokens, tree *ast.File) *token.Position {
	if start := tree.Docs[1].Start; start != nil {
		return start.Position
	}
	if body := tree.Docs[1].Body; body != nil {
		return body.GetToken().Position
	}
	return tokens[len(tokens)-1].Position
}

// plainSyntax says in other words what the library's messages leave to be guessed.
func plainSyntax(message string) string {
	switch {
	case strings.HasPrefix(message, "mapping key "):
		name, at, _ := strings.Cut(strings.TrimPrefix(message, "mapping key "), " already defined at ")
		return name + " once; it stands at " + strings.Trim(at, "[]") + " already"
	case strings.Contains(message, "not allowed in this context"):
		return message + " (is a key indented more or less than those beside it, or text with a colon not in quotation marks?)"
	}
	return message
}

// scalarText is the text of a scalar as it is written, without quotation marks, and whether it had any. It does not look
// at what YAML takes the text for: 010 would be 8 and 0x1F 31.
func scalarText(n ast.Node) (text string, quoted, ok bool) {
	switch n.(type) {
	case *ast.StringNode, *ast.IntegerNode, *ast.FloatNode, *ast.BoolNode, *ast.InfinityNode, *ast.NanNode:
		t := n.GetToken()
		quoted = t.Type == token.SingleQuoteType || t.Type == token.DoubleQuoteType
		return t.Value, quoted, true
	}
	return "", false, false
}
