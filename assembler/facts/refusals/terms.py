"""Refuse a term, a start or a notice that comes too short or too late."""

from collections.abc import Iterator
from datetime import date

from assembler.facts import occasion
from assembler.facts.amount import last_days_to_adjust
from assembler.facts.furnished import OPERATIVE, in_use, paper_day, term_end
from assembler.facts.phrases import day
from assembler.facts.setting import Setting
from assembler.law import estate_return
from assembler.law.calendar import rolled
from assembler.law.security_deadlines import Instrument, nonrenewal_notice, security_filing
from assembler.law.security_terms import (
    notice_is_in_time,
    shortest_end,
    takes_effect_in_time,
    term_is_long_enough,
)
from assembler.problem import Problem
from assembler.terms import edition

FIELDS = {Instrument.BOND: "bond", Instrument.LETTER_OF_CREDIT: "letter"}


def term(setting: Setting, instrument: Instrument, starts: date | None, expires: date | None) -> Iterator[Problem]:
    """Refuse a term shorter than a year."""
    if starts is None or expires is None or term_is_long_enough(starts, expires):
        return
    what = f"the {instrument} runs from {day(starts)} to {day(expires)}, which is less than one year."
    fix = f"let the term end on {day(shortest_end(starts))} or later."
    yield Problem(setting.path(f"{FIELDS[instrument]}.expires"), what, fix, f"{instrument.paragraph}(1)")


def effective(setting: Setting, instrument: Instrument, starts: date | None) -> Iterator[Problem]:
    """Refuse a bond or letter of credit in use from the start that takes effect after the last day to file it."""
    if starts is None or setting.trust.security.operative is not OPERATIVE[instrument]:
        return
    limit = _filing_limit(setting, instrument)
    if limit is None or takes_effect_in_time(starts, (limit, *last_days_to_adjust(setting))):
        return
    what = f"the {instrument} takes effect on {day(starts)}, after the last day to file it, {day(limit)}."
    fix = "let it take effect by that day, or have the time to file it extended under 26 CFR 301.9100-1 and -3."
    where = setting.path(f"{FIELDS[instrument]}.effective")
    law = instrument.paragraph + ("(4)" if instrument is Instrument.BOND else "(5)")
    yield Problem(where, what, fix, law)


def _filing_limit(setting: Setting, instrument: Instrument) -> date | None:
    died, filed, extended = setting.case.decedent.died, setting.case.return_.filed, occasion.due_date(setting.case)
    on = paper_day(setting.case, setting.trust, OPERATIVE[instrument])
    if died is None or extended is None or on is None:
        return None
    due = estate_return.return_due(died)
    last = security_filing(instrument, edition(on), due=due, extended_due=extended, filed=filed).date
    # until the return is filed nobody knows the later of the two days; here none is refused that may be in time
    return last if filed is not None else max(last, rolled(extended))


def notices(setting: Setting) -> Iterator[Problem]:
    """Refuse notice of failure to renew that is mailed too late, and a replacement that leaves a gap."""
    events, replacement = setting.trust.events, setting.trust.security.replacement
    instrument, ends = in_use(setting), term_end(setting)
    if ends is None:
        return
    if instrument and events.nonrenewal_mailed and not notice_is_in_time(events.nonrenewal_mailed, ends):
        last = nonrenewal_notice(instrument, ends).date
        what = f"notice of failure to renew is mailed on {day(events.nonrenewal_mailed)} for a term to {day(ends)}."
        fix = f"mail it by {day(last)}; the {instrument} renews itself for another year otherwise."
        yield Problem(setting.path("events.nonrenewal_mailed"), what, fix, f"{instrument.paragraph}(1)")
    if instrument and replacement.takes_effect and replacement.takes_effect > ends:
        what = f"the new arrangement takes effect on {day(replacement.takes_effect)}, and the old ends {day(ends)}."
        fix = "let it take effect immediately before the old one ends, or upon its end."
        yield Problem(setting.path("security.replacement.takes_effect"), what, fix, f"{instrument.paragraph}(1)")
