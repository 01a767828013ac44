#!/bin/sh
# Guess: a moving mean of two values is infinite while an infinite one is among them, and right again afterwards.
# Seen: SQLite's avg over a window, rollmean of zoo and uniform_filter1d of scipy subtract what leaves from a running sum. After
# 2 and infinity, the means of 4, 6 and 8 are null or NaN. After 1e17, the mean of 1 and 1 is 0.5 in SQLite and 0 in the others.
# Takes Debian 12's packages of sqlite3 and zoo, and needs its python3-scipy; R must be installed.
set -eu
dir=$(mktemp -d) && trap 'rm -rf "$dir"' EXIT && chmod 755 "$dir" && cd "$dir"
sqlite=3.40.1-2+deb12u2 zoo=1.8-11-1 scipy=1.10.1
[ "$(/usr/bin/python3 -c 'import scipy; print(scipy.__version__)' 2>/dev/null)" = "$scipy" ] || { echo "scipy $scipy is not installed"; exit 2; }
apt-get download "sqlite3=$sqlite" "libsqlite3-0=$sqlite" "r-cran-zoo=$zoo" >said 2>&1 || { cat said; exit 2; }
for package in *.deb; do dpkg -x "$package" .; done
cat > main.sql <<'SQL'
create table t (list, place, value real);
insert into t values (1, 1, 2), (1, 2, 9e999), (1, 3, 4), (1, 4, 6), (1, 5, 8), (2, 1, 1), (2, 2, 1e17), (2, 3, 1), (2, 4, 1), (2, 5, 1);
select coalesce(avg(value) over (partition by list order by place rows 1 preceding), 'null') from t;
SQL
cat > main.R <<'R'
suppressMessages(library(zoo, lib.loc = c("usr/lib/R/site-library", .libPaths())))
cat(rollmean(c(2, Inf, 4, 6, 8), 2), rollmean(c(1, 1e17, 1, 1, 1), 2))
R
cat > main.py <<'PY'
import numpy as np
from scipy.ndimage import uniform_filter1d

for values in ([2, np.inf, 4, 6, 8], [1, 1e17, 1, 1, 1]):
    print(*["%g" % x for x in uniform_filter1d(np.array(values, float), 2)[1:]], end=" ")
PY
lib=$(dirname "$(find usr -name 'libsqlite3.so.0' | head -n 1)")
got="SQLite $(LD_LIBRARY_PATH=$lib usr/bin/sqlite3 :memory: < main.sql | tr '\n' ' '); zoo $(Rscript main.R); scipy $(/usr/bin/python3 -W ignore main.py)"
want="SQLite 2.0 Inf Inf null null 1.0 5.0e+16 5.0e+16 0.5 0.5 ; zoo Inf Inf NaN NaN 5e+16 5e+16 0 0; scipy inf inf nan nan 5e+16 5e+16 0 0 "
echo "$got"
[ "$got" = "$want" ] || { echo "changed; it was: $want"; exit 1; }
