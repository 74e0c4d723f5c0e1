"""How much of what the spouse assigns is in the decedent's gross estate, the share of joint property included."""

from collections.abc import Iterator, Sequence
from datetime import date
from decimal import Decimal

from assembler.casefile.shape import AssignedAsset, Assignment, Case
from assembler.casefile.shape_gifts import Furnisher, JointProperty
from assembler.findings.estate import citizen_before_return
from assembler.findings.figure import Line, described, of, worked
from assembler.findings.finding import Amount, Finding
from assembler.findings.subject import item
from assembler.law import joint_property, tenancy
from assembler.law.community_property import DECEDENTS_SHARE
from assembler.law.figure import Figure, OutOfRange
from assembler.law.joint_property import Consideration, included_share, included_share_of_citizen, share_is_exact
from assembler.law.money import PERCENT, ZERO

ALL = Decimal(100)
PART = "26 CFR 20.2056A-4(b)(2), (b)(3); 26 USC 2040"


def assigned_assets(assignment: Assignment) -> tuple[AssignedAsset, ...]:
    """Return the assets of an assignment; one that lists none is of the one thing that it describes."""
    if assignment.assets is not None:
        return assignment.assets
    return (AssignedAsset(description=assignment.description, value=assignment.value),)


def percent_included(case: Case, asset: AssignedAsset, at: str) -> Finding[Decimal]:
    """Find the percentage of an asset in the gross estate: as stated, of the community, or of joint property.

    ``at`` is the path of the asset.
    """
    if asset.included is not None:
        return Finding(asset.included, "the share in the gross estate is stated", (PART,), (f"{at}.included",))
    if asset.is_community:
        because = "the asset was community property, and one half was the spouse's own"
        return Finding(DECEDENTS_SHARE, because, (PART,), (f"{at}.is_community",))
    if asset.joint_property is None:
        return Finding(ALL, "the asset was not held jointly, so all of it passed", (PART,), (f"{at}.joint_property",))
    figure = share(case, asset, at)
    if figure.value is None:
        return Finding(None, figure.because, figure.law, figure.rests_on)
    return Finding(figure.value.number / PERCENT, figure.because, figure.law, (), figure.day)


def share(case: Case, asset: AssignedAsset, at: str) -> Amount:
    """Compute the included share of an asset that was held jointly; unknown where an answer is missing."""
    held, died = held_jointly(case, asset), case.decedent.died
    if held is None:
        return Finding(None, "the joint property is not described", (PART,), (f"{at}.joint_property", "joint_property"))
    where = item("joint_property", held.id, (case.joint_property or ()).index(held))
    paid = furnished(held)
    if paid is None or died is None:
        rests_on = (f"{where}.consideration", "decedent.died")
        return Finding(None, "what each spouse furnished is not stated", (PART,), rests_on)
    if citizen_before_return(case).value:
        figure = included_share_of_citizen()
        return Finding(figure, "the spouse counts as a citizen", figure.law, ("spouse.became_citizen",), died)
    try:
        figure = included_share(paid)
    except OutOfRange as outside:  # told where the joint property itself is shown
        return Finding(None, outside.what, (outside.law,), (where,))
    return Finding(figure, "it is stated what each spouse furnished", figure.law, (f"{where}.consideration",), died)


def is_rounded_down(case: Case, asset: AssignedAsset) -> bool:
    """Tell whether the percentage in the gross estate is rounded down; one that is stated is as it is stated."""
    held = held_jointly(case, asset)
    if asset.included is not None or asset.is_community or held is None:
        return False
    counts_as_citizen = case.spouse.became_citizen is not None and citizen_before_return(case).value
    paid = furnished(held)
    return not counts_as_citizen and paid is not None and not share_is_exact(paid)


def held_jointly(case: Case, asset: AssignedAsset) -> JointProperty | None:
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


def figures(case: Case) -> Iterator[Line]:
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
            yield held.terminated, figure.number


def _name(held: JointProperty, number: int) -> str:
    return described(held.description, held.id, number, "joint property")


def _included(case: Case, held: JointProperty, name: str) -> Iterator[Line]:
    paid = furnished(held)
    is_late = held.terminated is not None or case.decedent.died is None
    if is_late or paid is None or case.spouse.is_us_citizen is not False:
        return
    if citizen_before_return(case).value:
        yield from of(name, joint_property.included_share_of_citizen())
        return
    yield from of(name, joint_property.included_share(paid))
    if held.value is not None:
        included = joint_property.included_value(held.value, paid)
        yield from of(name, included, joint_property.transferable_value(held.value, included.number))


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
