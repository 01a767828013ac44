#!/usr/bin/python3
"""The equations of docs/model.md, sections 3 to 8, in NumPy: written from that page alone, to check and to time reconfig.

    /usr/bin/python3 peers/model.py data/cases/london-2010 --check
    /usr/bin/python3 peers/model.py data/cases/london-2010 --time

Axis 0 of every array is the draw, axis 1 the moment, axis 2 the body. Names are the symbols of the page, spelt out.
"""
import argparse
import csv
import json
import os
import resource
import statistics
import subprocess
import tempfile
import time
from collections import namedtuple
from pathlib import Path

for variable in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"):
    os.environ[variable] = "1"
import numpy as np  # noqa: E402  (after the number of threads)

CHUNK = 250
# Axis 1: just before t = 0, the middles of the quarters, at target, at handover.
BEFORE = np.nextafter(0.0, -1.0)
PREVIOUS, NOW, TARGET, HANDOVER = slice(0, -3), slice(1, -2), slice(-2, -1), slice(-1, None)
TO_TARGET = slice(1, -1)  # the quarters and at target
Function = namedtuple("Function", "code kind share weight")
Placement = namedtuple("Placement", "tier arrangement start")


class Tier:
    """The groups of a tier: which body is in which, and which bodies share a group with others."""

    def __init__(self, labels):
        names, self.group = np.unique(labels, return_inverse=True)
        self.member = np.eye(len(names))[self.group]
        self.count = len(names)
        size = self.member.sum(axis=0)
        self.shared = int((size > 1).sum())
        self.big = (size > 1)[self.group].astype(float)

    def sums(self, x):
        """The sum over each group."""
        return x @ self.member

    def of_group(self, x):
        """The sum over the group that each body is in."""
        return self.sums(x)[..., self.group]


class Case:
    """A case's folder."""

    def __init__(self, folder, chosen=None):
        self.folder = Path(folder)
        facts = json.loads((self.folder / "datapackage.json").read_text(encoding="utf-8"))["reconfig"]
        self.map, self.horizon = chosen or facts["default_map"], facts["horizon_years"]
        bodies = self.rows("commissioners")
        self.population = np.array([float(b["population"]) for b in bodies])
        self.head = np.array([float(b.get("weighted_population") or b["population"]) for b in bodies])
        self.cost = np.array([float(b["management_cost_k"]) for b in bodies])
        self.estimated = np.array([b["management_cost_basis"] not in ("reported", "derived") for b in bodies])
        place = {s["commissioner"]: s for s in self.rows("sectors") if s["map"] == self.map}
        self.tiers = {tier: Tier([place[b["code"]][tier] for b in bodies]) for tier in ("sector", "region")}
        self.functions = [Function(f["code"], f["class"], float(f["share"]), float(f["capacity_weight"]))
                          for f in self.rows("functions")]
        self.arrangements = {a["code"]: a["voluntary"] == "yes" for a in self.rows("arrangements")}
        self.structures = {s["structure"]: {} for s in self.rows("structures")}
        for p in sorted(self.rows("placements"), key=lambda p: float(p["from_year"])):
            moves = self.structures[p["structure"]].setdefault(p["function"], [])
            moves.append(Placement(p["tier"], p["arrangement"], float(p["from_year"])))
        self.assumptions = self.rows("assumptions")
        self.chances = [c + a for a in self.arrangements for c in ("fail.", "refuse.")]

    def rows(self, table):
        with open(self.folder / (table + ".csv"), encoding="utf-8-sig", newline="") as file:
            return list(csv.DictReader(file))

    def uncertain(self):
        return [a for a in self.assumptions if a["kind"] == "uncertainty" and a["distribution"] != "fixed"]

    def central(self, several):
        """A draw of central or set values for each of several settings."""
        values = [self.values() | {name: float(value) for name, value in settings.items()} for settings in several]
        return self.finish({name: np.array([v[name] for v in values])[:, None, None] for name in values[0]}, 1.0)

    def draws(self, count, random):
        """Draws within low to high, independent and uniform: for speed, not for results."""
        a = {name: np.full((count, 1, 1), value) for name, value in self.values().items()}
        for u in self.uncertain():
            a[u["name"]] = random.uniform(float(u["low"]), float(u["high"]), (count, 1, 1))
        for chance in self.chances:
            a[chance] = random.uniform(size=(count, 1, 1))
        spread = a["baseline.spread"] * self.estimated
        return self.finish(a, np.exp(spread * random.standard_normal((count, 1, len(self.cost))) - spread**2 / 2))

    def values(self):
        return {a["name"]: float(a["central"]) for a in self.assumptions} | {c: 0.5 for c in self.chances}

    def finish(self, a, errors):
        """Adds the bodies' costs, and what a debt plan wins."""
        a["cost"] = a["baseline.scale"] * self.cost * errors
        for name, voluntary in self.arrangements.items():
            if voluntary:
                joined = a["participation." + name]
                won = joined + a["debt.participation_uplift"] * (1 - joined)
                a["participation." + name] = np.where(a["debt.plan"] == 1, won, joined)
        return a


def ramp(t, start, length):
    """0 before start, a straight line upwards, 1 from start + length on; a step where length is 0."""
    line = np.clip((t - start) / np.where(length > 0, length, 1), 0, 1)
    return np.where(length > 0, line, t >= start)


class Stage:
    """What one placement takes over, loses and disturbs, whatever comes after it (section 4)."""

    def __init__(self, case, a, t, placement):
        name, n = placement.arrangement, case.tiers[placement.tier].shared
        lead, recovery, hazard = a["lead_time." + name], a["disruption.recovery"], a["collapse." + name]
        self.live = placement.start + lead
        self.refused = np.zeros_like(lead)
        self.kept, self.shaken = np.ones_like(t), np.zeros_like(t)
        if n:
            refused = np.floor(n * a["refusal." + name] + a["refuse." + name]) / n
            self.refused = np.where(self.live <= 0, 0, refused)
            with np.errstate(divide="ignore"):
                wait = -np.log((np.arange(1, n + 1) - a["fail." + name]) / n) / hazard
            fail = np.maximum(0, self.live) + wait
            failed = t >= fail
            self.kept = 1 - failed.sum(axis=2, keepdims=True) / n
            self.shaken = (failed * (1 - ramp(t, fail, recovery))).sum(axis=2, keepdims=True) / n
        self.took = (1 - self.refused) * ramp(t, self.live, a["implementation." + name])
        self.pulse = ramp(t, placement.start, lead) - ramp(t, self.live, recovery)


class Placed:
    """A placement of a function in its structure: what it pools, saves and costs."""

    def __init__(self, case, a, function, placement, stage, later, previous):
        name, kind = placement.arrangement, function.kind
        self.function, self.stage, self.later = function, stage, later
        self.tier = case.tiers[placement.tier]
        self.tier_name, self.arrangement = placement.tier, name
        self.standing = stage.took * later
        self.joined = a["participation." + name] * (1 - a["retained." + kind])  # π (1 − r)
        self.pooled = self.standing * stage.kept * self.joined
        self.freed = a["realisation." + name] * (1 - self.economy(case, a))  # ρ (1 − S)
        self.net = (self.freed - a["coordination." + name]) * self.tier.big  # φ
        self.share_cost = function.share * (a["cost"] * self.tier.big).sum(axis=2, keepdims=True)
        self.setup, self.depth = a["setup." + name], a["disruption." + name]
        if previous and previous.tier is self.tier:
            held, own = a["participation." + previous.arrangement], a["participation." + name]
            bought = (1 - a["again.setup"]) * (1 - previous.stage.refused) * a["setup." + previous.arrangement] * held
            rest = self.setup - bought / np.where(own > 0, own, 1)
            self.setup = np.where(own > 0, np.maximum(0, rest), 0)
            known = (1 - a["again.disruption"]) * (1 - previous.stage.refused) * a["disruption." + previous.arrangement]
            self.depth = np.maximum(0, self.depth - known)

    def economy(self, case, a):
        beta, limit = a["scale." + self.function.kind], 1000 * a["scale_limit." + self.function.kind]

        def serving(people):
            return people * np.where(limit > 0, np.minimum(people, limit), people) ** (beta - 1)

        together = serving(self.tier.of_group(case.population) + np.zeros_like(beta))
        return together / self.tier.of_group(serving(case.population))

    def expertise(self, a):
        """X: expertise in reach of the pooled team over that of the local one."""
        if self.function.share == 0:
            return 1.0
        h = a["critical_mass." + self.function.kind]
        local = self.function.share * a["cost"] / a["staff.cost"]
        group = self.joined * (1 - self.freed) * self.tier.of_group(local)
        return np.where(h == 0, 1, group / np.where(h == 0, 1, group + h) * (local + h) / local)

    def dip(self, a, moments):
        """What is left of the function's capacity while this placement disturbs it."""
        stage, sunk = self.stage, a["refusal.sunk"]
        move = self.depth * (1 - stage.refused + sunk * stage.refused) * stage.pulse[:, moments]
        failure = a["disruption." + self.arrangement] * self.standing[:, moments] * stage.shaken[:, moments]
        return 1 - self.tier.big * (1 - (1 - move) * (1 - failure))

    def one_off(self, a, t):
        """Set-up of each quarter, and what it costs to take failures home."""
        took, kept, live = self.stage.took, self.stage.kept, self.stage.live
        starts = (t[:, PREVIOUS] < live) & (live <= t[:, NOW])
        setup = self.setup * (took[:, NOW] - took[:, PREVIOUS] + a["refusal.sunk"] * self.stage.refused * starts)
        stood = (took[:, NOW] + took[:, PREVIOUS]) / 2 * self.later[:, PREVIOUS]
        home = a["setup." + self.arrangement] * stood * (kept[:, PREVIOUS] - kept[:, NOW])
        return ((1 + a["costing.optimism_bias"]) * self.joined * self.share_cost * (setup + home))[..., 0]


def placed(case, a, t, structure, stages):
    """The placements of a structure: a list for each function, in the order of years."""
    functions = []
    for function in case.functions:
        moves = case.structures[structure].get(function.code, [])
        for move in moves:
            if move not in stages:
                stages[move] = Stage(case, a, t, move)
        chain, previous = [], None
        for m, move in enumerate(moves):
            later = np.ones_like(t)
            for n in moves[m + 1:]:
                later = later * (1 - stages[n].took)
            previous = Placed(case, a, function, move, stages[move], later, previous)
            chain.append(previous)
        functions.append((function, chain))
    return functions


def saved(moves, t):
    """The share of its cost that each body need no longer spend."""
    if not moves:
        return np.zeros_like(t)
    pooled = np.concatenate([m.function.share * m.pooled for m in moves], axis=2)
    return pooled @ np.concatenate([m.net for m in moves], axis=1)


def management_cost(case, a, t, required):
    """C of section 5, and the end of the target E."""
    cost, cash = a["cost"], a["target.cash_release"]
    a_head = a["target.per_head"] * case.head / 1000
    end = np.where(a["target.per_head"] > 0, a_head, cost * (1 - a["target.reduction"]))
    ceiling = cost + (end - cost) * np.minimum(1, t / a["target.years"])
    frees = np.maximum(0, cost - required)
    free_of_target = cost * (1 + a["baseline.growth"]) ** t - cash * frees + np.maximum(0, required - cost)
    need, freed = np.maximum(0, free_of_target - ceiling), (1 - cash) * frees
    spent = free_of_target - np.minimum(need, freed) - a["target.enforcement"] * np.maximum(0, need - freed)
    spent[:, :1] = free_of_target[:, :1]  # just before t = 0 there is no target
    return spent, end


class Weights:
    """The sum over functions of section 6, at some moments: weights of q_i and, for each tier, of q_G, to one power."""

    def __init__(self, case, moments):
        self.case, self.moments, self.local, self.pooled = case, moments, 0.0, {}

    def add(self, chain, weight, worth, dip=1.0):
        """Adds a function of this weight; worth says what a placement's pooled work is worth."""
        left = 1.0
        for m in chain:
            pooled = m.pooled[:, self.moments] * m.tier.big
            left = left - pooled
            self.pooled[m.tier_name] = self.pooled.get(m.tier_name, 0.0) + weight * worth(m) * dip * pooled
        self.local = self.local + weight * dip * left

    def index(self, spent, required, power):
        spent, required = spent[:, self.moments], required[:, self.moments]
        sum_of = self.local * np.maximum(0, spent / required) ** power
        for name, weight in self.pooled.items():
            tier = self.case.tiers[name]
            q = np.maximum(0, tier.sums(spent) / tier.sums(required)) ** power
            sum_of = sum_of + weight * q[..., tier.group]
        return sum_of

    def own(self):
        return self.local + sum(self.pooled.values())


def capacity(case, a, functions, spent, required):
    """K of every body, and the structure's own, in the quarters and at target."""
    weights, all_weights = Weights(case, TO_TARGET), sum(f.weight for f in case.functions)
    for function, chain in functions:
        def worth(m, locality=a["locality." + function.kind]):
            return m.expertise(a) * (1 - locality * a["remoteness." + m.tier_name])

        dip = np.prod([m.dip(a, TO_TARGET) for m in chain], axis=0)
        weights.add(chain, function.weight / all_weights, worth, dip)
    k = weights.index(spent, required, a["capacity.elasticity"])
    return k, weights.own() + np.zeros_like(k)


def local_knowledge(case, a, functions, spent, required):
    """Λ of every body at handover."""
    weights, places = Weights(case, HANDOVER), sum(f.share * a["locality." + f.kind] for f in case.functions)
    for function, chain in functions:
        weight = function.share * a["locality." + function.kind] / np.where(places > 0, places, 1)
        weights.add(chain, weight, lambda m: (1 - m.freed) * (1 - a["remoteness." + m.tier_name]))
    return np.where(places > 0, weights.index(spent, required, a["local_knowledge.over_loss"]), 1)


def payback(stream):
    """Years until the running total is never below 0 again, NaN if that never comes; and whether the stream is always 0."""
    below, quarters = np.cumsum(stream, axis=1) < -1e-6, stream.shape[1]
    wait = np.where(below.any(axis=1), quarters - np.argmax(below[:, ::-1], axis=1), 0)
    idle = (np.abs(stream) <= 1e-6).all(axis=1)
    return np.where(idle | (wait == quarters), np.nan, (wait + 1) / 4), idle


def run(case, a):
    """Every outcome of section 8 of every structure: an array over draws."""
    one = np.zeros_like(a["target.years"])
    middles = (np.arange(round(4 * case.horizon))[:, None] + 0.5) / 4
    t = np.concatenate([one + BEFORE, one + middles, a["target.years"], a["handover.year"]], axis=1)
    stages = {}
    return {structure: outcomes(case, a, t, structure, stages) for structure in case.structures}


def outcomes(case, a, t, structure, stages):
    functions = placed(case, a, t, structure, stages)
    moves = [m for _, chain in functions for m in chain]
    required = a["cost"] * (1 - saved(moves, t))
    spent, end = management_cost(case, a, t, required)
    k, own = capacity(case, a, functions, spent, required)
    people = case.population / case.population.sum()
    known = local_knowledge(case, a, functions, spent, required) @ people
    found = target_outcomes(case, a, required[:, TARGET], spent[:, TARGET], end)
    found |= money_outcomes(a, t, moves, required, spent, (k @ people)[:, :-1])
    found |= capacity_outcomes(case, t, k @ people, own @ people)
    found["capacity_worst_commissioner_at_target"] = k[:, -1].min(axis=1)
    found["local_knowledge_at_handover"] = known[:, 0]
    lasting = [total(m[-1].joined * m[-1].net * f.share * a["cost"]) for f, m in functions if m]
    found["steady_saving_k"] = sum(lasting, np.zeros(len(t)))
    found["steady_saving_pct"] = 100 * found["steady_saving_k"] / found["baseline_cost_k"]
    for name, code in (("statutory_boards", "board"), ("executive_teams", "executive")):
        found[name] = np.full(len(t), groups_in_the_end(case, structure, code))
    return found


def total(x):
    """The sum over moments and bodies."""
    return x.sum(axis=(1, 2))


def share_of(part, whole):
    """Per cent; NaN where the whole is 0."""
    return np.where(whole == 0, np.nan, 100 * part / np.where(whole == 0, 1, whole))


def target_outcomes(case, a, required, spent, end):
    cost, staff = a["cost"], a["staff.cost"][:, 0, 0]
    base, needs, spends, heads = total(cost), total(required), total(spent), case.head.sum()
    tolerated = end + a["target.tolerance"] * np.maximum(0, cost - end) + 1e-6
    return {
        "baseline_cost_k": base,
        "baseline_cost_per_head": 1000 * base / heads,
        "cost_at_target_k": spends,
        "cost_per_head_at_target": 1000 * spends / heads,
        "cost_at_target_share_of_budget_pct": share_of(spends, a["finance.budget"][:, 0, 0]),
        "reduction_pct": 100 * (base - spends) / base,
        "reduction_from_structure_pct": 100 * (base - needs) / base,
        "reduction_from_cuts_pct": 100 * (needs - spends) / base,
        "cuts_needed_pct": 100 * total(np.maximum(0, required - end)) / base,
        "shortfall_pct": 100 * total(np.maximum(0, spent - end)) / base,
        "commissioners_on_target": total(spent <= tolerated).astype(float),
        "posts_at_start": base / staff,
        "posts_removed_at_target": (base - spends) / staff,
    }


def money_outcomes(a, t, moves, required, spent, k):
    """Section 7; k is the capacity of the whole in each quarter."""
    quarters, hazard = t[:, NOW, 0], a["overtaken.hazard"][..., 0]
    leaves = (1 + a["costing.optimism_bias"]) * a["staff.exit_share"] * a["staff.exit_cost"] / a["staff.cost"]

    def exits(x):
        return (leaves * np.maximum(0, x[:, PREVIOUS] - x[:, NOW])).sum(axis=2)

    base = a["cost"].sum(axis=2)
    growth = (1 + a["baseline.growth"][..., 0]) ** quarters
    discount = (1 + a["costing.discount_rate"][..., 0]) ** -quarters
    risk = np.exp(-hazard * quarters)
    setup = sum((m.one_off(a, t) for m in moves), np.zeros_like(quarters))
    own_exits, all_exits = exits(required), exits(spent)
    own = (base - required[:, NOW].sum(axis=2)) / 4 - own_exits - setup
    whole = (base * growth - spent[:, NOW].sum(axis=2)) / 4 - all_exits - setup
    benefit = discount * (whole - a["capacity.value"][..., 0] * (1 - k) * base / 4)
    to_handover = quarters <= a["handover.year"][..., 0]
    pays, idle = payback(own)
    one_off = all_exits.sum(axis=1) + setup.sum(axis=1)
    return {
        "exit_cost_k": all_exits.sum(axis=1),
        "setup_cost_k": setup.sum(axis=1),
        "one_off_cost_k": one_off,
        "one_off_share_of_surplus_pct": share_of(one_off, a["finance.surplus"][:, 0, 0]),
        "structure_one_off_cost_k": own_exits.sum(axis=1) + setup.sum(axis=1),
        "structure_npv_k": (discount * own).sum(axis=1),
        "structure_npv_risked_k": (risk * discount * own).sum(axis=1),
        "structure_npv_to_handover_k": (to_handover * discount * own).sum(axis=1),
        "structure_payback_years": pays,
        "chance_paid_back_before_overtaken": np.where(idle, np.nan, np.nan_to_num(np.exp(-hazard[:, 0] * pays))),
        "cumulative_saving_k": whole.sum(axis=1),
        "npv_including_cuts_k": (discount * whole).sum(axis=1),
        "net_benefit_k": benefit.sum(axis=1),
        "net_benefit_risked_k": (risk * benefit).sum(axis=1),
    }


def capacity_outcomes(case, t, k, own):
    """Of the whole: k and the structure's own, of the quarters and then at target."""
    within = t[:, TARGET, 0] <= case.horizon
    seen = np.concatenate([k[:, :-1], np.where(within, k[:, -1:], np.inf)], axis=1)
    lowest = seen.min(axis=1)
    return {
        "structure_capacity_lowest": own[:, :-1].min(axis=1),
        "structure_capacity_end": own[:, -2],
        "capacity_at_target": k[:, -1],
        "capacity_lowest": lowest,
        "capacity_lowest_years": np.where(seen <= lowest[:, None] + 1e-9, t[:, TO_TARGET, 0], np.inf).min(axis=1),
        "capacity_end": k[:, -2],
        "capacity_mean": k[:, :-1].mean(axis=1),
    }


def groups_in_the_end(case, structure, code):
    """How many groups do a function, by what is decided before the horizon's end; NaN without such a function."""
    if code not in [f.code for f in case.functions]:
        return np.nan
    moves = [m for m in case.structures[structure].get(code, []) if m.start < case.horizon]
    return case.tiers[moves[-1].tier].count if moves else len(case.cost)


BESIDE = ("case", "map", "structure", "name", "statistic", "payback_never_share")  # columns that are no outcomes of a draw
SETTINGS = [
    {},
    {"target.per_head": "19", "baseline.growth": "0.03"},
    {"target.reduction": "0.2", "debt.plan": "1", "target.years": "2.5", "handover.year": "12"},
    {"refuse.merger": "0.95", "fail.hub": "0.05", "fail.shared-management": "0.9"},
    {"target.reduction": "0", "target.cash_release": "0.4", "critical_mass.governance": "2", "finance.budget": "0"},
]


def settings_to_check(case):
    """The central draw, a few settings, and three in which every uncertain number is set at random."""
    random, known = np.random.default_rng(1), case.values()
    several = [{name: value for name, value in settings.items() if name in known} for settings in SETTINGS]
    for _ in range(3):
        picks = {u["name"]: random.uniform(float(u["low"]), float(u["high"])) for u in case.uncertain()}
        picks |= {chance: random.uniform() for chance in case.chances}
        several.append({name: repr(value) for name, value in picks.items()})
    return several


def reconfig(program, case, out, *flags, **variables):
    """Runs reconfig, and says how much processor time it took."""
    command = [program, "run", "--case", str(case.folder), "--map", case.map, "--no-figures", "--quiet", "--out", out, *flags]
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    done = subprocess.run(command, env={**os.environ, **variables}, capture_output=True, text=True)
    if done.returncode:
        raise SystemExit(done.stderr)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def difference(mine, theirs):
    """Relative to the larger value, or to 1 where both are smaller; 0 where both are empty."""
    if np.isnan(mine) and np.isnan(theirs):
        return 0.0
    gap = abs(mine - theirs) / max(1.0, abs(mine), abs(theirs))
    return np.inf if np.isnan(gap) else gap


def check(case, program):
    """Prints the largest difference of each outcome."""
    several, worst, count = settings_to_check(case), {}, 0
    ours = run(case, case.central(several))
    for i, settings in enumerate(several):
        flags = [flag for name, value in settings.items() for flag in ("--set", name + "=" + value)]
        with tempfile.TemporaryDirectory() as folder:
            reconfig(program, case, folder, "--draws", "0", *flags)
            with open(Path(folder) / "outcomes.csv", encoding="utf-8", newline="") as file:
                rows = list(csv.DictReader(file))
        for row in rows:
            for name, values in ours[row["structure"]].items():
                theirs = float(row[name] or "nan")
                found = difference(values[i], theirs), row["structure"], values[i], theirs
                worst[name] = max(worst.get(name, found), found, key=lambda w: w[0])
                count += 1
    bad = [name for name, found in worst.items() if found[0] > 1e-9]
    absent = [name for name in rows[0] if name not in worst and name not in BESIDE]
    for name in sorted(worst, key=list(rows[0]).index):
        gap, structure, mine, theirs = worst[name]
        print("%-40s %8.1e" % (name, gap), "%s: %r here, %r there" % (structure, mine, theirs) if name in bad else "")
    print("%s: %d values compared; %d of %d outcomes differ by more than 1e-9" % (case.map, count, len(bad), len(worst)))
    if absent:
        print("not in this model:", ", ".join(absent))
    return 1 if bad or absent else 0


def measure(case, program, count, rounds=5):
    """Prints draws per second of processor time, here and in reconfig, in turn, and how much faster that is."""
    random, here, there, chunks = np.random.default_rng(1), [], [], max(1, count // CHUNK)
    run(case, case.draws(CHUNK, random))
    print("draws a second of processor time: this model, reconfig run, factor")
    for _ in range(rounds):
        start = time.process_time()
        for _ in range(chunks):
            run(case, case.draws(CHUNK, random))
        here.append(chunks * CHUNK / (time.process_time() - start))
        with tempfile.TemporaryDirectory() as folder:
            long, short = [reconfig(program, case, folder, "--draws", n, GOMAXPROCS="1") for n in ("20000", "200")]
        there.append(19800 / (long - short))
        print("%8.0f %10.0f %8.0f" % (here[-1], there[-1], there[-1] / here[-1]), flush=True)
    factors = [b / a for a, b in zip(here, there)]
    print("medians: %.0f, %.0f, factor %.0f (%.0f to %.0f)" % (
        statistics.median(here), statistics.median(there), statistics.median(factors), min(factors), max(factors)))
    return 0


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("case", help="folder of a case")
    parser.add_argument("--map", help="default: the case's")
    parser.add_argument("--reconfig", default="./reconfig", help="the program to compare with")
    parser.add_argument("--draws", type=int, default=1000, help="draws of a round of --time here")
    what = parser.add_mutually_exclusive_group(required=True)
    what.add_argument("--check", action="store_true", help="compare every outcome with reconfig's")
    what.add_argument("--time", action="store_true", help="time both, on one core")
    options = parser.parse_args()
    case = Case(options.case, options.map)
    return check(case, options.reconfig) if options.check else measure(case, options.reconfig, options.draws)


if __name__ == "__main__":
    raise SystemExit(main())
