"""The fields that tell how much a bond or letter of credit is for, at first and as adjusted."""

from collections.abc import Mapping
from typing import Any

from assembler.findings import security_amount
from assembler.merge.arithmetic import amount, steps
from assembler.merge.field import Fill, List, answer, finding
from assembler.wording import day, dollars, dollars_in_words


def _in_words(figure: Any) -> str:
    return dollars_in_words(figure.number)


FIELDS: Mapping[str, Fill] = {
    "security_amount": finding(lambda a: security_amount.amount_to_secure(a.trust), amount),
    "security_amount_words": finding(lambda a: security_amount.amount_to_secure(a.trust), _in_words),
    "adjusted_amount": finding(lambda a: security_amount.adjusted_amount(a.trust), amount),
    "adjusted_amount_words": finding(lambda a: security_amount.adjusted_amount(a.trust), _in_words),
    "final_assets_total": answer("trust.valuation.final", dollars),
    "rider_effective": answer("trust.security.adjusted_from", day),
}

LISTS: Mapping[str, List] = {
    "security_steps": steps(lambda a: [security_amount.amount_to_secure(a.trust)]),
    "adjusted_steps": steps(lambda a: [security_amount.adjusted_amount(a.trust)]),
}
