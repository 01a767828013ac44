#!/bin/sh
# Guess: the short label of 999,999 is 1M, and that of 0.00001 beside 1,000 is not that of 0.
# Seen: label_number of scales with cut_short_scale chooses the letter before it rounds, so that it is "1 000K"; 999.9 is "1 000".
# comma of 0.00001 and 1,000 gives 0 and 1,000, as the greatest value decides how many decimals all have.
# Takes Debian 12's package of scales; R and the packages that it needs must be installed (apt-get install r-cran-scales).
set -eu
dir=$(mktemp -d) && trap 'rm -rf "$dir"' EXIT && chmod 755 "$dir" && cd "$dir"
version=1.2.1-1
apt-get download "r-cran-scales=$version" >said 2>&1 || { cat said; exit 2; }
dpkg -x r-cran-scales_*.deb .
cat > main.R <<'R'
library(scales, lib.loc = c("usr/lib/R/site-library", .libPaths()))
short <- label_number(scale_cut = cut_short_scale())
cat(short(999999), short(1e6), comma(c(1e-5, 1000)), sep = "; ")
R
got=$(Rscript main.R)
want="1 000K; 1M; 0; 1,000"
echo "scales $version: $got"
[ "$got" = "$want" ] || { echo "changed; it was: $want"; exit 1; }
