#!/bin/sh
# Guess: a file format that cannot hold infinity makes its writer stop, as that of pandas does for Stata.
# Seen: haven writes missing values for Stata, SPSS and SAS, without a word, so that the median of 1, 2, 3, Inf, Inf, read again, is 2.
# Needs haven as Debian 12 has it (apt-get install r-cran-haven).
set -eu
dir=$(mktemp -d) && trap 'rm -rf "$dir"' EXIT && cd "$dir"
version=2.5.1-1
[ "$(dpkg-query -W -f '${Version}' r-cran-haven 2>/dev/null)" = "$version" ] || { echo "haven $version is not installed"; exit 2; }
cat > main.R <<'R'
library(haven, lib.loc = "/usr/lib/R/site-library")
years <- data.frame(years = c(1, 2, 3, Inf, Inf))
for (kind in c("dta", "sav", "xpt")) {
  file <- paste0("years.", kind)
  get(paste0("write_", kind))(years, file)
  again <- get(paste0("read_", kind))(file)$years
  cat(sprintf("%s %d missing, median %g; ", kind, sum(is.na(again)), median(again, na.rm = TRUE)))
}
R
got=$(/usr/bin/Rscript main.R)
want="dta 2 missing, median 2; sav 2 missing, median 2; xpt 2 missing, median 2; "
echo "haven $version: $got"
[ "$got" = "$want" ] || { echo "changed; it was: $want"; exit 1; }
