"""The dates of the Designated Filer, where there are several trusts."""

from collections.abc import Iterator
from datetime import date
from functools import partial

from assembler.dates.setting import Setting
from assembler.dates.subject_date import Call, Found, Note
from assembler.dates.taxes import nominal, returns
from assembler.law import form_706qdt

ALL = "trusts"


def called(setting: Setting) -> Iterator[Found]:
    """Call for information to the Designated Filer before each return, and for a successor where one is wanted."""
    if len(setting.trusts) == 1:
        return
    dues = _dues(setting)
    if setting.case.return_.has_designated_filer is not False:
        for due, where in dues.items():
            yield Call(ALL, where, partial(form_706qdt.designated_filer_information, due), due.isoformat())
    ended = setting.case.return_.designated_filer_ended
    if ended is not None:
        yield _successor(dues, ended)


def _successor(dues: dict[date, str], ended: date) -> Found:
    following = min((due for due in dues if due > ended), default=None)
    if following is None:
        return Note(ALL, "no Form 706-QDT is known to fall due after the Designated Filer ceased to act.")
    return Call(ALL, "return.designated_filer_ended", partial(form_706qdt.designated_filer_successor, following))


def _dues(setting: Setting) -> dict[date, str]:
    """Give the due date of each return of any of the trusts, before any roll, with the answer it rests on."""
    found = dict[date, str]()
    for held in setting.trusts:
        for where, make in returns(setting, held):
            due = nominal(make)
            if due is not None:
                found.setdefault(due, where)
    return found
