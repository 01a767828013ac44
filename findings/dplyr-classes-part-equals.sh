#!/bin/sh
# Guess: values that are equal fall in the same of four classes.
# Seen: ntile of dplyr puts 5, 5, 5, 5 in the classes 1, 2, 3 and 4, by the order of rows. Of 1, 1, 1, 2 in two classes the third 1
# is with the 2. percent_rank and cut by quantiles keep equals together.
# Takes Debian 12's package of dplyr; R and the packages that it needs must be installed (apt-get install r-cran-dplyr).
set -eu
dir=$(mktemp -d) && trap 'rm -rf "$dir"' EXIT && chmod 755 "$dir" && cd "$dir"
version=1.0.10-1
apt-get download "r-cran-dplyr=$version" >said 2>&1 || { cat said; exit 2; }
dpkg -x r-cran-dplyr_*.deb .
cat > main.R <<'R'
options(warn = 1)
suppressPackageStartupMessages(library(dplyr, lib.loc = c("usr/lib/R/site-library", .libPaths())))
cat(ntile(c(5, 5, 5, 5), 4), ntile(c(1, 1, 1, 2), 2), percent_rank(c(5, 5, 5, 5)), sep = "")
R
got=$(Rscript main.R 2>&1)
want="123411220000"
echo "dplyr $version: $got"
[ "$got" = "$want" ] || { echo "changed; it was: $want"; exit 1; }
