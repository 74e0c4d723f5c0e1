"""The fields of a trust's property: its assets, what they are worth together, and the part that is land abroad."""

from collections.abc import Mapping
from typing import Any

from assembler.findings import Finding, foreign_excess, threshold
from assembler.findings.foreign_limit import foreign_share
from assembler.findings.valuation import assets_total
from assembler.merge.answers import Answers
from assembler.merge.field import Fill, List, answer, choice, figure, finding, rows
from assembler.wording import dollars, on_one_line, percentage, place


def percent_abroad(answers: Answers, found: Finding[Any]) -> str:
    """Write the part of a trust's property that is land abroad, and where it is rounded up, that it is."""
    share = answers.value(found)
    rounding = "exact" if share.is_exact() else "rounded-up"
    return answers.phrase("percent", rounding, percent=percentage(share.percent()))


FIELDS: Mapping[str, Fill] = {
    "land_to_distribute": figure(lambda answers: foreign_excess.to_distribute(answers.trust)),
    "land_to_sell": figure(lambda answers: foreign_excess.to_sell(answers.trust)),
    "threshold_excess": figure(lambda answers: threshold.excess(answers.trust.whole)),
    "assets_total": finding(lambda answers: assets_total(answers.trust), dollars),
    "foreign_real_property_percent": lambda answers: percent_abroad(answers, foreign_share(answers.trust)),
    "foreign_real_property_total": finding(
        lambda answers: foreign_share(answers.trust), lambda share: dollars(share.foreign)
    ),
}

LISTS: Mapping[str, List] = {
    "assets": rows(
        "trust.assets",
        {
            "number": lambda asset: str(asset.place + 1),
            "description": answer("description", on_one_line),
            "kind": choice("kind", "asset-kind"),
            "location": answer("country", place),
            "value": answer("value", dollars),
            "debt": answer("debt", dollars),
        },
    ),
}
