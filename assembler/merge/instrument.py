"""The fields of a trust's instrument: its law, its records, its arrangements for security, and those who take."""

from collections.abc import Mapping

from assembler.findings import instrument, security_arrangement
from assembler.merge.answers import Answers
from assembler.merge.field import Fill, List, answer, choice, finding, rows
from assembler.wording import day, listed, month_day, on_one_line, percentage, state


def _permitted(answers: Answers) -> str:
    permitted = answers.value(security_arrangement.permitted_arrangements(answers.trust))
    return listed([answers.phrase("arrangement", mode) for mode in permitted])


def _lacks(answers: Answers) -> str:
    return listed([answers.phrase("lacking", one) for one in answers.need("trust.reformation.lacks")])


FIELDS: Mapping[str, Fill] = {
    "reformation_commenced_on": answer("trust.reformation.commenced", day),
    "power_holder": answer("trust.reformation.holder"),
    "power_holder_title": answer("trust.reformation.holder_title"),
    "reformation_lacks": _lacks,
    "reformation_power": answer("trust.reformation.power"),
    "reformation_completed_on": answer("trust.reformation.completed", day),
    "petition_court": answer("trust.reformation.court"),
    "petition_docket": lambda answers: answers.get("trust.reformation.docket") or answers.phrase("docket", "to-come"),
    "petitioner_name": answer("trust.reformation.petitioner"),
    "petitioner_title": answer("trust.reformation.petitioner_title"),
    "reformation_authority": answer("trust.reformation.authority"),
    "reformation_ended_on": answer("trust.reformation.ended", day),
    "agreement_date": answer("trust.instrument_date", day),
    "charity_name": answer("trust.charitable.charity"),
    "foreign_law": answer("trust.foreign_law"),
    "governing_law": finding(lambda answers: instrument.governing_state(answers.trust), state),
    "initial_arrangement": choice("trust.security.operative", "arrangement"),
    "marital_form": choice("trust.marital_form", "marital-form"),
    "payout_percent": answer("trust.charitable.percent", percentage),
    "permitted_arrangements": _permitted,
    "records_address": answer("trust.records_address", on_one_line),
    "records_keeper": answer("trust.records_keeper"),
    "records_state": finding(lambda answers: instrument.records_state(answers.trust), state),
    "tax_year_end": answer("trust.tax_year_end", month_day),
    "trust_name": answer("trust.name"),
}

LISTS: Mapping[str, List] = {
    "takers": rows(
        lambda answers: answers.some("trust.remainder.takers"), {"name": answer("name"), "share": answer("share")}
    ),
}
