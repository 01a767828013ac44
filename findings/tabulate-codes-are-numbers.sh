#!/bin/sh
# Guess: what is given to a printer of tables as text is printed as it is.
# Seen: tabulate makes numbers of texts where a whole column looks like them. The codes 5E1 and 7E2 are printed as 50 and 700,
# and 1.50 as 1.5. disable_numparse=True prevents it.
# Takes Debian 12's package of tabulate; python3 must be installed.
set -eu
dir=$(mktemp -d) && trap 'rm -rf "$dir"' EXIT && chmod 755 "$dir" && cd "$dir"
version=0.8.9-1
apt-get download "python3-tabulate=$version" >said 2>&1 || { cat said; exit 2; }
dpkg -x python3-tabulate_*.deb .
cat > main.py <<'PY'
from tabulate import tabulate

rows = [["5E1", "1.50"], ["7E2", "1.75"]]
for options in ({}, {"disable_numparse": True}):
    print(*tabulate(rows, tablefmt="plain", **options).split())
PY
got=$(PYTHONPATH=usr/lib/python3/dist-packages python3 main.py | tr '\n' ';')
want="50 1.5 700 1.75;5E1 1.50 7E2 1.75;"
echo "tabulate $version: $got"
[ "$got" = "$want" ] || { echo "changed; it was: $want"; exit 1; }
