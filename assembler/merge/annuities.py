"""The fields of one annuity that cannot be assigned: who pays it, for how long, and what of it is corpus."""

from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal

from assembler.findings import Amount, Finding, annuities, annuity_years
from assembler.findings.deadline import date_of
from assembler.merge.answers import Answers
from assembler.merge.arithmetic import amount, steps
from assembler.merge.field import Fill, List, answer, finding, names, rows
from assembler.wording import day, dollars, on_one_line, percent


def _term(answers: Answers) -> str:
    """Say for how long the annuity is paid: for lives where any is stated, else for a term of years."""
    lives = answers.get("annuity.measuring_lives")
    if not lives and answers.get("annuity.term_years") is not None:
        return f"for {answers.need('annuity.term_years')} years"
    if not lives:
        answers.wait_for(answers.path("annuity.term_years"))
    whose = names(answers.some("annuity.measuring_lives"))
    return f"until the death of the survivor of {whose}" if len(lives) > 1 else f"for the life of {whose}"


def _figure(name: str, say: Callable[[Decimal], str]) -> Fill:
    """Declare a field over one of the figures of the annuity."""

    def fill(answers: Answers) -> str:
        return say(getattr(answers.value(annuities.figures_of(answers.subject)), name).number)

    return fill


def _figures(answers: Answers) -> Sequence[Amount]:
    found = annuities.figures_of(answers.subject)
    if found.value is None:
        return [Finding(None, found.because, found.law, found.rests_on)]
    return [Finding(figure, found.because, found.law, (), found.day) for figure in found.value.stated]


def _without_article(name: str) -> str:
    return name.removeprefix("The ").removeprefix("the ")


def _of_year(answers: Answers) -> Sequence[Answers]:
    """Give the payments of the year that the yearly papers are for; of no known year, one to fill in."""
    year = annuity_years.year_of_payments(answers.subject).value
    payments = answers.each("annuity.receipts")
    received = ((one, one.record.received) for one in payments)
    return [one for one, day_ in received if year is None or day_ is None or day_.year == year]


FIELDS: Mapping[str, Fill] = {
    "annuity_plan": answer("annuity.plan", on_one_line),
    "annuity_bar": answer("annuity.bar", on_one_line),
    "annuity_bar_provision": answer("annuity.bar_provision", on_one_line),
    "annuity_number": answer("annuity.number", on_one_line),
    "annuity_obligor": answer("annuity.obligor.name", on_one_line),
    "annuity_obligor_address": answer("annuity.obligor.address", on_one_line),
    "annuity_employer": answer("annuity.employer.name", on_one_line),
    "annuity_employer_address": answer("annuity.employer.address", on_one_line),
    "annuity_security": answer("annuity.security_offered", on_one_line),
    "annuity_changes": answer("annuity.scheduled_changes", on_one_line),
    "annuity_paid_after": answer("annuity.paid_after", on_one_line),
    "annuity_separated": answer("annuity.separated", day),
    "annuity_acquired": answer("annuity.acquired", day),
    "annuity_term": _term,
    "annuity_interval": answer("annuity.interval"),
    "annuity_annual_payment": answer("annuity.annual_payment", dollars),
    "annuity_rate": _figure("rate", "{} percent".format),
    "annuity_table": finding(lambda a: annuities.figures_of(a.subject), lambda found: f"Table {found.table}"),
    "annuity_adjusted_payment": _figure("adjusted_payment", dollars),
    "annuity_present_value": _figure("present_value", dollars),
    "annuity_expected_term": _figure("expected_term", "{} years".format),
    "annuity_corpus_amount": _figure("corpus_amount", dollars),
    "annuity_corpus_percent": _figure("corpus_portion", percent),
    "annuity_qdot_name": answer("trust.name", _without_article),
    "annuity_qdot_tin": answer("trust.ein"),
    "tax_year": finding(lambda a: annuity_years.year_of_payments(a.subject), str),
}

LIFE: Mapping[str, Fill] = {
    "name": answer("name"),
    "born": answer("born", day),
    "address": answer("address", on_one_line),
}

PAYMENT: Mapping[str, Fill] = {
    "received": answer("received", day),
    "amount": answer("amount", dollars),
    "hardship": lambda payment: dollars(payment.get("hardship") or Decimal(0)),
    "corpus": finding(lambda one: annuities.corpus_of(one.subject, one.place), amount),
    "due": finding(lambda one: date_of(annuities.last_day_for_payment(one.subject, one.place)), day),
    "transferred": answer("transferred", day),
    "transferred_amount": answer("transferred_amount", dollars),
}

LISTS: Mapping[str, List] = {
    "lives": rows("annuity.measuring_lives", LIFE),
    "annuity_steps": steps(_figures),
    "payments": rows("annuity.receipts", PAYMENT),
    "year_payments": rows(_of_year, PAYMENT),
}
