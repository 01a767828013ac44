#!/bin/sh
# Guess: the 50th percentile of five numbers is the third, whatever the others are.
# Seen: numpy's percentile is not a number where the next value is infinite, though median gives the third; so is pandas' quantile.
# Takes Debian 12's package of numpy, for Debian 12's Python; the libraries that it needs must be there (apt-get install python3-numpy).
set -eu
dir=$(mktemp -d) && trap 'rm -rf "$dir"' EXIT && chmod 755 "$dir" && cd "$dir"
version=1:1.24.2-1+deb12u1
apt-get download "python3-numpy=$version" >said 2>&1 || { cat said; exit 2; }
dpkg -x python3-numpy_*.deb .
cat > main.py <<'PY'
import numpy as np

years = [3.25, 4.5, 5.5, np.inf, np.inf]
print(np.__version__, np.percentile(years, 50), np.median(years), np.percentile(years, 50, method="lower"))
PY
got=$(PYTHONPATH=usr/lib/python3/dist-packages /usr/bin/python3 -W ignore main.py)
want="1.24.2 nan 5.5 5.5"
echo "numpy $version: $got"
[ "$got" = "$want" ] || { echo "changed; it was: $want"; exit 1; }
