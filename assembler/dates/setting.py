"""The days on which a case turns: the death, the return, and what each trust brings to them."""

from dataclasses import dataclass
from datetime import date

from assembler.casefile.shape import Case, Trust
from assembler.facts import occasion
from assembler.facts.finding import Facts, TrustFacts
from assembler.facts.setting import item
from assembler.law import estate_return
from assembler.law.figure import OutOfRange


@dataclass(frozen=True)
class Held:
    """One trust: its answers, its facts, its place in the file and its name as a subject."""

    trust: Trust
    facts: TrustFacts
    where: str
    subject: str

    def path(self, answer: str) -> str:
        """Return the path of one of the trust's answers."""
        return f"{self.where}.{answer}"


@dataclass(frozen=True)
class Setting:
    """A case after the death; `first_due` and `due` are days before any roll, without extension and with it.

    An extension that cannot stand is left out of `due`. `applies` is false where nothing of the kind is needed.
    """

    case: Case
    died: date
    as_of: date
    first_due: date
    due: date
    trusts: tuple[Held, ...]
    files_return: bool
    applies: bool

    @property
    def filed(self) -> date | None:
        """The day the return was filed, as far as it is stated."""
        return self.case.return_.filed


def set_out(case: Case, facts: Facts) -> Setting | None:
    """Set out a case for its dates; None while the decedent lives, when no day has begun to run."""
    died = case.decedent.died
    if died is None:
        return None
    trusts = tuple(_held(trust, number) for number, trust in enumerate(facts.trusts))
    first = estate_return.return_due(died)
    files = case.return_.estate_files_return is not False
    as_of = case.as_of or died
    return Setting(case, died, as_of, first, _due(case, died), trusts, files, _applies(case))


def _held(facts: TrustFacts, number: int) -> Held:
    trust = facts.trust
    subject = trust.id or trust.name or f"trust {number + 1}"
    return Held(trust, facts, item("trusts", trust.id, number), subject)


def _due(case: Case, died: date) -> date:
    try:
        return estate_return.extended_due(died, case.return_.extended_to)
    except OutOfRange:
        return estate_return.return_due(died)


def _applies(case: Case) -> bool:
    excuses = (occasion.spouse_is_citizen, occasion.citizen_before_return, occasion.treaty_claimed)
    if any(excuse(case).value for excuse in excuses):
        return False
    return bool(occasion.rules_apply(case).value and occasion.deduction_sought(case).value)
