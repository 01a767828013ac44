#!/bin/sh
# Guess: the mean and median of a standard normal distribution that is cut off below 9 are a little above 9, and beyond 8 above 8.
# Seen: the mean beyond 8, which is 8.12, is 7.58 in distributional and truncdist. The median beyond 9, which is 9.08, is infinite in
# distributional and extraDistr. They subtract chances near 1, so that no digits are left. Of the lower tail the median is right.
# Takes Debian 12's packages; R and the packages that they need must be installed (apt-get install r-cran-distributional
# r-cran-truncdist r-cran-extradistr).
set -eu
dir=$(mktemp -d) && trap 'rm -rf "$dir"' EXIT && chmod 755 "$dir" && cd "$dir"
distributional=0.3.1-1 truncdist=1.0-2-4 extradistr=1.9.1-1
apt-get download "r-cran-distributional=$distributional" "r-cran-truncdist=$truncdist" "r-cran-extradistr=$extradistr" >said 2>&1 || { cat said; exit 2; }
for package in *.deb; do dpkg -x "$package" .; done
cat > main.R <<'R'
.libPaths(c("usr/lib/R/site-library", .libPaths()))
suppressPackageStartupMessages({ library(distributional); library(truncdist) })
beyond <- function(from, to = Inf) dist_truncated(dist_normal(0, 1), from, to)
cat(sprintf("%.2f", c(mean(beyond(8)), extrunc("norm", 8, Inf), quantile(beyond(9), 0.5), extraDistr::qtnorm(0.5, 0, 1, 9, Inf), quantile(beyond(-Inf, -9), 0.5))))
R
got=$(Rscript main.R)
want="7.58 7.58 Inf Inf -9.08"
echo "distributional $distributional, truncdist $truncdist, extraDistr $extradistr: $got"
[ "$got" = "$want" ] || { echo "changed; it was: $want"; exit 1; }
