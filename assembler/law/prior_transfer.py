"""The credit of the spouse's estate for tax on prior transfers, where the property was in a QDOT or might have been."""

from dataclasses import replace
from decimal import Decimal

from assembler.law.estate import Estate
from assembler.law.figure import Figure, OutOfRange, Step
from assembler.law.money import ZERO, cents, plain, stated
from assembler.law.net_tax import net_tax

FIRST = "26 CFR 20.2056A-7(a)(1)"
SECOND = "26 CFR 20.2056A-7(a)(2)"
NO_PERCENTAGE = "26 CFR 20.2056A-7(a)(3)"
NOT_ELECTED = "26 CFR 20.2056A-7(b)"
FIRST_ORDINARY = "26 USC 2013(b); 26 CFR 20.2013-2"
SECOND_ORDINARY = "26 USC 2013(c); 26 CFR 20.2013-3"


def qdot_credit(spouse: Estate, qdot_value: Decimal, tax_at_death: Decimal, tax_in_life: Decimal = ZERO) -> Figure:
    """Compute the credit for section 2056A estate tax, in dollars: the lesser of two limitations.

    ``spouse`` is the spouse's own estate, its taxable estate including the QDOT; ``qdot_value`` is the value of the
    QDOT assets at the spouse's death, not reduced by the tax. The percentages of section 2013(a) for the years between
    the deaths are ignored. Raises OutOfRange where the QDOT is worth more than the taxable estate that includes it.

    26 USC 2056(d)(3); 26 CFR 20.2056A-7(a), (c).
    """
    stated("the section 2056A estate tax at death", tax_at_death, FIRST)
    stated("the section 2056A estate tax in life", tax_in_life, FIRST)
    first = tax_at_death + tax_in_life
    opening = [Step("Section 2056A estate tax at the spouse's death", plain(tax_at_death), FIRST)]
    if tax_in_life:
        opening.append(Step("Section 2056A estate tax on distributions in life", plain(tax_in_life), FIRST))
    opening.append(Step("First limitation", plain(first), FIRST))
    return _lesser(first, opening, spouse, qdot_value, SECOND, NO_PERCENTAGE)


def credit_without_election(
    spouse: Estate, value: Decimal, transferor_tax: Decimal, transferor_taxable_estate: Decimal, death_taxes: Decimal
) -> Figure:
    """Compute the credit for property that no QDOT election reached, in dollars, without the percentages.

    ``value`` is that at which the property was taxed in the transferor's estate, less death taxes and charges on it;
    ``death_taxes`` are all that the transferor's estate paid. Raises OutOfRange where no taxable estate is left.

    26 CFR 20.2056A-7(b); 26 USC 2013(b), (c).
    """
    for what, amount in (("the transferor's tax", transferor_tax), ("the death taxes paid", death_taxes)):
        stated(what, amount, FIRST_ORDINARY)
    base = stated("the transferor's taxable estate", transferor_taxable_estate, FIRST_ORDINARY) - death_taxes
    if not ZERO < value <= base:
        raise OutOfRange(
            f"property of {value} in a taxable estate that is {base} after death taxes",
            "state the property's value, and the transferor's taxable estate that included it",
            FIRST_ORDINARY,
        )
    first = cents(transferor_tax * value / base)
    text = f"First limitation: ${plain(transferor_tax):,} × ${plain(value):,} ÷ ${plain(base):,}"
    opening = [
        Step("Transferor's taxable estate less death taxes", plain(base), FIRST_ORDINARY),
        Step(text, plain(first), FIRST_ORDINARY),
    ]
    return _lesser(first, opening, spouse, value, SECOND_ORDINARY, NOT_ELECTED)


def _lesser(
    first: Decimal, opening: list[Step], spouse: Estate, value: Decimal, second_law: str, credit_law: str
) -> Figure:
    second, shown = _second_limitation(spouse, value, second_law)
    credit = plain(min(first, second))
    closing = Step("Credit for tax on prior transfers: the lesser", credit, credit_law)
    steps = (*opening, *shown, closing)
    return Figure("credit for tax on prior transfers", credit, "dollars", steps, (credit_law, second_law))


def _second_limitation(spouse: Estate, value: Decimal, law: str) -> tuple[Decimal, tuple[Step, ...]]:
    stated("the value of the property transferred", value, law)
    if value > spouse.taxable_estate:
        raise OutOfRange(
            f"the property transferred, {value}, is more than the spouse's taxable estate, {spouse.taxable_estate}",
            "state the spouse's taxable estate with the property in it",
            law,
        )
    with_it = net_tax(spouse)
    without = net_tax(replace(spouse, taxable_estate=spouse.taxable_estate - value))
    second = with_it.amount - without.amount
    steps = (
        *_titled(with_it.steps, "(A) with the property"),
        *_titled(without.steps, "(B) without the property"),
        Step("Second limitation: (A) less (B)", plain(second), law),
    )
    return second, steps


def _titled(steps: tuple[Step, ...], title: str) -> tuple[Step, ...]:
    return tuple(replace(step, text=f"{title}: {_of_spouse(step.text)}") for step in steps)


def _of_spouse(text: str) -> str:
    """Say of the spouse's own estate what the computation says of the decedent's."""
    return text.replace("Decedent's actual", "Spouse's").replace("previously paid by the decedent's", "paid by this")
