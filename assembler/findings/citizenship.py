"""The spouse's citizenship after the death: what it ends, what must be elected for that, and the dates that follow."""

from collections.abc import Iterator

from assembler.casefile.shape import Case
from assembler.findings.deadline import Found, Missing, call_for, counted_from
from assembler.findings.estate import Days
from assembler.findings.finding import Fact, Finding, LastDay, all_of, any_of, contrary
from assembler.findings.subject import Subject
from assembler.findings.taxable_events import taxed_before, trust_end
from assembler.findings.vocabulary import FactName
from assembler.law.citizenship import citizenship_notice, gift_election, is_freed_by_citizenship

BECAME = "spouse.became_citizen"
CITIZENSHIP = ("26 USC 2056A(b)(12)", "26 CFR 20.2056A-10")

NO_OTHER: Fact = Finding(False, "no other QDOT was taxed before naturalization", CITIZENSHIP, ("trusts",))
OF_CASE = (FactName("spouse_became_citizen", "The spouse became a citizen after the decedent's death."),)
FACTS = (
    FactName(
        "citizenship_resident_throughout",
        "The spouse was resident at all times from the death to naturalization.",
        implies=("spouse_became_citizen",),
    ),
    FactName(
        "citizenship_never_taxed",
        "The spouse was not resident throughout, and no tax was imposed till then.",
        implies=("spouse_became_citizen",),
        excludes=("citizenship_resident_throughout",),
    ),
    FactName(
        "citizenship_election_needed",
        "The spouse must elect as to gifts for the tax to end with naturalization.",
        implies=("spouse_became_citizen",),
        excludes=("citizenship_resident_throughout", "citizenship_never_taxed"),
    ),
    FactName(
        "citizenship_elected_elsewhere",
        "The spouse must elect as to gifts on account of another QDOT.",
        implies=("spouse_became_citizen", "several_qdots"),
    ),
)


def of_case(subject: Subject) -> Iterator[tuple[str, Fact]]:
    """Find whether the spouse has become a citizen since the death."""
    yield "spouse_became_citizen", _became(subject.case)


def facts(subject: Subject) -> Iterator[tuple[str, Fact]]:
    """Find for one trust how the spouse's citizenship ends the tax, or what it still takes."""
    became, throughout, taxed = _became(subject.case), _throughout(subject), _taxed_before(subject)
    yield "citizenship_resident_throughout", all_of(became, throughout)
    yield "citizenship_never_taxed", all_of(became, contrary(throughout), contrary(taxed))
    yield "citizenship_election_needed", all_of(became, contrary(throughout), taxed)
    others = (_taxed_before(trust) for trust in subject.trusts if trust is not subject)
    yield "citizenship_elected_elsewhere", all_of(became, contrary(throughout), any_of(NO_OTHER, *others))


def _became(case: Case) -> Fact:
    became = case.spouse.became_citizen is not None and case.decedent.died is not None
    because = f"{'a' if became else 'no'} naturalization of the spouse since the death is stated"
    return Finding(became, because, CITIZENSHIP[:1], (BECAME,))


def _throughout(subject: Subject) -> Fact:
    answer = subject.case.spouse.resident_throughout
    said = {
        True: "the spouse was resident at all times from the death to naturalization",
        False: "the spouse was not resident at all times from the death to naturalization",
        None: "it is not stated whether the spouse was resident at all times to naturalization",
    }
    return Finding(answer, said[answer], CITIZENSHIP, ("spouse.resident_throughout",))


def _taxed_before(subject: Subject) -> Fact:
    """Find whether tax was imposed on a distribution of principal before the spouse became a citizen."""
    on = subject.case.spouse.became_citizen
    value = None if on is None else taxed_before(subject.trust, on)
    said = {
        True: "a distribution before naturalization was taxed",
        False: "no distribution before naturalization was taxed",
        None: "it is not known whether a distribution before naturalization was taxed",
    }
    return Finding(value, said[value], CITIZENSHIP, (subject.path("distributions"),))


def freed(subject: Subject) -> Fact:
    """Find whether the spouse became a citizen in life, and that ended the tax."""
    spouse = subject.case.spouse
    became, died = spouse.became_citizen, spouse.died
    if became is None or subject.is_planning or (died is not None and died < became):
        because = "no naturalization of the spouse that ends the tax is stated"
        return Finding(False, because, CITIZENSHIP[:1], (BECAME,))
    value = is_freed_by_citizenship(spouse.resident_throughout, taxed_before(subject.trust, became))
    said = {
        True: "the spouse became a citizen, and was resident throughout or no tax was imposed before",
        False: "the spouse became a citizen, but was not resident throughout, and tax was imposed before",
        None: "the spouse became a citizen, and residence throughout and earlier distributions are not both stated",
    }
    return Finding(value, said[value], CITIZENSHIP[:1], (BECAME, subject.path("distributions")))


def last_day_to_certify(trust: Subject) -> LastDay:
    """Find by when it is certified that the spouse has become a citizen."""
    return counted_from(trust.case, BECAME, citizenship_notice)


def last_day_to_elect(trust: Subject) -> LastDay:
    """Find by when the spouse elects to treat earlier taxable distributions as gifts."""
    return counted_from(trust.case, BECAME, gift_election)


def deadlines(days: Days, subject: Subject) -> Iterator[Found]:
    """Call for the notice of citizenship and the election as to gifts, for each trust that lives to see it."""
    became = subject.case.spouse.became_citizen
    if became is None or became <= days.died:  # the latter is refused among the facts
        return
    over = trust_end(subject).value
    if over is None or became <= over:
        yield call_for(subject.id, BECAME, last_day_to_certify(subject))
        yield from _gift_election(subject)


def _gift_election(subject: Subject) -> Iterator[Found]:
    needed = subject.fact("citizenship_election_needed")
    if needed.value:
        yield call_for(subject.id, BECAME, last_day_to_elect(subject))
    elif needed.value is None:
        yield Missing(subject.id, "gift_election", needed.rests_on[0])
