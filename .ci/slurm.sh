#!/usr/bin/env bash
# Installs what the tests of sweeps on Slurm need, where it is missing: Slurm and munge from Debian's packages. Where they cannot
# be had the tests are skipped by name, and this script says why. It never fails.
set -uo pipefail
command -v slurmctld >/dev/null && command -v slurmd >/dev/null && command -v munged >/dev/null && exit 0
if ! command -v apt-get >/dev/null || [ "$(id -u)" != 0 ]; then
	echo "no Slurm: install slurm-wlm and munge to test sweeps on it" >&2
	exit 0
fi
if ! { apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends slurm-wlm munge; } >/dev/null; then
	echo "no Slurm: slurm-wlm and munge cannot be installed, so sweeps are not tested on it" >&2
fi
exit 0
