#!/usr/bin/python3
"""Times Sobol' indices of first order and total ones, with intervals, beside OpenTURNS 1.20, and prints a table.

From the root of the project, with Go and Debian's package (apt-get install python3-openturns):

    /usr/bin/python3 sim/sensitivity/testdata/openturns/compare.py

Both work on one core. Ours and theirs take turns; medians and spreads are of processor time, without the start of either.
Theirs have intervals by their asymptotic distribution, on samples that SobolIndicesExperiment makes: pseudo-random, its default,
and of Sobol' points, as ours are. The function is one of symbols or of NumPy on whole samples.
"""
import json
import math
import os
import statistics
import subprocess
import sys
import tempfile
import time

for variable in ("OPENTURNS_NUM_THREADS", "OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "GOMAXPROCS"):
    os.environ[variable] = "1"
import numpy as np
import openturns as ot

if ot.__version__ != "1.20":
    sys.exit("OpenTURNS is %s, not 1.20" % ot.__version__)
ot.TBB.Disable()
ot.ResourceMap.SetAsBool("SobolIndicesAlgorithm-DefaultUseAsymptoticDistribution", True)

A = np.array([0, 1, 4.5, 9] + [99] * 8)
NAMES = ["x%d" % (i + 1) for i in range(12)]


def ishigami(x):
    x = np.asarray(x)
    s = np.sin(x[:, 0])
    return (s + 7 * np.sin(x[:, 1]) ** 2 + 0.1 * x[:, 2] ** 4 * s)[:, None]


def g(x):
    return np.prod((np.abs(4 * np.asarray(x) - 2) + A) / (1 + A), axis=1)[:, None]


def g_indices():
    v = 1 / (3 * (1 + A) ** 2)
    product = np.prod(1 + v)
    return v / (product - 1), v * product / (1 + v) / (product - 1)


CASES = {
    "Ishigami": {
        "points": 1 << 14,
        "inputs": ot.ComposedDistribution([ot.Uniform(-math.pi, math.pi)] * 3),
        "symbols": ot.SymbolicFunction(NAMES[:3], ["sin(x1) + 7*sin(x2)^2 + 0.1*x3^4*sin(x1)"]),
        "numpy": ot.PythonFunction(3, 1, func_sample=ishigami),
        "indices": ([0.3139051911, 0.4424111448, 0], [0.5575888552, 0.4424111448, 0.2436836641]),
    },
    "G": {
        "points": 1 << 13,
        "inputs": ot.ComposedDistribution([ot.Uniform(0, 1)] * 12),
        "symbols": ot.SymbolicFunction(NAMES, ["*".join("((abs(4*%s-2)+%g)/%g)" % (n, a, 1 + a) for n, a in zip(NAMES, A))]),
        "numpy": ot.PythonFunction(12, 1, func_sample=g),
        "indices": g_indices(),
    },
}


def theirs(case, points, form, sampling):
    """Processor time, and indices as rows of value, low, high: of first order, then total."""
    ot.ResourceMap.SetAsString("SobolIndicesExperiment-SamplingMethod", sampling)
    before = time.process_time()
    x = ot.SobolIndicesExperiment(case["inputs"], points).generate()
    algorithm = ot.SaltelliSensitivityAlgorithm(x, case[form](x), points)
    first, total = algorithm.getFirstOrderIndices(), algorithm.getTotalOrderIndices()
    of_first, of_total = algorithm.getFirstOrderIndicesInterval(), algorithm.getTotalOrderIndicesInterval()
    seconds = time.process_time() - before
    rows = [list(zip(v, i.getLowerBound(), i.getUpperBound())) for v, i in ((first, of_first), (total, of_total))]
    return seconds, rows[0] + rows[1]


def ours(program, name, points, analyses, seed, way):
    said = subprocess.run([program, name, str(points), str(analyses), str(seed), way], stdout=subprocess.PIPE, check=True).stdout
    for a in json.loads(said):
        yield a["Seconds"], [(i["Value"], i["Low"], i["High"]) for i in a["First"] + a["Total"]]


def quality(analyses, exact):
    """The root mean square error of all indices, the mean half-width of their intervals, and the share that hold the exact index."""
    rows = [(v, low, high, e) for _, found in analyses for (v, low, high), e in zip(found, exact)]
    error = math.sqrt(statistics.fmean((v - e) ** 2 for v, _, _, e in rows))
    return error, statistics.fmean((high - low) / 2 for _, low, high, _ in rows), statistics.fmean(low <= e <= high for _, low, high, e in rows)


def main():
    rounds, repeats = 9, 100
    ot.RandomGenerator.SetSeed(1)
    with tempfile.TemporaryDirectory() as folder:
        program = os.path.join(folder, "ours")
        subprocess.run(["go", "build", "-o", program, "./sim/sensitivity/testdata/openturns"], check=True)
        for name, case in CASES.items():
            exact = list(case["indices"][0]) + list(case["indices"][1])
            ways = {"ours, " + way: lambda n, seed, points, way=way: list(ours(program, name, points, n, seed, way)) for way in ("delta", "bootstrap")}
            for sampling in ("MonteCarlo", "QMC"):
                for form in ("symbols", "numpy"):
                    ways["OpenTURNS, %s, %s" % (sampling, form)] = lambda n, _, points, f=form, s=sampling: [theirs(case, points, f, s) for _ in range(n)]
            times = {way: [] for way in ways}
            for turn in range(rounds):
                for way, run in ways.items():
                    times[way].append(statistics.median(s for s, _ in run(3, 1000 * turn, case["points"])))
            print("\n%s, %d points, %d rounds; quality over %d analyses of 1,024 points" % (name, case["points"], rounds, repeats))
            print("%-32s %8s %17s %8s %8s %8s %8s" % ("", "ms", "from, to", "ratio", "error", "±", "covered"))
            base = statistics.median(times["ours, delta"])
            for way, run in ways.items():
                t = times[way]
                q = quality(run(repeats, 7, 1024), exact)
                print("%-32s %8.1f %8.1f %8.1f %8.2f %8.4f %8.4f %8.3f" % ((way, 1e3 * statistics.median(t), 1e3 * min(t), 1e3 * max(t), statistics.median(t) / base) + q))


main()
