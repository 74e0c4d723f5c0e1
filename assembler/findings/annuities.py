"""What the law makes of one annuity that cannot be assigned: its source, its duration, what the spouse undertakes."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from functools import partial

from assembler.casefile.shape import Annuity, Case, Undertaking
from assembler.casefile.shape_annuities import Receipt
from assembler.findings.deadline import Call, Found, Missing, regardless, since
from assembler.findings.estate import Days, days_of
from assembler.findings.figure import Line, annuity_name, notes, of, of_finding, worked
from assembler.findings.finding import Amount, Fact, Finding, LastDay, answered, choice, problem_of, unreached
from assembler.findings.signing import AGREEMENT, is_incompetent
from assembler.findings.subject import Subject, conclusion, item
from assembler.findings.vocabulary import FactName
from assembler.law import annuity_payments, estate_return
from assembler.law.annuity import Interval, Terms, Timing, Valuation
from assembler.law.annuity_corpus import AnnuityFigures, annuity_figures
from assembler.law.annuity_payments import accelerated_value, after_hardship, corpus_of_payments
from assembler.law.deadline import Deadline
from assembler.law.figure import OutOfRange

CORPUS = "26 CFR 20.2056A-4(c)(4)"
UNDERTAKING = "26 CFR 20.2056A-4(c)(2), (c)(3)"
SOURCE = "26 CFR 20.2056A-4(c)(5)(ii)"
DURATION = "26 CFR 20.2056A-4(c)(5)(iv)"
FOREIGN = "26 CFR 20.2056A-4(c)(6)(ii), (c)(7)(ii)"
ACCOUNT = "26 CFR 20.2056A-4(b)(7), (c)(1)"

FACTS = (
    FactName(
        "annuity_undertaken",
        "The spouse undertakes to pay the tax or to roll over, and does not assign.",
        implies=(("annuity_pay", "annuity_roll_over"),),
    ),
    FactName(
        "annuity_pay",
        "The spouse undertakes to pay the tax on each corpus portion.",
        implies=("annuity_undertaken",),
        excludes=("annuity_roll_over",),
    ),
    FactName(
        "annuity_roll_over",
        "The spouse undertakes to roll each corpus portion over to a trust.",
        implies=("receives_roll_over", "annuity_undertaken"),
    ),
    FactName("annuity_employment_related", "The annuity arises from employment."),
    FactName("annuity_foreign_plan", "The plan is established and administered outside the United States."),
    FactName("annuity_security_requested", "The Internal Revenue Service asked for a security agreement."),
    FactName("annuity_for_life", "The annuity is paid for one or two lives.", excludes=("annuity_for_term",)),
    FactName(
        "annuity_two_lives",
        "The annuity is paid until the death of the survivor of two.",
        implies=("annuity_for_life",),
    ),
    FactName("annuity_for_term", "The annuity is paid for a term of years."),
    FactName("annuity_scheduled_changes", "The payments are scheduled to change."),
    FactName(
        "annuity_is_ira",
        "It is an individual retirement account under section 408(a).",
        excludes=("annuity_individual_annuity",),
    ),
    FactName("annuity_individual_annuity", "It is an individual retirement annuity under section 408(b)."),
    FactName("annuity_barred_by_terms", "Its own terms, and no law, keep it from being assigned."),
    FactName("annuity_signed_by_representative", "The legal representative of an incompetent spouse signs."),
)


def facts(subject: Subject) -> Iterator[tuple[str, Fact]]:
    """Find what is so of one annuity; ``receives_roll_over`` is whether this one is rolled over to the trust."""
    case, annuity, where = subject.case, subject.annuity, subject.where
    undertakings = {
        name: choice(annuity.undertaking, wanted, "what the spouse undertakes", f"{where}.undertaking", UNDERTAKING)
        for name, wanted in (("annuity_pay", Undertaking.PAY), ("annuity_roll_over", Undertaking.ROLL_OVER))
    }
    if annuity.undertaking is None and annuity.is_assignable:
        undertakings = dict.fromkeys(undertakings, _undertaken(annuity, where))
    yield from undertakings.items()
    yield "receives_roll_over", undertakings["annuity_roll_over"]
    yield "annuity_undertaken", _undertaken(annuity, where)
    yield from _source(annuity, where)
    yield from _duration(annuity, where)
    yield from _account(annuity, where)
    by_terms, path = annuity.is_barred_by_terms, f"{where}.is_barred_by_terms"
    yield "annuity_barred_by_terms", answered(by_terms, "its own terms are the bar", "a law is the bar", path, ACCOUNT)
    yield "annuity_signed_by_representative", is_incompetent(case, AGREEMENT)


def _undertaken(annuity: Annuity, where: str) -> Fact:
    """Find whether the spouse undertakes anything; what is assigned instead has no undertaking."""
    value = True if annuity.undertaking else (False if annuity.is_assignable else None)
    said = {
        True: "the spouse undertakes to pay the tax or to roll over",
        False: "the annuity can be assigned, and the spouse undertakes nothing",
        None: "it is not stated what the spouse undertakes",
    }
    return Finding(value, said[value], (UNDERTAKING,), (f"{where}.undertaking",))


def _source(annuity: Annuity, where: str) -> Iterator[tuple[str, Fact]]:
    yield (
        "annuity_employment_related",
        answered(
            annuity.is_employment_related,
            "the annuity arises from employment",
            "the annuity does not arise from employment",
            f"{where}.is_employment_related",
            SOURCE,
        ),
    )
    yield (
        "annuity_foreign_plan",
        answered(
            annuity.is_foreign_plan,
            "the plan is established and administered outside the United States",
            "the plan is not established and administered outside the United States",
            f"{where}.is_foreign_plan",
            FOREIGN,
        ),
    )
    asked = annuity.security_requested is not None
    because = f"{'a' if asked else 'no'} request for a security agreement is stated"
    yield "annuity_security_requested", Finding(asked, because, (FOREIGN,), (f"{where}.security_requested",))


def _duration(annuity: Annuity, where: str) -> Iterator[tuple[str, Fact]]:
    lives, years = annuity.measuring_lives, annuity.term_years
    paths = (f"{where}.measuring_lives", f"{where}.term_years")
    is_known = lives is not None or years is not None
    number = len(lives or ())
    said = "it is not stated for how long the annuity is paid"
    if is_known:
        said = f"the annuity is paid for {number} lives" if number else "the annuity is paid for a term of years"
    for name, value in (
        ("annuity_for_life", number > 0),
        ("annuity_two_lives", number > 1),
        ("annuity_for_term", not number),
    ):
        yield name, Finding(value if is_known else None, said, (DURATION,), paths)
    changes = annuity.has_scheduled_changes
    value = bool(annuity.scheduled_changes) if changes is None else changes
    because = f"the payments are {'' if value else 'not '}scheduled to change"
    law = "26 CFR 20.2056A-4(c)(5)(iii)"
    yield "annuity_scheduled_changes", Finding(value, because, (law,), (f"{where}.has_scheduled_changes",))


def _account(annuity: Annuity, where: str) -> Iterator[tuple[str, Fact]]:
    account, contract = annuity.is_retirement_account, annuity.is_retirement_annuity
    yield (
        "annuity_is_ira",
        answered(
            False if account is None and contract else account,
            "it is an individual retirement account",
            "it is no individual retirement account",
            f"{where}.is_retirement_account",
            ACCOUNT,
        ),
    )
    yield (
        "annuity_individual_annuity",
        answered(
            False if contract is None and account else contract,
            "it is an individual retirement annuity",
            "it is no individual retirement annuity",
            f"{where}.is_retirement_annuity",
            ACCOUNT,
        ),
    )


def figures(annuities: Sequence[Subject]) -> Iterator[Line]:
    """Give the figures of each annuity that the spouse cannot assign."""
    for subject in annuities:
        yield from worked(subject.where, _figures(subject, annuity_name(subject)))


@conclusion
def figures_of(subject: Subject) -> Finding[AnnuityFigures]:
    """Compute the figures of one annuity as of the decedent's death; unknown while an answer is missing."""
    annuity, died = subject.annuity, subject.case.decedent.died
    if annuity.others_paid:
        because, law = "another than the spouse is paid before the spouse's death", ("26 USC 2056(b)(7)(C)",)
        return Finding(None, because, law, (subject.path("others_paid"),), died)
    found = terms(annuity)
    if died is None or found is None:
        return Finding(None, "the terms of the annuity are not all stated", (CORPUS,), _unstated(subject), died)
    try:
        value = annuity_figures(found, died, rate=annuity.section_7520_rate, table=annuity.mortality_table)
    except OutOfRange as outside:
        return unreached(outside, subject.where)
    return Finding(value, "the terms of the annuity are stated", (CORPUS,), (), died)


def _unstated(subject: Subject) -> tuple[str, ...]:
    """Name the answers that the figures of an annuity rest on."""
    lives = range(len(subject.annuity.measuring_lives or ()))
    return (
        "decedent.died",
        *(subject.path(answer) for answer in ("annual_payment", "interval")),
        *(f"{item(subject.path('measuring_lives'), None, number)}.born" for number in lives),
        subject.path("is_assignable"),
    )


def terms(annuity: Annuity) -> Terms | None:
    """Take the terms of an annuity that cannot be assigned; None where an answer is missing."""
    if annuity.is_assignable or annuity.annual_payment is None or annuity.interval is None:
        return None
    born = tuple(life.born for life in annuity.measuring_lives or ())
    known = tuple(day for day in born if day is not None)
    if len(known) < len(born):
        return None
    return Terms(
        annuity.annual_payment,
        Interval(annuity.interval.value),
        Timing(annuity.timing.value) if annuity.timing is not None else Timing.END,
        known,
        annuity.term_years,
        has_scheduled_changes=bool(annuity.has_scheduled_changes),
        has_terminal_illness=bool(annuity.has_terminal_illness),
    )


def corpus_of(subject: Subject, number: int) -> Amount:
    """Compute the corpus of one payment, less what hardship exempts; unknown while its amount is not stated."""
    found, receipt = figures_of(subject), _receipts(subject)[number]
    if found.value is None:
        return Finding(None, found.because, found.law, found.rests_on, fix=found.fix)
    if receipt.amount is None:
        amount = f"{receipt_path(subject, number)}.amount"
        return Finding(None, "the amount of the payment is not stated", (CORPUS,), (amount,))
    portion = found.value.corpus_portion.number
    try:
        if receipt.hardship:
            figure = after_hardship(receipt.amount, portion, receipt.hardship)
        else:
            figure = corpus_of_payments(receipt.amount, portion)
    except OutOfRange as outside:
        return unreached(outside, subject.where)
    return Finding(figure, "the amount of the payment is stated", figure.law, (), receipt.received)


def _receipts(subject: Subject) -> tuple[Receipt, ...]:
    return (Receipt(),) if subject.annuity.receipts is None else subject.annuity.receipts


def receipt_path(subject: Subject, number: int) -> str:
    """Return the path of one payment of an annuity."""
    return item(subject.path("receipts"), None, number)


def last_day_for_payment(subject: Subject, number: int) -> LastDay:
    """Find by when one payment is taxed or rolled over, as the spouse undertakes."""
    days, receipt = days_of(subject.case), _receipts(subject)[number]
    received = f"{receipt_path(subject, number)}.received"
    rests_on = ("decedent.died", received, subject.path("undertaking"))
    if receipt.received is None or days is None or subject.annuity.undertaking is None:
        return Finding(None, "the day of the payment is not stated", (UNDERTAKING,), rests_on)
    if subject.annuity.undertaking is Undertaking.ROLL_OVER:
        deadline = annuity_payments.roll_over(receipt.received)
        return Finding(deadline, "the payment is received", deadline.law, (received,), deadline.date)
    return last_day_of_year(subject, receipt.received.year)


def last_day_of_year(subject: Subject, year: int) -> LastDay:
    """Find by when the payments of one year are reported, and taxed unless they are rolled over."""
    days, spouse = days_of(subject.case), subject.case.spouse
    if days is None:
        return Finding(None, "the decedent's death is not stated", (UNDERTAKING,), ("decedent.died",))
    try:
        deadline = annuity_payments.annuity_payments_year(
            year,
            died=days.died,
            estate_due=days.due,
            is_roll_over=subject.annuity.undertaking is Undertaking.ROLL_OVER,
            spouse_died=spouse.died,
            spouse_return_filed=spouse.return_filed,
            estate_files_return=days.files_return,
        )
    except OutOfRange as outside:
        return unreached(outside, subject.path("receipts"))
    return Finding(deadline, "payments are received in the year", deadline.law, (), deadline.date)


def accelerated(case: Case, annuity: Annuity) -> Valuation | None:
    """Value what was left when the undertaking failed; None where it did not, or an answer is missing."""
    died, its_terms = case.decedent.died, terms(annuity)
    if annuity.failed_year is None or died is None or its_terms is None:
        return None
    if its_terms.years is not None:
        if annuity.term_years_left is None:
            return None
        its_terms = replace(its_terms, years=annuity.term_years_left)
    rate, table = annuity.failed_rate, annuity.mortality_table
    return accelerated_value(its_terms, annuity.failed_year, died, rate=rate, table=table)


def failed_on(year: int) -> date:
    """Return the day as of which the rest of an annuity is taxed: January 1 of the year of the payment."""
    return date(year, 1, 1)


def _figures(subject: Subject, name: str) -> Iterator[Line]:
    found = figures_of(subject)
    yield from problem_of(found)
    if found.value is None:
        return
    yield from of(name, *found.value.figures)
    yield from notes(found.value.unconfirmed)
    for number, receipt in enumerate(subject.annuity.receipts or ()):
        yield from of_finding(f"{name}: payment of {receipt.received or number + 1}", corpus_of(subject, number))
    yield from _left(subject, name)


def _left(subject: Subject, name: str) -> Iterator[Line]:
    annuity = subject.annuity
    left = accelerated(subject.case, annuity)
    if left is not None:
        of_left = f"{name}: left on {failed_on(annuity.failed_year or 0)}, the undertaking having failed"
        yield from of(of_left, left.rate, left.factor, left.adjustment, left.adjusted_payment, left.present_value)
        yield from notes(left.unconfirmed)


def deadlines(days: Days, subject: Subject) -> Iterator[Found]:
    """Call for the papers, the yearly returns and the roll-overs of one annuity."""
    annuity, where = subject.annuity, subject.where
    if annuity.is_assignable and not annuity.is_retirement_account:
        return  # it is assigned as other property is
    if days.files_return:
        yield from _papers(days, annuity, subject.id, where)
    yield from _payments(days, subject)


def _papers(days: Days, annuity: Annuity, subject: str, where: str) -> Iterator[Found]:
    if annuity.is_retirement_account:
        path = f"{where}.is_retirement_account"
        yield Call(subject, path, partial(estate_return.retirement_account_choice, days.due))
    if annuity.undertaking is not None or not annuity.is_retirement_account:
        yield Call(subject, where, partial(estate_return.annuity_papers, days.due))


def _payments(days: Days, subject: Subject) -> Iterator[Found]:
    annuity = subject.annuity
    if annuity.undertaking is None and annuity.is_assignable:
        return
    for answer in ("undertaking", "receipts"):
        if getattr(annuity, answer) is None:
            yield Missing(subject.id, "annuity_payments", subject.path(answer))
            return
    received = _received(subject)
    firsts = {day.year: day for day in sorted(received, reverse=True)}
    for day in firsts.values():
        make = partial(_computed, last_day_of_year(subject, day.year))
        yield Call(subject.id, received[day], since(days.died, day, regardless(make)), str(day.year))
    if annuity.undertaking is Undertaking.ROLL_OVER:
        for day, path in received.items():
            if not _is_transferred(subject, day):
                yield Call(subject.id, path, since(days.died, day, annuity_payments.roll_over), day.isoformat())
    for number, receipt in enumerate(annuity.receipts or ()):
        if receipt.received is None:
            yield Missing(subject.id, "annuity_payment", f"{receipt_path(subject, number)}.received")


def _is_transferred(subject: Subject, received: date) -> bool:
    """Tell whether the corpus of every payment of a day is in the trust, in time and in full as far as is stated."""
    last, on = annuity_payments.roll_over(received).date, subject.case.as_of
    for number, receipt in enumerate(subject.annuity.receipts or ()):
        if receipt.received != received:
            continue
        if receipt.transferred is None or receipt.transferred > min(last, on or last):
            return False
        corpus = corpus_of(subject, number).value
        if receipt.transferred_amount is not None and corpus and receipt.transferred_amount < corpus.number:
            return False
    return True


def _received(subject: Subject) -> dict[date, str]:
    """Give each day of receipt once, with where it is first answered."""
    found = dict[date, str]()
    for number, receipt in enumerate(subject.annuity.receipts or ()):
        if receipt.received is not None:
            found.setdefault(receipt.received, f"{receipt_path(subject, number)}.received")
    return found


def _computed(finding: LastDay) -> Deadline:
    if finding.value is None:
        raise OutOfRange(finding.because, finding.fix, "; ".join(finding.law))
    return finding.value
