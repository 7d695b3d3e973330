#!/usr/bin/env python3
"""Writes `vectors.txt`, the reference for the functions of `src/valuation`.

    pip install mpmath
    python3 tests/reference/generate.py           # writes the file
    python3 tests/reference/generate.py --check   # says whether it would change

It takes about two minutes. The same seed gives the same file, byte for byte;
written with mpmath 1.3.
"""

import hashlib
import pathlib
import sys

# Each of these fills SECTIONS with its formulas, as they are defined, in the
# shortest form that is right in 60 digits; every care about rounding is left to
# the code that they are a check on.
import gaps  # noqa: F401
import groups  # noqa: F401
import moves  # noqa: F401
import returns  # noqa: F401
import warranted  # noqa: F401
from vectors import SECTIONS

SEED = 20260114
VECTORS = 10_000
FILE = pathlib.Path(__file__).with_name("vectors.txt")


def text():
    count = sum(section.count for section in SECTIONS)
    assert count == VECTORS, f"{count} vectors"
    titles = [section.title for section in SECTIONS]
    assert len(set(titles)) == len(titles), "a title twice"
    body = "".join(line + "\n" for section in SECTIONS for line in section.lines(SEED))
    digest = hashlib.sha256(body.encode()).hexdigest()
    header = f"""\
# Reference vectors for src/valuation, by generate.py; do not edit.
# seed {SEED}
# vectors {VECTORS}
# sha256 {digest}
#
# The hash is that of all lines from the first section on. A section has a title
# (the function, and which of its ranges), the number of its vectors, how its
# inputs are drawn and which figures it gives; then a line for each vector. A
# figure is the 60-digit result rounded to the nearest double, or the reason why
# there is none. After ~ stands the condition number, for figures in which terms
# nearly cancel.
"""
    return header + body


def main():
    new = text()
    if "--check" in sys.argv[1:]:
        if FILE.read_text() != new:
            sys.exit(f"{FILE} is not what the generator gives")
        return
    FILE.write_text(new)


if __name__ == "__main__":
    main()
