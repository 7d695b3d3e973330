"""What growth, profitability and risk warrant, and discounted cash flows."""

import itertools

from mpmath import findroot, log, mpf

from vectors import above_minus_one, column, multiple, positive, refuse_unless, rows, section

# Warranted multiples.

PAYOUT = "payout: range -0.05 1.5"
RATES = "growth: range -0.1 0.12; required: range 0.02 0.2"
RATES_NEAR = "required: range 0.02 0.2; growth: near required -50 -2"


def spread(growth, required):
    above_minus_one(growth)
    return positive(required - growth, "growth_not_below_return")


for name, count, rates in (("", 80, RATES), (" near", 80, RATES_NEAR)):

    @section(f"forward_pe{name}", count, f"{PAYOUT}; {rates}")
    def _(x):
        return {"multiple": multiple(x.payout / spread(x.growth, x.required))}

    @section(f"trailing_pe{name}", count, f"{PAYOUT}; {rates}")
    def _(x):
        return {"multiple": multiple(x.payout * (1 + x.growth) / spread(x.growth, x.required))}

    @section(f"price_to_book{name}", count, f"roe: range 0 0.4; {rates}")
    def _(x):
        gap = spread(x.growth, x.required)
        refuse_unless(x.roe >= x.growth, "growth_above_return_on_equity")
        return {"multiple": multiple((x.roe - x.growth) / gap)}

    @section(
        f"price_to_sales{name}", count, f"margin: range -0.05 0.5; payout: range 0 1.5; {rates}"
    )
    def _(x):
        multiple(x.margin)
        return {
            "multiple": multiple(
                x.margin * x.payout * (1 + x.growth) / spread(x.growth, x.required)
            )
        }

    @section(
        f"ev_to_sales{name}",
        count,
        f"margin: range -0.05 0.5; tax: range -0.02 0.5; reinvestment: range -0.2 1.1; {rates}",
    )
    def _(x):
        refuse_unless(0 <= x.tax <= 1, "share_out_of_range")
        multiple(x.margin)
        free = x.margin * (1 - x.tax) * (1 - x.reinvestment)
        return {"multiple": multiple(free * (1 + x.growth) / spread(x.growth, x.required))}


@section("sustainable_growth", 70, "payout: range -0.5 2; roe: range -0.5 0.8")
def _(x):
    return {"growth": (1 - x.payout) * x.roe}


def two_stage(x, paid_high, paid_stable):
    above_minus_one(x.growth, x.required, x.stable_growth, x.stable_required)
    grown = ((1 + x.growth) / (1 + x.required)) ** x.years
    if x.growth == x.required:
        high = paid_high * x.years
    else:
        high = paid_high * (1 + x.growth) * (1 - grown) / (x.required - x.growth)
    stable = (
        paid_stable * (1 + x.stable_growth) / spread(x.stable_growth, x.stable_required) * grown
    )
    return {
        "multiple": multiple(high + stable),
        "from_high_growth": high,
        "from_stable_growth": stable,
    }


STABLE = (
    "payout: range 0 1; stable_payout: range 0 1.2; stable_required: range 0.03 0.15; "
    "stable_growth: range -0.05 0.06"
)
LEVELS = "years: range 0 40; required: range 0.02 0.3"


@section("two_stage_pe", 140, f"{LEVELS}; growth: range -0.5 1; {STABLE}")
@section("two_stage_pe near", 210, f"{LEVELS}; growth: near required -52 -3; {STABLE}")
@section("two_stage_pe at the limit", 70, f"{LEVELS}; growth: same required; {STABLE}")
@section(
    "two_stage_pe of small rates",
    70,
    f"years: range 0 40; required: signed -45 -6; growth: signed -45 -6; {STABLE}",
)
def _(x):
    return two_stage(x, x.payout, x.stable_payout)


@section(
    "two_stage_ps",
    100,
    f"{LEVELS}; growth: range -0.5 1; {STABLE}; margin: range 0 0.5; stable_margin: range 0 0.4",
)
def _(x):
    return two_stage(x, x.margin * x.payout, x.stable_margin * x.stable_payout)


FADE = "dividend: size -6 8; initial: range -0.5 0.6; lasting: range -0.1 0.1; fade: range 0 30"


def fading_dividends(x):
    above_minus_one(x.initial, x.lasting)
    factor = 1 + x.lasting + x.fade / 2 * (x.initial - x.lasting)
    return positive(x.dividend * factor, "value_not_positive")


@section("h_model", 140, f"{FADE}; required: range 0.02 0.2", cancels="value")
@section(
    "h_model near",
    70,
    "dividend: size -6 8; required: range 0.02 0.2; lasting: near required -50 -2; "
    "initial: range 0 0.6; fade: range 0 30",
)
def _(x):
    return {"value": fading_dividends(x) / spread(x.lasting, x.required)}


@section("h_model_return", 100, f"{FADE}; price: size 2 14", cancels="return")
def _(x):
    return {"return": x.lasting + fading_dividends(x) / x.price}


@section("peg", 70, "pe: size -60 60; growth: size -40 4")
@section("peg unfit", 20, "pe: pick 30 0 -4; growth: pick 0.3 0 -0.1")
def _(x):
    multiple(x.pe)
    return {"peg": x.pe / (100 * positive(x.growth, "growth_not_positive"))}


@section(
    "growth_adjusted_gap",
    70,
    "pe: size 0 8; growth: size -8 0; peer_pe: size 0 8; peer_growth: size -8 0",
)
@section(
    "growth_adjusted_gap near",
    70,
    "pe: size 0 8; growth: size -8 0; peer_pe: near pe -40 -1; peer_growth: near growth -40 -1",
    cancels="premium upside log_gap",
)
def _(x):
    ratio = x.pe * x.peer_growth / (x.growth * x.peer_pe)
    return {"premium": ratio - 1, "upside": 1 / ratio - 1, "log_gap": log(ratio)}


@section(
    "cost_of_equity",
    100,
    "risk_free: range -0.02 0.1; beta: range -0.5 3; mature: range 0.02 0.08; "
    "lambda: range -1 3; country: range 0 0.15",
    cancels="rate",
)
def _(x):
    rate = x.risk_free + x.beta * x.mature + getattr(x, "lambda") * x.country
    above_minus_one(rate)
    return {"rate": rate, "equity_risk_premium": x.mature + x.country}


@section("country_risk_premium", 60, "spread: signed -20 0; volatility: size -4 4")
def _(x):
    return {"premium": x.spread * x.volatility}


@section(
    "stable_pe",
    70,
    "growth: range -0.05 0.1; roe: range -0.02 0.4; required: range 0.04 0.2",
    cancels="multiple",
)
def _(x):
    payout = 1 - x.growth / positive(x.roe, "fundamental_not_positive")
    refuse_unless(payout >= 0, "growth_above_return_on_equity")
    return {"multiple": multiple(payout / spread(x.growth, x.required))}


SIDE = "growth#: range 0.02 0.25; roe#: range 0.27 0.6; required#: range 0.07 0.14"


@section(
    "explain",
    70,
    f"multiple1: size 2 6; multiple2: size 2 6; {rows(SIDE, 2)}; years: range 1 15; "
    "stable_growth: range 0 0.05",
    cancels="log_gap growth profitability risk unexplained",
)
def _(x):
    """Shapley's split as its definition has it: over all orders."""

    def warranted(growth, roe, required):
        side = lambda g: (1 + g) * (1 - g / roe)
        ratio = (1 + growth) / (1 + required)
        high = side(growth) * (1 - ratio**x.years) / (required - growth)
        return high + side(x.stable_growth) / (required - x.stable_growth) * ratio**x.years

    own = [x.growth1, x.roe1, x.required1]
    peer = [x.growth2, x.roe2, x.required2]
    parts = [mpf(0)] * 3
    for order in itertools.permutations(range(3)):
        mixture = list(peer)
        for driver in order:
            before = log(warranted(*mixture))
            mixture[driver] = own[driver]
            parts[driver] += (log(warranted(*mixture)) - before) / 6
    gap = log(x.multiple1 / x.multiple2)
    return {
        "log_gap": gap,
        **dict(zip(("growth", "profitability", "risk"), parts)),
        "unexplained": gap - sum(parts),
        "warranted": warranted(*own),
        "warranted_peer": warranted(*peer),
    }


# Discounted cash flows.


@section(
    "present_value",
    100,
    f"{rows('flow#: range -3 10', 6)}; required: range 0.02 0.3; growth: range -0.1 0.08",
    cancels="flows value",
)
def _(x):
    flows = column(x, "flow", 6)
    gap = spread(x.growth, x.required)
    positive(flows[-1], "fundamental_not_positive")
    discount = lambda year: (1 + x.required) ** -year
    today = sum(flow * discount(year) for year, flow in enumerate(flows, 1))
    terminal_value = flows[-1] * (1 + x.growth) / gap
    terminal = terminal_value * discount(6)
    return {
        "flows": today,
        "terminal_value": terminal_value,
        "terminal": terminal,
        "value": today + terminal,
    }


@section("implied_growth", 100, "value: size 0 12; flow: size -6 6; required: range 0.01 0.3")
def _(x):
    return {"growth": (x.value * x.required - x.flow) / (x.value + x.flow)}


def path_value(x, growth):
    flow, worth = mpf(1), mpf(0)
    years, fade = int(x.years), int(x.fade)
    for step in [0] * years + list(range(1, fade + 1)):
        rate = growth + mpf(step) / (fade + 1) * (x.terminal - growth)
        flow *= (1 + rate) / (1 + x.required)
        worth += flow
    return x.flow * (worth + flow * (1 + x.terminal) / (x.required - x.terminal))


PATH = "years: whole 1 12; fade: whole 0 8; terminal: range -0.02 0.05; required: range 0.06 0.16"


@section("growth_path_value", 70, f"flow: size -3 6; {PATH}; growth: range -0.3 0.8")
def _(x):
    return {"value": path_value(x, x.growth)}


@section("growth_path_implied", 70, f"flow: size -3 2; worth: size 4 9; {PATH}", cancels="growth")
def _(x):
    refuse_unless(x.worth > path_value(x, mpf(-1)), "no_solution")
    off = lambda growth: path_value(x, growth) - x.worth
    low, high = mpf(-1), mpf(1)
    while off(high) < 0:
        high *= 2
    # Bisection as far as the secant method is sure to do the rest.
    for _ in range(40):
        middle = (low + high) / 2
        low, high = (middle, high) if off(middle) < 0 else (low, middle)
    return {"growth": findroot(off, (low, high), solver="secant", tol=mpf(10) ** -80)}
