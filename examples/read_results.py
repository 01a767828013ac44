"""Read a result folder of reconfig with pandas.

    python3 examples/read_results.py out/london-2010

Prints what each structure saves, with its range, which structures differ for sure, and which bodies lose most capacity.
"""

import json
import pathlib
import sys

try:
    import pandas as pd
except ImportError:
    sys.exit("This example needs pandas: python3 -m pip install pandas, or on Debian apt install python3-pandas.")

folder = pathlib.Path(sys.argv[1] if len(sys.argv) > 1 else "out/london-2010")
if not (folder / "outcomes.csv").exists():
    sys.exit(f"{folder} holds no outcomes.csv: give the folder of a run, as in python3 examples/read_results.py out/london-2010.")


def table(name):
    """Codes and names are text: else pandas takes a code 007 for the number 7, and a code NA for a missing value.

    Only an empty cell is missing. INF, for what never comes, is read as infinity.
    """
    dtype = {column: str for column in ["structure", "name", "first", "second", "code", "sector"]}
    return pd.read_csv(folder / f"{name}.csv", dtype=dtype, keep_default_na=False, na_values=[""])


outcomes = table("outcomes")
differences = table("differences")
bodies = table("commissioners")
about = json.loads((folder / "datapackage.json").read_text(encoding="utf-8"))["reconfig"]
millions = about["currency"] + "m"

# One row a structure, one column a statistic: the lasting saving, from thousands to millions.
saving = outcomes.pivot(index="name", columns="statistic", values="steady_saving_k") / 1000
print(f"Lasting saving, {millions} a year ({about['case']['title']}, {about['draws']} draws)")
print(saving[["mean", "p05", "p95"]].sort_values("mean", ascending=False).round(1).to_string(), "\n")

# The difference of two structures has a range of its own, draw by draw; never subtract two ranges. Where its 5th to 95th
# percentile leaves out 0, one of the two is ahead in at least 95 of 100 draws.
npv = differences[differences["outcome"] == "structure_npv_k"]
clear = npv[(npv["p05"] > 0) | (npv["p95"] < 0)]
print(f"Pairs of which one has the higher net present value in at least 95 of 100 draws: {len(clear)} of {len(npv)}\n")

# Bodies, at central values: who loses most capacity when the target is due, against doing nothing.
losers = bodies.dropna(subset=["capacity_against_status_quo"]).nsmallest(5, "capacity_against_status_quo")
print("Capacity when the target is due, points against the status quo")
print((losers.assign(points=100 * losers["capacity_against_status_quo"])[["structure", "name", "points"]]).round(1).to_string(index=False))
