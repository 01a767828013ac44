#!/bin/sh
# Guess: a percentile interval of the 90th percentile reaches to infinity where four in ten replicates are infinite.
# Seen: boot.ci leaves infinite replicates out. Of 999 it uses 583, as its print says, and the interval ends at 90, the longest
# time that is not infinite. The 97.5th percentile of all replicates is infinite.
# Takes Debian 12's package of boot; R must be installed.
set -eu
dir=$(mktemp -d) && trap 'rm -rf "$dir"' EXIT && chmod 755 "$dir" && cd "$dir"
version=1.3-28.1-1
apt-get download "r-cran-boot=$version" >said 2>&1 || { cat said; exit 2; }
dpkg -x r-cran-boot_*.deb .
cat > main.R <<'R'
library(boot, lib.loc = c("usr/lib/R/library", "usr/lib/R/site-library", .libPaths()))
set.seed(1)
draws <- boot(c(1:90, rep(Inf, 10)), function(x, i) quantile(x[i], 0.9, type = 1), 999)
interval <- boot.ci(draws, type = "perc")
cat(sprintf("replicates %d, used %d, to %g; percentile of all: %g", draws$R, interval$R, interval$percent[5], quantile(draws$t, 0.975, type = 1)))
R
got=$(Rscript main.R)
want="replicates 999, used 583, to 90; percentile of all: Inf"
echo "boot $version: $got"
[ "$got" = "$want" ] || { echo "changed; it was: $want"; exit 1; }
