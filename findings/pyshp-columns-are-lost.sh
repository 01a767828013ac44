#!/bin/sh
# Guess: two columns whose names are alike up to the tenth letter are told apart or refused, and a column of kind F, a float, keeps 1.7.
# Seen: pyshp calls both structure_, and a record as a dict has only the second. Of 1.7 it keeps 1, of -0.4 nothing, as it writes no
# decimals unless their number is given, and cuts where one would round. There is no warning.
# Takes Debian 12's package of pyshp, which needs nothing else but python3.
set -eu
dir=$(mktemp -d) && trap 'rm -rf "$dir"' EXIT && chmod 755 "$dir" && cd "$dir"
version=2.3.1-2
apt-get download "python3-pyshp=$version" >said 2>&1 || { cat said; exit 2; }
dpkg -x python3-pyshp_*.deb .
cat > main.py <<'PY'
import shapefile

with shapefile.Writer("map", shapefile.POINT) as out:
    for name in ("structure_saving", "structure_payback", "cost", "loss"):
        out.field(name, "F")
    out.point(0, 1)
    out.record(5, 9, 1.7, -0.4)
print(shapefile.Reader("map").record(0).as_dict())
PY
got=$(PYTHONPATH=usr/lib/python3/dist-packages python3 -W always main.py 2>&1)
want="{'structure_': 9, 'cost': 1, 'loss': 0}"
echo "pyshp $version: $got"
[ "$got" = "$want" ] || { echo "changed; it was: $want"; exit 1; }
