"""Write the table of the legal holidays in the District of Columbia as the library `holidays` has them."""

from importlib.metadata import version
from pathlib import Path

from assembler.law.calendar import observed

FIRST, LAST = 1988, 2060
TABLE = Path(__file__).parents[1] / "assembler" / "law" / "tables" / "legal_holidays.csv"
HEAD = f"""\
# about: Legal holidays in the District of Columbia, by year, each on the day it is observed.
# covers: {FIRST} to {LAST}
# source: holidays {version("holidays")}, by `python .ci/legal_holidays.py`; Emancipation Day from 2007, IR-2007-15.
year,observed
"""
rows = (f"{year},{' '.join(sorted(f'{day:%m-%d}' for day in observed(year)))}\n" for year in range(FIRST, LAST + 1))
TABLE.write_text(HEAD + "".join(rows), encoding="utf-8")
