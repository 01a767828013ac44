package slips_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"reconfig/model"
	"reconfig/model/modeltest"
	"reconfig/model/slips"
)

// nineBodies is a valid case of nine bodies of 100,000 to 180,000 people, in places a tenth of a degree apart.
func nineBodies() *model.Case {
	c := modeltest.Small()
	c.Commissioners, c.Memberships = nil, nil
	for i := range 9 {
		code := fmt.Sprintf("B%d", i)
		people := 100_000 + 10_000*float64(i)
		c.Commissioners = append(c.Commissioners, model.Commissioner{
			Code: code, Name: code, Population: people, ManagementCostK: 0.04 * people, ManagementCostBasis: "reported",
			Latitude: model.Optional{Value: 51 + float64(i)/10, Given: true}, Longitude: model.Optional{Value: -1 - float64(i)/10, Given: true},
		})
		c.Memberships = append(c.Memberships, model.Membership{Map: "map", Sector: "S", SectorName: "South", Region: "R", Commissioner: code})
	}
	return c
}

func TestSlips(t *testing.T) {
	staffCost, _ := nineBodies().AssumptionIndex("staff.cost")
	for name, test := range map[string]struct {
		change func(*model.Case)
		want   slips.Slip
	}{
		"cost in £": {
			func(c *model.Case) { c.Commissioners[2].ManagementCostK *= 1000 },
			slips.Slip{Table: "commissioners", Rows: []int{2}, Text: "management_cost_k 4800000 and population 120000 make £40000 a head, and the median is £40; is either in another unit?"},
		},
		"population in thousands": {
			func(c *model.Case) { c.Commissioners[2].Population, c.Commissioners[7].Population = 120, 170 },
			slips.Slip{Table: "commissioners", Rows: []int{2, 7}, Text: "management_cost_k 4800 and population 120 make £40000 a head, and the median is £40; is either in another unit?"},
		},
		"weighted population in thousands": {
			func(c *model.Case) {
				c.Commissioners[2].Population, c.Commissioners[2].WeightedPopulation = 120, model.Optional{Value: 111, Given: true}
			},
			slips.Slip{Table: "commissioners", Rows: []int{2}, Text: "management_cost_k 4800 and weighted_population 111 make £43200 a head, and the median is £40; is either in another unit?"},
		},
		"both in thousands": {
			func(c *model.Case) { c.Commissioners[2].Population, c.Commissioners[2].ManagementCostK = 120, 4.8 },
			slips.Slip{Table: "commissioners", Rows: []int{2}, Text: "population 120 is of another order than the others, whose median is 140000; is it in another unit?"},
		},
		"one of each": {
			func(c *model.Case) {
				c.Commissioners[8].ManagementCostK = 7
				c.Commissioners[2].Population, c.Commissioners[2].ManagementCostK = 120, 4.8
			},
			slips.Slip{Table: "commissioners", Rows: []int{2, 8}, Text: "population 120 is of another order than the others, whose median is 140000; is it in another unit?"},
		},
		"swapped": {
			func(c *model.Case) { x := &c.Commissioners[3]; x.Latitude, x.Longitude = x.Longitude, x.Latitude },
			slips.Slip{Table: "commissioners", Rows: []int{3}, Text: "latitude -1.3 and longitude 51.3 are far from all others; are the two swapped?"},
		},
		"elsewhere": {
			func(c *model.Case) { c.Commissioners[3].Longitude.Value = 133.5 },
			slips.Slip{Table: "commissioners", Rows: []int{3}, Text: "latitude 51.3 and longitude 133.5 are far from all others; is it a slip?"},
		},
		"after the horizon": {
			func(c *model.Case) { c.Placements[0].FromYear, c.Placements[2].FromYear = 99, 10 },
			slips.Slip{Table: "placements", Rows: []int{0, 2}, Text: "from_year 99 comes when the horizon of 10 years is over: it never happens in a run"},
		},
		"live after the horizon": {
			func(c *model.Case) { c.Placements[1].FromYear = 9.3 },
			slips.Slip{Table: "placements", Rows: []int{1}, Text: "decided in year 9.3, it goes live in year 10.1, when the horizon of 10 years is over: a run never sees it live"},
		},
		"posts that cannot be": {
			func(c *model.Case) {
				i, _ := c.AssumptionIndex("staff.cost")
				c.Assumptions[i].Low, c.Assumptions[i].Central = 5, 5.6
			},
			slips.Slip{Table: "assumptions", Rows: []int{staffCost}, Text: "staff.cost 5.6 makes 9000 posts of the bodies’ costs, 7.14 for 1,000 people in the median; bodies in the evidence have 0.2 to 0.8; are costs, populations or staff.cost in another unit or currency?"},
		},
		"a code that is missing elsewhere": {
			func(c *model.Case) {
				for i := range c.Commissioners[:2] {
					old, code := c.Commissioners[i].Code, []string{"NA", "null"}[i]
					c.Commissioners[i].Code = code
					for j := range c.Memberships {
						if c.Memberships[j].Commissioner == old {
							c.Memberships[j].Commissioner = code
						}
					}
				}
			},
			slips.Slip{Table: "commissioners", Rows: []int{0, 1}, Text: `"NA" is what R or pandas may take for a missing value; another code or name is safer, or see docs/reading.md`},
		},
	} {
		c := nineBodies()
		test.change(c)
		if problems := c.Check(); len(problems) > 0 {
			t.Fatalf("%s: %+v", name, problems)
		}
		got := slips.Of(c)
		if len(got) != 1 || got[0].Table != test.want.Table || got[0].Text != test.want.Text || !slices.Equal(got[0].Rows, test.want.Rows) {
			t.Errorf("%s:\n got %+v\nwant %+v", name, got, test.want)
		}
	}
}

func TestWhatIsNoSlip(t *testing.T) {
	for name, change := range map[string]func(*model.Case){
		"nothing": func(*model.Case) {},
		"a post that costs five times as much": func(c *model.Case) {
			i, _ := c.AssumptionIndex("staff.cost")
			c.Assumptions[i].Central, c.Assumptions[i].High = 280, 300
		},
		"a cost a head 50 times larger": func(c *model.Case) { c.Commissioners[2].ManagementCostK *= 50 },
		"an island of 600":              func(c *model.Case) { c.Commissioners[2].Population, c.Commissioners[2].ManagementCostK = 600, 600 },
		"an island two degrees away":    func(c *model.Case) { c.Commissioners[2].Longitude.Value = -4 },
		"all in one place": func(c *model.Case) {
			for i := range c.Commissioners {
				c.Commissioners[i].Latitude.Value = 51
			}
		},
		"no places": func(c *model.Case) {
			for i := range c.Commissioners {
				c.Commissioners[i].Latitude, c.Commissioners[i].Longitude = model.Optional{}, model.Optional{}
			}
		},
		"two places far apart": func(c *model.Case) {
			for i := range c.Commissioners[:7] {
				c.Commissioners[i].Latitude, c.Commissioners[i].Longitude = model.Optional{}, model.Optional{}
			}
			c.Commissioners[7].Latitude.Value = -41
		},
		"what stands already":        func(c *model.Case) { c.Placements[0].FromYear = -20 },
		"no whole quarter":           func(c *model.Case) { c.Placements[0].FromYear = 0.3 },
		"live in the last half year": func(c *model.Case) { c.Placements[0].FromYear = 8.7 },
	} {
		c := nineBodies()
		change(c)
		if slips := slips.Of(c); len(slips) > 0 {
			t.Errorf("%s: %+v", name, slips)
		}
	}
}

// Random cases differ by nature, not by slips; only their horizon may be too short for what is placed.
func TestRandomCasesHaveNoSlips(t *testing.T) {
	rapid.Check(t, func(r *rapid.T) {
		for _, s := range slips.Of(modeltest.Random(r)) {
			if !strings.Contains(s.Text, "years is over") {
				r.Fatalf("%+v", s)
			}
		}
	})
	for _, c := range []*model.Case{modeltest.Small(), modeltest.Large(modeltest.National(303))} {
		if slips := slips.Of(c); len(slips) > 0 {
			t.Errorf("%s: %+v", c.Name, slips)
		}
	}
}
