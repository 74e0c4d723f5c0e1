"""The text of a trust with distributions, of an estate whose tax is final, and of a couple who both have died."""

from findings.written_case import HEAD

FINAL = "return: {tax_determined: 2022-01-01}\nestate: {taxable_estate: 11000000}\n"
WITH_FILER = FINAL.replace("2022-01-01}", "2022-01-01, has_designated_filer: true}")
WITHOUT_FILER = FINAL.replace("2022-01-01}", "2022-01-01, has_designated_filer: false}")
AT_DEATH = (
    f"{HEAD}decedent: {{died: 2020-02-01, status: citizen-domiciled-us}}\n"
    "spouse: {is_us_citizen: false, died: 2025-01-01}\n"
)


def trust(*distributions: str, id_: str = "a", more: str = "") -> str:
    """Return the text of one trust of a list, with its distributions."""
    return f"  - {{id: {id_}, name: Trust {id_}, distributions: [{', '.join(distributions)}]{more}}}\n"


def paid(day: str, amount: str, kind: str = "principal", more: str = "") -> str:
    """Return the text of one distribution."""
    return f"{{made: {day}, kind: {kind}, amount: {amount}{more}}}"
