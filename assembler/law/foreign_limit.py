"""The limit on foreign real property that lets a small trust go without security."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_CEILING, Decimal
from enum import StrEnum

from assembler.law.calendar import next_year_end
from assembler.law.deadline import Deadline, Office, limit
from assembler.law.figure import Figure, OutOfRange, Step
from assembler.law.money import CENT, PERCENT, percent_up
from assembler.terms import every, some

FOREIGN_SHARE = Decimal("0.35")
"""At most this part of a small trust may be real property outside the United States.

26 CFR 20.2056A-2(d)(1)(ii).
"""

DOMESTIC = "US"
"""The United States in ISO 3166: the States and the District; its territories have codes of their own."""

_LIMIT = "26 CFR 20.2056A-2(d)(1)(ii)"
_CURED = "26 CFR 20.2056A-2(d)(1)(ii)(D)"
_LOOK_THROUGH = "26 CFR 20.2056A-2(d)(1)(ii)(B)"


class Cause(StrEnum):
    """Why foreign real property came to exceed 35 percent."""

    PRINCIPAL_DISTRIBUTION = "distribution of principal"
    CURRENCY = "value of a foreign currency"
    MARKET_VALUE = "market value of assets"
    ACQUISITION = "acquisition"


EXCUSED = frozenset({Cause.PRINCIPAL_DISTRIBUTION, Cause.CURRENCY, Cause.MARKET_VALUE})
"""The causes that give the trust another year. 26 CFR 20.2056A-2(d)(1)(ii)(D)."""


@dataclass(frozen=True)
class ForeignShare:
    """Foreign real property and the whole of one trust on one day, in dollars, debt not subtracted.

    The residence exclusion changes neither: a home abroad counts in full.

    26 CFR 20.2056A-2(d)(1)(ii), (d)(1)(iv)(C).
    """

    foreign: Decimal
    total: Decimal

    def is_within_limit(self) -> bool:
        """Tell whether at most 35 percent is abroad; exactly 35 passes, and so does an empty trust."""
        return self.foreign <= FOREIGN_SHARE * self.total

    def percent(self) -> Decimal:
        """Return the share in percent, rounded up to two places so that no excess reads as 35.00."""
        return percent_up(self.foreign, self.total) if self.total else Decimal(0)

    def is_exact(self) -> bool:
        """Tell whether the percentage is the share itself, and not rounded up."""
        return self.percent() * PERCENT * self.total == self.foreign

    def figure(self) -> Figure:
        """Show the arithmetic, as a figure in percent."""
        most, compared = FOREIGN_SHARE * self.total, "at most" if self.is_within_limit() else "more than"
        steps = (
            Step("real property outside the United States", self.foreign, _LIMIT),
            Step("all assets of the trust, residence exclusion not regarded", self.total, _LIMIT),
            Step("35 percent of all assets", most, _LIMIT),
            Step(f"{compared} 35 percent", self.percent(), _LIMIT, "percent"),
        )
        law = (_LIMIT, _LOOK_THROUGH, "26 CFR 20.2056A-2(d)(1)(iv)(C)")
        return Figure("foreign real property share", self.percent(), "percent", steps, law)


def to_come_back(share: ForeignShare) -> tuple[Figure, ...]:
    """Show what brings a trust over 35 percent back to it, in dollars, rounded up to the cent; nothing within it.

    Land that is sold for a price kept in the trust lowers the land alone; land that is distributed lowers the whole as
    well, so that more of it must go, and is taxed unless an exemption applies.

    26 CFR 20.2056A-2(d)(1)(ii), (d)(1)(ii)(D).
    """
    if share.is_within_limit():
        return ()
    over = share.foreign - FOREIGN_SHARE * share.total
    sold, given = (amount.quantize(CENT, rounding=ROUND_CEILING) for amount in (over, over / (1 - FOREIGN_SHARE)))
    steps = (
        Step("real property outside the United States", share.foreign, _LIMIT),
        Step("35 percent of all assets", FOREIGN_SHARE * share.total, _LIMIT),
        Step("the difference, sold for a price that stays in the trust", sold, _CURED),
    )
    leaves = Step("divided by 65 percent, as what is distributed lowers all assets too", given, _CURED)
    return (
        Figure("land abroad to sell, the price kept", sold, "dollars", steps, (_LIMIT, _CURED)),
        Figure("land abroad to distribute instead", given, "dollars", (*steps, leaves), (_LIMIT, _CURED)),
    )


def is_foreign(country: str | None) -> bool | None:
    """Tell whether an ISO 3166 code is outside the United States; a territory is outside.

    26 USC 7701(a)(9); 26 CFR 20.2056A-2(d)(1)(ii).
    """
    return None if country is None else country.strip().upper() != DOMESTIC


def cure_deadline(year_end: date) -> date:
    """Return the last day of the taxable year that follows the year in which the limit was exceeded.

    26 CFR 20.2056A-2(d)(1)(ii)(D).
    """
    return next_year_end(year_end)


def last_day_to_cure(year_end: date, causes: Collection[Cause]) -> Figure:
    """Show by when an excused excess is cured, or the tax secured. 26 CFR 20.2056A-2(d)(1)(ii)(D)."""
    law, last = "26 CFR 20.2056A-2(d)(1)(ii)(D)", cure_deadline(year_end)
    step = Step(f"excused ({told(causes)}): the limit is met again, or the tax secured, by", last, law)
    return Figure("last day to cure the excess", last, "date", (step,), (law,))


def told(causes: Collection[Cause]) -> str:
    """Name the causes of an excess."""
    return " and ".join(causes) or "no cause"


def is_excused(causes: Collection[Cause]) -> bool:
    """Tell whether every cause of the excess is one that the paragraph excuses; a purchase is not.

    26 CFR 20.2056A-2(d)(1)(ii)(D).
    """
    return bool(causes) and EXCUSED.issuperset(causes)


def still_qualifies(
    causes: Collection[Cause], is_within_next_year: bool | None, is_secured_next_year: bool | None
) -> bool | None:
    """Tell whether a trust over 35 percent at one year's end stays a QDOT.

    The excess is excused, and by the close of the following year either the share is at most
    35 percent again or a Bank Trustee, a bond or a letter of credit is in place.

    26 CFR 20.2056A-2(d)(1)(ii)(D).
    """
    return every((is_excused(causes), some((is_within_next_year, is_secured_next_year))))


def foreign_limit_test(year_end: date) -> Deadline:
    """Return the day on which the share of real property abroad is found: the last of a taxable year.

    26 CFR 20.2056A-2(d)(1)(ii).
    """
    law = "26 CFR 20.2056A-2(d)(1)(ii)"
    step = Step("Last day of the taxable year", year_end, law)
    return limit("foreign_limit_test", year_end, Office.US_TRUSTEE, steps=(step,), law=(law,))


def foreign_limit_cure(year_end: date) -> Deadline:
    """Return the last day to cure foreign real property above 35 percent at the end of a taxable year.

    Only for an excess that came of distributions of principal, currency or market value.

    26 CFR 20.2056A-2(d)(1)(ii)(D).
    """
    law = "26 CFR 20.2056A-2(d)(1)(ii)(D)"
    last = cure_deadline(year_end)
    return limit(
        "foreign_limit_cure",
        last,
        Office.US_TRUSTEE,
        steps=(
            Step("Taxable year in which the limit was exceeded ends", year_end, law),
            Step("the following taxable year ends", last, law),
        ),
        law=(law,),
    )


MORE_THAN = Decimal("0.20")
"""An interest is looked through when it is more than this. 26 CFR 20.2056A-2(d)(1)(ii)(B)."""

HOLDERS = 15
"""And when the entity has this many holders or fewer. 26 CFR 20.2056A-2(d)(1)(ii)(B)."""

_LAW = "26 CFR 20.2056A-2(d)(1)(ii)(B), (C)"
_WHOLE = Decimal(1)


class EntityKind(StrEnum):
    """What is owned: a corporation, a partnership, or another entity such as a trust."""

    CORPORATION = "corporation"
    PARTNERSHIP = "partnership"
    OTHER = "other"


@dataclass(frozen=True)
class Stake:
    """A part of an entity, in fractions of one; what does not apply to its kind is zero.

    ``value`` is the part of a corporation's stock, or of another entity, by value.
    """

    votes: Decimal = Decimal(0)
    value: Decimal = Decimal(0)
    capital: Decimal = Decimal(0)
    profits: Decimal = Decimal(0)


@dataclass(frozen=True)
class Asset:
    """One asset of the trust or of an entity; an interest names its entity and the owner's own stake.

    ``value`` is in dollars, debt not subtracted.
    """

    value: Decimal
    is_foreign_real_property: bool = False
    entity: str | None = None
    stake: Stake = Stake()


@dataclass(frozen=True)
class Entity:
    """A company, partnership, trust or the like.

    ``family`` is what the spouse and the spouse's family under section 267(c)(4) own, or others hold
    for them; ``family_holders`` are the holders among them, who count as one with the trust.
    """

    kind: EntityKind
    holders: int
    assets: tuple[Asset, ...]
    family: Stake = Stake()
    family_holders: int = 0


def is_looked_through(entity: Entity, own: Stake) -> bool:
    """Tell whether the trust is deemed to own the entity's assets.

    More than 20 percent of the votes or the value of a corporation, of the capital of a
    partnership, or of the value of another entity, family interests added; and 15 or fewer
    holders, family counted with the trust.

    26 CFR 20.2056A-2(d)(1)(ii)(B), (C).
    """
    if entity.holders - entity.family_holders > HOLDERS:
        return False
    family = entity.family
    if entity.kind is EntityKind.PARTNERSHIP:
        return own.capital + family.capital > MORE_THAN
    by_value = own.value + family.value > MORE_THAN
    return by_value or (entity.kind is EntityKind.CORPORATION and own.votes + family.votes > MORE_THAN)


def pro_rata_share(entity: Entity, own: Stake) -> Decimal:
    """Return the part of the entity's assets that counts: the trust's own, never the family's.

    For a partnership it is the greater of the trust's part of the capital and of the profits.

    26 CFR 20.2056A-2(d)(1)(ii)(B).
    """
    return max(own.capital, own.profits) if entity.kind is EntityKind.PARTNERSHIP else own.value


def foreign_share(assets: Iterable[Asset], entities: Mapping[str, Entity]) -> ForeignShare:
    """Measure foreign real property against all assets, looking through every tier of entities.

    Assets that are looked through to stand in place of the interest in them. Raises OutOfRange for an
    entity that owns itself through others, or one that is not described.

    26 CFR 20.2056A-2(d)(1)(ii)(B), (C).
    """
    foreign = total = Decimal(0)
    for asset in assets:
        share = _measure(asset, _WHOLE, entities, ())
        foreign += share.foreign
        total += share.total
    return ForeignShare(foreign, total)


def _measure(asset: Asset, part: Decimal, entities: Mapping[str, Entity], path: tuple[str, ...]) -> ForeignShare:
    value = part * asset.value
    if asset.entity is None:
        return ForeignShare(value if asset.is_foreign_real_property else Decimal(0), value)
    entity = _described(asset.entity, entities, path)
    own = _scaled(asset.stake, part)
    if not is_looked_through(entity, own):
        return ForeignShare(Decimal(0), value)
    share = pro_rata_share(entity, own)
    inner = [_measure(held, share, entities, (*path, asset.entity)) for held in entity.assets]
    foreign = sum((each.foreign for each in inner), Decimal(0))
    return ForeignShare(foreign, sum((each.total for each in inner), Decimal(0)))


def _described(name: str, entities: Mapping[str, Entity], path: tuple[str, ...]) -> Entity:
    if name in path:
        chain = " owns ".join((*path[path.index(name) :], name))
        raise OutOfRange(f"{chain}: an entity owns itself", "state the interests so that no chain returns", _LAW)
    if name not in entities:
        raise OutOfRange(f"{name} is not described", "state its kind, its holders and its assets", _LAW)
    return entities[name]


def _scaled(stake: Stake, part: Decimal) -> Stake:
    return Stake(part * stake.votes, part * stake.value, part * stake.capital, part * stake.profits)
