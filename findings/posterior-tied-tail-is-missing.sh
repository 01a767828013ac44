#!/bin/sh
# Guess: the effective sample size of independent draws that are capped at a bound is some number below that of all draws.
# Seen: posterior gives NA for the tail, which it judges by the share of draws up to the 95th percentile: where 16 in 100
# draws stand at the bound all are up to it, and a share without spread has no size. The bulk's size is as for any draws.
# Takes Debian 12's package of posterior; R and the packages that it needs must be installed (apt-get install r-cran-posterior).
set -eu
dir=$(mktemp -d) && trap 'rm -rf "$dir"' EXIT && chmod 755 "$dir" && cd "$dir"
version=1.4.0+dfsg-1
apt-get download "r-cran-posterior=$version" >said 2>&1 || { cat said; exit 2; }
dpkg -x r-cran-posterior_*.deb .
cat > main.R <<'R'
suppressMessages(library(posterior, lib.loc = c("usr/lib/R/site-library", .libPaths())))
set.seed(1)
draws <- matrix(pmin(rnorm(1000), 1), 250, 4)
cat(sprintf("bulk %.0f, tail %s", ess_bulk(draws), ess_tail(draws)))
R
got=$(Rscript main.R)
want="bulk 1082, tail NA"
echo "posterior $version: $got"
[ "$got" = "$want" ] || { echo "changed; it was: $want"; exit 1; }
