"""Every blank a clause may ask for, filled with this case's words or left as an open point."""

from collections.abc import Sequence
from dataclasses import replace

from assembler.blanks import advice, people, proceedings, property, security, statements, trustees, years
from assembler.blanks.items import ITEM_LISTS, ITEM_NAMES, fill_item
from assembler.blanks.people import missing
from assembler.blanks.point import Blank, Blanks, Item, OpenPoint
from assembler.casefile.shape import Case, Matter, Trust, Trustee, TrusteeKind
from assembler.facts.setting import Setting, settings
from assembler.wording import day, listed

__all__ = ["ITEM_LISTS", "ITEM_NAMES", "LISTS", "NAMES", "Blank", "Blanks", "Item", "OpenPoint", "fill", "fill_item"]


def fill(case: Case, trust: Trust) -> Blanks:
    """Fill every blank for one trust of a case."""
    settlors, setting = people.settlors(case, trust), _setting(case, trust)
    values = (
        people.family(case)
        | people.executors(case.executor)
        | trustees.names(trust)
        | property.terms(trust)
        | property.arrangements(trust)
        | property.dispositions(trust)
        | property.holdings(trust)
        | _paper(case, trust)
        | _matter(case.matter)
        | advice.amounts(case)
        | security.values(setting)
        | statements.values(setting)
        | years.values(setting)
        | proceedings.values(setting)
        | {"settlor_name": _joined([settlor["name"] for settlor in settlors])}
    )
    lists = trustees.lists(trust) | property.lists(trust) | security.lists(setting)
    lists |= statements.lists(setting) | years.lists(setting) | proceedings.lists(setting)
    return Blanks(values, lists | {"settlors": settlors, "executors": people.executor_list(case.executor)})


def _setting(case: Case, trust: Trust) -> Setting:
    """Set a trust out in its case; a trust that the case does not have stands alone in it."""
    found = (setting for setting in settings(case) if setting.trust == trust)
    return next(found, None) or settings(replace(case, trusts=(trust,)))[0]


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
_NOTHING = fill(Case(), _ONE_OF_EACH)
NAMES = frozenset(_NOTHING.values)
"""Every blank a clause may name."""

LISTS = {name: frozenset(items[0]) for name, items in _NOTHING.lists.items()}
"""Every list a clause may repeat over, with the blanks of its items."""
