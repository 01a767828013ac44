#!/bin/sh
# Guess: of codes such as 5E1, 5D1 and 5L1 the first may be mistaken for a number, and the others are text.
# Seen: where all of a column look so, readr reads D, F, L and S as it reads E: 5D1, 5F2, 5L1 and 5S2 become 50, 500, 50 and 500, so
# that codes are the same that were not. read.csv and fread keep them. col_types prevents it.
# Takes Debian 12's package of readr; R and the packages that readr needs must be installed (apt-get install r-cran-readr).
set -eu
dir=$(mktemp -d) && trap 'rm -rf "$dir"' EXIT && chmod 755 "$dir" && cd "$dir"
version=2.1.4-1
apt-get download "r-cran-readr=$version" >said 2>&1 || { cat said; exit 2; }
dpkg -x r-cran-readr_*.deb .
printf '%s\n' code 5D1 5F2 5L1 5S2 > bodies.csv
cat > main.R <<'R'
library(readr, lib.loc = c("usr/lib/R/site-library", .libPaths()))
cat(read_csv("bodies.csv", show_col_types = FALSE)$code, read.csv("bodies.csv")$code)
R
got=$(Rscript main.R)
want="50 500 50 500 5D1 5F2 5L1 5S2"
echo "readr $version: $got"
[ "$got" = "$want" ] || { echo "changed; it was: $want"; exit 1; }
