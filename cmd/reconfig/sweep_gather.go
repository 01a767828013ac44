package main

import (
	"cmp"
	"errors"
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"reconfig/data"
	"reconfig/data/folder"
	"reconfig/data/parts"
	"reconfig/data/plans"
)

type gatherOptions struct {
	outputOptions
	caseDir string
}

func newSweepGatherCommand(env *environment) *cobra.Command {
	var o gatherOptions
	cmd := &cobra.Command{
		Use:   "gather DIR...",
		Short: "Join the shards of a sweep",
		Long: `Joins the parts that “reconfig sweep run --shard” left in folders. Writes the same
bytes as one run of the plan would have. Checks that no part is missing, doubled or of
another plan, case or program, and says which. The folders are left as they are.`,
		Example: `  reconfig sweep gather out/plan.shard-1-of-2 out/plan.shard-2-of-2 --out out/plan`,
		Args:    cobra.MinimumNArgs(1),
		RunE:    withPaths(func(dirs []string) error { return o.gather(env, dirs) }),
	}
	o.addFlags(cmd.Flags(), "(default: what the shards' folders have in common)")
	addPath(cmd.Flags(), &o.caseDir, "case", "", "`DIR` of the plan's case, if it is not where the plan says, seen from here")
	return cmd
}

func (o *gatherOptions) gather(env *environment, dirs []string) (err error) {
	if info, err := folder.Stat(dirs[0]); err == nil && !info.IsDir() {
		return fmt.Errorf("%s is a file; expected the folders of shards, which `reconfig sweep status PLAN` lists with the command to gather them", dirs[0])
	}
	shards, err := parts.OpenShards(dirs)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, shards.Close()) }()
	j, err := o.job(env, shards.Identity())
	if err != nil {
		return err
	}
	j.out = cmp.Or(o.out, sweepOf(dirs[0]))
	done, err := j.checkFolder()
	if err != nil {
		return err
	}
	if done {
		return j.sayDone(env, o.quiet)
	}
	defer env.warnLater()()
	if err := j.write(env, shards.Read, &o.outputOptions); err != nil {
		return err
	}
	return j.say(env, o.quiet)
}

// job makes the sweep ready that the shards are of, and returns an error if it is not what they were made from.
func (o *gatherOptions) job(env *environment, id parts.Identity) (*sweepJob, error) {
	plan, err := plans.Parse("the plan in identity.json", []byte(id.Plan))
	if err != nil {
		return nil, err
	}
	where := plan.Case
	if o.caseDir != "" {
		where = o.caseDir
	}
	c, err := data.OpenCase(where)
	if err != nil {
		return nil, fmt.Errorf("the shards' plan has the case %s, which cannot be read from here; say where it is with --case: %w", plan.Case, err)
	}
	if err := plan.Check(c.Case); err != nil {
		return nil, err
	}
	plan.Formats = id.Formats
	j, err := newSweepJob(env, plan, c)
	if err != nil {
		return nil, err
	}
	if differences := id.SameSweep(withShards(j.identity(shard{}), id)); len(differences) > 0 {
		return nil, fmt.Errorf("the shards cannot be joined here:\n  %s", strings.Join(differences, "\n  "))
	}
	return j, nil
}

// withShards is an identity cut up like another.
func withShards(id, like parts.Identity) parts.Identity {
	id.Shards = like.Shards
	return id
}
