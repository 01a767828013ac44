#!/bin/sh
# Guess: a financial year such as 2010/11 is no date of year, month and day, or is November 2010.
# Seen: ymd of lubridate makes 11 October 2020 of it, and of 2009/10 to 2012/13 four days of autumn and winter 2020, without a warning:
# it takes 20 for the year and 10 for the month. From 2013/14 on it warns and gives NA. as_date does the same.
# Takes Debian 12's package of lubridate; R and the packages that it needs must be installed (apt-get install r-cran-lubridate).
set -eu
dir=$(mktemp -d) && trap 'rm -rf "$dir"' EXIT && chmod 755 "$dir" && cd "$dir"
version=1.9.2+dfsg-1
apt-get download "r-cran-lubridate=$version" >said 2>&1 || { cat said; exit 2; }
dpkg -x r-cran-lubridate_*.deb .
cat > main.R <<'R'
options(warn = 2)
suppressMessages(library(lubridate, lib.loc = c("usr/lib/R/site-library", .libPaths())))
years <- c("2009/10", "2010/11", "2011/12", "2012/13")
cat(format(ymd(years)), identical(as_date(years), ymd(years)))
R
got=$(TZ=UTC Rscript main.R)
want="2020-09-10 2020-10-11 2020-11-12 2020-12-13 TRUE"
echo "lubridate $version: $got"
[ "$got" = "$want" ] || { echo "changed; it was: $want"; exit 1; }
