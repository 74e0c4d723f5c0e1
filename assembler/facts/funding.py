"""Who settles the trust, and from whom its property comes."""

from collections.abc import Iterator

from assembler.casefile.shape import Source, Undertaking
from assembler.facts.combine import all_of, any_of, contrary
from assembler.facts.finding import Finding
from assembler.facts.phrases import answered, choice
from assembler.facts.setting import SPOUSE_FUNDED, Setting
from assembler.terms import every, some

PASSES = "26 CFR 20.2056A-2(b)(1)"
TRANSFERS = "26 CFR 20.2056A-4(b)(1)"
ROLL_OVER = "26 CFR 20.2056A-4(c)(3)"

AGREED = frozenset({Source.LIFETIME_AGREEMENT, Source.SPOUSE_CREATED, Source.EXECUTOR_CREATED})
"""The sources of a trust that has an agreement of its own."""


def findings(setting: Setting) -> Iterator[tuple[str, Finding]]:
    """Find who settles and who funds one trust."""
    source, path = setting.trust.source, setting.path("source")
    for name, wanted in (
        ("settled_by_decedent", Source.LIFETIME_AGREEMENT),
        ("settled_by_spouse", Source.SPOUSE_CREATED),
        ("settled_by_executor", Source.EXECUTOR_CREATED),
    ):
        yield name, choice(source, wanted, "the source of the trust", path)
    yield "has_agreement", _has_agreement(setting)
    by_decedent, by_spouse = _by_decedent(setting), _by_spouse(setting)
    yield "funded_by_decedent", by_decedent
    yield "funded_by_spouse", by_spouse
    yield "funded_only_by_spouse", all_of(by_spouse, contrary(by_decedent))
    yield "receives_roll_over", _receives_roll_over(setting)


def _has_agreement(setting: Setting) -> Finding:
    source, path = setting.trust.source, setting.path("source")
    if source is None:
        return Finding(None, "the source of the trust is not stated", (PASSES,), (path,))
    if source in AGREED:
        return Finding(True, "the trust is made by an agreement of its own", (PASSES,), (path,))
    return Finding(False, f"the trust comes into being as {source}", (PASSES,), (path,))


def _by_decedent(setting: Setting) -> Finding:
    source, path = setting.trust.source, setting.path("source")
    if source is None:
        return Finding(None, "the source of the trust is not stated", (PASSES,), (path,))
    if source not in SPOUSE_FUNDED:
        return Finding(True, "property passes from the decedent under the instrument", (PASSES,), (path,))
    yes = "the trust holds, held or will hold property that the spouse did not transfer"
    no = "the trust holds nothing but what the spouse transfers"
    return answered(setting.trust.other_property, yes, no, setting.path("other_property"), PASSES, TRANSFERS)


def _by_spouse(setting: Setting) -> Finding:
    source, path = setting.trust.source, setting.path("source")
    created = Finding(
        None if source is None else source in SPOUSE_FUNDED,
        "the source of the trust is not stated"
        if source is None
        else f"the trust is {'' if source in SPOUSE_FUNDED else 'not '}created to take what the spouse transfers",
        (TRANSFERS,),
        (path,),
    )
    return any_of(created, _is_assignee(setting))


def _is_assignee(setting: Setting) -> Finding:
    targets = [assignment.trust for assignment in setting.case.assignments]
    value = some(None if target is None else target == setting.trust.id for target in targets)
    said = {
        True: "the spouse assigns property to the trust",
        False: "no assignment names the trust",
        None: "an assignment does not say which trust takes",
    }
    return Finding(value, said[value], (TRANSFERS,), ("assignments",))


def _receives_roll_over(setting: Setting) -> Finding:
    value = some(
        every(
            (
                None if annuity.undertaking is None else annuity.undertaking is Undertaking.ROLL_OVER,
                None if annuity.trust is None else annuity.trust == setting.trust.id,
            )
        )
        for annuity in setting.case.annuities
    )
    said = {
        True: "an annuity of the case is rolled over to the trust",
        False: "no annuity of the case is rolled over to the trust",
        None: "it is not stated whether an annuity of the case is rolled over to the trust",
    }
    return Finding(value, said[value], (ROLL_OVER,), ("annuities",))
