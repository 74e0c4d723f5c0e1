"""Who is paid under an annuity besides the spouse: before the spouse's death, which the law refuses, and after it."""

from collections.abc import Iterator

from assembler.findings.finding import Fact, Finding, all_of, answered, any_of, contrary
from assembler.findings.subject import Subject
from assembler.findings.vocabulary import FactName
from assembler.problem import Problem

LAW = "26 USC 2056(b)(7)(C)"

FACTS = (
    FactName(
        "annuity_outlasts_spouse",
        "The annuity is paid for two lives or a term, so that payments may go on after the spouse's death.",
        excludes=("annuity_is_ira", "annuity_individual_annuity"),
    ),
    FactName("annuity_spouse_alone", "No one other than the spouse has a right to payments before the spouse's death."),
)

OF_CASE = (
    FactName(
        "has_survivor_annuity",
        "An annuity of the case is stated to be paid for two lives or a term.",
        implies=("has_annuity",),
    ),
)


def facts(subject: Subject) -> Iterator[tuple[str, Fact]]:
    """Find whether an annuity may outlast the spouse, and whether the spouse alone is paid until then.

    What is left of an individual retirement account or annuity is the spouse's own, and goes as the spouse directs.
    """
    lasts = any_of(subject.fact("annuity_two_lives"), subject.fact("annuity_for_term"))
    accounts = (subject.fact(name) for name in ("annuity_is_ira", "annuity_individual_annuity"))
    yield "annuity_outlasts_spouse", all_of(lasts, *(contrary(one) for one in accounts))
    shared = subject.annuity.others_paid
    yield (
        "annuity_spouse_alone",
        answered(
            None if shared is None else not shared,
            "no one other than the spouse is paid before the spouse's death",
            "another is paid before the spouse's death",
            subject.path("others_paid"),
            LAW,
        ),
    )


def of_case(subject: Subject) -> Iterator[tuple[str, Fact]]:
    """Find whether any annuity of the case is stated to outlast the spouse."""
    lasts = any(one["annuity_outlasts_spouse"] for one in subject.annuities)
    because = f"{'an' if lasts else 'no'} annuity is stated to be paid for two lives or a term"
    yield "has_survivor_annuity", Finding(lasts, because, (LAW,), ("annuities",))


def refusals(subject: Subject) -> Iterator[Problem]:
    """Refuse an annuity under which another is paid before the spouse's death: nothing of it is computed."""
    if subject["annuity_spouse_alone"] is False:
        what = "someone other than the spouse has a right to payments before the spouse's death."
        fix = "state only the share that is the spouse's alone, if the contract gives one, or leave the annuity out."
        yield Problem(subject.path("others_paid"), what, fix, LAW)
