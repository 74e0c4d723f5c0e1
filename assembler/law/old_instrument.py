"""Instruments of 1995 and before, of which less is asked."""

from datetime import date

from assembler.terms import every, opposite

TRANSITION = date(1990, 11, 5)
"""Instruments executed before this day keep an older rule of trustees. Pub. L. 105-34, section 1303."""

LAST_EXECUTED = date(1995, 11, 20)
"""Last day of execution. 26 CFR 20.2056A-2(d)(6)(ii), (iii) of 1996; now (d)(6)(i), (ii)."""

DEATHS_AFTER = date(1996, 2, 19)
"""Deaths after this day. 26 CFR 20.2056A-2(d)(6)(ii)(A), (iii)(A) of 1996; now (d)(6)(i)(A), (ii)(A)."""


def is_old(executed: date | None, died: date | None) -> bool | None:
    """Tell whether an instrument was executed on or before November 20, 1995, for a death after February 19, 1996.

    26 CFR 20.2056A-2(d)(6).
    """
    early = None if executed is None else executed <= LAST_EXECUTED
    late = None if died is None else died > DEATHS_AFTER
    return every((early, late))


def rule_of_incompetency(
    is_old_: bool | None, was_irrevocable: bool | None, was_under_disability: bool | None, may_be_amended: bool | None
) -> bool | None:
    """Tell whether a will or revocable trust is deemed to comply, on the U.S. Trustee's written statement.

    26 CFR 20.2056A-2(d)(6)(ii) of 1996; now (d)(6)(i).
    """
    return every((is_old_, opposite(was_irrevocable), was_under_disability, opposite(may_be_amended)))


def rule_of_irrevocable_trusts(
    is_old_: bool | None, was_irrevocable: bool | None, may_be_amended: bool | None
) -> bool | None:
    """Tell whether an irrevocable trust is deemed to comply, on the U.S. Trustee's written statement.

    26 CFR 20.2056A-2(d)(6)(iii) of 1996; now (d)(6)(ii).
    """
    return every((is_old_, was_irrevocable, opposite(may_be_amended)))
