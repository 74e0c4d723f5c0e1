"""Who holds what in a case, cell by cell: from whom it comes, the holder, what is held, and what secures the tax."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from assembler.casefile.shape import Asset, Manner, Operative
from assembler.findings import Findings, Subject, assignment_amounts
from assembler.findings.trustees import in_office
from assembler.library.clause import Words
from assembler.matter.index import whose
from assembler.wording import capitalised, dollars, listed, on_one_line

Cell: TypeAlias = tuple[str, tuple[str, ...]]
"""What stands in a box: its heading, and the texts below it."""

COLUMNS = ("source", "holder", "held", "secured")
MOST_ASSETS = 4
"""A box lists no more assets than these."""


@dataclass(frozen=True)
class Holdings:
    """Puts what a case holds in words; what is not stated is said not to be."""

    findings: Findings
    words: Words
    arrangements: Words

    def rows(self) -> Sequence[Sequence[Cell]]:
        """Give a row for each trust and each annuity, in the order of the columns; that of an annuity ends earlier."""
        return [
            *([self._source(one), self._trust(one), self._assets(one), self._security(one)] for one in self._trusts),
            *([self._decedent(), self._annuity(one), self._undertaking(one)] for one in self.findings.annuities),
        ]

    @property
    def _trusts(self) -> Sequence[Subject]:
        return self.findings.trusts

    def _named(self, name: str | None, entry: str) -> str:
        return name or self.words.text(entry)

    def _decedent(self) -> Cell:
        decedent = self.findings.whole.case.decedent
        return self._named(decedent.name, "decedent"), (self.words.text("decedent"),) if decedent.name else ()

    def _source(self, trust: Subject) -> Cell:
        """Say from whom the property comes to a trust."""
        spouse = self.findings.whole.case.spouse
        by_decedent, by_spouse = trust["funded_by_decedent"], trust["funded_by_spouse"]
        titles = [self._decedent()[0]] if by_decedent else []
        texts = [self.words.text("passes")] if by_decedent else []
        if by_spouse:
            titles.append(self._named(spouse.name, "spouse"))
            texts += self._assignments(trust)
        if not titles:
            return self.words.text("source_open"), ()
        return listed(titles), tuple(texts)

    def _assignments(self, trust: Subject) -> Iterator[str]:
        for one in (one for one in self.findings.assignments if one.owner is trust):
            manner, found = one.assignment.manner, assignment_amounts.value_assigned(one).value
            said = self.words.text(manner or "manner_open")
            if manner is not Manner.KEPT:
                yield said if found is None else f"{dollars(found)} {said}"

    def _trust(self, trust: Subject) -> Cell:
        acting = [one.name for one, _ in in_office(trust, trust.case.as_of).value or ()]
        known = [name for name in acting if name]
        text = self.words.text("trustees" if len(acting) > 1 else "trustee", names=listed(known))
        return whose(trust), (text if known and len(known) == len(acting) else self.words.text("trustee_open"),)

    def _assets(self, trust: Subject) -> Cell:
        assets = trust.trust.assets
        if assets is None:
            return self.words.text("assets_open"), ()
        shown, rest = assets[:MOST_ASSETS], assets[MOST_ASSETS:]
        more = (self.words.text("more", count=str(len(rest))),) if rest else ()
        lines = tuple(self._asset(one) for one in shown)
        return self.words.text("assets" if len(assets) != 1 else "asset", count=str(len(assets))), lines + more

    def _asset(self, asset: Asset) -> str:
        what = on_one_line(asset.description) if asset.description else self.words.text("asset_open")
        return what if asset.value is None else f"{dollars(asset.value)}, {what}"

    def _security(self, trust: Subject) -> Cell:
        security = trust.trust.security
        if security.operative is None:
            return self.words.text("security_open"), ()
        bond, letter = trust.trust.bond, trust.trust.letter
        named = {Operative.BOND: bond.surety.name, Operative.LETTER_OF_CREDIT: letter.issuer.name}
        amount = security.amount_changed_to or security.amount_furnished
        lines = (named.get(security.operative), None if amount is None else dollars(amount))
        return capitalised(self.arrangements.text(security.operative)), tuple(line for line in lines if line)

    def _annuity(self, annuity: Subject) -> Cell:
        return whose(annuity), ()

    def _undertaking(self, annuity: Subject) -> Cell:
        undertaking = annuity.annuity.undertaking
        if undertaking is None:
            return self.words.text("undertaking_open"), ()
        taker = annuity.owner.trust.name if annuity.owner is not None else None
        return self.words.text("annuity"), (self.words.text(undertaking, trust=self._named(taker, "trust")),)
