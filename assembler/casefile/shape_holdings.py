"""The questions about companies and partnerships that are looked through to the land inside them."""

from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum

from assembler.casefile.question import question


class EntityKind(StrEnum):
    """What is owned: a corporation, a partnership, or another entity such as a trust."""

    CORPORATION = "corporation"
    PARTNERSHIP = "partnership"
    OTHER = "other"


@dataclass(frozen=True)
class Stake:
    """A part of an entity, in percent; what does not apply to its kind is left out."""

    votes: Decimal | None = field(default=None, metadata=question("Percent of the votes of a corporation's stock.", "accountant", form="percent"))
    value: Decimal | None = field(default=None, metadata=question("Percent of the value of a corporation's stock, or of another entity.", "accountant", form="percent"))
    capital: Decimal | None = field(default=None, metadata=question("Percent of the capital of a partnership.", "accountant", form="percent"))
    profits: Decimal | None = field(default=None, metadata=question("Percent of the profits of a partnership.", "accountant", form="percent"))


@dataclass(frozen=True)
class Holding:
    """One thing that an entity owns, or a trust at the end of a year."""

    description: str | None = field(default=None, metadata=question("What it is.", "accountant", form="lines"))
    is_real_property: bool | None = field(default=None, metadata=question("It is real property, held directly.", "accountant"))
    country: str | None = field(default=None, metadata=question("ISO 3166 code of the country where real property is.", "accountant", form="country"))
    value: Decimal | None = field(default=None, metadata=question("Fair market value in dollars, before any debt.", "appraiser", form="money"))
    entity: str | None = field(default=None, metadata=question("The id of the entity in which it is an interest.", "accountant", form="id"))
    stake: Stake = field(default=Stake(), metadata=question("The interest that the holder has in that entity."))


@dataclass(frozen=True)
class Entity:
    """A corporation, partnership, trust or the like in which a trust has an interest."""

    id: str | None = field(default=None, metadata=question("A short name.", form="id"))
    name: str | None = field(default=None, metadata=question("Its name.", "accountant"))
    kind: EntityKind | None = field(default=None, metadata=question("What it is.", "accountant"))
    holders: int | None = field(default=None, metadata=question("Number of its shareholders, partners or beneficiaries.", "accountant", form="count"))
    family_holders: int | None = field(default=None, metadata=question("Number of the spouse and the spouse's family among them, who count as one with the trust.", "accountant", form="count"))
    family: Stake = field(default=Stake(), metadata=question("What the spouse and the spouse's family own, directly or through others."))
    assets: tuple[Holding, ...] | None = field(default=None, metadata=question("What it owns.", "accountant"))
