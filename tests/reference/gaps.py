"""Gaps between multiples, how they close, and changes that compound."""

import math

from mpmath import exp, log, mpf

from vectors import column, multiple, refuse_unless, rows, section

# Gaps between two multiples.

FAR = "multiple: size -400 400; peer: size -400 400"
NEAR = "multiple: size -10 10; peer: near multiple -52 0"
UNFIT = "multiple: pick -3 0 16 1e-300; peer: pick 28 0 -28 1e300"


def each_range(function, counts=(170, 170, 10)):
    """A function of two multiples anywhere, of two near each other, and of such
    as are none."""

    def add(formula):
        for name, count, draws in zip(("far", "near", "unfit"), counts, (FAR, NEAR, UNFIT)):
            section(f"{function} {name}", count, draws)(formula)
        return formula

    return add


@each_range("premium")
def _(x):
    return {"premium": multiple(x.multiple) / multiple(x.peer) - 1}


@each_range("upside_to_parity")
def _(x):
    return {"upside": multiple(x.peer) / multiple(x.multiple) - 1}


@each_range("log_gap")
def _(x):
    return {"log_gap": log(multiple(x.multiple) / multiple(x.peer))}


@section("implied_multiple", 100, "peer: size -20 20; premium: range -1.2 9")
@section("implied_multiple small", 70, "peer: size -20 20; premium: signed -52 0")
def _(x):
    return {"multiple": multiple(x.peer * (1 + x.premium))}


def after_closing(start, peer, closure, rule):
    multiple(start), multiple(peer)
    if rule == 0:
        return multiple(start + closure * (peer - start))
    return start * (peer / start) ** closure


TWO_MULTIPLES = "multiple: size -6 12; peer: size -6 12"
CLOSE_PAIR = "multiple: size -6 12; peer: near multiple -45 -1"


@section("multiple_after_closing", 100, f"{TWO_MULTIPLES}; closure: range 0 1; rule: pick 0 1")
@section(
    "multiple_after_closing far beyond",
    60,
    f"{CLOSE_PAIR}; closure: signed 0 20; rule: pick 0 1",
    cancels="multiple",
)
@section(
    "multiple_after_closing beyond",
    100,
    f"{TWO_MULTIPLES}; closure: range -1 2; rule: pick 0 1",
    cancels="multiple",
)
def _(x):
    return {"multiple": after_closing(x.multiple, x.peer, x.closure, x.rule)}


@section(
    "premium_after_closing", 100, "premium: range -1.1 9; closure: range -0.5 1.5; rule: pick 0 1"
)
@section(
    "premium_after_closing small", 70, "premium: signed -50 0; closure: range 0 1; rule: pick 0 1"
)
def _(x):
    refuse_unless(x.premium > -1, "multiple_not_positive")
    left = (1 - x.closure) * x.premium if x.rule == 0 else (1 + x.premium) ** (1 - x.closure) - 1
    refuse_unless(left > -1, "multiple_not_positive")
    return {"left": left}


PAIR = "multiple#: size -6 12; peer#: size -6 12; weight#: size -20 20"
PAIR_NEAR = "multiple#: size -6 12; peer#: near multiple# -30 -1; weight#: size -3 3"


@section("total_gap", 70, rows(PAIR, 4), cancels="premium upside log_gap")
@section("total_gap near", 70, rows(PAIR_NEAR, 4), cancels="premium upside log_gap")
def _(x):
    weights = column(x, "weight", 4)
    ratios = [a / b for a, b in zip(column(x, "multiple", 4), column(x, "peer", 4))]
    mean = sum(w * log(r) for w, r in zip(weights, ratios)) / sum(weights)
    return {"premium": exp(mean) - 1, "upside": exp(-mean) - 1, "log_gap": mean}


# Changes that compound.


@section("compound", 70, "first: range -0.9 3; second: range -0.9 3", cancels="both")
@section("compound small", 70, "first: signed -40 0; second: signed -40 0", cancels="both")
def _(x):
    return {"both": (1 + x.first) * (1 + x.second) - 1}


@section("compound_all", 70, rows("change#: range -0.9 3", 5), cancels="all")
@section("compound_all small", 70, rows("change#: signed -30 -1", 5), cancels="all")
def _(x):
    return {"all": math.prod(1 + change for change in column(x, "change", 5)) - 1}


@section("without", 70, "total: range -0.99 5; known: range -0.99 5")
@section("without near", 70, "total: signed -30 0; known: near total -50 0")
def _(x):
    return {"rest": (1 + x.total) / (1 + x.known) - 1}


@section("over_years", 70, "rate: range -0.9 2; years: range 0.01 60")
@section("over_years small", 70, "rate: signed -50 -3; years: size -10 6")
def _(x):
    return {"change": (1 + x.rate) ** x.years - 1}


@section("per_year", 100, "change: range -0.999 30; years: range 0.01 60")
@section("per_year small", 70, "change: signed -50 0; years: size -10 6")
@section("per_year large", 70, "change: size 0 300; years: whole 1 40")
def _(x):
    return {"rate": (1 + x.change) ** (1 / x.years) - 1}


# Catching up.

GAPS = "gap_start: signed -20 10; time: size -8 8"


def closing_gap(x):
    refuse_unless(x.gap_start * x.gap_end > 0, "gap_changed_sign")
    refuse_unless(abs(x.gap_end) <= abs(x.gap_start), "gap_widened")
    refuse_unless(x.gap_end != x.gap_start, "gap_unchanged")
    return abs(x.gap_start), abs(x.gap_end)


@section("convergence", 170, f"{GAPS}; gap_end: near gap_start -50 0")
@section("convergence far", 70, f"{GAPS}; gap_end: signed -40 10")
def _(x):
    start, end = closing_gap(x)
    rate = log(start / end) / x.time
    return {"rate": rate, "half_life": log(mpf(2)) / rate, "amount": (start - end) / x.time}


@section("time_to", 100, f"{GAPS}; gap_end: near gap_start -20 0; threshold: near gap_end -30 0")
def _(x):
    refuse_unless(x.threshold >= 0, "figure_negative")
    start, end = closing_gap(x)
    if x.threshold >= end:
        return {"exponential": mpf(0), "linear": mpf(0)}
    return {
        "exponential": x.time * log(end / x.threshold) / log(start / end),
        "linear": x.time * (end - x.threshold) / (start - end),
    }


@section(
    "gap_after", 100, f"{GAPS}; gap_end: near gap_start -20 0; later: range -2 10", cancels="linear"
)
def _(x):
    start, end = closing_gap(x)
    sign = 1 if x.gap_end > 0 else -1
    left = end * (end / start) ** (x.later / x.time)
    return {
        "exponential": sign * left,
        "linear": sign * max(end - (start - end) / x.time * x.later, mpf(0)),
    }
