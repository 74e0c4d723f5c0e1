"""The dates that follow when the spouse becomes a citizen."""

from collections.abc import Iterator
from functools import partial

from assembler.dates.setting import Held, Setting
from assembler.dates.subject_date import Call, Found, Missing
from assembler.dates.taxable_year import ended
from assembler.facts.release import taxed_before
from assembler.law import citizenship
from assembler.terms import every, opposite


def called(setting: Setting) -> Iterator[Found]:
    """Call for the notice of citizenship and the election as to gifts, for each trust that lives to see it."""
    became = setting.case.spouse.became_citizen
    if became is None or became <= setting.died:  # the latter is refused among the facts
        return
    for held in setting.trusts:
        over = ended(setting, held)
        if over is None or became <= over:
            yield Call(held.subject, "spouse.became_citizen", partial(citizenship.citizenship_notice, became))
            yield from _gift_election(setting, held)


def _gift_election(setting: Setting, held: Held) -> Iterator[Found]:
    spouse = setting.case.spouse
    if spouse.became_citizen is None:
        return
    resident, taxed = spouse.resident_throughout, taxed_before(held.trust, spouse.became_citizen)
    if every((opposite(resident), taxed)):
        yield Call(held.subject, "spouse.became_citizen", partial(citizenship.gift_election, spouse.became_citizen))
    elif resident is not True and taxed is not False:
        where = "spouse.resident_throughout" if resident is None else held.path("distributions")
        yield Missing(held.subject, "Election to treat earlier distributions as gifts", where)
