"""The dates of annuities that cannot be assigned, by what the spouse undertakes for each."""

from collections.abc import Callable, Iterator
from datetime import date
from functools import partial

from assembler.casefile.shape import Annuity, Undertaking
from assembler.dates.setting import Setting
from assembler.dates.subject_date import Call, Found, Missing, regardless, since
from assembler.facts.setting import item
from assembler.law import annuity_payments, estate_return
from assembler.law.deadline import Deadline


def called(setting: Setting) -> Iterator[Found]:
    """Call for the papers, the yearly returns and the roll-overs of each annuity."""
    for number, annuity in enumerate(setting.case.annuities):
        where = item("annuities", annuity.id, number)
        subject = annuity.id or f"annuity {number + 1}"
        if annuity.is_assignable and not annuity.is_retirement_account:
            continue  # it is assigned as other property is
        if setting.files_return:
            yield from _papers(setting, annuity, subject, where)
        yield from _payments(setting, annuity, subject, where)


def _papers(setting: Setting, annuity: Annuity, subject: str, where: str) -> Iterator[Found]:
    if annuity.is_retirement_account:
        path = f"{where}.is_retirement_account"
        yield Call(subject, path, partial(estate_return.retirement_account_choice, setting.due))
    if annuity.undertaking is not None or not annuity.is_retirement_account:
        yield Call(subject, where, partial(estate_return.annuity_papers, setting.due))


def _payments(setting: Setting, annuity: Annuity, subject: str, where: str) -> Iterator[Found]:
    if annuity.undertaking is None:
        yield Missing(subject, "Form 706-QDT for annuity payments", f"{where}.undertaking")
        return
    if annuity.receipts is None:
        yield Missing(subject, "Form 706-QDT for annuity payments", f"{where}.receipts")
        return
    is_roll_over = annuity.undertaking is Undertaking.ROLL_OVER
    days = _days(annuity, where)
    firsts = {day.year: day for day in sorted(days, reverse=True)}
    for day in firsts.values():
        yield Call(subject, days[day], since(setting.died, day, _of_year(setting, day.year, is_roll_over=is_roll_over)))
    if is_roll_over:
        for day, path in days.items():
            yield Call(subject, path, since(setting.died, day, annuity_payments.roll_over), day.isoformat())
    for number, receipt in enumerate(annuity.receipts):
        if receipt.received is None:
            path = f"{item(f'{where}.receipts', None, number)}.received"
            yield Missing(subject, "What concerns one payment", path)


def _days(annuity: Annuity, where: str) -> dict[date, str]:
    """Give each day of receipt once, with where it is first answered."""
    found = dict[date, str]()
    for number, receipt in enumerate(annuity.receipts or ()):
        if receipt.received is not None:
            found.setdefault(receipt.received, f"{item(f'{where}.receipts', None, number)}.received")
    return found


def _of_year(setting: Setting, year: int, *, is_roll_over: bool) -> Callable[[date], Deadline]:
    spouse = setting.case.spouse
    make = partial(
        annuity_payments.annuity_payments_year,
        year,
        died=setting.died,
        estate_due=setting.due,
        is_roll_over=is_roll_over,
        spouse_died=spouse.died,
        spouse_return_filed=spouse.return_filed,
        estate_files_return=setting.files_return,
    )
    return regardless(make)
