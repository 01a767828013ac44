#!/bin/sh
# Guess: each call of generate() of a Latin hypercube is a new hypercube, so that repeats show how exact a mean is.
# Seen: OpenTURNS shuffles the cells once. Each repeat draws in the same cells, so that means of x*y over 200 hypercubes of 50
# points spread a seventeenth to a nineteenth as much as those of hypercubes that are shuffled each time (alwaysShuffle=True).
# Takes Debian 12's package of OpenTURNS; what it needs must be installed (apt-get install python3-openturns).
set -eu
dir=$(mktemp -d) && trap 'rm -rf "$dir"' EXIT && chmod 755 "$dir" && cd "$dir"
version=1.20-9
apt-get download "python3-openturns=$version" >said 2>&1 || { cat said; exit 2; }
dpkg -x python3-openturns_*.deb .
cat > main.py <<'PY'
from statistics import stdev
import openturns as ot

ot.RandomGenerator.SetSeed(1)
square = ot.ComposedDistribution([ot.Uniform(0, 1)] * 2)


def spread(experiment):
    means = []
    for _ in range(200):
        points = experiment.generate()
        means.append(sum(x * y for x, y in points) / points.getSize())
    return stdev(means)


same = spread(ot.LHSExperiment(square, 50))
new = spread(ot.LHSExperiment(square, 50, True))
print("spread of means %.5f, shuffled each time %.5f" % (same, new))
PY
got=$(PYTHONPATH=usr/lib/python3/dist-packages /usr/bin/python3 main.py)
want="spread of means 0.00069, shuffled each time 0.01286"
echo "OpenTURNS $version: $got"
[ "$got" = "$want" ] || { echo "changed; it was: $want"; exit 1; }
