#!/bin/sh
# Guess: the mean of a normal distribution of 100,000 ± 1,000 that is cut at 0 is 100,000, since nothing is cut.
# Seen: extrunc of truncdist gives 0, without a warning; of 100 ± 10 it is right. It integrates over the whole range, and misses a
# peak that is narrow and far from 0. With a bound above, at a million, it is 0 too.
# Takes Debian 12's package of truncdist; R and evd must be installed (apt-get install r-cran-evd).
set -eu
dir=$(mktemp -d) && trap 'rm -rf "$dir"' EXIT && chmod 755 "$dir" && cd "$dir"
version=1.0-2-4
apt-get download "r-cran-truncdist=$version" >said 2>&1 || { cat said; exit 2; }
dpkg -x r-cran-truncdist_*.deb .
cat > main.R <<'R'
options(warn = 1)
suppressPackageStartupMessages(library(truncdist, lib.loc = c("usr/lib/R/site-library", .libPaths())))
cat(sprintf("%.2f", c(extrunc("norm", 0, Inf, mean = 100, sd = 10), extrunc("norm", 0, Inf, mean = 1e5, sd = 1e3), extrunc("norm", 0, 1e6, mean = 1e5, sd = 1e3))))
R
got=$(Rscript main.R 2>&1)
want="100.00 0.00 0.00"
echo "truncdist $version: $got"
[ "$got" = "$want" ] || { echo "changed; it was: $want"; exit 1; }
