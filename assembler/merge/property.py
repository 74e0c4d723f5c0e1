"""The fields of a trust's property: its assets, what they are worth together, and the part that is land abroad."""

from collections.abc import Mapping
from typing import Any

from assembler.findings import Finding, foreign_excess, threshold
from assembler.findings.foreign_limit import foreign_share
from assembler.findings.valuation import assets_total, debts_total, standing
from assembler.merge.answers import Answers
from assembler.merge.field import Fill, List, answer, choice, figure, finding, rows
from assembler.wording import day, dollars, listed, on_one_line, percentage, place


def percent_abroad(answers: Answers, found: Finding[Any]) -> str:
    """Write the part of a trust's property that is land abroad, and where it is rounded up, that it is."""
    share = answers.value(found)
    rounding = "exact" if share.is_exact() else "rounded-up"
    return answers.phrase("percent", rounding, percent=percentage(share.percent()))


def _valuation_day(answers: Answers) -> str:
    """Write the day whose values the assets have."""
    if answers.get("return.alternate_valuation"):
        return answers.phrase("valuation-day", "alternate")
    return answers.phrase("valuation-day", "death", died=day(answers.need("decedent.died")))


def _values_as(answers: Answers) -> str:
    """Write how the values stand on the day of the paper: to be reported, reported, or finally determined."""
    found = standing(answers.trust, answers.on)
    form = answers.phrase("return-form", answers.need("return.form"))
    return answers.phrase("values-as", answers.value(found), form=form, on=day(found.day) if found.day else "")


def _community_assets(answers: Answers) -> str:
    """Name what is marked as community property."""
    marked = [asset for asset in answers.each("trust.assets") if asset.get("is_community")]
    if not marked:
        answers.ask("trust.assets", "which assets were community property", "is_community")
    return listed([on_one_line(asset.need("description")) for asset in marked])


FIELDS: Mapping[str, Fill] = {
    "land_to_distribute": figure(lambda answers: foreign_excess.to_distribute(answers.trust)),
    "land_to_sell": figure(lambda answers: foreign_excess.to_sell(answers.trust)),
    "threshold_excess": figure(lambda answers: threshold.excess(answers.trust.whole)),
    "values_as": _values_as,
    "valuation_day": _valuation_day,
    "community_assets": _community_assets,
    "assets_total": finding(lambda answers: assets_total(answers.trust), dollars),
    "assets_debt": finding(lambda answers: debts_total(answers.trust), dollars),
    "foreign_real_property_percent": lambda answers: percent_abroad(answers, foreign_share(answers.trust)),
    "foreign_real_property_total": finding(
        lambda answers: foreign_share(answers.trust), lambda share: dollars(share.foreign)
    ),
}

THING: Mapping[str, Fill] = {
    "number": lambda one: str(one.place + 1),
    "description": answer("description", on_one_line),
    "location": answer("country", place),
    "value": answer("value", dollars),
}
"""What is said of a thing in any list of property."""

ASSET: Mapping[str, Fill] = {**THING, "kind": choice("kind", "asset-kind")}

LISTS: Mapping[str, List] = {
    "assets": rows("trust.assets", {**ASSET, "debt": answer("debt", dollars)}),
}

OF_PAPER = ("values_as",)
"""The fields that may differ from paper to paper of one trust, by the day of each."""
