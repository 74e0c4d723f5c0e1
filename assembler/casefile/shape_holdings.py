"""The questions about companies and partnerships that are looked through to the land inside them."""

from dataclasses import dataclass
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

    votes: Decimal | None = question("Percent of the votes of a corporation's stock.", "the percentage of the votes that {it} has", "accountant", form="percent")
    value: Decimal | None = question("Percent of the value of a corporation's stock, or of another entity.", "the percentage of the value that {it} has", "accountant", form="percent")
    capital: Decimal | None = question("Percent of the capital of a partnership.", "the percentage of the capital that {it} has", "accountant", form="percent")
    profits: Decimal | None = question("Percent of the profits of a partnership.", "the percentage of the profits that {it} has", "accountant", form="percent")


@dataclass(frozen=True)
class Holding:
    """One thing that an entity owns, or a trust at the end of a year."""

    description: str | None = question("What it is.", "the description of {it}", "accountant", form="lines")
    is_real_property: bool | None = question("It is real property, held directly.", "whether {it} is real property held directly", "accountant")
    country: str | None = question("ISO 3166 code of the country where real property is.", "the country of {it}", "accountant", form="country")
    value: Decimal | None = question("Fair market value in dollars, before any debt.", "the value of {it}", "appraiser", form="money")
    entity: str | None = question("The id of the entity in which it is an interest.", "the entity in which {it} is an interest", "accountant", form="id", absent="it is not an interest in an entity of this case")
    stake: Stake = question("The interest that the holder has in that entity.", "{it}", default=Stake())


@dataclass(frozen=True)
class Entity:
    """A corporation, partnership, trust or the like in which a trust has an interest."""

    id: str | None = question("A short name.", "a short name for {it}", form="id", absent="it goes by its place in the list")
    name: str | None = question("Its name.", "the name of an entity", "accountant")
    kind: EntityKind | None = question("What it is.", "what {it} is: a corporation, a partnership or another entity", "accountant")
    holders: int | None = question("Number of its shareholders, partners or beneficiaries.", "the number of shareholders, partners or beneficiaries of {it}", "accountant", form="count")
    family_holders: int | None = question("Number of the spouse and the spouse's family among them, who count as one with the trust.", "the number of the Spouse's family among the holders of {it}", "accountant", form="count")
    family: Stake = question("What the spouse and the spouse's family own, directly or through others.", "the Spouse's family in {it}", default=Stake())
    assets: tuple[Holding, ...] | None = question("What it owns.", "asset {n} of {it}", "accountant")
