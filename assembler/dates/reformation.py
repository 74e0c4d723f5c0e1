"""The dates of making a trust into a qualified domestic trust, by its own terms or by a court."""

from collections.abc import Iterator
from functools import partial

from assembler.casefile.shape import Source
from assembler.dates.setting import Held, Setting
from assembler.dates.subject_date import Call, Found, Missing, done, since
from assembler.law import transfer


def called(setting: Setting) -> Iterator[Found]:
    """Call for the dates of every trust that is reformed."""
    for held in setting.trusts:
        if held.trust.source is Source.CONFORMED_BY_AMENDMENT:
            yield from _by_instrument(setting, held)
        elif held.trust.source is Source.JUDICIAL_REFORMATION:
            yield from _by_court(setting, held)


def _by_instrument(setting: Setting, held: Held) -> Iterator[Found]:
    made = partial(transfer.reformation_by_instrument, setting.due, setting.filed)
    completed = held.trust.reformation.completed
    yield Call(held.subject, held.path("source"), lambda: done(made(), "Completed", completed))


def _by_court(setting: Setting, held: Held) -> Iterator[Found]:
    answers = held.trust.reformation
    made = partial(transfer.reformation_by_court, setting.due)
    yield Call(held.subject, held.path("source"), lambda: done(made(), "Commenced", answers.commenced))
    ended = answers.ended or answers.completed
    if ended is None:
        yield Missing(held.subject, "Notice that the judicial reformation ended", held.path("reformation.ended"))
        return
    notice = since(setting.died, ended, transfer.reformation_notice)
    yield Call(held.subject, held.path("reformation.ended"), notice)
    if answers.notified is None:
        where = held.path("reformation.notified")
        yield Missing(held.subject, "Assessment after a judicial reformation", where)
    else:
        year = since(ended, answers.notified, transfer.reformation_assessment, "the end of the proceeding")
        yield Call(held.subject, held.path("reformation.notified"), year)
