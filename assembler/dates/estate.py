"""The dates of the decedent's estate: its return, its tax, the election, and how long they stay open."""

from collections.abc import Callable, Iterator
from datetime import date
from functools import partial

from assembler.dates.setting import Setting
from assembler.dates.subject_date import Call, Found, Missing, done, refusal, since
from assembler.facts import occasion
from assembler.law import estate_return, form_706qdt, limitation
from assembler.law.deadline import Deadline
from assembler.law.figure import OutOfRange

ESTATE = "estate"


def called(setting: Setting) -> Iterator[Found]:
    """Call for the dates of the estate, none of them where it files no return."""
    if not setting.files_return or not occasion.rules_apply(setting.case).value:
        return
    yield from _return(setting)
    yield from _periods(setting)
    if occasion.treaty_is_open(setting.case):
        yield _call("decedent.treaty_country", partial(estate_return.treaty_choice, setting.due))
    if setting.applies and setting.trusts:
        yield from _election(setting)


def _call(where: str, make: Callable[[], Deadline]) -> Call:
    return Call(ESTATE, where, make)


def _return(setting: Setting) -> Iterator[Found]:
    answers = setting.case.return_
    if answers.extended_to is None:
        due = estate_return.estate_return(setting.died)
        yield Call(ESTATE, "decedent.died", lambda: done(due, "Filed", answers.filed))
        if answers.filed is None and setting.as_of <= setting.first_due:
            yield _call("decedent.died", partial(estate_return.longest_extension, setting.died))
    else:
        yield from _extended(setting, answers.extended_to)
    yield Call(ESTATE, "decedent.died", lambda: done(estate_return.estate_tax(setting.died), "Paid", answers.paid))


def _extended(setting: Setting, extended_to: date) -> Iterator[Found]:
    try:
        estate_return.extended_due(setting.died, extended_to)
    except OutOfRange as outside:
        yield refusal("return.extended_to", outside)
        return
    made = estate_return.estate_return_extended(setting.died, extended_to)
    yield Call(ESTATE, "return.extended_to", lambda: done(made, "Filed", setting.filed))


def _periods(setting: Setting) -> Iterator[Found]:
    filed, paid = setting.filed, setting.case.return_.paid
    if filed is None:
        return
    yield _since(setting, "return.filed", filed, lambda day: limitation.assessment(setting.first_due, day))
    if paid is None:
        yield Missing(ESTATE, "Refund claim", "return.paid")
    else:
        yield _since(setting, "return.paid", paid, lambda day: limitation.refund_claim(setting.first_due, filed, day))


def _since(setting: Setting, where: str, day: date, make: Callable[[date], Deadline]) -> Call:
    return Call(ESTATE, where, since(setting.died, day, make))


def _election(setting: Setting) -> Iterator[Found]:
    due, filed = setting.due, setting.filed
    yield _call("return.extended_to", partial(estate_return.qdot_election, due))
    if filed is None or filed > due:
        yield _call("return.extended_to", partial(estate_return.last_election, due))
    if len(setting.trusts) > 1:
        yield _call("trusts", partial(form_706qdt.designated_filer_designation, due))
    spouse = setting.case.spouse
    may_come = spouse.became_citizen is None and spouse.died is None and spouse.resident_throughout is not False
    if may_come and spouse.is_us_citizen is False and spouse.is_resident is not False:
        yield _call("spouse.became_citizen", partial(estate_return.citizenship_before_return, due, filed))
