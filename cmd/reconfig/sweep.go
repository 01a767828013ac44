package main

import (
	"fmt"
	"os"

	"github.com/spf13/cobra"

	"reconfig/data/folder"
	"reconfig/data/plans"
)

func newSweepCommand(env *environment) *cobra.Command {
	cmd := &cobra.Command{
		Use:   "sweep",
		Short: "Simulate many points at once, by a plan",
		Long: `A sweep simulates structures at every combination of the values that a plan gives
to some assumptions. At each point it takes many draws of the others. You can stop it
and go on later, and share it out between machines.`,
		Example: `  reconfig sweep init plan.yaml
  reconfig sweep run plan.yaml --dry-run
  reconfig sweep run plan.yaml`,
		Args: cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error { return cmd.Help() },
	}
	cmd.AddCommand(newSweepInitCommand(env), env.answeringInShort(newSweepRunCommand(env)), newSweepSlurmCommand(env), newSweepKubernetesCommand(env),
		env.answeringInShort(newSweepStatusCommand(env)), env.answeringInShort(newSweepGatherCommand(env)))
	return cmd
}

func newSweepInitCommand(env *environment) *cobra.Command {
	var o caseOptions
	cmd := &cobra.Command{
		Use:   "init [FILE]",
		Short: "Write a commented plan to change (default: plan.yaml)",
		Long: `Writes a plan for a case, with a comment for every key. It is a whole plan: it can
be run as it is. A file that is there already is left alone.`,
		Example: `  reconfig sweep init plan.yaml
  reconfig sweep init clusters.yaml --case my-case`,
		Args: cobra.MaximumNArgs(1),
		RunE: withPaths(func(args []string) error { return o.initPlan(env, append(args, "plan.yaml")[0]) }),
	}
	o.addCaseFlag(cmd.Flags())
	return cmd
}

func (o *caseOptions) initPlan(env *environment, file string) error {
	c, err := o.openCase(env)
	if err != nil {
		return err
	}
	if _, err := os.Lstat(file); err == nil {
		return fmt.Errorf("%s is there already; give another name or remove it", file)
	}
	if err := folder.WriteFile(file, []byte(plans.Template(o.nameOrDir, c.Case))); err != nil {
		return fmt.Errorf("cannot write the plan: %w", err)
	}
	fmt.Fprintf(env.out, "Written to %s. Try `reconfig sweep run %s --dry-run`.\n", file, file)
	return nil
}
