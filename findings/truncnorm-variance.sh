#!/bin/sh
# Guess: the variance of a normal distribution that is cut far in its tail is small and above 0: 0.01432 from 8 standard deviations up.
# Seen: truncnorm gives 4.15 at 8, 290 times too much, and -Inf at 9. At 7 it is 12 % too large. The mean stays right to six digits.
# Half of what lies above 9 is said to lie below 9 itself.
# Takes Debian 12's package of truncnorm; R must be installed (apt-get install r-base-core).
set -eu
dir=$(mktemp -d) && trap 'rm -rf "$dir"' EXIT && chmod 755 "$dir" && cd "$dir"
version=1.0-8-3
apt-get download "r-cran-truncnorm=$version" >said 2>&1 || { cat said; exit 2; }
dpkg -x r-cran-truncnorm_*.deb .
cat > main.R <<'R'
library(truncnorm, lib.loc = c("usr/lib/R/site-library", .libPaths()))
second <- function(a, power) integrate(function(z) z^power * exp(-a * z - z^2 / 2), 0, 5, rel.tol = 1e-12)$value
true <- function(a) second(a, 2) / second(a, 0) - (second(a, 1) / second(a, 0))^2
for (a in c(7, 8, 9)) cat(sprintf("%g: %.4f, not %.4f; ", a, vtruncnorm(a), true(a)))
cat(sprintf("mean at 8 %.4f, median at 9 %g", etruncnorm(8), qtruncnorm(0.5, 9)))
R
got=$(Rscript main.R)
want="7: 0.0204, not 0.0183; 8: 4.1516, not 0.0143; 9: -Inf, not 0.0115; mean at 8 8.1214, median at 9 9"
echo "truncnorm $version: $got"
[ "$got" = "$want" ] || { echo "changed; it was: $want"; exit 1; }
