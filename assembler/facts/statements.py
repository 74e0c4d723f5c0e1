"""The written statements that a trust calls for: on its year, its residence, an old instrument."""

from collections.abc import Iterator
from datetime import date

from assembler.facts.annual import land_abroad, land_looked_through, secured
from assembler.facts.combine import any_of
from assembler.facts.finding import Finding
from assembler.facts.funding import AGREED
from assembler.facts.phrases import day
from assembler.facts.setting import Setting
from assembler.facts.size import EXCLUSION, election
from assembler.law import annual_statement, old_instrument
from assembler.terms import some

ANNUAL = "26 CFR 20.2056A-2(d)(3)(i)"
LATER = "26 CFR 20.2056A-2(d)(1)(iv)(B), (G)"
OLD = "26 CFR 20.2056A-2(d)(6)"


def findings(setting: Setting) -> Iterator[tuple[str, Finding]]:
    """Find which written statements one trust calls for."""
    for name in ("threshold", "security"):
        yield f"residence_excluded_for_{name}", election(setting, name)
    chosen = setting.trust.residence_exclusion
    changes = {
        "residence_later_election": _stated(setting, chosen.elected_later, "elected_later", "elected later"),
        "residence_later_cancellation": _stated(setting, chosen.cancelled, "cancelled", "cancelled"),
        "residence_reallocated": _stated(setting, chosen.reallocated, "reallocated", "allocated to another residence"),
    }
    yield from changes.items()
    yield "residence_exclusion_changed", any_of(*changes.values())
    yield from _annual(setting)
    yield from _old(setting)


def _stated(setting: Setting, on: date | None, answer: str, what: str) -> Finding:
    because = f"the exclusion for security is {what}, on {day(on)}" if on else f"the exclusion is not {what}"
    return Finding(on is not None, because, (LATER,), (setting.path(f"residence_exclusion.{answer}"),))


def _annual(setting: Setting) -> Iterator[tuple[str, Finding]]:
    chosen = setting.trust.residence_exclusion
    was_excluded = some((chosen.threshold, chosen.security, chosen.elected_later is not None))
    found = {
        "annual_land_direct": _land(setting, land_abroad(setting), "land outside the United States"),
        "annual_land_look_through": _land(setting, land_looked_through(setting), "land abroad through an entity"),
        "annual_residence_sold": _residence(
            setting, was_excluded, any(sale.sold for sale in chosen.sales or ()), "sold", "residence_exclusion.sales"
        ),
        "annual_residence_ceased": _residence(
            setting, was_excluded, setting.trust.events.residence_ceased is not None, "no longer used as one",
            "events.residence_ceased",
        ),
    }  # fmt: skip
    yield from found.items()
    yield "annual_statement_due", any_of(*found.values())


def _land(setting: Setting, holds: bool | None, what: str) -> Finding:
    paths = (setting.path("assets"), setting.path("year_ends"), setting.path("security.operative"))
    if setting.is_planning:
        return Finding(False, "the decedent is living, and no year of the trust has ended", (ANNUAL,), paths[:1])
    is_secured = secured(setting)
    value = annual_statement.land_is_reported(holds, is_secured)
    said = {
        True: f"the trust holds {what}, and neither a bank as trustee nor security covers it",
        False: f"the trust holds no {what}" if holds is False else "a bank is trustee, or the tax is secured",
        None: f"it is not known whether the trust holds {what} without security",
    }
    return Finding(value, said[value], (ANNUAL,), paths)


def _residence(setting: Setting, excluded: bool | None, happened: bool, what: str, answer: str) -> Finding:
    value = annual_statement.residence_is_reported(excluded, happened)
    said = {
        True: f"a residence left out under the exclusion is {what}",
        False: f"no residence left out under the exclusion is {what}",
        None: f"a residence is {what}, and whether the exclusion was elected for it is not stated",
    }
    return Finding(value, said[value], (ANNUAL, EXCLUSION), (setting.path(answer),))


def _old(setting: Setting) -> Iterator[tuple[str, Finding]]:
    old, signed = setting.trust.old_instrument, setting.trust.instrument_date
    paths = (setting.path("instrument_date"), setting.path("old_instrument"))
    if setting.is_planning or (signed is None and setting.trust.source in AGREED):
        is_old: bool | None = False
    else:
        is_old = old_instrument.is_old(signed, setting.case.decedent.died)
    age = {True: "is", False: "is not", None: "is not known to be"}[is_old]
    because = f"the instrument {age} one of November 20, 1995 or before, for a death after February 19, 1996"
    rules = {
        "incompetency_statement": old_instrument.rule_of_incompetency(
            is_old, old.was_irrevocable, old.was_under_disability, old.may_be_amended
        ),
        "irrevocable_statement": old_instrument.rule_of_irrevocable_trusts(
            is_old, old.was_irrevocable, old.may_be_amended
        ),
    }
    for name, value in rules.items():
        yield name, Finding(value, because if not is_old else _special(value), (OLD,), paths)


def _special(value: bool | None) -> str:
    said = {True: "is met", False: "is not met", None: "cannot be decided yet"}
    return f"the special rule for an instrument of 1995 or before {said[value]}"
