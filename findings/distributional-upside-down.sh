#!/bin/sh
# Guess: the 95th percentile of 1 / (1 + r) is above the 5th, and the share of a sample of 1, 2, 3, 4 that is at most 2 is a half.
# Seen: where a transformation falls, distributional gives percentiles from the other end, and chances of more as chances of less:
# for rates from 0.02 to 0.06 the 5th is 0.9785 and the 95th 0.9452. Of a sample cdf gives the share below 2, a quarter.
# Takes Debian 12's package of distributional; R and the packages that it needs must be installed (apt-get install
# r-cran-distributional).
set -eu
dir=$(mktemp -d) && trap 'rm -rf "$dir"' EXIT && chmod 755 "$dir" && cd "$dir"
version=0.3.1-1
apt-get download "r-cran-distributional=$version" >said 2>&1 || { cat said; exit 2; }
dpkg -x r-cran-distributional_*.deb .
cat > main.R <<'R'
suppressMessages(library(distributional, lib.loc = c("usr/lib/R/site-library", .libPaths())))
factor <- 1 / (1 + dist_uniform(0.02, 0.06))
cat(sprintf("%.4f", c(quantile(factor, 0.05), quantile(factor, 0.95), cdf(factor, 1 / 1.03))), cdf(dist_sample(list(1:4)), 2))
R
got=$(Rscript main.R)
want="0.9785 0.9452 0.2500 0.25"
echo "distributional $version: $got"
[ "$got" = "$want" ] || { echo "changed; it was: $want"; exit 1; }
