#!/bin/sh
# Guess: the median time of 1, 2, 3 and 4 years is 2, by which half have come, or 2.5 as in R.
# Seen: SurvfuncRight of statsmodels gives 3, as it asks for fewer than half still to come. In R survfit gives 2.5.
# Needs Debian 12's python3-statsmodels, and R for the comparison (apt-get install python3-statsmodels r-cran-survival).
set -eu
dir=$(mktemp -d) && trap 'rm -rf "$dir"' EXIT && cd "$dir"
version=0.13.5
case $(/usr/bin/python3 -c 'import statsmodels; print(statsmodels.__version__)' 2>/dev/null) in
"$version"*) ;;
*) echo "statsmodels $version is not installed" && exit 2 ;;
esac
cat > main.py <<'PY'
from statsmodels.duration.survfunc import SurvfuncRight

print(*[SurvfuncRight([1, 2, 3, 4], [1] * 4).quantile(p) for p in (0.25, 0.5, 0.74, 0.75)])
PY
r=$(Rscript -e 'library(survival); cat(quantile(survfit(Surv(1:4, rep(1, 4)) ~ 1), c(0.25, 0.5, 0.74, 0.75))$quantile)')
got="$(/usr/bin/python3 -W ignore main.py); R $r"
want="2 3 3 4; R 1.5 2.5 3 3.5"
echo "statsmodels $version: $got"
[ "$got" = "$want" ] || { echo "changed; it was: $want"; exit 1; }
