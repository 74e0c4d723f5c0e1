"""Under whose law the instrument is executed, and where the spouse lives."""

from collections.abc import Iterator

from assembler.casefile.shape import Source
from assembler.facts.finding import Finding
from assembler.facts.phrases import answered
from assembler.facts.setting import Setting

FOREIGN = "26 CFR 20.2056A-2(a)"
RESIDENT = "26 CFR 20.0-1(b)(1)"


def findings(setting: Setting) -> Iterator[tuple[str, Finding]]:
    """Find whether the instrument is foreign and whether the spouse is nonresident."""
    yield "foreign_instrument", _foreign(setting)
    resident = setting.case.spouse.is_resident
    yield (
        "spouse_is_nonresident",
        answered(
            None if resident is None else not resident,
            "the spouse is not domiciled in the United States",
            "the spouse is domiciled in the United States",
            "spouse.is_resident",
            RESIDENT,
        ),
    )


def _foreign(setting: Setting) -> Finding:
    answer = setting.trust.is_foreign_instrument
    if answer is None and setting.trust.source is Source.FOREIGN_WILL:
        return Finding(True, "the instrument is a foreign will", (FOREIGN,), (setting.path("source"),))
    if answer is None and setting.trust.foreign_law is not None:
        because = f"the instrument is executed under the law of {setting.trust.foreign_law}"
        return Finding(True, because, (FOREIGN,), (setting.path("foreign_law"),))
    yes = "the instrument is executed under the law of a foreign country"
    no = "the instrument is not executed under the law of a foreign country"
    return answered(answer, yes, no, setting.path("is_foreign_instrument"), FOREIGN)
