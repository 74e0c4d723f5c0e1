"""Dated tables published under the law, as data files with their sources, and the doors to them."""

from assembler.law.tables.interest import section_7520_rate, table_j, table_k
from assembler.law.tables.mortality import Lives, lives, mortality_table, mortality_tables_open
from assembler.law.tables.reading import Table, read, unconfirmed
from assembler.law.tables.states import state_death_taxes
from assembler.law.tables.tax import (
    ApplicableExclusion,
    Bracket,
    additional_tax,
    annual_gift_exclusion,
    applicable_exclusion,
    estate_tax_brackets,
    may_choose_no_estate_tax,
    spouse_gift_exclusion,
    state_death_tax_credit_brackets,
    state_death_tax_credit_share,
)

__all__ = [
    "ApplicableExclusion",
    "Bracket",
    "Lives",
    "Table",
    "additional_tax",
    "annual_gift_exclusion",
    "applicable_exclusion",
    "estate_tax_brackets",
    "lives",
    "may_choose_no_estate_tax",
    "mortality_table",
    "mortality_tables_open",
    "read",
    "section_7520_rate",
    "spouse_gift_exclusion",
    "state_death_tax_credit_brackets",
    "state_death_tax_credit_share",
    "state_death_taxes",
    "table_j",
    "table_k",
    "unconfirmed",
]
