"""When Form 706-QDT and the section 2056A tax are due, how far they extend, and what the Designated Filer needs."""

from collections.abc import Sequence
from datetime import date, timedelta
from decimal import ROUND_FLOOR, Decimal

from assembler.law.calendar import DAY, april_15, months_later, years_later
from assembler.law.deadline import Deadline, Office, filing, limit
from assembler.law.figure import Figure, OutOfRange, Step
from assembler.law.money import CENT, ZERO, plain, stated
from assembler.terms import every

MONTHS_AFTER_DEATH = 9
"""The tax at the spouse's death, or when the trust ceases to qualify, is due then. 26 USC 2056A(b)(5)(B)."""

MONTHS_EXTENDED = 6
"""Time to file Form 706-QDT extends by no more. 26 CFR 20.2056A-11(a), (b)."""

DAYS_FOR_INFORMATION = 60
"""Each U.S. Trustee informs the Designated Filer this long before the due date. 26 CFR 20.2056A-9."""

LIFETIME_LAW = "26 USC 2056A(b)(5)(A)"
DEATH_LAW = "26 USC 2056A(b)(5)(B)"
FILER_LAW = "26 CFR 20.2056A-9"


def lifetime_tax(year: int, spouse_died: date | None = None) -> Deadline:
    """Return when the tax on distributions of a calendar year is due.

    In the year of the spouse's death it is due with the tax at that death, nine months after it, whether that is
    before or after April 15. Raises OutOfRange for a year after the spouse's death.

    26 USC 2056A(b)(5)(A); 26 CFR 20.2056A-11(a).
    """
    if spouse_died is not None and year > spouse_died.year:
        raise OutOfRange(
            f"a distribution of {year} is after the spouse's death on {spouse_died}",
            "report it with the tax at the spouse's death",
            DEATH_LAW,
        )
    if spouse_died is not None and year == spouse_died.year:
        day = months_later(spouse_died, MONTHS_AFTER_DEATH)
        steps = (Step("Spouse died", spouse_died, LIFETIME_LAW), Step("nine months later", day, DEATH_LAW))
    else:
        day = april_15(year)
        steps = (
            Step("Calendar year of the distributions", year, LIFETIME_LAW),
            Step("April 15 of the next", day, LIFETIME_LAW),
        )
    return filing(
        "lifetime_tax",
        day,
        Office.TRUSTEE_OR_FILER,
        steps=steps,
        law=(LIFETIME_LAW, "26 CFR 20.2056A-11(a)"),
        values={"year": year},
    )


def death_tax(spouse_died: date) -> Deadline:
    """Return when the tax at the spouse's death is due: nine months after it. 26 USC 2056A(b)(5)(B)."""
    return _nine_months("death_tax", "Spouse died", spouse_died)


def cessation_tax(ceased: date) -> Deadline:
    """Return when the tax is due where a trust ceased to be a QDOT: nine months after. 26 USC 2056A(b)(4), (5)(B)."""
    return _nine_months("cessation_tax", "Trust ceased to qualify", ceased)


def _nine_months(key: str, event: str, day: date) -> Deadline:
    due = months_later(day, MONTHS_AFTER_DEATH)
    return filing(
        key,
        due,
        Office.TRUSTEE_OR_FILER,
        steps=(Step(event, day, DEATH_LAW), Step("nine months later", due, DEATH_LAW)),
        law=(DEATH_LAW, "26 CFR 20.2056A-11(b)"),
    )


def alternate_valuation_election(spouse_died: date) -> Deadline:
    """Return when alternate or special use valuation is elected: on the Form 706-QDT filed at the spouse's death.

    Alternate valuation must lower both the value and the tax; either election is irrevocable.

    26 CFR 20.2056A-6(b)(5); 26 USC 2032(d).
    """
    law = "26 CFR 20.2056A-6(b)(5)"
    due = months_later(spouse_died, MONTHS_AFTER_DEATH)
    return filing(
        "alternate_valuation_election",
        due,
        Office.TRUSTEE_OR_FILER,
        steps=(Step("Spouse died", spouse_died, law), Step("nine months later", due, DEATH_LAW)),
        law=(law, "26 USC 2032(d), 2032A(d)"),
    )


def extension_to_file(due: date) -> Deadline:
    """Return the longest extension of time to file Form 706-QDT, `due` being the day before any roll.

    26 USC 6081(a); 26 CFR 20.2056A-11(a), (b).
    """
    law = "26 CFR 20.2056A-11(a), (b)"
    last = months_later(due, MONTHS_EXTENDED)
    return filing(
        "extension_to_file",
        last,
        Office.TRUSTEE_OR_FILER,
        steps=(Step("Form 706-QDT due", due, law), Step("six months later", last, law)),
        law=("26 USC 6081(a)", law),
        values={"due": due},
    )


def extension_to_pay(due: date, *, is_at_death: bool) -> Deadline:
    """Return the longest ordinary extension of time to pay: 6 months, or 12 for the tax at the spouse's death.

    26 USC 6161(a)(1); 26 CFR 20.2056A-11(c)(2).
    """
    law = "26 CFR 20.2056A-11(c)(2)"
    months = 12 if is_at_death else 6
    last = months_later(due, months)
    return filing(
        "extension_to_pay",
        last,
        Office.TRUSTEE_OR_FILER,
        steps=(Step("Tax due", due, law), Step(f"{months} months later", last, law)),
        law=("26 USC 6161(a)(1)", law),
        values={"due": due},
    )


def extension_to_pay_for_cause(due: date) -> Deadline:
    """Return the longest extension of time to pay the tax at the spouse's death for reasonable cause: ten years.

    26 USC 6161(a)(2); 26 CFR 20.2056A-11(c)(1).
    """
    law = "26 CFR 20.2056A-11(c)(1)"
    last = years_later(due, 10)
    return filing(
        "extension_to_pay_for_cause",
        last,
        Office.TRUSTEE_OR_FILER,
        steps=(Step("Tax due", due, law), Step("ten years later", last, law)),
        law=("26 USC 6161(a)(2)", law),
    )


def designated_filer_information(due: date) -> Deadline:
    """Return the last day to inform the Designated Filer: 60 days before the return is due, no roll on either side.

    For April 15 that is February 14, or February 15 in a leap year.

    26 CFR 20.2056A-9.
    """
    last = due - timedelta(days=DAYS_FOR_INFORMATION)
    return limit(
        "designated_filer_information",
        last,
        Office.EACH_US_TRUSTEE,
        steps=(Step("Form 706-QDT due", due, FILER_LAW), Step(f"{DAYS_FOR_INFORMATION} days before", last, FILER_LAW)),
        law=(FILER_LAW,),
    )


def designated_filer_designation(return_due: date) -> Deadline:
    """Return when to name the Designated Filer: on the estate tax return, or the first Form 706-QDT filed in time.

    26 USC 2056A(b)(2)(C); 26 CFR 20.2056A-9.
    """
    return filing(
        "designated_filer_designation",
        return_due,
        Office.EXECUTOR,
        steps=(Step("Estate tax return due, with extension", return_due, FILER_LAW),),
        law=("26 USC 2056A(b)(2)(C)", FILER_LAW),
    )


def designated_filer_successor(due: date) -> Deadline:
    """Return the last day to choose a successor Designated Filer: before Form 706-QDT is due, with extensions.

    26 CFR 20.2056A-9.
    """
    last = due - DAY
    return limit(
        "designated_filer_successor",
        last,
        Office.REMAINING_TRUSTEES,
        steps=(Step("Form 706-QDT due, with extension", due, FILER_LAW), Step("before it", last, FILER_LAW)),
        law=(FILER_LAW,),
    )


def hardship_report(year: int) -> Deadline:
    """Return when distributions exempt for hardship are reported. 26 CFR 20.2056A-5(c)(1)."""
    day = april_15(year)
    return filing(
        "hardship_report",
        day,
        Office.US_TRUSTEE,
        steps=(Step("April 15 of the next year", day, "26 CFR 20.2056A-5(c)(1)"),),
        law=("26 CFR 20.2056A-5(c)(1)", "26 CFR 20.2056A-11(a)"),
        values={"year": year},
    )


def designated_filer_qualifies(
    is_us_trustee: bool | None, is_individual: bool | None, tax_home_in_us: bool | None
) -> bool | None:
    """Tell whether a person may be the designated filer: a U.S. Trustee and, if an individual, with a U.S. tax home.

    26 USC 2056A(b)(2)(C)(i); 26 CFR 20.2056A-9.
    """
    return every((is_us_trustee, True if is_individual is False else tax_home_in_us))


def shares_of_tax(tax: Decimal, distributions: Sequence[tuple[str, Decimal]]) -> tuple[Figure, ...]:
    """Divide the tax among QDOTs in the ratio of their taxable distributions, in dollars, to the cent.

    The regulation gives a ratio and no rounding, and the shares must add up to the tax: they are cut down to the cent,
    and the cents left over go one each to the largest fractions cut off, the earlier trust first among equals.

    ``distributions`` gives each QDOT and its taxable amount; the shares add up to the tax. A governing instrument or
    local law that requires another allocation prevails. Raises OutOfRange where a tax has no distribution to fall on.

    26 CFR 20.2056A-9.
    """
    stated("the tax", tax, FILER_LAW)
    whole = sum((stated(f"the taxable amount of {name}", part, FILER_LAW) for name, part in distributions), ZERO)
    if not whole:
        if not tax:
            return tuple(_share(name, ZERO, ZERO, ZERO, ZERO) for name, _ in distributions)
        what, fix = "there is tax, and no taxable distribution", "state each QDOT's taxable distributions"
        raise OutOfRange(what, fix, FILER_LAW)
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
        Step(f"Taxable distributions of {name}", plain(part), FILER_LAW),
        Step("Taxable distributions of all QDOTs", plain(whole), FILER_LAW),
        Step(f"${plain(tax):,} × ${plain(part):,} ÷ ${plain(whole):,}", plain(share), FILER_LAW),
    )
    return Figure(f"share of the section 2056A estate tax: {name}", plain(share), "dollars", steps, (FILER_LAW,))
