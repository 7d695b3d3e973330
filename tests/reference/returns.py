"""Returns to come: re-rating forwards and backwards, yield and growth, odds."""

import math

from mpmath import log, sqrt

from gaps import CLOSE_PAIR, TWO_MULTIPLES, after_closing
from moves import holding_total
from vectors import above_minus_one, column, multiple, positive, refuse_unless, rows, section

# Re-rating forward, and backward.

YEARLY = (
    "growth: range -0.2 0.6; years: range 0.25 15; dividend: range 0 0.08; shares: range -0.05 0.1;"
    "currency: range -0.1 0.1"
)


def outcome(x, exit_multiple):
    rerating = exit_multiple / x.multiple - 1
    change = lambda rate: (1 + rate) ** x.years - 1
    over = {
        "earnings": change(x.growth),
        "rerating": rerating,
        "shares": change(x.shares),
        "currency": change(x.currency),
    }
    total = holding_total(**over, dividends=x.dividend * x.years)
    return {
        "exit_multiple": exit_multiple,
        "rerating": rerating,
        "total": total,
        "annual": (1 + total) ** (1 / x.years) - 1,
        "price_only": holding_total(**over, dividends=0),
    }


RETURNS = "total annual price_only"


@section(
    "rerating closure",
    280,
    f"{TWO_MULTIPLES}; closure: range 0 1; rule: pick 0 1; {YEARLY}",
    cancels=RETURNS,
)
@section(
    "rerating closure near",
    140,
    f"{CLOSE_PAIR}; closure: range 0 1; rule: pick 0 1; {YEARLY}",
    cancels=RETURNS,
)
@section(
    "rerating closure beyond",
    140,
    f"{TWO_MULTIPLES}; closure: range -0.5 1.5; rule: pick 0 1; {YEARLY}",
    cancels=f"exit_multiple {RETURNS}",
)
def _(x):
    return outcome(x, after_closing(x.multiple, x.peer, x.closure, x.rule))


def implied_closure(x, target):
    if x.rule == 0:
        return (target - x.multiple) / (x.peer - x.multiple)
    return log(target / x.multiple) / log(x.peer / x.multiple)


TARGET = (
    "multiple: size 0 8; target: near multiple -20 0; peer: near multiple -20 0; rule: pick 0 1"
)


@section("rerating target", 200, f"{TARGET}; {YEARLY}", cancels=RETURNS)
@section(
    "rerating target unfit",
    50,
    "multiple: pick 16 0; target: pick 28 -1; peer: pick 28 30; rule: pick 0 1; "
    "growth: pick 0.1 -1; years: pick 2 0; "
    "dividend: pick 0.02 -0.01; shares: pick 0 -1.5; currency: pick 0 0.01",
)
def _(x):
    multiple(x.multiple), multiple(x.target)
    positive(x.years, "years_not_positive")
    refuse_unless(x.dividend >= 0, "dividend_negative")
    above_minus_one(x.growth, x.shares, x.currency)
    return {**outcome(x, x.target), "closure": implied_closure(x, x.target)}


GOAL = "goal: range -0.1 0.6"


def price_needed(x):
    """The change of price that makes the goal a year, with the dividends."""
    price = (1 + x.goal) ** x.years / (1 + x.currency) ** x.years - x.dividend * x.years
    return positive(price, "dividends_exceed_goal")


@section(
    "solve_exit", 140, f"{CLOSE_PAIR}; rule: pick 0 1; {GOAL}; {YEARLY}", cancels="target closure"
)
def _(x):
    price = price_needed(x)
    target = x.multiple * price * ((1 + x.shares) / (1 + x.growth)) ** x.years
    return {"target": target, "closure": implied_closure(x, target)}


@section(
    "solve_rates",
    140,
    f"multiple: size 0 8; target: near multiple -20 0; {GOAL}; {YEARLY}",
    cancels="growth shares",
)
def _(x):
    needed = price_needed(x) * x.multiple / x.target
    return {
        "growth": needed ** (1 / x.years) * (1 + x.shares) - 1,
        "shares": (1 + x.growth) / needed ** (1 / x.years) - 1,
    }


@section(
    "solve_currency",
    70,
    f"multiple: size 0 8; target: near multiple -20 0; {GOAL}; {YEARLY}",
    cancels="currency",
)
def _(x):
    price = x.target / x.multiple * ((1 + x.growth) / (1 + x.shares)) ** x.years
    reached = price + x.dividend * x.years
    return {"currency": (1 + x.goal) / reached ** (1 / x.years) - 1}


@section(
    "solve_years",
    100,
    "multiple: size 0 8; target: near multiple -10 0; growth: range -0.2 0.6; "
    "shares: range -0.05 0.1; "
    "currency: range -0.1 0.1; goal: range -0.1 0.6",
    cancels="years",
)
def _(x):
    """Without dividends: exit and growth reach an annual goal once at most."""
    pace = log((1 + x.goal) / (1 + x.currency) * (1 + x.shares) / (1 + x.growth))
    years = log(x.target / x.multiple) / pace
    refuse_unless(years <= 100, "solution_beyond_range")
    refuse_unless(years > 0, "no_horizon_reaches")
    return {"years": years}


# Expected returns.


@section(
    "grinold_kroner",
    170,
    "dividend: range -0.002 0.08; shares: range -0.06 0.06; "
    "inflation: range -0.02 0.08; growth: range -0.05 0.08; "
    "repricing: range -0.08 0.08",
    cancels="income growth expected_return compounded",
)
def _(x):
    refuse_unless(x.dividend >= 0, "dividend_negative")
    growth, income = x.inflation + x.growth, x.dividend - x.shares
    nominal = (1 + x.inflation) * (1 + x.growth)
    return {
        "income": income,
        "growth": growth,
        "expected_return": income + growth + x.repricing,
        "compounded": nominal * (1 + x.repricing) / (1 + x.shares) + x.dividend - 1,
    }


@section(
    "return_sources",
    100,
    "dividend: range 0 0.08; growth: range -0.1 0.15; pe_start: size 2 6; "
    "pe_end: near pe_start -20 0; years: range 1 100",
    cancels="fundamental total",
)
def _(x):
    multiple(x.pe_end)
    fundamental = x.dividend + x.growth
    repricing = (x.pe_end / x.pe_start) ** (1 / x.years) - 1
    return {"fundamental": fundamental, "repricing": repricing, "total": fundamental + repricing}


@section(
    "expectation", 100, rows("odds#: range 0.05 1; total#: range -1 4", 4), cancels="mean deviation"
)
def _(x):
    odds, totals = column(x, "odds", 4), column(x, "total", 4)
    mean = sum(p * t for p, t in zip(odds, totals)) / sum(odds)
    variance = sum(p * (t - mean) ** 2 for p, t in zip(odds, totals)) / sum(odds)
    return {"mean": mean, "deviation": sqrt(variance)}


@section(
    "break_even_probability", 70, "favourable: range -1 4; otherwise: range -1 4; goal: range -1 4"
)
def _(x):
    low, high = min(x.favourable, x.otherwise), max(x.favourable, x.otherwise)
    refuse_unless(low <= x.goal <= high, "no_solution")
    return {"probability": (x.goal - x.otherwise) / (x.favourable - x.otherwise)}


@section(
    "catalysts",
    70,
    rows("odds#: range 0 1; if#: range -0.6 1; if_not#: range -0.6 0.3", 3),
    cancels="expected deviation",
)
def _(x):
    events = list(zip(column(x, "odds", 3), column(x, "if", 3), column(x, "if_not", 3)))
    mean = math.prod(p * (1 + a) + (1 - p) * (1 + b) for p, a, b in events)
    square = math.prod(p * (1 + a) ** 2 + (1 - p) * (1 + b) ** 2 for p, a, b in events)
    return {"expected": mean - 1, "deviation": sqrt(square - mean**2)}
