"""Measure actions in turn, so that what the machine does meanwhile falls on all alike, and tell medians."""

import statistics
import sys
import time
from collections.abc import Callable, Iterator, Mapping

Action = Callable[[int], float]
"""Does its work on the case of a number and gives the milliseconds it took."""

Times = Mapping[str, list[float]]


def timed(work: Callable[[int], object]) -> Action:
    """Time a piece of work that is done in this process."""

    def action(number: int) -> float:
        start = time.perf_counter()
        work(number)
        return (time.perf_counter() - start) * 1000

    return action


def interleaved(actions: Mapping[str, Action], rounds: int, warm: int = 0, burst: int = 1) -> Times:
    """Give each action its turn in every round, with another first each round; the first rounds do not count.

    In its turn an action is done ``burst`` times; the numbers of cases go from 0, and no action has one twice.
    """
    names, times = list(actions), {name: list[float]() for name in actions}
    for turn in range(warm + rounds):
        first = turn % len(names)
        for name in names[first:] + names[:first]:
            taken = [actions[name](number) for number in range(turn * burst, (turn + 1) * burst)]
            if turn >= warm:
                times[name] += taken
        _progress(turn + 1, warm + rounds)
    return times


def _progress(done: int, of: int) -> None:
    if sys.stderr.isatty():
        print(f"\r{done} of {of}", end="\n" if done == of else "", file=sys.stderr, flush=True)


def table(times: Times, baseline: str = "", notes: Mapping[str, str] | None = None) -> Iterator[str]:
    """Tell the median and the least of each, and, given a baseline, how many times as fast as that its median is."""
    wide = max(map(len, times))
    yield f"{'':{wide}}    median     least" + "   times as fast" * bool(baseline)
    for name, measured in times.items():
        median = statistics.median(measured)
        pace = f"{statistics.median(times[baseline]) / median:16.1f}" if baseline else ""
        yield f"{name:{wide}} {median:9.2f} {min(measured):9.2f}{pace}   {(notes or {}).get(name, '')}".rstrip()


def ratio(times: Times, slower: str, faster: str) -> str:
    """Tell one ratio of medians; a name that was not measured is said to be missing."""
    missing = [name for name in (slower, faster) if name not in times]
    if missing:
        return f"{slower} / {faster}: {', '.join(missing)} not measured"
    value = statistics.median(times[slower]) / statistics.median(times[faster])
    return f"{slower} / {faster}: {value:.2f}"
