#!/bin/sh
# Guess: a rank correlation takes infinity as the highest rank, and is the same from a table as from its two columns.
# Seen: corr of a table leaves rows with infinity out, also with spearman and kendall, and says nothing. Of 1, 2, 3, 0 and 1, 2, 3,
# infinity it is 1 for both; from the two columns it is -0.2 and 0, as in scipy.
# Needs Debian 12's python3-pandas and python3-scipy.
set -eu
dir=$(mktemp -d) && trap 'rm -rf "$dir"' EXIT && cd "$dir"
version=1.5.3
[ "$(/usr/bin/python3 -c 'import pandas, scipy; print(pandas.__version__)' 2>/dev/null)" = "$version" ] || { echo "pandas $version with scipy is not installed"; exit 2; }
cat > main.py <<'PY'
import pandas as pd

draws = pd.DataFrame({"rate": [1, 2, 3, 0], "years": [1, 2, 3, float("inf")]})
for method in ("spearman", "kendall"):
    print(f"{draws.corr(method).rate.years:.1f} {draws.rate.corr(draws.years, method=method):.1f}")
PY
got=$(/usr/bin/python3 -W always main.py 2>&1 | tr '\n' ' ')
want="1.0 -0.2 1.0 0.0 "
echo "pandas $version: $got"
[ "$got" = "$want" ] || { echo "changed; it was: $want"; exit 1; }
