"""Random values of the types that most tables have."""

from __future__ import annotations

import datetime as dt
import random
from decimal import Decimal
from typing import TypeVar

T = TypeVar("T")


class RandomValues:
    """Values for columns; one in ten is NULL. Prints its seed, which pytest shows on failure.

    Not thread-safe.
    """

    def __init__(self) -> None:
        self.seed = random.randrange(2**32)
        print(f"seed {self.seed}")
        self.rng = random.Random(self.seed)

    def maybe(self, value: T) -> T | None:
        return None if self.rng.random() < 0.1 else value

    def integer(self, bits: int) -> int | None:
        """Of a signed column of so many bits."""
        return self.maybe(self.rng.randrange(-(2 ** (bits - 1)), 2 ** (bits - 1)))

    def unsigned(self, bits: int) -> int | None:
        return self.maybe(self.rng.randrange(2**bits))

    def double(self) -> float | None:
        return self.maybe(self.rng.uniform(-1e9, 1e9))

    def decimal(self, digits: int, scale: int) -> Decimal | None:
        return self.maybe(Decimal(self.rng.randrange(-(10**digits), 10**digits)).scaleb(-scale))

    def letters(self, more: str = "") -> str:
        """Up to 39 of them, some of which SQL, JSON and other character sets write otherwise."""
        alphabet = "abc äöü 'quoted' \\ %" + more
        return "".join(self.rng.choices(alphabet, k=self.rng.randrange(40)))

    def text(self, more: str = "") -> str | None:
        return self.maybe(self.letters(more))

    def blob(self) -> bytes | None:
        return self.maybe(self.rng.randbytes(self.rng.randrange(60)))

    def when(self) -> dt.datetime:
        """From the year 2000 to 2031, with microseconds."""
        return dt.datetime(2000, 1, 1) + dt.timedelta(microseconds=self.rng.randrange(10**15))

    def duration(self) -> dt.timedelta | None:
        """Of less than 300 hours, in hundredths of a second."""
        return self.maybe(dt.timedelta(milliseconds=10 * self.rng.randrange(-(10**8), 10**8)))
