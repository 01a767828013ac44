#!/bin/sh
# Guess: weights say how much each value counts, so that it does not matter if they add up to 1 or to the number of values.
# Seen: Hmisc takes the sum of weights for the number of values. With weights that add up to 1, every weighted quantile of
# 1, 2, 3, 4 is 4. With normwt = TRUE they are right.
# Takes Debian 12's package of Hmisc; R and the packages that it needs must be installed (apt-get install r-cran-hmisc).
set -eu
dir=$(mktemp -d) && trap 'rm -rf "$dir"' EXIT && chmod 755 "$dir" && cd "$dir"
version=4.8-0-1
apt-get download "r-cran-hmisc=$version" >said 2>&1 || { cat said; exit 2; }
dpkg -x r-cran-hmisc_*.deb .
cat > main.R <<'R'
suppressMessages(library(Hmisc, lib.loc = c("usr/lib/R/site-library", .libPaths())))
say <- function(...) cat(wtd.quantile(1:4, probs = c(0.25, 0.5, 0.75), ...), "; ", sep = " ")
say(weights = rep(1, 4))
say(weights = rep(0.25, 4))
say(weights = rep(0.25, 4), normwt = TRUE)
R
got=$(Rscript main.R)
want="1.75 2.5 3.25 ; 4 4 4 ; 1.75 2.5 3.25 ; "
echo "Hmisc $version: $got"
[ "$got" = "$want" ] || { echo "changed; it was: $want"; exit 1; }
