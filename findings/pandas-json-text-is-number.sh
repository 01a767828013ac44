#!/bin/sh
# Guess: JSON says what is text and what is a number, so that a reader need not guess, as it must with CSV.
# Seen: read_json of pandas makes numbers of a column of texts that look like them: "001" is 1, "5E1" is 50. A column whose name ends in
# _at becomes dates if its numbers are above 31,536,000: a cost of 40,000,000 is 8 April 1971. dtype=False, convert_dates=False keep all.
# Needs pandas as Debian 12 has it (apt-get install python3-pandas).
set -eu
dir=$(mktemp -d) && trap 'rm -rf "$dir"' EXIT && cd "$dir"
version=1.5.3
[ "$(/usr/bin/python3 -c 'import pandas; print(pandas.__version__)' 2>/dev/null)" = "$version" ] || { echo "pandas $version is not installed"; exit 2; }
cat > main.py <<'PY'
import io

import pandas as pd

text = '[{"code": "001", "sector": "5E1", "cost_at": 40000000}, {"code": "002", "sector": "6E1", "cost_at": 50000000}]'
for options in ({}, {"dtype": False, "convert_dates": False}):
    print(*pd.read_json(io.StringIO(text), **options).iloc[0])
PY
got=$(/usr/bin/python3 main.py | tr '\n' ';')
want="1 50 1971-04-08 23:06:40;001 5E1 40000000;"
echo "pandas $version: $got"
[ "$got" = "$want" ] || { echo "changed; it was: $want"; exit 1; }
