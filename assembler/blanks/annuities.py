"""The blanks of one annuity that cannot be assigned: who pays it, for how long, and what of it is corpus."""

from collections.abc import Mapping, Sequence
from decimal import Decimal

from assembler.blanks.money import on, percentage, plain_dollars, steps
from assembler.blanks.payments import of_year, payments, year
from assembler.blanks.people import joined, missing
from assembler.blanks.point import Blank, Item
from assembler.blanks.signing import signer
from assembler.casefile.shape import Annuity, Case, Trust
from assembler.casefile.shape_annuities import MeasuringLife
from assembler.findings.annuities import value
from assembler.findings.subject import path_of
from assembler.law.annuity_corpus import AnnuityFigures
from assembler.law.figure import Figure, OutOfRange
from assembler.law.money import PERCENT
from assembler.wording import day, listed, on_one_line


def values(case: Case, one: Annuity) -> dict[str, Blank]:
    """Fill the blanks of one annuity."""
    where = path_of(case, one)
    return (
        _source(one, where)
        | _duration(one, where)
        | _figures(figures(case, one), where)
        | _taker(case, one, where)
        | signer(case)
        | _year(case, one, where)
        | {"annuity_signed": on(one.signed, "the date of the agreement", "attorney", f"{where}.signed")}
    )


def lists(case: Case, one: Annuity) -> Mapping[str, Sequence[Item]]:
    """List the measuring lives, the arithmetic of the corpus and the payments received."""
    where, found = path_of(case, one), figures(case, one)
    lives = one.measuring_lives if one.measuring_lives is not None else (MeasuringLife(),)
    return {
        "lives": [_life(life, number, f"{where}.measuring_lives[{number}]") for number, life in enumerate(lives)],
        "annuity_steps": [row for figure in found.figures for row in steps(figure, CORPUS, where)]
        if found
        else steps(None, CORPUS, where),
        "payments": payments(case, one, found, where),
        "year_payments": payments(case, of_year(case, one), found, where),
    }


CORPUS = "the figures of the annuity"


def figures(case: Case, one: Annuity) -> AnnuityFigures | None:
    """Compute the figures of an annuity; None where an answer is missing or the law's tables do not reach it."""
    try:
        return value(case, one)
    except OutOfRange:  # told where the figures are shown
        return None


def _source(one: Annuity, where: str) -> dict[str, Blank]:
    words = {
        "annuity_plan": (one.plan, "the name of the plan or arrangement", "plan"),
        "annuity_bar": (one.bar, "what keeps the annuity from being assigned", "bar"),
        "annuity_number": (one.number, "the payer's identification number", "number"),
        "annuity_obligor": (one.obligor.name, "who pays the annuity", "obligor.name"),
        "annuity_obligor_address": (one.obligor.address, "the payer's address", "obligor.address"),
        "annuity_employer": (one.employer.name, "the employer", "employer.name"),
        "annuity_employer_address": (one.employer.address, "the employer's address", "employer.address"),
        "annuity_security": (one.security_offered, "what is given as security", "security_offered"),
        "annuity_changes": (one.scheduled_changes, "the scheduled changes of the payments", "scheduled_changes"),
    }
    return {
        **{
            name: on_one_line(answer) or missing(what, "plan", f"{where}.{path}")
            for name, (answer, what, path) in words.items()
        },
        "annuity_separated": on(
            one.separated, "the day of retirement or separation from employment", "plan", f"{where}.separated"
        ),
        "annuity_acquired": on(one.acquired, "the day the annuity was acquired", "plan", f"{where}.acquired"),
        "annuity_security_requested_on": on(
            one.security_requested, "the day security was asked for", "spouse", f"{where}.security_requested"
        ),
    }


def _duration(one: Annuity, where: str) -> dict[str, Blank]:
    names = joined(life.name for life in one.measuring_lives or ())
    gap = missing("for how long the annuity is paid", "plan", f"{where}.measuring_lives")
    term: Blank = gap
    if names:
        survivor = len(one.measuring_lives or ()) > 1
        term = f"until the death of the survivor of {names}" if survivor else f"for the life of {names}"
    elif one.term_years is not None and not one.measuring_lives:
        term = f"for {one.term_years} years"
    payment = one.annual_payment
    no_term = missing("the term of years", "plan", f"{where}.term_years")
    return {
        "annuity_term": term,
        "annuity_term_years": str(one.term_years) if one.term_years is not None else no_term,
        "annuity_interval": one.interval.value
        if one.interval
        else missing("how often the annuity pays", "plan", f"{where}.interval"),
        "annuity_annual_payment": plain_dollars(payment)
        if payment is not None
        else missing("the total payable each year", "plan", f"{where}.annual_payment"),
    }


def _figures(found: AnnuityFigures | None, where: str) -> dict[str, Blank]:
    gap = missing(CORPUS, "plan", f"{where}.annual_payment")
    if found is None:
        return dict.fromkeys(FIGURES, gap)
    table = next((str(s.value) for s in found.factor.steps if s.text == "Mortality table"), "Table B")
    return {
        "annuity_rate": f"{found.rate.value} percent",
        "annuity_table": table,
        "annuity_factor": str(found.factor.value),
        "annuity_adjustment": str(found.adjustment.value),
        "annuity_adjusted_payment": _dollars(found.adjusted_payment),
        "annuity_present_value": _dollars(found.present_value),
        "annuity_quotient": str(found.quotient.value),
        "annuity_expected_term": f"{found.expected_term.value} years",
        "annuity_corpus_amount": _dollars(found.corpus_amount),
        "annuity_corpus_percent": percentage(Decimal(str(found.corpus_portion.value)) / PERCENT),
    }


FIGURES = (
    "annuity_rate",
    "annuity_table",
    "annuity_factor",
    "annuity_adjustment",
    "annuity_adjusted_payment",
    "annuity_present_value",
    "annuity_quotient",
    "annuity_expected_term",
    "annuity_corpus_amount",
    "annuity_corpus_percent",
)


def _dollars(figure: Figure) -> str:
    return plain_dollars(Decimal(str(figure.value)))


def _taker(case: Case, one: Annuity, where: str) -> dict[str, Blank]:
    found = (trust for trust in case.trusts if trust.id is not None and trust.id == one.trust)
    trust = next(found, Trust())
    at = f"trusts[{trust.id}]" if trust.id else f"{where}.trust"
    acting = [trustee for trustee in trust.trustees or () if trustee.is_us_trustee]
    addresses = [on_one_line(trustee.address) for trustee in acting]
    name = trust.name or ""
    return {
        "annuity_qdot_name": name.removeprefix("The ").removeprefix("the ")
        or missing("the name of the QDOT that takes", "client", at),
        "annuity_qdot_tin": trust.ein or missing("the QDOT's taxpayer identification number", "accountant", at),
        "annuity_us_trustee_names": joined(trustee.name for trustee in acting)
        or missing("the U.S. Trustee of the QDOT that takes", "attorney", at),
        "annuity_qdot_address": listed(addresses)
        if addresses and all(addresses)
        else missing("the address of the U.S. Trustee", "trustee", at),
    }


def _year(case: Case, one: Annuity, where: str) -> dict[str, Blank]:
    last = year(case, one)
    gap = missing("the year of the payments", "spouse", f"{where}.receipts")
    return {"tax_year": gap if last is None else str(last)}


def _life(life: MeasuringLife, number: int, path: str) -> Item:
    which = f"measuring life {number + 1}"
    return {
        "name": life.name or missing(f"the name of {which}", "plan", path),
        "born": day(life.born) if life.born else missing(f"the date of birth of {which}", "plan", path),
        "address": on_one_line(life.address) or missing(f"the address of {which}", "plan", path),
    }
