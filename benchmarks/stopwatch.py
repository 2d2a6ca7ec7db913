"""Medians of runs that take turns, so that noise falls on all of them alike."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from gc import collect
from statistics import median
from time import perf_counter

__all__ = ["Times", "turns"]

Task = Callable[[], object]


class Times:
    """The seconds that some tasks took, a list each, in the order of the rounds."""

    def __init__(self, seconds: Mapping[str, list[float]]) -> None:
        self.seconds = seconds

    def __contains__(self, name: str) -> bool:
        return name in self.seconds

    def of(self, name: str) -> float:
        """Return the median of a task, in seconds."""
        return median(self.seconds[name])

    def ratio(self, name: str, base: str) -> float:
        """Return the median of the ratios within each round."""
        pairs = zip(self.seconds[name], self.seconds[base], strict=True)
        return median(one / other for one, other in pairs)


def turns(tasks: Mapping[str, Task], rounds: int = 7, least: float = 0.002) -> Times:
    """Run tasks in turns, each once before it counts.

    Args:
        tasks: What to run, by name.
        rounds: How often.
        least: Seconds that a turn lasts at least; a quick task is repeated within it.
    """
    repeats = {name: _repeats(task, least) for name, task in tasks.items()}
    seconds: dict[str, list[float]] = {name: [] for name in tasks}
    names = list(tasks)
    for number in range(rounds):
        collect()
        start = number % len(names)
        for name in names[start:] + names[:start]:
            task, many = tasks[name], repeats[name]
            begun = perf_counter()
            for _ in range(many):
                task()
            seconds[name].append((perf_counter() - begun) / many)
    return Times(seconds)


def _repeats(task: Task, least: float) -> int:
    task()
    begun = perf_counter()
    task()
    return max(1, int(least / max(perf_counter() - begun, 1e-7)))
