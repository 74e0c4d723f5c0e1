"""The fields of the residence exclusion: what is left out of which residence, its sale, and the end of its use."""

from collections.abc import Mapping, Sequence

from assembler.findings import residence, residence_sale, residence_threshold
from assembler.merge.answers import Answers
from assembler.merge.field import Fill, List, answer, choice, figure, finding, last_day, rows
from assembler.wording import day, dollars, on_one_line, place

CEASED = "trust.events.residence_ceased"


def _excluded(end: str) -> Fill:
    return finding(lambda answers: residence.excluded(answers.trust, end), dollars)


def _address(answers: Answers, name: str) -> str:
    """Give the address of the residence whose id an answer gives, or of the only one."""
    found = residence.description(answers.trust, answers.get(name), answers.path(name))
    return on_one_line(answers.value(found))


def _ended_by(answers: Answers) -> str:
    _, is_sale = answers.value(residence_sale.first_cessation(answers.trust))
    return answers.phrase("exclusion-ended", "sale" if is_sale else "cessation")


def _purchases(answers: Answers) -> Sequence[Answers]:
    """Give what was bought with the price of each residence sold."""
    sales = answers.each("trust.residence_exclusion.sales")
    return [bought for sale in sales if sale.record.reinvestments for bought in sale.each("reinvestments")]


FIELDS: Mapping[str, Fill] = {
    "compliance_measures": answer("trust.events.compliance_measures", on_one_line),
    "exclusion_deadline": last_day(lambda answers: residence_sale.last_day_after_first(answers.trust)),
    "exclusion_ended_by": _ended_by,
    "exclusion_ended_on": finding(lambda a: residence_sale.first_cessation(a.trust), lambda ended: day(ended[0])),
    "residence_ceased_address": lambda answers: _address(answers, "trust.events.residence"),
    "residence_ceased_on": answer(CEASED, day),
    "residence_deadline": last_day(
        lambda answers: residence_sale.last_day_to_secure(answers.get(CEASED), answers.path(CEASED))
    ),
    "residence_excluded_security": _excluded("security"),
    "residence_exclusion_left": figure(lambda answers: residence_sale.left_after_sale(answers.trust)),
    "threshold_anew": figure(lambda answers: residence_threshold.threshold_anew(answers.trust.whole)),
    "residence_excluded_threshold": _excluded("threshold"),
}

PURCHASE: Mapping[str, Fill] = {
    "address": answer("description", on_one_line),
    "made": answer("made", day),
    "amount": answer("amount", dollars),
}

LISTS: Mapping[str, List] = {
    "homes": rows(
        "trust.assets",
        {
            "address": answer("description", on_one_line),
            "location": answer("country", place),
            "kind": choice("kind", "asset-kind"),
            "value": answer("value", dollars),
            "excluded": finding(lambda home: residence.left_out(home.trust, home.where), dollars),
        },
        lambda asset: residence.is_residence(asset.record, asset.where),
    ),
    "residence_purchases": rows(_purchases, PURCHASE),
    "residence_sales": rows(
        "trust.residence_exclusion.sales",
        {
            "address": lambda sale: _address(sale, "residence"),
            "sold": answer("sold", day),
            "adjusted_price": figure(lambda sale: residence_sale.adjusted_price(sale.record, sale.where)),
            "reinvested": finding(lambda sale: residence_sale.reinvested(sale.record, sale.where), dollars),
            "planned": answer("planned", dollars),
            "reinvest_by": last_day(
                lambda sale: residence_sale.last_day_to_reinvest(sale.get("sold"), sale.path("sold"))
            ),
        },
    ),
}
