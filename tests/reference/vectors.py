"""How reference vectors are drawn, computed and written down.

A *section* is a formula over one range of inputs. Its inputs are not stored but
drawn by SplitMix64, in a way that both this file and the Rust test follow to the
last bit, so a section's title with its draws is all there is to know about them.
Its results are computed by mpmath with 60 digits, of which no cancellation here
takes half, and rounded to the nearest double.
"""

import hashlib
import struct
from types import SimpleNamespace

from mpmath import mp, mpf, workprec

mp.dps = 60

LARGEST = mpf(2) ** 1024
WORD = 2**64 - 1

# A condition number up to here is not written down: what it makes of a rounding
# or two is within 1e-13 anyway.
NOT_WORTH_TELLING = 100


class NotMeaningful(Exception):
    """A figure does not exist, for the reason that the exception names."""


def refuse_unless(condition, reason):
    if not condition:
        raise NotMeaningful(reason)


def positive(value, reason):
    refuse_unless(value > 0, reason)
    return value


def multiple(value):
    return positive(value, "multiple_not_positive")


def above_minus_one(*rates):
    for rate in rates:
        refuse_unless(rate > -1, "rate_not_above_minus_one")


class SplitMix64:
    """G. Steele, D. Lea and C. Flood, "Fast splittable pseudorandom number
    generators", OOPSLA 2014."""

    def __init__(self, state):
        self.state = state

    def word(self):
        self.state = (self.state + 0x9E3779B97F4A7C15) & WORD
        z = self.state
        z = ((z ^ (z >> 30)) * 0xBF58476D1CE4E5B9) & WORD
        z = ((z ^ (z >> 27)) * 0x94D049BB133111EB) & WORD
        return z ^ (z >> 31)


def of_magnitude(word, low, high):
    """1.m * 2^e with the mantissa from the word's high 52 bits and e from `low`
    up to but not including `high`."""
    exponent = int(low) + ((word >> 1) & 0x7FF) % (int(high) - int(low))
    return struct.unpack("<d", struct.pack("<Q", (exponent + 1023) << 52 | word >> 12))[0]


def signed(word, low, high):
    """The same, with the sign from the lowest bit."""
    return of_magnitude(word, low, high) * (-1.0 if word & 1 else 1.0)


def draw(kind, arguments, word, before):
    """One input, from one word. All arithmetic is that of doubles."""
    match kind:
        case "size":
            return of_magnitude(word, *arguments)
        case "signed":
            return signed(word, *arguments)
        case "range":
            low, high = map(float, arguments)
            return low + (high - low) * ((word >> 11) * 2.0**-53)
        case "whole":
            low, high = map(int, arguments)
            return float(low + word % (high - low + 1))
        case "pick":
            return float(arguments[word % len(arguments)])
        case "same":
            return before[arguments[0]]
        case "near":
            name, low, high = arguments
            return before[name] + before[name] * signed(word, low, high)
    raise ValueError(f"no draw is called {kind}")


class Section:
    """A formula, how its inputs are drawn, and how often.

    `cancels` names the figures in which large terms may nearly cancel. Beside
    these stands the condition number, where it is worth telling.
    """

    def __init__(self, title, count, draws, formula, cancels):
        self.title = title
        self.count = count
        self.draws = [
            (name.strip(), kind, arguments)
            for name, rest in (one.split(":") for one in draws.split(";"))
            for kind, *arguments in [rest.split()]
        ]
        self.formula = formula
        self.cancels = cancels.split()

    def state(self, seed):
        """Sections are drawn apart, so that a new one does not move the others."""
        digest = hashlib.sha256(f"{seed} {self.title}".encode()).digest()
        return int.from_bytes(digest[:8], "big")

    def inputs(self, words):
        drawn = {}
        for name, kind, arguments in self.draws:
            drawn[name] = draw(kind, arguments, words.word(), drawn)
        return drawn

    def figures(self, inputs):
        """Each figure by its name: a number or a reason."""
        try:
            return self.formula(SimpleNamespace(**{k: mpf(v) for k, v in inputs.items()}))
        except NotMeaningful as reason:
            return str(reason)

    def condition(self, figure, inputs, value):
        """By how much relative changes of the inputs are magnified in all: the
        sum of |x df/dx| over the inputs x, over |f|."""
        step = mpf(10) ** -18
        total = mpf(0)
        continuous = {"size", "signed", "range", "near", "same"}
        for name, kind, _ in self.draws:
            if kind not in continuous:
                continue
            x = mpf(inputs[name])
            sides = [self.figures({**inputs, name: x * (1 + s * step)}) for s in (1, -1)]
            if all(
                not isinstance(side, str) and not isinstance(side[figure], str) for side in sides
            ):
                total += abs(sides[0][figure] - sides[1][figure]) / (2 * step)
        return total / abs(value) if value != 0 else mpf(0)

    def lines(self, seed):
        words = SplitMix64(self.state(seed))
        names = None
        rows = []
        for _ in range(self.count):
            inputs = self.inputs(words)
            figures = self.figures(inputs)
            if isinstance(figures, str):
                rows.append(figures)
                continue
            if names is None:
                names = list(figures)
            assert names == list(figures), self.title
            rows.append(" ".join(self.written(name, figures[name], inputs) for name in names))
        assert names is not None, f"{self.title}: nothing but refusals"
        draws = "; ".join(f"{name}: {' '.join([kind, *args])}" for name, kind, args in self.draws)
        return [f"[{self.title}] {self.count}", f"draws {draws}", f"gives {' '.join(names)}", *rows]

    def written(self, name, value, inputs):
        if isinstance(value, str):
            return value
        if abs(value) >= LARGEST:
            return "out_of_range"
        assert value == 0 or abs(value) > mpf(2) ** -1000, f"{self.title}: subnormal"
        with workprec(53):
            nearest = +value
        text = repr(float(nearest)).removesuffix(".0")
        if name in self.cancels:
            condition = self.condition(name, inputs, value)
            if condition > NOT_WORTH_TELLING:
                text += f"~{float(condition):.1e}".replace("e+0", "e").replace("e+", "e")
        return text


SECTIONS = []


def section(title, count, draws, cancels=""):
    """Makes a section of the formula below it."""

    def add(formula):
        SECTIONS.append(Section(title, count, draws, formula, cancels))
        return formula

    return add


def rows(draws, count):
    """The same draws for several rows: `value#` becomes value1, value2 and so on."""
    return "; ".join(draws.replace("#", str(row)) for row in range(1, count + 1))


def column(x, name, count):
    return [getattr(x, f"{name}{row}") for row in range(1, count + 1)]
