"""How much of what the spouse assigns is in the decedent's gross estate, the share of joint property included."""

from collections.abc import Sequence
from decimal import Decimal

from assembler.casefile.shape import AssignedAsset, Assignment, Case
from assembler.casefile.shape_gifts import Furnisher, JointProperty
from assembler.facts.occasion import citizen_before_return
from assembler.law.figure import Figure, OutOfRange
from assembler.law.joint_property import Consideration, included_share, included_share_of_citizen
from assembler.law.money import PERCENT, ZERO

ALL = Decimal(100)


def assigned_assets(assignment: Assignment) -> tuple[AssignedAsset, ...]:
    """Return the assets of an assignment; one that lists none is of the one thing that it describes."""
    if assignment.assets is not None:
        return assignment.assets
    return (AssignedAsset(description=assignment.description, value=assignment.value),)


def percent_assigned(assignment: Assignment) -> Decimal:
    """Return the percentage of each asset that goes to the trust."""
    return ALL if assignment.fraction is None else assignment.fraction


def percent_included(case: Case, asset: AssignedAsset) -> Decimal | None:
    """Return the percentage of an asset in the gross estate, as stated or as joint property; None when not known."""
    if asset.included is not None:
        return asset.included
    if asset.joint_property is None:
        return ALL
    figure = share(case, asset)
    return None if figure is None else Decimal(str(figure.value)) / PERCENT


def share(case: Case, asset: AssignedAsset) -> Figure | None:
    """Compute the included share of an asset that was held jointly; None where it was not, or an answer is missing."""
    held = joint_property(case, asset)
    paid = None if held is None else furnished(held)
    if paid is None or case.decedent.died is None:
        return None
    if case.spouse.became_citizen is not None and citizen_before_return(case).value:
        return included_share_of_citizen()
    try:
        return included_share(paid)
    except OutOfRange:  # told where the joint property itself is shown
        return None


def joint_property(case: Case, asset: AssignedAsset) -> JointProperty | None:
    """Return the joint property that an asset is said to be; None where it is none of the case."""
    return next((held for held in case.joint_property or () if held.id and held.id == asset.joint_property), None)


def furnished(held: JointProperty) -> Sequence[Consideration] | None:
    """Take what each spouse furnished for joint property; None where an answer is missing."""
    if held.consideration is None:
        return None
    found = [
        Consideration(each.by is Furnisher.DECEDENT, each.amount, each.furnished, each.gift or ZERO)
        for each in held.consideration
        if each.by is not None and each.amount is not None and each.furnished is not None
    ]
    return found if len(found) == len(held.consideration) else None
