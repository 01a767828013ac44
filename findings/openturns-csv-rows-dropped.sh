#!/bin/sh
# Guess: a column of text in a CSV file is an error for a reader of numbers, or is left out.
# Seen: OpenTURNS' ImportFromCSVFile leaves out every row that holds a text or an empty cell, and raises nothing. A table with
# a column of names gives a sample with 3 columns and no row; one empty cell among 3 rows leaves 2.
# Takes Debian 12's package of OpenTURNS; what it needs must be installed (apt-get install python3-openturns).
set -eu
dir=$(mktemp -d) && trap 'rm -rf "$dir"' EXIT && chmod 755 "$dir" && cd "$dir"
version=1.20-9
apt-get download "python3-openturns=$version" >said 2>&1 || { cat said; exit 2; }
dpkg -x python3-openturns_*.deb .
printf 'x,name,y\n1,north,2\n3,south,4\n5,east,6\n' > names.csv
printf 'x,y\n1,2\n3,\n5,6\n' > empty.csv
cat > main.py <<'PY'
import openturns as ot

sizes = []
for name in ["names.csv", "empty.csv"]:
    sample = ot.Sample.ImportFromCSVFile(name, ",")
    sizes.append("%s %d x %d" % (name, sample.getSize(), sample.getDimension()))
print(", ".join(sizes))
PY
got=$(PYTHONPATH=usr/lib/python3/dist-packages /usr/bin/python3 main.py 2>warned)
want="names.csv 0 x 3, empty.csv 2 x 2"
echo "OpenTURNS $version: $got; warned: $(wc -l < warned)"
[ "$got" = "$want" ] || { echo "changed; it was: $want"; exit 1; }
