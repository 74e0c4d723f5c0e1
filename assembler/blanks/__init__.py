"""Every blank a clause may ask for, filled with this case's words or left as an open point."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from assembler.blanks import advice, people, property, statements, trustees
from assembler.blanks.filled import Filled
from assembler.blanks.people import missing
from assembler.blanks.point import Blank, Blanks, Item, OpenPoint
from assembler.casefile.shape import Case, Matter, Trust, Trustee, TrusteeKind
from assembler.findings import Kind, Subject, find
from assembler.wording import day, listed

__all__ = ["LISTS", "NAMES", "Blank", "Blanks", "Item", "OpenPoint", "fill"]


GROUPS: tuple[Callable[[Subject], Mapping[str, Blank]], ...] = (
    lambda subject: people.family(subject.case),
    lambda subject: people.executors(subject.case.executor),
    lambda subject: trustees.names(subject.trust),
    lambda subject: property.terms(subject.trust),
    lambda subject: property.arrangements(subject.trust),
    lambda subject: property.dispositions(subject.trust),
    lambda subject: property.holdings(subject.trust),
    lambda subject: _paper(subject.case, subject.trust),
    lambda subject: _matter(subject.case.matter),
    lambda subject: advice.amounts(subject.case),
    statements.values,
    lambda subject: {"settlor_name": _joined([one["name"] for one in people.settlors(subject.case, subject.trust)])},
)
LISTED: tuple[Callable[[Subject], Mapping[str, Sequence[Item]]], ...] = (
    lambda subject: trustees.lists(subject.trust),
    lambda subject: property.lists(subject.trust),
    statements.lists,
    lambda subject: {"appointed_trustees": trustees.appointed(subject.trust)},
    lambda subject: {"settlors": people.settlors(subject.case, subject.trust)},
    lambda subject: {"executors": people.executor_list(subject.case.executor)},
)
"""What is filled together: a group that no clause of a document asks for is never worked out."""


def fill(subject: Subject) -> Blanks:
    """Fill every blank for one trust of a case, each when it is first asked for; for the case, those of its first."""
    if subject.kind is Kind.CASE:
        of_trust = subject.trusts or find(replace(subject.case, trusts=(Trust(),))).trusts
        subject = of_trust[0]
    return Blanks(Filled(GROUPS, GROUP_OF, subject), Filled(LISTED, LIST_OF, subject))


def _joined(names: Sequence[Blank]) -> Blank:
    """Join names as a sentence does; one that is open leaves the whole open."""
    found = [name for name in names if isinstance(name, str)]
    return listed(found) if len(found) == len(names) else next(n for n in names if not isinstance(n, str))


def _paper(case: Case, trust: Trust) -> dict[str, Blank]:
    no_date = missing("the date of the agreement", "attorney", f"trusts[{trust.id}].instrument_date")
    return {
        "agreement_date": day(trust.instrument_date) if trust.instrument_date else no_date,
        "as_of": day(case.as_of) if case.as_of else missing("the date of the papers", "attorney", "as_of"),
    }


def _matter(matter: Matter) -> dict[str, Blank]:
    return {
        "firm": matter.firm or missing("the name of the firm", "attorney", "matter.firm"),
        "attorney": matter.attorney or missing("the attorney's name", "attorney", "matter.attorney"),
        "matter_number": matter.number or missing("the number of the matter", "attorney", "matter.number"),
    }


# a trustee of each kind, so that no list is empty
_ONE_OF_EACH = Trust(
    trustees=tuple(Trustee(kind=kind, is_us_trustee=True) for kind in TrusteeKind), successors=(Trustee(),)
)
_NOTHING = find(Case(trusts=(_ONE_OF_EACH,))).trusts[0]
_VALUES = [group(_NOTHING) for group in GROUPS]
_LISTS = [group(_NOTHING) for group in LISTED]
GROUP_OF = {name: number for number, values in enumerate(_VALUES) for name in values}
LIST_OF = {name: number for number, lists in enumerate(_LISTS) for name in lists}

NAMES = frozenset(GROUP_OF)
"""Every blank a clause may name."""

LISTS = {name: frozenset(items[0]) for lists in _LISTS for name, items in lists.items()}
"""Every list a clause may repeat over, with the blanks of its items."""
