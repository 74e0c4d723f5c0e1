"""The dates of what the spouse transfers or assigns, and of what goes with the return for a trust."""

from collections.abc import Iterator
from functools import partial

from assembler.casefile.choices import Manner
from assembler.casefile.shape import Assignment
from assembler.dates.setting import Held, Setting
from assembler.dates.subject_date import Call, Found, Missing, since
from assembler.facts.setting import item
from assembler.law import estate_return, transfer


def called(setting: Setting) -> Iterator[Found]:
    """Call for the dates of transfers and assignments, of roll-over trusts and of exclusions claimed."""
    for held in setting.trusts:
        yield from _transfer(setting, held)
        yield from _exclusions(setting, held)
    for number, assignment in enumerate(setting.case.assignments):
        yield from _assignment(setting, assignment, number)


def _transfer(setting: Setting, held: Held) -> Iterator[Found]:
    limits = (setting.due, setting.filed)
    is_assigned = any(one.trust == held.trust.id for one in setting.case.assignments)
    if held.facts["funded_by_spouse"] and not is_assigned:
        yield Call(held.subject, held.path("source"), partial(transfer.transfer, *limits))
    if held.facts["funded_by_spouse"] is None:
        yield Missing(held.subject, "Transfer to a QDOT", held.path("source"))
    if held.facts["receives_roll_over"]:
        yield Call(held.subject, "annuities", partial(transfer.qdot_for_roll_over, *limits))


def _exclusions(setting: Setting, held: Held) -> Iterator[Found]:
    """Call for each statement that is elected, or that may be and has not been decided."""
    chosen, is_possible = held.trust.residence_exclusion, held.facts["residence_exclusion_possible"]
    if chosen.threshold or (chosen.threshold is None and is_possible):
        where = held.path("residence_exclusion.threshold")
        yield Call(held.subject, where, partial(estate_return.threshold_exclusion_election, setting.due))
    uses_amount = held.facts["operative_bond"] or held.facts["operative_letter"]
    if chosen.security or (chosen.security is None and is_possible and uses_amount):
        where = held.path("residence_exclusion.security")
        yield Call(held.subject, where, partial(estate_return.security_exclusion_election, setting.due))


def _assignment(setting: Setting, assignment: Assignment, number: int) -> Iterator[Found]:
    where = item("assignments", assignment.id, number)
    subject = assignment.id or f"assignment {number + 1}"
    if assignment.manner is Manner.TRANSFERRED:
        yield Call(subject, where, partial(transfer.transfer, setting.due, setting.filed))
    elif assignment.manner is not Manner.KEPT:
        yield Call(subject, where, partial(transfer.assignment, setting.due, setting.filed))
        yield from _conveyance(setting, subject, where)


def _conveyance(setting: Setting, subject: str, where: str) -> Iterator[Found]:
    decedent = setting.case.decedent
    ends = decedent.administration_ends
    if decedent.has_administration is False:
        yield Call(subject, where, partial(transfer.conveyance_without_administration, setting.due))
    elif ends is not None:
        yield Call(subject, "decedent.administration_ends", since(setting.died, ends, transfer.conveyance))
    else:
        answer = "administration_ends" if decedent.has_administration else "has_administration"
        yield Missing(subject, "Conveyance of assigned property", f"decedent.{answer}")
