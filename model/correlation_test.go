package model_test

import (
	"fmt"
	"strings"
	"testing"

	"reconfig/model"
)

// correlated is a case of nothing but assumptions a to q and rank correlations between them.
func correlated(correlations ...model.Correlation) *model.Case {
	c := &model.Case{Correlations: correlations}
	for _, name := range strings.Split("abcdefghijklmnopq", "") {
		c.Assumptions = append(c.Assumptions, model.Assumption{Name: name})
	}
	return c
}

// correlationProblems picks what is wrong with the table of correlations.
func correlationProblems(c *model.Case) []model.Problem {
	var problems []model.Problem
	for _, p := range c.Check() {
		if p.Table == "correlations" {
			problems = append(problems, p)
		}
	}
	return problems
}

func TestRankCorrelationsThatCanHold(t *testing.T) {
	for name, c := range map[string]*model.Case{
		"none":             correlated(),
		"nothing":          correlated(model.Correlation{A: "a", B: "b"}),
		"nearly the same":  correlated(model.Correlation{A: "a", B: "b", RankCorrelation: 0.999}, model.Correlation{A: "c", B: "b", RankCorrelation: -0.999}, model.Correlation{A: "c", B: "a", RankCorrelation: -0.999}),
		"a chain":          correlated(model.Correlation{A: "a", B: "b", RankCorrelation: 0.6}, model.Correlation{A: "b", B: "c", RankCorrelation: 0.6}),
		"apart from these": correlated(model.Correlation{A: "a", B: "b", RankCorrelation: 0.99}, model.Correlation{A: "c", B: "d", RankCorrelation: -0.99}),
	} {
		if problems := correlationProblems(c); len(problems) > 0 {
			t.Errorf("%s: %+v", name, problems)
		}
	}
}

// Each case has one contradiction, among innocent pairs.
func TestRankCorrelationsThatContradictOneAnother(t *testing.T) {
	innocent := []model.Correlation{{A: "d", B: "e", RankCorrelation: 0.8}, {A: "a", B: "h", RankCorrelation: 0.2}, {A: "g", B: "c", RankCorrelation: -0.1}}
	for _, test := range []struct {
		name  string
		pairs []model.Correlation
		row   int // after the innocent ones
		want  string
	}{
		{"two of three against the third", []model.Correlation{{A: "a", B: "b", RankCorrelation: 0.9}, {A: "c", B: "b", RankCorrelation: 0.9}, {A: "a", B: "c", RankCorrelation: -0.9}}, 2,
			"unlike a and b 0.9, a and c -0.9, b and c 0.9: bring"},
		{"the third is not given", []model.Correlation{{A: "h", B: "g", RankCorrelation: 0.95}, {A: "b", B: "g", RankCorrelation: 0.9}}, 1,
			"unlike b and g 0.9, g and h 0.95, b and h 0: bring"},
		{"each against each", []model.Correlation{{A: "a", B: "b", RankCorrelation: -0.6}, {A: "a", B: "c", RankCorrelation: -0.6}, {A: "b", B: "c", RankCorrelation: -0.6}}, 2,
			"unlike a and b -0.6, a and c -0.6, b and c -0.6: bring"},
		{"a star", []model.Correlation{{A: "m", B: "n", RankCorrelation: 0.55}, {A: "m", B: "o", RankCorrelation: 0.55}, {A: "m", B: "p", RankCorrelation: 0.55}, {A: "q", B: "m", RankCorrelation: 0.55}}, 3,
			"unlike m and n 0.55, m and o 0.55, m and p 0.55, m and q 0.55, all other pairs of these 0: bring"},
	} {
		problems := correlationProblems(correlated(append(innocent[:len(innocent):len(innocent)], test.pairs...)...))
		if len(problems) != 1 {
			t.Errorf("%s: %+v", test.name, problems)
			continue
		}
		p := problems[0]
		last := test.pairs[len(test.pairs)-1]
		if p.Row != len(innocent)+test.row || p.Column != "rank_correlation" || p.Value != fmt.Sprint(last.RankCorrelation) || !strings.Contains(p.Expected, test.want) {
			t.Errorf("%s: %+v", test.name, p)
		}
	}
}

// What is refused for a reason of its own is not called a contradiction too.
func TestRankCorrelationsThatAreNone(t *testing.T) {
	for rank, want := range map[float64]string{
		1: "always move together", -1: "always move together", 1.8: "above -1 and below 1", -2: "above -1 and below 1",
	} {
		c := correlated(model.Correlation{A: "a", B: "b", RankCorrelation: 0.9}, model.Correlation{A: "b", B: "c", RankCorrelation: 0.9}, model.Correlation{A: "a", B: "c", RankCorrelation: rank})
		problems := correlationProblems(c)
		if len(problems) != 1 || problems[0].Row != 2 || !strings.Contains(problems[0].Expected, want) {
			t.Errorf("%v: %+v", rank, problems)
		}
	}
	twice := correlated(model.Correlation{A: "a", B: "b", RankCorrelation: 0.5}, model.Correlation{A: "b", B: "a", RankCorrelation: 0.5})
	if problems := correlationProblems(twice); len(problems) != 1 || problems[0].Earlier != 0 {
		t.Errorf("a pair given twice: %+v", problems)
	}
}

// A hundred assumptions, each correlated with every other, must be checked in no time, contradiction or not.
func TestManyRankCorrelations(t *testing.T) {
	c := &model.Case{}
	for i := range 100 {
		c.Assumptions = append(c.Assumptions, model.Assumption{Name: fmt.Sprintf("a%02d", i)})
		for k := range i {
			c.Correlations = append(c.Correlations, model.Correlation{A: c.Assumptions[i].Name, B: c.Assumptions[k].Name, RankCorrelation: 0.5})
		}
	}
	if problems := correlationProblems(c); len(problems) > 0 {
		t.Errorf("%+v", problems)
	}
	for i, x := range c.Correlations {
		if x.A == "a70" && x.B == "a30" {
			c.Correlations[i].RankCorrelation = -0.9
		}
	}
	problems := correlationProblems(c)
	if len(problems) != 1 || strings.Count(problems[0].Expected, " and ") > 20 || !strings.Contains(problems[0].Expected, "a30 and a70 -0.9") {
		t.Errorf("%+v", problems)
	}
}
