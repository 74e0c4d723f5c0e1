"""The fields of what is asked and answered in office: hardship, more time, a successor, citizenship, the filer."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from assembler.casefile.shape import Trustee
from assembler.casefile.shape_tax import DistributionKind
from assembler.findings import citizenship, designated_filer
from assembler.findings.form_706qdt import ReturnDue
from assembler.findings.proceedings import last_day_to_extend
from assembler.findings.trustees import same_person, trustees
from assembler.merge.answers import Answers
from assembler.merge.field import Fill, List, answer, choice, last_day, names, rows
from assembler.merge.identity import taxpayer_number
from assembler.merge.trustees import TRUSTEE, by_who_signs, in_office_of, us_trustees
from assembler.wording import day, dollars, on_one_line


def _filer(name: str) -> Fill:
    """Declare a field over the Designated Filer in office.

    Where one has ceased to act it is open until the one that ceased is named: the one named may be that one.
    """

    def fill(answers: Answers) -> str:
        if answers.is_so("filer_replaced"):
            answers.need("return.filer.former")
        return on_one_line(answers.need(f"return.filer.{name}"))

    return fill


def _informed_of(answers: Answers) -> ReturnDue:
    return answers.value(designated_filer.return_to_inform_of(answers.subject.whole))


def _return_after_vacancy(answers: Answers) -> str:
    answers.need("return.designated_filer_ended")
    return day(answers.value(designated_filer.return_after_vacancy(answers.subject.whole)).deadline.date)


def _of_year(answers: Answers) -> Sequence[Answers]:
    """Give what left the trust in the year of the return, and what may have; of no known year, all of it."""
    found = designated_filer.return_to_inform_of(answers.subject.whole).value
    return _left_in(answers, None if found is None else found.year)


def _of_request(answers: Answers) -> Sequence[Answers]:
    """Give what left the trust in the year of a request for hardship, and what may have."""
    requested = answers.get("trust.hardship.requested")
    return _left_in(answers, None if requested is None else requested.year)


def _left_in(answers: Answers, year: int | None) -> Sequence[Answers]:
    each = answers.each("trust.distributions")
    return [one for one in each if year is None or one.record.made is None or one.record.made.year == year]


def _tax_on(one: Answers) -> str:
    if one.need("kind") is not DistributionKind.PRINCIPAL:
        return one.phrase("tax-on-distribution", "none")
    return one.phrase("tax-on-distribution", "from-trust" if one.get("tax_from_trust") else "withheld")


def _remaining(answers: Answers) -> Sequence[Answers]:
    """Give the trustees of every QDOT who are in office on the day of the paper."""
    return [
        replace(one, subject=trust) for trust in answers.subject.trusts for one in in_office_of(answers, trust)
    ]


def _filers(answers: Answers) -> Sequence[Answers]:
    """Give the Designated Filer, with what the trustee of that name is known to be."""
    named = answers.get("return.filer.name")
    everyone = (one for trust in answers.subject.trusts for one, _ in trustees(trust))
    kind = next((one.kind for one in everyone if same_person(one.name, named)), None)
    return [replace(answers, record=Trustee(name=named, kind=kind), where="return.filer")]


def _number(qdot: Answers) -> str:
    return taxpayer_number(qdot) or qdot.phrase("taxpayer-number", "none")


FIELDS: Mapping[str, Fill] = {
    "filer_name": _filer("name"),
    "filer_address": _filer("address"),
    "filer_tax_home": _filer("tax_home"),
    "former_filer_name": answer("return.filer.former", on_one_line),
    "filer_year": lambda answers: str(_informed_of(answers).year),
    "filer_return_due": lambda answers: day(_informed_of(answers).deadline.date),
    "filer_information_due": last_day(lambda a: designated_filer.last_day_to_inform(a.trust.whole)),
    "filer_ended": answer("return.designated_filer_ended", day),
    "former_filer_cause": answer("return.filer.former_cause", on_one_line),
    "relief_return_due": last_day(lambda a: last_day_to_extend(a.subject.whole)),
    "successor_return_due": _return_after_vacancy,
    "spouse_became_citizen_on": answer("spouse.became_citizen", day),
    "spouse_naturalized_at": answer("spouse.naturalized_at"),
    "citizenship_notice_due": last_day(lambda a: citizenship.last_day_to_certify(a.trust)),
    "hardship_amount": answer("trust.hardship.amount", dollars),
    "hardship_need": answer("trust.hardship.need", on_one_line),
    "hardship_sources": answer("trust.hardship.sources", on_one_line),
    "hardship_needed_by": answer("trust.hardship.needed_by", day),
    "hardship_person": answer("trust.hardship.for_another", on_one_line),
    "hardship_requested_on": answer("trust.hardship.requested", day),
    "appointed_trustee_name": lambda a: names(a.some("trust.succession.appointed")),
    "former_trustee_name": answer("trust.succession.former", on_one_line),
    "vacancy_date": answer("trust.succession.vacancy", day),
    "vacancy_cause": answer("trust.succession.cause", on_one_line),
    "appointer": answer("trust.succession.appointed_by", on_one_line),
    "appointment_authority": answer("trust.succession.authority", on_one_line),
    "relief_sought": answer("relief.sought", on_one_line),
    "relief_reason": answer("relief.reason", on_one_line),
    "relief_until": answer("relief.until", day),
}

QDOT: Mapping[str, Fill] = {
    "name": answer("name"),
    "tin": _number,
    "trustees": lambda qdot: names(us_trustees(qdot, qdot.subject.trusts[qdot.place])),
}

DISTRIBUTION: Mapping[str, Fill] = {
    "date": answer("made", day),
    "recipient": lambda one: str(one.of_case.need("spouse.name")),
    "amount": answer("amount", dollars),
    "kind": choice("kind", "distribution"),
    "exemption": choice("kind", "exemption"),
    "tax": _tax_on,
    "trustees": lambda one: names(us_trustees(replace(one.of_case, on=one.need("made")), one.trust)),
}

SIGNER: Mapping[str, Fill] = {
    "name": answer("name"),
    "capacity": TRUSTEE["capacity"],
    "qdot": lambda trustee: str(trustee.trust.trust.name or trustee.leave_open(trustee.trust.path("name"))),
}

LISTS: Mapping[str, List] = {
    "qdots": rows("trusts", QDOT),
    "year_distributions": rows(_of_year, DISTRIBUTION),
    "hardship_year_distributions": rows(_of_request, DISTRIBUTION),
    "signers": rows(_remaining, SIGNER),
    **by_who_signs("signers", _remaining, SIGNER),
    **by_who_signs("filers", _filers, {"name": lambda filer: _filer("name")(filer.of_case)}),
}
