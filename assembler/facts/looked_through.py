"""What a company or the like owns, listed as if the trust owned its part of it directly."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal

from assembler.casefile.shape_holdings import Entity, Holding
from assembler.facts.annual import held_at_year_end
from assembler.facts.holdings import entities, holding, own
from assembler.facts.setting import Setting
from assembler.law import foreign_limit
from assembler.law.foreign_limit import Stake, is_looked_through, pro_rata_share


@dataclass(frozen=True)
class Inside:
    """One thing inside an entity: the trust's part of it, as a fraction, and that part's value in dollars."""

    entity: str
    description: str | None
    country: str | None
    share: Decimal
    value: Decimal | None


def looked_through(setting: Setting) -> Iterator[Inside]:
    """List what the trust is deemed to own inside entities, tier by tier. 26 CFR 20.2056A-2(d)(3)(iii)(B)."""
    described = entities(setting.case) or {}
    answers = {each.id: each for each in setting.case.entities or () if each.id in described}
    for one in held_at_year_end(setting) or ():
        if isinstance(one, Holding):
            interest = holding(one)
        else:
            interest = own(False, one.country, one.value, one.entity, one.stake)
        if interest is not None and interest.entity is not None and interest.entity in described:
            yield from _inside(interest.entity, interest.stake, described, answers, ())


def _inside(
    identity: str,
    stake: Stake,
    described: Mapping[str, foreign_limit.Entity],
    answers: Mapping[str | None, Entity],
    path: tuple[str, ...],
) -> Iterator[Inside]:
    entity, answer = described[identity], answers[identity]
    if identity in path or not is_looked_through(entity, stake):
        return
    share = pro_rata_share(entity, stake)
    for held, said in zip(entity.assets, answer.assets or (), strict=True):
        inner = described.get(held.entity or "")
        own_ = held.stake
        scaled = Stake(*(share * part for part in (own_.votes, own_.value, own_.capital, own_.profits)))
        if held.entity is not None and inner is not None and is_looked_through(inner, scaled):
            yield from _inside(held.entity, scaled, described, answers, (*path, identity))
        else:
            yield Inside(answer.name or identity, said.description, said.country, share, share * held.value)
