"""Property the spouses held together: the share in the gross estate, and the gifts of creating and ending it."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from assembler.casefile.shape import Case
from assembler.casefile.shape_gifts import JointProperty
from assembler.facts.inclusion import furnished
from assembler.facts.occasion import citizen_before_return
from assembler.facts.setting import item
from assembler.figures.names import described
from assembler.figures.worked import Line, of, worked
from assembler.law import joint_property, tenancy
from assembler.law.figure import Figure, OutOfRange
from assembler.law.money import ZERO


def lines(case: Case) -> Iterator[Line]:
    """Give the share of each joint property in the gross estate, and the gifts it brought in life."""
    for number, held in enumerate(case.joint_property or ()):
        path = item("joint_property", held.id, number)
        yield from worked(path, _included(case, held, _name(held, number)))
        yield from worked(path, _gifts(held, _name(held, number)))


def gifts_on_ending(case: Case) -> Iterator[tuple[date, Decimal]]:
    """List the day and amount of each gift to the spouse that ending a tenancy made."""
    for held in case.joint_property or ():
        try:
            figure = _on_ending(held)
        except OutOfRange:  # told where the property itself is shown
            continue
        if figure is not None and held.terminated is not None and figure.value:
            yield held.terminated, Decimal(str(figure.value))


def _name(held: JointProperty, number: int) -> str:
    return described(held.description, held.id, number, "joint property")


def _included(case: Case, held: JointProperty, name: str) -> Iterator[Line]:
    paid = furnished(held)
    is_late = held.terminated is not None or case.decedent.died is None
    if is_late or paid is None or case.spouse.is_us_citizen is not False:
        return
    if case.spouse.became_citizen is not None and citizen_before_return(case).value:
        yield from of(name, joint_property.included_share_of_citizen())
        return
    yield from of(name, joint_property.included_share(paid))
    if held.value is not None:
        included = joint_property.included_value(held.value, paid)
        yield from of(name, included, joint_property.transferable_value(held.value, Decimal(str(included.value))))


def _gifts(held: JointProperty, name: str) -> Iterator[Line]:
    made = _on_creation(held)
    if made is not None:
        yield from of(f"{name}: tenancy created on {held.created}", made)
    ended = _on_ending(held)
    if ended is not None:
        yield from of(f"{name}: tenancy ended on {held.terminated}", ended)


def _tenancy(held: JointProperty) -> tenancy.Tenancy | None:
    paid = furnished(held)
    if not paid or held.created is None or held.is_real_property is None:
        return None
    donor = [each for each in paid if each.by_decedent]
    by_donor = sum((each.amount for each in donor), ZERO)
    by_donee = sum((each.amount for each in paid), ZERO) - by_donor
    gift = sum((each.gift for each in donor), ZERO)
    return tenancy.Tenancy(held.is_real_property, held.created, by_donor, by_donee, gift)


def _on_creation(held: JointProperty) -> Figure | None:
    """Compute the gift on creation where the present rules reach it."""
    found = _tenancy(held)
    if found is None or not found.by_donor:
        return None
    first = tenancy.FIRST_AFTER_2515 if found.is_real_property else tenancy.FIRST_NO_GIFT
    return tenancy.creation_gift(found) if found.created >= first else None


def _on_ending(held: JointProperty) -> Figure | None:
    found = _tenancy(held)
    if found is None or held.terminated is None or held.proceeds is None or held.decedent_received is None:
        return None
    return tenancy.termination_gift(found, held.terminated, held.proceeds, held.decedent_received)
