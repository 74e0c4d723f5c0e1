"""The fields that are days of the bond or letter of credit: its filing, notices, replies, adjustment and release."""

from collections.abc import Mapping

from assembler.findings import security_deadlines
from assembler.findings.security_instrument import instrument_of
from assembler.findings.taxable_events import trust_end
from assembler.merge.field import Fill, List, answer, finding, last_day
from assembler.wording import day

FIELDS: Mapping[str, Fill] = {
    "security_filing_deadline": last_day(
        lambda a: security_deadlines.last_day_to_file(a.trust, instrument_of(a.trust))
    ),
    "nonrenewal_deadline": last_day(lambda a: security_deadlines.last_day_to_give_notice(a.trust)),
    "notice_received": answer("trust.events.notice_received", day),
    "reply_deadline": last_day(lambda a: security_deadlines.last_day_to_reply(a.trust)),
    "branch_closing_date": answer("trust.events.branch_closes", day),
    "branch_notice_deadline": last_day(lambda a: security_deadlines.last_day_to_tell_of_closing(a.trust)),
    "final_determination_date": answer("return.value_determined", day),
    "adjustment_deadline": last_day(lambda a: security_deadlines.last_day_to_adjust(a.trust)),
    "trust_ended_on": finding(lambda answers: trust_end(answers.trust), day),
    "tax_paid_on": answer("trust.events.tax_settled", day),
}

LISTS: Mapping[str, List] = {}
