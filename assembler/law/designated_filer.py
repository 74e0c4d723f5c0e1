"""Who may be the designated filer, and each QDOT's share of the tax."""

from collections.abc import Sequence
from decimal import ROUND_FLOOR, Decimal

from assembler.law.figure import Figure, Outside, Step
from assembler.law.kleene import every
from assembler.law.money import CENT, ZERO, plain, stated

LAW = "26 CFR 20.2056A-9"

LEFT_OVER_CENTS = "largest fraction first"
"""Shares are cut down to the cent, and the cents left over go one each to the largest fractions cut off, the earlier
trust first among equals: the regulation gives a ratio and no rounding, and the shares must add up to the tax."""


def designated_filer_qualifies(
    is_us_trustee: bool | None, is_individual: bool | None, tax_home_in_us: bool | None
) -> bool | None:
    """Tell whether a person may be the designated filer: a U.S. Trustee and, if an individual, with a U.S. tax home.

    26 USC 2056A(b)(2)(C)(i); 26 CFR 20.2056A-9.
    """
    return every((is_us_trustee, True if is_individual is False else tax_home_in_us))


def shares_of_tax(tax: Decimal, distributions: Sequence[tuple[str, Decimal]]) -> tuple[Figure, ...]:
    """Divide the tax among QDOTs in the ratio of their taxable distributions, in dollars, to the cent.

    ``distributions`` gives each QDOT and its taxable amount; the shares add up to the tax. A governing instrument or
    local law that requires another allocation prevails. Raises Outside where a tax has no distribution to fall on.

    26 CFR 20.2056A-9.
    """
    stated("the tax", tax, LAW)
    whole = sum((stated(f"the taxable amount of {name}", part, LAW) for name, part in distributions), ZERO)
    if not whole:
        if not tax:
            return tuple(_share(name, ZERO, ZERO, ZERO, ZERO) for name, _ in distributions)
        raise Outside("there is tax, and no taxable distribution", "state each QDOT's taxable distributions", LAW)
    shares = _to_the_cent(tax, [part for _, part in distributions], whole)
    rows = zip(distributions, shares, strict=True)
    return tuple(_share(name, tax, part, whole, share) for (name, part), share in rows)


def _to_the_cent(tax: Decimal, parts: Sequence[Decimal], whole: Decimal) -> list[Decimal]:
    exact = [tax * part / whole for part in parts]
    shares = [amount.quantize(CENT, rounding=ROUND_FLOOR) for amount in exact]
    left = int((tax.quantize(CENT) - sum(shares, ZERO)) / CENT)
    by_fraction = sorted(range(len(parts)), key=lambda i: shares[i] - exact[i])
    for index in by_fraction[:left]:
        shares[index] += CENT
    return shares


def _share(name: str, tax: Decimal, part: Decimal, whole: Decimal, share: Decimal) -> Figure:
    steps = (
        Step(f"Taxable distributions of {name}", plain(part), LAW),
        Step("Taxable distributions of all QDOTs", plain(whole), LAW),
        Step(f"${plain(tax):,} × ${plain(part):,} ÷ ${plain(whole):,}", plain(share), LAW),
    )
    return Figure(f"share of the section 2056A estate tax: {name}", plain(share), "dollars", steps, (LAW,))
