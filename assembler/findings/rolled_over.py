"""What an annuity rolled over pays into a trust is claimed with the annuity, and not a second time with the trust."""

from collections.abc import Iterator

from assembler.casefile.shape import AssetKind
from assembler.findings.funding import assigned
from assembler.findings.subject import Subject
from assembler.findings.valuation import assets
from assembler.problem import Caution

LAW = "26 CFR 20.2056A-3(a), 20.2056A-4(c)(3), (c)(4)"


def cautions(subject: Subject) -> Iterator[Caution]:
    """Caution of a retirement benefit listed in a trust that takes a roll-over and was assigned none."""
    if not subject["receives_roll_over"]:
        return
    given = {asset.id for one in assigned(subject) for asset in one.assets or () if asset.id is not None}
    for where, asset in assets(subject):
        if asset.kind is AssetKind.RETIREMENT and asset.id not in given:
            what = "the trust lists a retirement benefit, and takes the corpus of an annuity rolled over."
            fix = (
                "take the corpus out of the assets: it is claimed with the annuity, and comes in only as it is paid; "
                "a benefit that is assigned goes under the assignment by the same id."
            )
            yield Caution(where, what, fix, LAW)
