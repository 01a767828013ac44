#!/bin/sh
# Guess: a number with 17 digits is read with an error in its last digits at most.
# Seen: readr counts noughts after the point as digits, so that 0.000016076029396572268 keeps 13 digits, and reads
# 1.6076029396572268e-300 as 1.6e-291, a billion times too large.
# Takes Debian 12's package of readr; R and the packages that readr needs must be installed (apt-get install r-cran-readr).
set -eu
dir=$(mktemp -d) && trap 'rm -rf "$dir"' EXIT && chmod 755 "$dir" && cd "$dir"
version=2.1.4-1
apt-get download "r-cran-readr=$version" >said 2>&1 || { cat said; exit 2; }
dpkg -x r-cran-readr_*.deb .
cat > main.R <<'R'
library(readr, lib.loc = "usr/lib/R/site-library")
cat(sprintf("%.16g", parse_double(c("0.000016076029396572268", "1.6076029396572268e-300"))))
R
got=$(Rscript main.R)
want="1.607602939657e-05 1.607602939657227e-291"
echo "readr $version: $got"
[ "$got" = "$want" ] || { echo "changed; it was: $want"; exit 1; }
