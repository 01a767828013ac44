#!/bin/sh
# Guess: the weighted median of 1, 2, 3, 4 with equal weights is their median, 2.5. A value that has most of the weight is the
# weighted median.
# Seen: it is 3 in laeken, 2 in spatstat.geom, and 2.5 in matrixStats. Of 1, 2 and 3 with the weights 1, 1 and 5, matrixStats
# gives 2.67, as it draws a line between values. interpolate = FALSE gives 3.
# Takes Debian 12's packages; R and the packages that they need must be installed (apt-get install r-cran-laeken
# r-cran-spatstat.geom r-cran-matrixstats).
set -eu
dir=$(mktemp -d) && trap 'rm -rf "$dir"' EXIT && chmod 755 "$dir" && cd "$dir"
laeken=0.5.2-1 spatstat=3.0-6-1 matrix=0.63.0-1
apt-get download "r-cran-laeken=$laeken" "r-cran-spatstat.geom=$spatstat" "r-cran-matrixstats=$matrix" >said 2>&1 || { cat said; exit 2; }
for package in *.deb; do dpkg -x "$package" .; done
cat > main.R <<'R'
.libPaths(c("usr/lib/R/site-library", .libPaths()))
x <- c(1, 2, 3, 4)
w <- rep(1, 4)
cat(laeken::weightedMedian(x, w), suppressMessages(spatstat.geom::weighted.median(x, w)), matrixStats::weightedMedian(x, w),
    round(matrixStats::weightedMedian(1:3, c(1, 1, 5)), 2), matrixStats::weightedMedian(1:3, c(1, 1, 5), interpolate = FALSE))
R
got=$(Rscript main.R 2>warned) || { cat warned; exit 2; }
want="3 2 2.5 2.67 3"
echo "laeken $laeken, spatstat.geom $spatstat, matrixStats $matrix: $got"
[ "$got" = "$want" ] || { echo "changed; it was: $want"; exit 1; }
