"""Whether the decedent lives, and whether the case needs a qualified domestic trust at all."""

from collections.abc import Iterator
from datetime import date

from assembler.casefile.shape import Case, Status, Undertaking
from assembler.facts.combine import contrary
from assembler.facts.finding import Finding
from assembler.facts.phrases import day
from assembler.law import estate_return, need
from assembler.law.figure import OutOfRange
from assembler.terms import every

GATE = "26 CFR 20.2056A-1(a)"
CITIZEN_BEFORE_RETURN = "26 USC 2056(d)(4)"
TREATY = "26 CFR 20.2056A-1(c)"
PAY_ONLY = "26 CFR 20.2056A-2(b)(3)"

_THROUGHOUT = {
    True: ", and was resident throughout",
    False: ", but was not resident throughout",
    None: ", and residence throughout is not stated",
}


def life(case: Case) -> Iterator[tuple[str, Finding]]:
    """Find whether the case is a plan or an estate."""
    died = case.decedent.died
    said = "no date of death is stated, so the decedent is living" if died is None else f"the decedent died {_on(died)}"
    planning = Finding(died is None, said, (), ("decedent.died",))
    yield "planning", planning
    yield "after_death", contrary(planning)


def needs_qdot(case: Case) -> Finding:
    """Find whether property needs a qualified domestic trust for the marital deduction."""
    applies, sought = rules_apply(case), deduction_sought(case)
    excuses = (spouse_is_citizen(case), citizen_before_return(case), treaty_claimed(case), pay_only(case))
    value = every((need.needs_trust(applies.value, *(excuse.value for excuse in excuses)), sought.value))
    if value:
        return Finding(True, f"{excuses[0].because}, and {sought.because}", (GATE,), excuses[0].rests_on)
    bars = (*(contrary(gate) for gate in (applies, sought)), *excuses)
    decisive = next(bar for bar in bars if bar.value is (None if value is None else True))
    return Finding(value, decisive.because, decisive.law, decisive.rests_on)


def rules_apply(case: Case) -> Finding:
    """Find whether the death is late enough for the rules; a living client's will be."""
    died = case.decedent.died
    value = died is None or need.rules_apply(died)
    because = f"the decedent {'has not died by' if died is None else 'died after'} November 10, 1988"
    if died is not None and not value:
        because = f"the decedent died {_on(died)}, and the rules reach only deaths after November 10, 1988"
    return Finding(value, because, (GATE,), ("decedent.died",))


def deduction_sought(case: Case) -> Finding:
    """Find whether a marital deduction is sought, as it is unless the case says no."""
    sought = case.return_.deduction_sought is not False
    because = "a marital deduction is sought" if sought else "no marital deduction is sought for the property"
    return Finding(sought, because, (GATE,), ("return.deduction_sought",))


def spouse_is_citizen(case: Case) -> Finding:
    """Find whether the spouse is a citizen at the death or, in a plan, today."""
    answer = case.spouse.is_us_citizen
    said = {
        True: "the spouse is a citizen of the United States",
        False: "the spouse is not a citizen of the United States",
        None: "it is not stated whether the spouse is a citizen of the United States",
    }
    return Finding(answer, said[answer], ("26 USC 2056(d)(1)(A)", GATE), ("spouse.is_us_citizen",))


def due_date(case: Case) -> date | None:
    """Return the day the estate tax return is due, extensions included; None when it cannot be told."""
    if case.decedent.died is None:
        return None
    try:
        return estate_return.extended_due(case.decedent.died, case.return_.extended_to)
    except OutOfRange:
        return None


def citizen_before_return(case: Case) -> Finding:
    """Find whether a spouse naturalized since the death is treated as a citizen at the death."""
    became, due = case.spouse.became_citizen, due_date(case)
    law = (CITIZEN_BEFORE_RETURN, "26 CFR 20.2056A-1(b)")
    if became is None or case.decedent.died is None:
        return Finding(False, "no naturalization after the death is stated", law, ("spouse.became_citizen",))
    early = need.citizen_before_return(became, due, case.return_.filed)
    value = need.treated_as_citizen(early, case.spouse.resident_throughout)
    if early is None:
        because, path = f"the spouse became a citizen {_on(became)} and the return is not yet filed", "return.filed"
    elif not early:
        because, path = f"the spouse became a citizen {_on(became)}, not before the return is made", "return.filed"
    else:
        throughout = _THROUGHOUT[case.spouse.resident_throughout]
        because = f"the spouse became a citizen {_on(became)}, before the return is made{throughout}"
        path = "spouse.resident_throughout"
    return Finding(value, because, law, ("spouse.became_citizen", path))


def treaty_claimed(case: Case) -> Finding:
    """Find whether the estate chose the marital relief of a treaty instead."""
    claimed = bool(case.return_.treaty_benefit_claimed)
    because = f"{'the' if claimed else 'no'} marital relief of a treaty is claimed"
    return Finding(claimed, because, (TREATY,), ("return.treaty_benefit_claimed",))


def treaty_is_open(case: Case) -> bool | None:
    """Tell whether the decedent is one whose estate may choose a treaty's relief."""
    status = case.decedent.status
    is_nonresident = None if status is None else status is Status.NONRESIDENT_NONCITIZEN
    return need.treaty_is_open(is_nonresident, True if case.decedent.treaty_country else None)


def pay_only(case: Case) -> Finding:
    """Find whether nothing but annuities is in the case, and on each the spouse undertakes to pay the tax."""
    undertakings = [annuity.undertaking for annuity in case.annuities]
    alone = bool(undertakings) and not case.trusts
    value = alone and every(None if u is None else u is Undertaking.PAY for u in undertakings)
    said = {
        True: "the case has only annuities on which the spouse undertakes to pay the tax, and these need no trust",
        False: "the case is not one of annuities alone on which the spouse undertakes to pay the tax",
        None: "it is not stated whether the spouse undertakes to pay the tax on each annuity",
    }
    return Finding(value, said[value], (PAY_ONLY, "26 CFR 20.2056A-4(c)"), ("trusts", "annuities"))


def _on(value: date) -> str:
    return f"on {day(value)}"
