"""The fields that name the trustees of a trust, and the lists of them by what they are."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import TypeAlias

from assembler.casefile.shape import Trustee, TrusteeKind
from assembler.findings import Fact, Subject, trustees
from assembler.findings.trustees import Quality
from assembler.merge.answers import Answers, Open
from assembler.merge.field import Fill, List, answer, names, rows
from assembler.wording import on_lines, on_one_line, state

NAMED = "trust.trustees"


def _organized_under(trustee: Answers) -> str:
    law = trustee.value(trustees.jurisdiction(trustee.record, trustee.where))
    return state(law.name) if law.is_state else law.name


def _description(trustee: Answers) -> str:
    kind = trustee.need("kind")
    if kind is TrusteeKind.INDIVIDUAL:
        return _individual(trustee)
    if kind is TrusteeKind.US_BRANCH:
        bank = trustee.need("foreign_bank")
        return trustee.phrase("trustee", "branch", bank=bank, law=_organized_under(trustee))
    is_bank = trustee.value(trustees.is_bank(trustee.record, trustee.where))
    return trustee.phrase("trustee", "bank" if is_bank else "corporation", law=_organized_under(trustee))


def _individual(trustee: Answers) -> str:
    if trustee.need("is_us_trustee") and trustee.need("is_us_citizen"):
        return trustee.phrase("trustee", "us-individual", tax_home=trustee.need("tax_home"))
    return trustee.phrase("trustee", "individual")


def _capacity(trustee: Answers) -> str:
    if not trustee.need("is_us_trustee"):
        return trustee.phrase("trustee-capacity", "trustee")
    is_bank = trustee.value(trustees.is_bank(trustee.record, trustee.where))
    is_security = is_bank and trustee.value(trustee.trust.fact("bank_permitted"))
    return trustee.phrase("trustee-capacity", "us-trustee-and-bank-trustee" if is_security else "us-trustee")


TRUSTEE: Mapping[str, Fill] = {
    "name": answer("name"),
    "description": _description,
    "capacity": _capacity,
    "address": answer("address", on_one_line),
    "address_lines": answer("address", on_lines),
    "tax_home": answer("tax_home"),
    "organized_under": _organized_under,
    "foreign_bank": answer("foreign_bank"),
}


def _appointed(answers: Answers) -> Sequence[Answers]:
    return answers.some("trust.succession.appointed")


def us_trustees(answers: Answers, trust: Subject) -> Sequence[Answers]:
    """Give the U.S. Trustees in office on the day of the paper; where there is none, the trustees are open for one."""
    found = [one for one in in_office_of(answers, trust) if one.need("is_us_trustee")]
    return found or answers.leave_open(trust.path("trustees"))


def in_office(answers: Answers) -> Sequence[Answers]:
    """Give the trustees in office on the day of the paper; where none is stated, one without any answer."""
    return in_office_of(answers, answers.trust)


def names_in_office(answers: Answers) -> str:
    """Name the trustees in office on the day of the paper."""
    return names(in_office(answers) or answers.leave_open(answers.path(NAMED)))


def in_office_of(answers: Answers, trust: Subject) -> Sequence[Answers]:
    """Give the trustees of one trust in office on the day of the paper."""
    if trust.trust.trustees is None:
        return answers.rows(trust.path("trustees"), (Trustee(),))
    found = answers.value(trustees.in_office(trust, answers.on))
    return [replace(answers, record=one, where=at, place=place) for place, (one, at) in enumerate(found)]


def _is(quality: Quality) -> Callable[[Answers], Fact]:
    return lambda trustee: quality(trustee.record, trustee.where)


Items: TypeAlias = Callable[[Answers], Sequence[Answers]]


def by_who_signs(
    name: str, items: Items, fields: Mapping[str, Fill], quality: Quality | None = None
) -> Mapping[str, List]:
    """Part a list of trustees: those for whom an officer signs, and those who sign themselves.

    What is not known of the list, or of what a trustee is, is open among those who sign themselves.
    """
    belongs = _is(quality) if quality else None
    lists = {"entity": _signed_by_officer(items), "signing": _signing(items)}
    return {f"{kind}_{name}": rows(those, fields, belongs) for kind, those in lists.items()}


def _signed_by_officer(items: Items) -> Items:
    def found(answers: Answers) -> Sequence[Answers]:
        try:
            return [one for one in items(answers) if _has_officer(one)]
        except Open:
            return ()

    return found


def _signing(items: Items) -> Items:
    return lambda answers: [one for one in items(answers) if not _has_officer(one)]


def _has_officer(trustee: Answers) -> bool:
    return bool(trustees.signs_by_officer(trustee.record, trustee.where).value)


def _names(quality: Quality, wanted: str) -> Fill:
    """Name the trustees of whom something is so; where there is none, the trustees are open for one."""

    def named(answers: Answers) -> str:
        of_them = [one for one in in_office(answers) if answers.value(quality(one.record, one.where))]
        return names(of_them) or answers.ask(NAMED, answers.phrase("trustee-wanted", wanted), "kind")

    return named


FIELDS: Mapping[str, Fill] = {
    "bank_trustee_name": _names(trustees.signs_as_bank, "bank"),
    "branch_name": _names(trustees.is_branch, "branch"),
    "initial_trustee_names": names_in_office,
    "successor_us_trustee_names": lambda answers: ", then ".join(
        one.need("name") for one in answers.some("trust.successors")
    ),
    "us_trustee_names": _names(trustees.is_us_trustee, "us-trustee"),
}

LISTS: Mapping[str, List] = {
    "appointed_trustees": rows(_appointed, TRUSTEE),
    "bank_trustees": rows(in_office, TRUSTEE, _is(trustees.signs_as_bank)),
    "branch_trustees": rows(in_office, TRUSTEE, _is(trustees.is_branch)),
    "corporate_us_trustees": rows(in_office, TRUSTEE, _is(trustees.signs_as_corporation)),
    "individual_us_trustees": rows(in_office, TRUSTEE, _is(trustees.is_individual_us_trustee)),
    "other_trustees": rows(in_office, TRUSTEE, _is(trustees.is_other_trustee)),
    "successors": rows("trust.successors", TRUSTEE),
    "trustees": rows(in_office, TRUSTEE),
    "us_trustees": rows(in_office, TRUSTEE, _is(trustees.is_us_trustee)),
    **by_who_signs("appointed_trustees", _appointed, TRUSTEE),
    **by_who_signs("other_trustees", in_office, TRUSTEE, trustees.is_other_trustee),
    **by_who_signs("successors", lambda answers: answers.each("trust.successors"), TRUSTEE),
    **by_who_signs("trustees", in_office, TRUSTEE),
    **by_who_signs("us_trustees", in_office, TRUSTEE, trustees.is_us_trustee),
}

NAMES_OF_PAPER = ("bank_trustee_name", "branch_name", "initial_trustee_names", "us_trustee_names")
"""The fields that may differ from paper to paper of one trust, by the day of each."""

OF_PAPER = tuple(name for name in LISTS if not name.endswith(("appointed_trustees", "successors")))
"""The lists that may."""
