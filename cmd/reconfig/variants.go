package main

import (
	"context"

	"github.com/spf13/cobra"

	"reconfig/cmd/reconfig/report/analyses"
	"reconfig/model/result"
	"reconfig/sim/analysis"
	"reconfig/sim/analysis/variants"
)

var _ = register(method{order: 70, name: "variants", command: newVariantsCommand})

type variantOptions struct {
	analysisOptions
	choiceOptions
	outcomes []string
	claims   []string
	only     []string
}

func newVariantsCommand(env *environment, m method) *cobra.Command {
	var o variantOptions
	cmd := &cobra.Command{
		Use:   "variants",
		Short: "Test whether the answer survives when one rule of the model changes",
		Long: `Changes one rule of the model at a time: nothing is refused, nothing fails, size saves
without limit, a second step is free, cuts cost no capacity … Says which structure is
then best and which claims survive, on the same draws of everything else. A variant
sets only what you could set yourself. Its flags are in variants.csv, so you can run
each alone.

A claim names one structure or two, an outcome, a comparison and a number:
  merger structure_npv_k>0                 of one structure
  merger de-facto-merger net_benefit_k>0   of the first less the second
  merger * net_benefit_k>0                 of the first less every other, one by one
  * reduction_from_cuts_pct>reduction_from_structure_pct
                                           of two outcomes, for every structure
Without --claim, the structure that is best in the mean is compared with each other one.
A claim holds if it is true in at least 90 of 100 draws, and leans if in at least 50.
If in fewer, it is turned.

Writes a folder with variants.csv, claims.csv and a datapackage.json.`,
		Example: `  reconfig variants --draws 400
  reconfig variants --claim 'de-facto-merger merger net_benefit_k>0' --claim 'merger structure_npv_k>0' --draws 400
  reconfig variants --variant no-failures,no-refusals --draws 2000
  reconfig variants --outcome net_benefit_k,structure_npv_k --structure merger,de-facto-merger --draws 400`,
		Args: structuresByFlag,
		RunE: func(*cobra.Command, []string) error { return outcome(o.vary(env, m)) },
	}
	o.caseOptions.addFlags(cmd.Flags())
	o.addTableFlags(cmd.Flags(), analysisFolder)
	o.addAnalysisDrawFlags(cmd.Flags())
	cmd.Flags().StringSliceVar(&o.outcomes, "outcome", []string{defaultOutcome}, "`NAMES` of the outcomes to choose by, each alone, separated by commas")
	o.addFlag(cmd.Flags())
	cmd.Flags().StringArrayVar(&o.claims, "claim", nil, "`CLAIM` to test under every variant, as 'merger structure_npv_k>0'; may be repeated")
	cmd.Flags().StringSliceVar(&o.only, "variant", nil, "`NAMES` of the variants to try, separated by commas (default: all that change anything)")
	return cmd
}

func (o *variantOptions) vary(env *environment, m method) error {
	ask, err := o.asked()
	if err != nil {
		return err
	}
	var tried []variants.Variant
	return o.do(env, m, study{
		structures: o.structures,
		prepare: func(j *analysisJob) (err error) {
			tried, err = o.prepare(j, &ask)
			return err
		},
		runs: func(*analysis.Setup) int { return ask.Draws * (1 + len(tried)) },
		analyse: func(ctx context.Context, s *analysis.Setup) (*result.Analysis, error) {
			return variants.Run(ctx, s, ask)
		},
		answer: analyses.Analysis.VariantsAnswer,
	})
}

// prepare holds what is asked against the case, and lists the variants that will be tried.
func (o *variantOptions) prepare(j *analysisJob, ask *variants.Options) (tried []variants.Variant, err error) {
	if ask.Structures, err = o.among(j); err != nil {
		return nil, err
	}
	if ask.Claims, err = parseClaims(o.claims, ask.Structures); err != nil {
		return nil, err
	}
	if tried, err = variants.Tried(j.setup, *ask); err != nil {
		return nil, usagef("--variant: %w", err)
	}
	return tried, nil
}

// asked reads the flags that need no case.
func (o *variantOptions) asked() (v variants.Options, err error) {
	if err := o.checkDraws(); err != nil {
		return v, err
	}
	outcomes, err := outcomesNamed("--outcome", o.outcomes)
	if err != nil {
		return v, err
	}
	if err := o.readStructures(); err != nil {
		return v, err
	}
	if o.only, err = codes("--variant", o.only); err != nil {
		return v, err
	}
	return variants.Options{Outcomes: outcomes, Draws: o.draws, Only: o.only}, nil
}

// parseClaims reads claims on some structures.
func parseClaims(texts, structures []string) (all []variants.Claim, err error) {
	seen := map[string]bool{}
	for _, text := range texts {
		c, err := variants.ParseClaim(text, structures)
		if err != nil {
			return nil, usagef("--claim: %w", err)
		}
		if seen[c.String()] {
			return nil, usagef("--claim: %s stands twice", c)
		}
		seen[c.String()] = true
		all = append(all, c)
	}
	return all, nil
}
