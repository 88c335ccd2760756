"""The sample shop's events and answers, made up: the same seed and size give the same bytes anywhere.

    python samples/story/make_shop_log.py --customers 1500 --seed 7 --out samples/story

Three things are wrong in this shop, and its map knows of none: whoever is new must open an account before paying, and a
third leave there; parcels to the Canary Islands take more than a week, and the others three days; and many customers,
most of those in the islands, telephone to ask where their parcel is.

One customer is in memory at a time, so that any size can be made. Only `random()` is drawn and only sums and products
are made of it, which every machine does alike.
"""
# ruff: noqa: INP001, S311 - a program beside its data; nothing here is secret

from __future__ import annotations

import argparse
import csv
import gzip
import io
from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from datetime import datetime, timedelta
from pathlib import Path
from random import Random
from typing import NamedTuple, TextIO

START = datetime(2026, 1, 5)  # noqa: DTZ001 - times of the log have no zone: UTC
ARRIVALS = timedelta(days=84)
END = START + timedelta(days=98)
"""When the log was taken: whoever is still waiting then is waiting in the log."""

EVENT_COLUMNS = ("customer_id", "event", "timestamp", "channel", "device", "region", "amount")
ANSWER_COLUMNS = ("customer_id", "touchpoint", "answered_at", "csat", "nps", "ces")
REGIONS = (("madrid", 0.28), ("cataluna", 0.24), ("andalucia", 0.22), ("valencia", 0.14), ("canarias", 0.12))
ISLANDS = "canarias"
MINUTE, HOUR, DAY = 60, 3600, 86_400


class Answer(NamedTuple):
    """What a customer answered after a touchpoint; what was not asked is empty."""

    touchpoint: str
    when: datetime
    csat: int | str = ""
    nps: int | str = ""
    ces: int | str = ""


class Customer:
    """One customer's way through the shop; `events` and `answers` fill as it goes."""

    def __init__(self, number: int, customers: int, draw: Random) -> None:
        self._draw = draw
        self.id = f"C{number:07d}"
        self._now = START + ARRIVALS * number / customers
        self._now = self._now.replace(microsecond=0)
        self.device = "mobile" if self._happens(0.68) else "desktop"
        self.region = self._one_of(REGIONS)
        self.new = self._happens(0.7)
        self.events: list[tuple[str, datetime, str, str]] = []
        self.answers: list[Answer] = []
        self._live()

    @property
    def _far(self) -> bool:
        return self.region == ISLANDS

    def _happens(self, share: float) -> bool:
        return self._draw.random() < share

    def _one_of(self, shares: Sequence[tuple[str, float]]) -> str:
        point = self._draw.random()
        for name, share in shares:
            point -= share
            if point < 0:
                return name
        return shares[-1][0]

    def _between(self, low: float, high: float) -> float:
        """More often nearer to the low end."""
        return low + (high - low) * self._draw.random() * self._draw.random()

    def _wait(self, low: float, high: float) -> None:
        self._now += timedelta(seconds=round(self._between(low, high)))

    def _do(self, event: str, channel: str, amount: str = "") -> None:
        self.events.append((event, self._now, channel, amount))

    def _answer(self, touchpoint: str, mean: float, *, ces: float = 0, nps: float = -1) -> None:
        when = self._now + timedelta(seconds=round(self._between(HOUR, 2 * DAY)))
        self.answers.append(
            Answer(
                touchpoint,
                when,
                self._grade(mean, 1, 5),
                self._grade(nps, 0, 10) if nps >= 0 else "",
                self._grade(ces, 1, 7) if ces else "",
            )
        )

    def _grade(self, mean: float, low: int, high: int) -> int:
        spread = 1.6
        graded = mean + (self._draw.random() + self._draw.random() - 1) * spread
        return max(low, min(high, int(graded + 0.5)))

    def _live(self) -> None:
        self._do("ad_click", "instagram") if self._happens(0.8) else self._do("blog_referral", "web")
        self._look()
        if not self._happens(0.82):
            return
        self._do("add_to_cart", "web")
        if not self._comes_back() or not self._opens_account() or not self._pays():
            return
        self._waits_for_parcel()
        self._afterwards()

    def _look(self) -> None:
        for _ in range(1 + int(self._between(0, 5))):
            self._wait(20, 12 * MINUTE)
            self._do("view_item", "web")
        self._wait(20, 6 * MINUTE)

    def _comes_back(self) -> bool:
        """A quarter leave their cart; a reminder brings some of them back."""
        if self._happens(0.76):
            self._wait(20, 10 * MINUTE)
            return True
        if not self._happens(0.5):
            return False
        self._wait(24 * HOUR, 30 * HOUR)
        self._do("cart_reminder_opened", "correo")
        self._wait(MINUTE, HOUR)
        return self._happens(0.4)

    def _opens_account(self) -> bool:
        """The wall: nobody pays as a guest."""
        if not self.new:
            return True
        self._do("signup_started", "web")
        leaves = self._happens(0.44)
        if leaves and self._happens(0.3):
            self._wait(MINUTE, 2 * DAY)
            self._do("signup_started", "web")
        if self._happens(0.22):
            self._answer("crear-cuenta", 2.1, ces=2.6)
        if leaves:
            return False
        self._wait(2 * MINUTE, 9 * MINUTE)
        self._do("signup_completed", "web")
        self._wait(10, MINUTE)
        return True

    def _pays(self) -> bool:
        self._do("payment_started", "web")
        self._wait(40, 5 * MINUTE)
        if self._happens(0.06):
            self._do("payment_failed", "web")
            if not self._happens(0.6):
                return False
            self._wait(MINUTE, 20 * MINUTE)
        self._do("purchase", "web", f"{round(self._between(1900, 14000)) / 100:.2f}")
        if self._happens(0.12):
            self._answer("pago", 4.0)
        self._wait(30, 5 * MINUTE)
        self._do("order_confirmed", "correo")
        return True

    def _waits_for_parcel(self) -> None:
        paid = self._now
        days = self._between(6.5, 13) if self._far else self._between(1.6, 5)
        looks = int(self._between(2, 7) if self._far else self._between(1, 4))
        calls = 1 + int(self._between(0, 3)) if self._happens(0.85 if self._far else 0.3) else 0
        for look in range(looks):
            self._now = paid + timedelta(seconds=round(days * DAY * (look + self._draw.random()) / (looks + 1)))
            self._do("tracking_viewed", "app")
        for _ in range(calls):
            self._wait(5 * MINUTE, 8 * HOUR)
            self._do("phone_where_is_my_parcel", "telefono")
        if self._happens(0.15):
            self._answer("seguimiento", 2.4 if self._far else 3.7)
        self._now = max(self._now, paid + timedelta(seconds=round(days * DAY)))
        if self._happens(0.05):
            self._do("delivery_failed", "mensajeria")
            self._wait(20 * HOUR, 28 * HOUR)
        self._do("delivered", "mensajeria")
        if self._happens(0.3):
            self._answer("entrega-domicilio", 2.2 if self._far else 4.5)

    def _afterwards(self) -> None:
        arrived = self._now
        if self._happens(0.35):
            self._now = arrived + timedelta(seconds=round(self._between(3 * DAY, 5 * DAY)))
            self._do("survey_answered", "correo")
            self._answer("encuesta", 2.8 if self._far else 4.2, nps=6.1 if self._far else 8.4)
        if self._happens(0.08):
            self._now = arrived + timedelta(seconds=round(self._between(2 * DAY, 8 * DAY)))
            self._do("exchange_requested", "tienda")
            self._wait(3 * DAY, 6 * DAY)
            self._do("exchange_completed", "tienda")
        if self._happens(0.06 if self._far else 0.2):
            self._now = arrived + timedelta(seconds=round(self._between(20 * DAY, 24 * DAY)))
            self._do("offer_purchase", "correo", f"{round(self._between(900, 4000)) / 100:.2f}")


def customers(count: int, seed: int) -> Iterator[Customer]:
    """That many customers, in the order in which they arrive."""
    draw = Random(seed)
    for number in range(count):
        yield Customer(number, count, draw)


def write(count: int, seed: int, events: TextIO, answers: TextIO) -> None:
    """Write the log and the survey, a customer at a time, up to the day when the log was taken."""
    to_log, to_survey = (csv.writer(stream, lineterminator="\n") for stream in (events, answers))
    to_log.writerow(EVENT_COLUMNS)
    to_survey.writerow(ANSWER_COLUMNS)
    for one in customers(count, seed):
        for event, when, channel, amount in one.events:
            if when < END:
                to_log.writerow((one.id, event, f"{when:%Y-%m-%d %H:%M:%S}", channel, one.device, one.region, amount))
        for said in one.answers:
            if said.when < END:
                when = f"{said.when:%Y-%m-%d %H:%M:%S}"
                to_survey.writerow((one.id, said.touchpoint, when, said.csat, said.nps, said.ces))


def main() -> None:
    """Write `events.csv.gz` and `answers.csv` to a folder."""
    parser = argparse.ArgumentParser(description="Make the sample shop's events and answers.")
    parser.add_argument("--customers", type=int, default=1500, help="how many (default: 1500, about 11,000 events)")
    parser.add_argument("--seed", type=int, default=7, help="another seed, another shop (default: 7)")
    parser.add_argument(
        "--out", type=Path, default=Path(__file__).parent, help="the folder (default: beside this file)"
    )
    wanted = parser.parse_args()
    if wanted.customers < 1:
        parser.error("--customers: at least one")
    wanted.out.mkdir(parents=True, exist_ok=True)
    with ExitStack() as stack:
        packed = stack.enter_context((wanted.out / "events.csv.gz").open("wb"))
        unpacked = stack.enter_context(gzip.GzipFile("", "wb", 9, packed, mtime=0))
        events = stack.enter_context(io.TextIOWrapper(unpacked, "utf-8", newline=""))
        answers = stack.enter_context((wanted.out / "answers.csv").open("w", encoding="utf-8", newline=""))
        write(wanted.customers, wanted.seed, events, answers)


if __name__ == "__main__":
    main()
