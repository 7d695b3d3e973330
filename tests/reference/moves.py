"""Past moves: how they split among their drivers, and where they came from."""

import itertools
import math

from mpmath import log, mpf

from vectors import above_minus_one, positive, refuse_unless, section

# Attribution, and the changes of a holding.

DRIVERS = ("earnings", "rerating", "shares", "dividends", "currency")
METHODS = ("log", "lmdi", "shapley", "sequential", "first_order")


def split(method, changes):
    """The whole, the part of each driver, and the interaction if there is one."""
    total = math.prod(1 + c for c in changes) - 1
    logs = [log(1 + c) for c in changes]
    interaction = {}
    match method:
        case "log":
            total, parts = sum(logs), logs
        case "lmdi":
            mean = total / sum(logs) if sum(logs) != 0 else mpf(1)
            parts = [mean * one for one in logs]
        case "shapley":
            parts = [mpf(0)] * 5
            for order in itertools.permutations(range(5)):
                level = mpf(1)
                for driver in order:
                    parts[driver] += level * changes[driver] / math.factorial(5)
                    level *= 1 + changes[driver]
        case "sequential":
            parts = [math.prod(1 + c for c in changes[:i]) * changes[i] for i in range(5)]
        case "first_order":
            parts = changes
            interaction = {"interaction": total - sum(changes)}
    return {"whole": total, **dict(zip(DRIVERS, parts)), **interaction}


USUAL_FACTORS = (
    "earnings: range -0.8 3; rerating: range -0.8 3; shares: range -0.3 0.3; "
    "dividends: range 0 0.5; "
    "currency: range -0.4 0.4"
)
SMALL_FACTORS = "; ".join(f"{name}: signed -35 -2" for name in DRIVERS)

for method in METHODS:

    def formula(x, method=method):
        changes = [getattr(x, name) for name in DRIVERS]
        above_minus_one(*changes)
        return split(method, changes)

    for name, count, draws in (
        ("usual", 70, USUAL_FACTORS),
        ("small", 40, SMALL_FACTORS),
        ("wide", 30, "; ".join(f"{name}: range -1.02 20" for name in DRIVERS)),
    ):
        section(f"split_{method} {name}", count, draws, cancels="whole interaction")(formula)


def holding_total(earnings, rerating, shares, dividends, currency):
    price = (1 + earnings) * (1 + rerating) / (1 + shares)
    return (price + dividends) * (1 + currency) - 1


@section("holding_period", 100, USUAL_FACTORS, cancels="total price_only")
@section(
    "holding_period wide",
    70,
    "; ".join(f"{name}: range -1.02 8" for name in DRIVERS),
    cancels="total price_only",
)
def _(x):
    above_minus_one(x.earnings, x.rerating, x.shares, x.currency)
    refuse_unless(x.dividends >= 0, "dividend_negative")
    price = (1 + x.earnings) * (1 + x.rerating) / (1 + x.shares)
    return {
        "total": holding_total(x.earnings, x.rerating, x.shares, x.dividends, x.currency),
        "price_only": holding_total(x.earnings, x.rerating, x.shares, 0, x.currency),
        "shares": 1 / (1 + x.shares) - 1,
        "dividends": x.dividends / price,
    }


# Past moves.

ENDS = "value_start: size -10 40; earnings_start: size -20 30"


def sources(pe_start, pe_end, growth, rerating):
    logs = log(1 + growth), log(1 + rerating)
    return {
        "pe_start": pe_start,
        "pe_end": pe_end,
        "earnings_growth": growth,
        "rerating": rerating,
        "log_share_earnings": logs[0] / sum(logs),
        "log_share_multiple": logs[1] / sum(logs),
        "interaction": growth * rerating,
    }


@section(
    "decompose far",
    140,
    f"{ENDS}; value_end: size -10 40; earnings_end: size -20 30",
    cancels="log_share_earnings log_share_multiple",
)
@section(
    "decompose near",
    170,
    f"{ENDS}; value_end: near value_start -40 0; earnings_end: near earnings_start -40 0",
    cancels="rerating log_share_earnings log_share_multiple interaction",
)
def _(x):
    growth = x.earnings_end / x.earnings_start - 1
    pe_start, pe_end = x.value_start / x.earnings_start, x.value_end / x.earnings_end
    return {
        "total": x.value_end / x.value_start - 1,
        **sources(pe_start, pe_end, growth, pe_end / pe_start - 1),
    }


@section(
    "decompose unfit",
    20,
    "value_start: pick 100; value_end: pick 150; earnings_start: pick 0 -2 5; "
    "earnings_end: pick 0 -3 6",
)
def _(x):
    total = x.value_end / x.value_start - 1
    if x.earnings_start * x.earnings_end < 0:
        reason = "fundamental_changed_sign"
    elif x.earnings_start <= 0 or x.earnings_end <= 0:
        reason = "fundamental_not_positive"
    else:
        growth = x.earnings_end / x.earnings_start - 1
        pe_start, pe_end = x.value_start / x.earnings_start, x.value_end / x.earnings_end
        return {"total": total, **sources(pe_start, pe_end, growth, pe_end / pe_start - 1)}
    return {"total": total, **dict.fromkeys(sources(mpf(1), mpf(1), mpf(1), mpf(1)), reason)}


@section("incremental_pe", 100, "value: signed -40 60; earnings: signed -40 60")
@section("incremental_pe unfit", 10, "value: pick 732 -732; earnings: pick 0 2.893")
def _(x):
    refuse_unless(x.earnings != 0, "earnings_unchanged")
    return {"incremental_pe": x.value / x.earnings}


@section(
    "from_incremental_pe collapse",
    40,
    "change: range -1 -0.999; pe_end: size 0 8; incremental_pe: signed 0 12",
    cancels="pe_start earnings_growth rerating log_share_earnings log_share_multiple interaction",
)
@section(
    "from_incremental_pe",
    130,
    "change: range -1.05 3; pe_end: size 0 8; incremental_pe: signed 0 12",
    cancels="pe_start earnings_growth rerating log_share_earnings log_share_multiple interaction",
)
def _(x):
    above_minus_one(x.change)
    at_start = 1 + x.change - x.change * x.pe_end / x.incremental_pe
    positive(at_start, "fundamental_not_positive")
    growth = (1 + x.change) / at_start - 1
    return sources(x.pe_end / at_start, x.pe_end, growth, at_start - 1)


@section(
    "implied_incremental_pe", 100, "change: range -0.99 3; growth: range -0.9 3; pe_end: size 0 8"
)
def _(x):
    return {"incremental_pe": x.pe_end * x.change / (1 + x.change) * (1 + x.growth) / x.growth}
