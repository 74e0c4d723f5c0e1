"""Refuse two arrangements in operation at once, or none: at any given time one must be."""

from collections.abc import Iterator
from datetime import date

from assembler.casefile.shape import Operative
from assembler.facts.arrangement import SECURITY
from assembler.facts.furnished import OPERATIVE, in_use, term_end
from assembler.facts.phrases import day, said
from assembler.facts.refusals.terms import FIELDS
from assembler.facts.setting import Setting
from assembler.law.security import exactly_one
from assembler.law.security_deadlines import Instrument
from assembler.problem import Problem


def one_at_a_time(setting: Setting) -> Iterator[Problem]:
    """Refuse two arrangements in force on the day of the papers, or none after one has run out."""
    on, security = setting.case.as_of, setting.trust.security
    if on is None or security.operative is None or setting.is_planning:
        return
    in_force = {use: instrument for instrument, use in OPERATIVE.items() if _is_in_force(setting, instrument, on)}
    in_force.pop(security.replacement.arrangement or security.operative, None)
    others = [use for use in in_force if use is not security.operative]
    if not exactly_one([security.operative, *others]):
        other = others[0]
        what = f"{said(security.operative)} is in use, and {said(other)} is in force as well on {day(on)}."
        fix = "state one of them; one that takes the place of the other is asked under security.replacement."
        yield Problem(setting.path(FIELDS[in_force[other]]), what, fix, SECURITY)
    if _has_run_out(setting, on):
        what = f"{said(security.operative)} ended after notice that it is not renewed, and nothing took its place."
        fix = "state under security.replacement what secures the tax now."
        yield Problem(setting.path("events.security_term_ends"), what, fix, SECURITY)


def _is_in_force(setting: Setting, instrument: Instrument, on: date) -> bool:
    bond, letter = setting.trust.bond, setting.trust.letter
    is_bond = instrument is Instrument.BOND
    starts = bond.effective if is_bond else letter.effective or letter.dated
    ends = bond.expires if is_bond else letter.expires
    if starts is None or starts > on:
        return False
    renews = bond.renews_automatically if is_bond else letter.renews_automatically
    return ends is None or on <= ends or bool(renews and not _is_ended(setting, on))


def _is_ended(setting: Setting, on: date) -> bool:
    events = setting.trust.events
    told = events.nonrenewal_mailed is not None or events.notice_received is not None
    ends = term_end(setting)
    return told and ends is not None and ends < on


def _has_run_out(setting: Setting, on: date) -> bool:
    replacement, ceased = setting.trust.security.replacement, setting.trust.disqualification.ceased
    is_over = ceased is not None or setting.case.spouse.died is not None
    is_replaced = replacement.arrangement not in (None, Operative.FOREIGN_LIMIT) or replacement.secured is not None
    return in_use(setting) is not None and not is_over and not is_replaced and _is_ended(setting, on)
