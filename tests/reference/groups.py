"""Many companies at once: means, aggregates, portfolios, regressions, shares."""

from mpmath import lu_solve, matrix, mpf, sqrt

from gaps import after_closing
from vectors import column, refuse_unless, rows, section

# Groups of companies.


@section("means", 100, rows("multiple#: size -3 10; weight#: size -20 20", 5))
def _(x):
    multiples, weights = column(x, "multiple", 5), column(x, "weight", 5)
    total = sum(weights)
    return {
        "arithmetic": sum(w * m for w, m in zip(weights, multiples)) / total,
        "harmonic": total / sum(w / m for w, m in zip(weights, multiples)),
    }


@section(
    "percentile", 70, f"{rows('value#: signed -10 10', 7)}; share: range 0 1", cancels="percentile"
)
def _(x):
    values = sorted(column(x, "value", 7))
    position = x.share * 6
    rank = int(position)
    between = position - rank
    return {"percentile": values[rank] + between * (values[min(rank + 1, 6)] - values[rank])}


@section(
    "aggregate",
    170,
    rows("value#: size 0 40; fundamental#: signed -10 30", 5),
    cancels="included included_yield",
)
def _(x):
    values, fundamentals = column(x, "value", 5), column(x, "fundamental", 5)
    kept = [(v, f) for v, f in zip(values, fundamentals) if f > 0]
    value, fundamental = sum(values), sum(fundamentals)
    gains = sum(f for _, f in kept)
    refused = "fundamental_not_positive"
    return {
        "included": value / fundamental if fundamental > 0 else refused,
        "included_yield": fundamental / value,
        "as_zero": value / gains if kept else refused,
        "profitable": sum(v for v, _ in kept) / gains if kept else "no_observations",
        "losing_value": sum(v for v, f in zip(values, fundamentals) if f < 0) / value,
    }


COMPANY = (
    "value#: size 0 12; earnings#: signed -6 8; peer#: size 2 6; "
    "growth#: range -0.2 0.5; dividend#: range 0 0.06"
)


@section(
    "portfolio",
    100,
    f"{rows(COMPANY, 4)}; closure: range 0 1; rule: pick 0 1; added: range -0.1 0.2; "
    "shares: range -0.03 0.05; "
    "currency: range -0.1 0.1; years: range 0.5 8",
    cancels="total annual multiple_start multiple_end",
)
def _(x):
    start = end = earned = earns = dividends = mpf(0)
    over = lambda rate: (1 + rate) ** x.years
    companies = zip(
        *(column(x, name, 4) for name in ("value", "earnings", "peer", "growth", "dividend"))
    )
    for value, earnings, peer, growth, dividend in companies:
        start += value
        earned += earnings
        dividends += value * dividend * x.years
        grows = earnings * over(growth) * over(x.added) if earnings > 0 else earnings
        earns += grows
        end += (
            grows * after_closing(value / earnings, peer, x.closure, x.rule)
            if earnings > 0
            else value
        )
    value_end = end / over(x.shares)
    total = (value_end + dividends) / start * over(x.currency) - 1
    refused = "fundamental_not_positive"
    return {
        "value_end": value_end,
        "total": total,
        "annual": (1 + total) ** (1 / x.years) - 1,
        "multiple_start": start / earned if earned > 0 else refused,
        "multiple_end": end / earns if earns > 0 else refused,
    }


@section(
    "regression",
    60,
    rows(
        "response#: range 5 60; growth#: range -0.1 0.6; payout#: range 0 1; weight#: size -4 2", 9
    ),
    cancels="intercept growth payout standard_error r_squared",
)
def _(x):
    """By the normal equations, which 60 digits forgive."""
    weights, response = column(x, "weight", 9), column(x, "response", 9)
    columns = [[mpf(1)] * 9, column(x, "growth", 9), column(x, "payout", 9)]
    dot = lambda a, b: sum(w * p * q for w, p, q in zip(weights, a, b))
    cross = matrix([[dot(a, b) for b in columns] for a in columns])
    estimates = lu_solve(cross, matrix([dot(a, response) for a in columns]))
    residuals = [
        y - sum(b * c[i] for b, c in zip(estimates, columns)) for i, y in enumerate(response)
    ]
    unexplained = dot(residuals, residuals)
    mean = dot(columns[0], response) / sum(weights)
    variation = dot([y - mean for y in response], [y - mean for y in response])
    # Weights are relative: the largest counts as one.
    spread = sqrt(unexplained / max(weights) / 6)
    return {
        "intercept": estimates[0],
        "growth": estimates[1],
        "payout": estimates[2],
        "standard_error": spread * sqrt(((cross / max(weights)) ** -1)[1, 1]),
        "r_squared": 1 - unexplained / variation,
        "residual_error": spread,
    }


# Scale.

AMOUNTS = "listed: size 0 10; all_listed: size 6 16; private: size -3 8; all_private: size 2 12"


@section("shares_of_all", 100, AMOUNTS)
def _(x):
    def share(part, whole):
        refuse_unless(part <= whole, "share_out_of_range")
        return part / whole

    listed = share(x.listed, x.all_listed)
    share(x.private, x.all_private)
    return {
        "listed": listed,
        "with_private": share(x.listed + x.private, x.all_listed + x.all_private),
    }


@section("ratio_to_others", 60, "share: range -0.05 1.05")
def _(x):
    refuse_unless(0 <= x.share < 1, "share_out_of_range")
    return {"ratio": x.share / (1 - x.share)}


@section("share_of_all", 60, "ratio: signed -30 30")
def _(x):
    refuse_unless(x.ratio >= 0, "share_out_of_range")
    return {"share": x.ratio / (1 + x.ratio)}


@section(
    "implied_private_value",
    70,
    "listed: size 4 8; listed_share: range 0.02 0.2; share: near listed_share -8 -1; "
    "all_private: size 4 14",
    cancels="private",
)
def _(x):
    refuse_unless(x.share <= 1, "share_out_of_range")
    private = x.share * (x.listed / x.listed_share + x.all_private) - x.listed
    refuse_unless(0 <= private <= x.all_private, "figures_contradict")
    return {"private": private}


@section("spending_ratio", 60, rows("own#: size 0 20; peer#: size 0 20", 4))
def _(x):
    return {"ratio": sum(column(x, "own", 4)) / sum(column(x, "peer", 4))}


@section("capex_parity", 70, "value: size -20 20; capex: size -20 20; multiple: size -20 20")
def _(x):
    return {
        "value_per_capex": x.value / x.capex,
        "implied_return": x.value / x.capex / x.multiple,
        "for_capex_parity": 1 / x.multiple,
        "for_equal_value": 1 / (x.capex * x.multiple),
    }


@section(
    "return_on_capex_needed", 60, "value: signed -20 40; multiple: size 0 8; capex: size -20 40"
)
def _(x):
    return {"return": x.value / x.multiple / x.capex}
