#!/bin/sh
# Guess: the chance of at most the least value of a triangular range is 0, wherever the likeliest value is.
# Seen: ptriang of extraDistr gives NaN, without a warning, where the likeliest is the least; 0 where it is in between. The density,
# the quantiles and the chance a little above are right.
# Takes Debian 12's package of extraDistr; R and Rcpp must be installed (apt-get install r-cran-rcpp).
set -eu
dir=$(mktemp -d) && trap 'rm -rf "$dir"' EXIT && chmod 755 "$dir" && cd "$dir"
version=1.9.1-1
apt-get download "r-cran-extradistr=$version" >said 2>&1 || { cat said; exit 2; }
dpkg -x r-cran-extradistr_*.deb .
cat > main.R <<'R'
options(warn = 1)
library(extraDistr, lib.loc = c("usr/lib/R/site-library", .libPaths()))
cat(ptriang(5, 5, 10, 5), ptriang(5, 5, 10, 7), ptriang(6, 5, 10, 5), qtriang(0, 5, 10, 5), ptriang(10, 5, 10, 10))
R
got=$(Rscript main.R 2>&1)
want="NaN 0 0.36 5 1"
echo "extraDistr $version: $got"
[ "$got" = "$want" ] || { echo "changed; it was: $want"; exit 1; }
