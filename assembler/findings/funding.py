"""Who settles the trust, and from whom its property comes."""

from collections.abc import Iterator

from assembler.casefile.shape import Annuity, Assignment, Manner, Source, Undertaking
from assembler.findings.finding import Fact, Finding, all_of, answered, any_of, choice, contrary
from assembler.findings.subject import Subject
from assembler.findings.vocabulary import FactName
from assembler.terms import every, some

SPOUSE_FUNDED = (Source.SPOUSE_CREATED, Source.EXECUTOR_CREATED)
"""Sources of trusts that take what the spouse transfers. 26 CFR 20.2056A-4(b)(1)."""

PASSES = "26 CFR 20.2056A-2(b)(1)"
TRANSFERS = "26 CFR 20.2056A-4(b)(1)"
COMPLETION = "26 CFR 20.2056A-4(b)(6)"
ROLL_OVER = "26 CFR 20.2056A-4(c)(3)"

AGREED = frozenset({Source.LIFETIME_AGREEMENT, Source.SPOUSE_CREATED, Source.EXECUTOR_CREATED})
"""The sources of a trust that has an agreement of its own."""

SOURCES = {
    "settled_by_decedent": Source.LIFETIME_AGREEMENT,
    "settled_by_spouse": Source.SPOUSE_CREATED,
    "settled_by_executor": Source.EXECUTOR_CREATED,
    "instrument_in_will": Source.ARTICLE_IN_WILL,
    "instrument_in_living_trust": Source.ARTICLE_IN_REVOCABLE_TRUST,
    "instrument_in_foreign_will": Source.FOREIGN_WILL,
    "instrument_amended": Source.CONFORMED_BY_AMENDMENT,
    "instrument_reformed": Source.JUDICIAL_REFORMATION,
}

FACTS = (
    FactName("has_agreement", "The trust has an agreement of its own, and is no article of another instrument."),
    FactName("settled_by_decedent", "The decedent signs the agreement as settlor.", family="source"),
    FactName("settled_by_spouse", "The spouse signs the agreement as settlor.", family="source"),
    FactName("settled_by_executor", "The decedent's executor signs the agreement as settlor.", family="source"),
    FactName("instrument_in_will", "The trust is an article of a will.", excludes=("has_agreement",), family="source"),
    FactName(
        "instrument_in_living_trust",
        "The trust is an article of a revocable trust.",
        excludes=("has_agreement",),
        family="source",
    ),
    FactName(
        "instrument_in_foreign_will",
        "The trust is part of a foreign will.",
        excludes=("has_agreement",),
        family="source",
    ),
    FactName(
        "instrument_amended",
        "The trust is conformed by an amendment, without a court.",
        excludes=("has_agreement",),
        family="source",
    ),
    FactName(
        "instrument_reformed",
        "The trust is reformed by a court.",
        excludes=("has_agreement",),
        family="source",
    ),
    FactName(
        "funded_by_decedent",
        "Property passes from the decedent to the trust.",
        excludes=("form_none_required", "funded_only_by_spouse"),
    ),
    FactName("funded_by_spouse", "The spouse transfers or assigns property to the trust."),
    FactName("funded_only_by_spouse", "Nothing is or has been transferred to the trust but by the spouse."),
    FactName("conveyance_undated", "Property assigned is to be conveyed before an administration ends, no day stated."),
    FactName(
        "all_is_transferred",
        "All that the spouse is stated to bring to the trust is transferred to it, and nothing assigned.",
        implies=("funded_by_spouse",),
        rivals="manner",
    ),
    FactName(
        "all_is_assigned",
        "All that the spouse is stated to bring to the trust is assigned to it, and nothing transferred outright.",
        implies=("funded_by_spouse",),
        rivals="manner",
    ),
    FactName("receives_roll_over", "An annuity of the case is rolled over to the trust."),
)
NEVER = (("not funded_by_decedent", "not funded_by_spouse", "not receives_roll_over"),)


def facts(subject: Subject) -> Iterator[tuple[str, Fact]]:
    """Find who settles and who funds one trust."""
    source, path = subject.trust.source, subject.path("source")
    for name, wanted in SOURCES.items():
        yield name, choice(source, wanted, "the source of the trust", path)
    yield "has_agreement", _has_agreement(subject)
    by_decedent, by_spouse = _by_decedent(subject), _by_spouse(subject)
    yield "funded_by_decedent", by_decedent
    yield "funded_by_spouse", by_spouse
    yield "funded_only_by_spouse", all_of(by_spouse, contrary(by_decedent))
    yield "conveyance_undated", _conveyance_undated(subject)
    yield from _manners(subject)
    yield "receives_roll_over", _receives_roll_over(subject)


def _has_agreement(subject: Subject) -> Fact:
    source, path = subject.trust.source, subject.path("source")
    if source is None:
        return Finding(None, "the source of the trust is not stated", (PASSES,), (path,))
    if source in AGREED:
        return Finding(True, "the trust is made by an agreement of its own", (PASSES,), (path,))
    return Finding(False, f"the trust comes into being as {source}", (PASSES,), (path,))


def _by_decedent(subject: Subject) -> Fact:
    source, path = subject.trust.source, subject.path("source")
    if source is None:
        return Finding(None, "the source of the trust is not stated", (PASSES,), (path,))
    if source not in SPOUSE_FUNDED:
        return Finding(True, "property passes from the decedent under the instrument", (PASSES,), (path,))
    yes = "the trust holds, held or will hold property that the spouse did not transfer"
    no = "the trust holds nothing but what the spouse transfers"
    return answered(subject.trust.other_property, yes, no, subject.path("other_property"), PASSES, TRANSFERS)


def _by_spouse(subject: Subject) -> Fact:
    source, path = subject.trust.source, subject.path("source")
    created = Finding(
        None if source is None else source in SPOUSE_FUNDED,
        "the source of the trust is not stated"
        if source is None
        else f"the trust is {'' if source in SPOUSE_FUNDED else 'not '}created to take what the spouse transfers",
        (TRANSFERS,),
        (path,),
    )
    return any_of(created, _is_assignee(subject))


def assigned(subject: Subject) -> tuple[Assignment, ...]:
    """Return the assignments that name the trust as the one that takes."""
    return tuple(one for one in subject.case.assignments if one.trust is not None and one.trust == subject.trust.id)


def _manners(subject: Subject) -> Iterator[tuple[str, Fact]]:
    """Find whether all comes in one way; where a way is not stated, or none is, neither is so."""
    ways = [one.manner for one in assigned(subject) if one.manner is not Manner.KEPT]
    is_stated = bool(ways) and None not in ways
    for name, how, value in (
        ("all_is_transferred", "transferred", all(way is Manner.TRANSFERRED for way in ways)),
        ("all_is_assigned", "assigned", Manner.TRANSFERRED not in ways),
    ):
        holds = is_stated and value
        because = f"all that the spouse brings to the trust is {'' if holds else 'not stated to be '}{how}"
        yield name, Finding(holds, because, (TRANSFERS,), ("assignments",))


def _is_assignee(subject: Subject) -> Fact:
    targets = [assignment.trust for assignment in subject.case.assignments]
    value = some(None if target is None else target == subject.trust.id for target in targets)
    said = {
        True: "the spouse assigns property to the trust",
        False: "no assignment names the trust",
        None: "an assignment does not say which trust takes",
    }
    return Finding(value, said[value], (TRANSFERS,), ("assignments",))


def _conveyance_undated(subject: Subject) -> Fact:
    """Find whether what is assigned still has to be conveyed by the end, not stated, of an administration."""
    decedent, done_at_once = subject.case.decedent, (Manner.TRANSFERRED, Manner.KEPT)
    is_undated = decedent.has_administration is not False and decedent.administration_ends is None
    waiting = [one for one in assigned(subject) if one.manner not in done_at_once and one.conveyed is None]
    value = decedent.died is not None and is_undated and bool(waiting)
    what = "property assigned is" if value else "no property assigned is"
    because = f"{what} to be conveyed by the end, not stated, of an administration"
    return Finding(value, because, (COMPLETION,), ("decedent.administration_ends", "assignments"))


def _is_rolled_over(annuity: Annuity) -> bool | None:
    """Tell whether an annuity is rolled over to some trust; one that is assigned instead is not."""
    if annuity.undertaking is None:
        return False if annuity.is_assignable else None
    return annuity.undertaking is Undertaking.ROLL_OVER


def _receives_roll_over(subject: Subject) -> Fact:
    value = some(
        every(
            (
                _is_rolled_over(annuity),
                None if annuity.trust is None else annuity.trust == subject.trust.id,
            )
        )
        for annuity in subject.case.annuities
    )
    said = {
        True: "an annuity of the case is rolled over to the trust",
        False: "no annuity of the case is rolled over to the trust",
        None: "it is not stated whether an annuity of the case is rolled over to the trust",
    }
    return Finding(value, said[value], (ROLL_OVER,), ("annuities",))
