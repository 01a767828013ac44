#!/bin/sh
# Guess: the mean and the maximum of values so far are infinite from the first infinite value on, as mean() and max() are.
# Seen: expanding, rolling and ewm leave infinite values out and say nothing. Of 2, infinity, 4, 6 the expanding mean ends at 4
# and the maximum at 6, though count() counts four. A window of two without min_periods is missing instead.
# Needs Debian 12's python3-pandas.
set -eu
dir=$(mktemp -d) && trap 'rm -rf "$dir"' EXIT && cd "$dir"
version=1.5.3
[ "$(/usr/bin/python3 -c 'import pandas; print(pandas.__version__)' 2>/dev/null)" = "$version" ] || { echo "pandas $version is not installed"; exit 2; }
cat > main.py <<'PY'
import pandas as pd

years = pd.Series([2, float("inf"), 4, 6])
so_far = years.expanding()
print(so_far.mean().tolist(), so_far.max().tolist(), so_far.count().tolist(), years.ewm(alpha=0.5).mean().round(2).tolist())
print(years.rolling(2, min_periods=1).max().tolist(), years.rolling(2).max().tolist(), years.mean(), years.max())
PY
got=$(/usr/bin/python3 main.py | tr '\n' ';')
want="[2.0, 2.0, 3.0, 4.0] [2.0, 2.0, 4.0, 6.0] [1.0, 2.0, 3.0, 4.0] [2.0, 2.0, 3.6, 5.08];[2.0, 2.0, 4.0, 6.0] [nan, nan, nan, 6.0] inf inf;"
echo "pandas $version: $got"
[ "$got" = "$want" ] || { echo "changed; it was: $want"; exit 1; }
