"""Who signs for the spouse's side: the spouse, a legal representative, or the representative of the spouse's estate."""

from collections.abc import Iterator
from datetime import date

from assembler.casefile.shape import Case
from assembler.facts.combine import contrary
from assembler.facts.finding import Finding
from assembler.facts.phrases import day

ASSIGNOR = "26 CFR 20.2056A-4(b)(1)"
AGREEMENT = "26 CFR 20.2056A-4(c)(5)(i), (c)(6)(ii), (c)(7)(ii)"


def assignors(case: Case, signed: date | None) -> Iterator[tuple[str, Finding]]:
    """Find who transfers or assigns; exactly one of three, as soon as it is known whether the spouse can act."""
    has_died = _has_died(case, signed)
    if has_died.value:
        yield "assignor_is_estate", has_died
        for name in ("assignor_is_spouse", "assignor_is_representative"):
            yield name, contrary(has_died)
        return
    incompetent = is_incompetent(case, ASSIGNOR)
    yield "assignor_is_estate", has_died
    yield "assignor_is_representative", incompetent
    yield "assignor_is_spouse", contrary(incompetent)


def _has_died(case: Case, signed: date | None) -> Finding:
    died, on = case.spouse.died, signed or case.as_of
    if died is None or (on is not None and died > on):
        return Finding(False, "the spouse was living when the paper is signed", (ASSIGNOR,), ("spouse.died",))
    return Finding(True, f"the spouse died on {day(died)}", (ASSIGNOR,), ("spouse.died",))


def is_incompetent(case: Case, law: str) -> Finding:
    """Find whether a representative acts for a living spouse; a spouse not said to be incompetent acts alone."""
    value = bool(case.spouse.is_incompetent)
    because = "the spouse is legally incompetent" if value else "the spouse is not said to be incompetent"
    return Finding(value, because, (law,), ("spouse.is_incompetent",))
