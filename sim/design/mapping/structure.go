package mapping

import (
	"context"
	"errors"
	"fmt"
	"strings"

	"reconfig/model"
	"reconfig/model/result"
	"reconfig/model/spelling"
	"reconfig/sim"
	"reconfig/sim/draws"
	"reconfig/sim/numbers"
)

// fitting lists the structures all of whose pooled work is on the sector tier.
func (s *Search) fitting() (codes []string) {
	for _, x := range s.setup.Case.Structures {
		pools, elsewhere := false, false
		for _, p := range s.setup.Case.Placements {
			if p.Structure == x.Code {
				pools, elsewhere = true, elsewhere || p.Tier != model.SectorTier
			}
		}
		if pools && !elsewhere {
			codes = append(codes, x.Code)
		}
	}
	return codes
}

// checkStructure returns an error if no map can be looked for under the structure asked for, or under any.
func (s *Search) checkStructure() error {
	fitting := s.fitting()
	if len(fitting) == 0 {
		return errors.New("the case has no structure all of whose pooled work is on the sector tier, so that what a map is worth would be a sum over its sectors")
	}
	if s.o.Structure == "" {
		return nil
	}
	for _, code := range fitting {
		if code == s.o.Structure {
			return nil
		}
	}
	if _, ok := s.setup.Case.Structure(s.o.Structure); !ok {
		return spelling.Unknown("structure", s.o.Structure, s.setup.Case.StructureCodes())
	}
	return fmt.Errorf("the structure %s does not pool all its work on the sector tier: what its map is worth is not a sum over sectors; choose one of %s", s.o.Structure, strings.Join(fitting, ", "))
}

// chooseStructure chooses the structure with the best mean under the reference map, unless one was asked for.
func (s *Search) chooseStructure(ctx context.Context) error {
	if s.o.Structure != "" {
		return nil
	}
	codes := s.fitting()
	e, err := sim.Compile(s.setup.Case, sim.Options{Map: s.setup.Map, HorizonYears: s.setup.Horizon, Structures: codes, Outcomes: []result.Outcome{s.o.Outcome}, MeanEvents: true})
	if err != nil {
		return err
	}
	values := make([][]float64, len(codes))
	for i := range values {
		values[i] = make([]float64, s.o.Draws)
	}
	err = s.setup.Runner(e).Run(ctx, 0, s.o.Draws, func(w *draws.Workspace, j int) {
		for i := range values {
			values[i][j] = s.direction * w.Results.Outcomes(i)[s.o.Outcome]
		}
	})
	if err != nil {
		return err
	}
	s.o.Structure = codes[numbers.Best(numbers.Means(values))]
	return nil
}
