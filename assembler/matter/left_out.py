"""The questions that a case answers by leaving them out, as far as one of its conclusions rests on that."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from assembler.casefile import paths
from assembler.findings.finding import Finding
from assembler.library.satisfiability import fact

if TYPE_CHECKING:
    from assembler.matter.matter import Matter


def left_out(matter: "Matter") -> tuple[str, ...]:
    """Give the path of each, in the order of the case file."""
    _ = matter.figures, matter.deadlines  # so that what they rest on is found
    order = paths.order()
    found = dict.fromkeys(path for one in _concluded(matter) for path in one.rests_on if path)
    taken = [path for path in found if _is_left_out(matter.case, path)]
    return tuple(sorted(taken, key=lambda path: (order.get(paths.of_first_items(path), len(order)), path)))


def _is_left_out(case: Any, path: str) -> bool:
    field = paths.question(path)
    if field is None or field.is_record or not field.left_out:
        return False
    return paths.answer(case, path) in (None, (), field.default)


def _concluded(matter: "Matter") -> Iterator[Finding[Any]]:
    """Give the findings on which the papers, the figures and the days of a case rest."""
    for plan in matter.documents:
        for choice in plan.choices.values():
            yield from (plan.subject.fact(fact(name)) for name in choice.facts)
    for call in (call for call in matter.calls if call.value):
        yield from (call.subject.fact(fact(name)) for name in call.paper.when)
    for subject in matter.findings.subjects:
        yield from (found for found in tuple(subject.found.values()) if isinstance(found, Finding))
