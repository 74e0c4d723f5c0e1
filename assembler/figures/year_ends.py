"""Real property outside the United States against the 35-percent limit: at the death and at each year's end."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from assembler.casefile.shape import Asset, AssetKind, Case, Trust
from assembler.casefile.shape_values import YearEnd
from assembler.facts.finding import Facts
from assembler.facts.holdings import entities, holding, own
from assembler.facts.setting import item
from assembler.figures.names import trust_name, trust_path
from assembler.figures.worked import Line, Note, of, worked
from assembler.law import foreign_limit
from assembler.law.figure import Figure, Step
from assembler.law.foreign_limit import Cause, ForeignShare, cure_deadline, is_excused

CURE = "26 CFR 20.2056A-2(d)(1)(ii)(D)"


def lines(case: Case, facts: Facts) -> Iterator[Line]:
    """Give the share of real property abroad of each trust, companies looked through where they are described."""
    for number, trust in enumerate(case.trusts):
        name, path = trust_name(trust, number), trust_path(trust, number)
        if any(asset.entity for asset in trust.assets or ()):
            yield from worked(f"{path}.assets", _at_start(case, trust, name))
        elif "foreign_real_property_share" in facts.trusts[number].figures:
            yield from of(name, facts.trusts[number].figures["foreign_real_property_share"])
        for place, year in enumerate(trust.year_ends or ()):
            yield from worked(item(f"{path}.year_ends", None, place), _at_year_end(case, year, name))


def _at_start(case: Case, trust: Trust, name: str) -> Iterator[Line]:
    held = [own(_is_land(each), each.country, each.value, each.entity, each.stake) for each in trust.assets or ()]
    share = _share(case, held)
    if share is not None:
        figure = share.figure()
        yield from of(name, replace(figure, name=f"{figure.name}, looked through"))


def _is_land(asset: Asset) -> bool | None:
    return None if asset.kind is None else asset.kind is AssetKind.REAL_PROPERTY


def _at_year_end(case: Case, year: YearEnd, name: str) -> Iterator[Line]:
    share = _stated(year) if year.holdings is None else _share(case, [holding(each) for each in year.holdings])
    if share is None or year.ended is None:
        return
    subject = f"{name}: year ended {year.ended}"
    figure = share.figure()
    yield from of(subject, replace(figure, name=f"{figure.name} at the end of the year"))
    if not share.is_within_limit() and year.causes is not None:
        yield from _cure(year, subject)


def _cure(year: YearEnd, subject: str) -> Iterator[Line]:
    causes = [Cause[cause.name] for cause in year.causes or ()]
    said = " and ".join(causes) or "no cause"
    if year.ended is None or not is_excused(causes):
        yield Note(f"{subject}: the excess over 35 percent is not excused ({said}): {CURE}")
        return
    last = cure_deadline(year.ended)
    step = Step(f"excused ({said}): the limit is met again, or the tax secured, by", last, CURE)
    yield from of(subject, Figure("last day to cure the excess", last, "date", (step,), (CURE,)))


def _stated(year: YearEnd) -> ForeignShare | None:
    if year.value is None or year.foreign_real_property is None:
        return None
    return ForeignShare(year.foreign_real_property, year.value)


def _share(case: Case, held: Sequence[foreign_limit.Asset | None]) -> ForeignShare | None:
    known, described = [each for each in held if each is not None], entities(case)
    if len(known) < len(held) or described is None:
        return None
    return foreign_limit.foreign_share(known, described)
