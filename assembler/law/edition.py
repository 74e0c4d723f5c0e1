"""The editions of the regulations: which words are in force on the day a paper is dated."""

from datetime import date

AMENDED = date(2026, 7, 10)
"""First day of the amendments made by T.D. 10050, whatever the date of death. 26 CFR 20.2056A-2(e)."""

FIRST = "1996"
SECOND = "2026"


def edition(paper_date: date) -> str:
    """Name the edition of the regulations that governs a paper of this date: 1996 or 2026.

    26 CFR 20.2056A-2(e), -4(e), -11(e).
    """
    return SECOND if paper_date >= AMENDED else FIRST
