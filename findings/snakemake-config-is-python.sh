#!/bin/sh
# Guess: what stands behind --config NAME= is text, or read as in the YAML of a configuration file.
# Seen: Snakemake makes a number of it where Python can: 5E1 is 50.0 and INF infinite, which are texts in a file. 001 is 1 in both.
# The word yes is text there and true in a file.
# Needs Debian 12's snakemake.
set -eu
dir=$(mktemp -d) && trap 'rm -rf "$dir"' EXIT && cd "$dir"
version=7.21.0
[ "$(snakemake --version 2>/dev/null)" = "$version" ] || { echo "Snakemake $version is not installed"; exit 2; }
printf 'print("found:", *[repr(v) for v in config.values()])\nrule all:\n' > Snakefile
printf 'a: 001\nb: 5E1\nc: 1_000\nd: INF\ne: yes\n' > config.yaml
look() { snakemake --cores 1 "$@" 2>/dev/null | sed -n 's/^found: //p'; }
got="$(look --config a=001 b=5E1 c=1_000 d=INF e=yes); in a file $(look --configfile config.yaml)"
want="1 50.0 1000 inf 'yes'; in a file 1 '5E1' 1000 'INF' True"
echo "Snakemake $version: $got"
[ "$got" = "$want" ] || { echo "changed; it was: $want"; exit 1; }
