"""Which States of a case are taken to have a death tax of their own: the decedent's, and those where land lies."""

from collections.abc import Iterator

from assembler.casefile.shape import Asset
from assembler.findings.finding import Fact, Finding
from assembler.findings.subject import Subject, conclusion, missing
from assembler.findings.valuation import assets, is_land
from assembler.findings.vocabulary import FactName
from assembler.law import tables
from assembler.law.foreign_limit import is_foreign
from assembler.problem import Problem
from assembler.terms import every, opposite, some, state_named

FACTS = (
    FactName("state_death_tax", "The decedent's State, or one where land lies, is taken to have a death tax."),
    FactName("land_in_unstated_state", "The State in which land in the United States lies is not stated."),
)


def facts(subject: Subject) -> Iterator[tuple[str, Fact]]:
    """Find whether a State's death tax has to be looked up."""
    found = taxing_states(subject)
    value = None if found.value is None else bool(found.value)
    yield "state_death_tax", Finding(value, found.because, (), found.rests_on)
    yield "land_in_unstated_state", _unstated(subject)


def _unstated(subject: Subject) -> Fact:
    without = [(path, _is_land(asset)) for trust in subject.trusts for path, asset in assets(trust) if not asset.state]
    value = some(is_land for _, is_land in without)
    said = {
        True: "the State of land in the United States is left out",
        False: "no land in the United States is without its State",
        None: "it is not stated whether an asset is land in the United States",
    }
    unknown = tuple(f"{path}.{name}" for path, is_land in without if is_land is None for name in ("kind", "country"))
    return Finding(value, said[value], (), unknown if value is None else ("trusts",))


@conclusion
def taxing_states(whole: Subject) -> Finding[tuple[tuple[str, tuple[str, ...]], ...]]:
    """Find the States that are taken to have a death tax, each with its kinds; unknown without the decedent's domicile.

    Unknown too while it is not stated whether an asset with a State is land. The table behind it is not
    confirmed for any State: what it gives is to be looked up.
    """
    domicile, unknown = whole.case.decedent.domicile, tuple(_maybe_land(whole))
    if unknown:
        because = "it is not stated whether an asset with a State is land in the United States"
        return Finding(None, because, (), unknown)
    named = (domicile, *(asset.state for _, asset in _land(whole)))
    states = dict.fromkeys(state for name in named if name and (state := state_named(name)))
    found = tuple((state, kinds) for state in states if (kinds := tables.state_death_taxes(state)))
    if not found and domicile is None:
        return Finding(None, "the decedent's domicile is not stated", (), ("decedent.domicile",))
    because = f"{'a' if found else 'no'} State of the decedent or of land is in the table of State death taxes"
    return Finding(found, because, (), ("decedent.domicile", "trusts"))


def _land(subject: Subject) -> Iterator[tuple[str, Asset]]:
    for trust in subject.trusts:
        for path, asset in assets(trust):
            if _is_land(asset):
                yield path, asset


def _maybe_land(subject: Subject) -> Iterator[str]:
    """Give what is missing to tell whether an asset of which the State is stated is land there."""
    for trust in subject.trusts:
        for path, asset in assets(trust):
            if asset.state is not None and _is_land(asset) is None:
                yield from missing(asset, path, "kind", "country")


def _is_land(asset: Asset) -> bool | None:
    """Tell whether an asset is real property in the United States."""
    return every((is_land(asset), opposite(is_foreign(asset.country))))


def refusals(subject: Subject) -> Iterator[Problem]:
    """Refuse a State of an asset that is none."""
    for path, asset in assets(subject):
        if asset.state is not None and state_named(asset.state) is None:
            what = f"`{asset.state}` is no State."
            yield Problem(f"{path}.state", what, "name one State, or the District of Columbia; abroad, leave it out.")
