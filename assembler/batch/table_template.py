"""A workbook to key cases into: what is asked over each column, lists to choose from, and an example."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from enum import StrEnum
from io import BytesIO
from typing import Any

from xlsxwriter import Workbook
from xlsxwriter.utility import xl_col_to_name

from assembler import casefile
from assembler.batch.sources.table import CASE, NOTE
from assembler.casefile.schema_fields import SchemaField
from assembler.casefile.shape import Case

EXAMPLE: Mapping[str, str] = {
    CASE: "Okonkwo-Brandt",
    "as_of": "2026-11-16",
    "matter.number": "2026-0419",
    "matter.firm": "Hale & Ortiz LLP",
    "matter.attorney": "Dana Hale",
    "decedent.name": "Charles Obinna Okonkwo",
    "decedent.status": "citizen-domiciled-us",
    "decedent.domicile": "Ohio",
    "spouse.name": "Annelie Brandt",
    "spouse.is_us_citizen": "no",
    "spouse.citizenships": "DE",
    "spouse.is_resident": "yes",
    "spouse.born": "1962-04-09",
    "spouse.address": "12 Larch Street, Columbus, Ohio 43004",
    "trusts.1.id": "okonkwo",
    "trusts.1.name": "Okonkwo Qualified Domestic Trust",
    "trusts.1.source": "lifetime-agreement",
    "trusts.1.instrument_date": "2026-11-16",
    "trusts.1.is_foreign_instrument": "no",
    "trusts.1.marital_form": "qtip",
    "trusts.1.governing_law": "Ohio",
    "trusts.1.records_kept_in": "Ohio",
    "trusts.1.records_keeper": "Buckeye Fiduciary Bank, N.A.",
    "trusts.1.records_address": "1 Canal Square, Columbus, Ohio 43004",
    "trusts.1.tax_year_end": "12-31",
    "trusts.1.is_ordinary_trust": "yes",
    "trusts.1.security.permitted": "bank-trustee; bond; letter-of-credit",
    "trusts.1.principal": "support",
    "trusts.1.spouse_power": "limited",
    "trusts.1.remainder.to": "descendants",
}
"""What the sheet of the cases asks, with an answer to each; together they are a plan for a living client."""

LISTS: Mapping[str, Sequence[Mapping[str, str]]] = {
    "trusts.1.trustees": (
        {
            "name": "Buckeye Fiduciary Bank, N.A.",
            "kind": "bank",
            "is_us_trustee": "yes",
            "is_section_581_bank": "yes",
            "organized_under": "the United States",
            "address": "1 Canal Square, Columbus, Ohio 43004",
        },
        {
            "name": "Ifeoma Okonkwo-Lindqvist",
            "kind": "individual",
            "is_us_trustee": "yes",
            "is_us_citizen": "yes",
            "tax_home": "Cleveland, Ohio",
            "tax_home_in_us": "yes",
            "address": "88 Lake Terrace, Cleveland, Ohio 44101",
        },
    ),
    "trusts.1.assets": (
        {"id": "seed", "description": "Cash", "kind": "cash", "country": "US", "value": "1000.00", "debt": "0"},
    ),
}
"""What the sheets of lists ask of each item, with an example of each."""

ROWS = 500
"""Rows below the headings that offer lists to choose from."""

CHOICES = f"{NOTE} choices"
LONGEST_TITLE, LONGEST_MESSAGE = 32, 255
"""Characters that Excel takes for what it shows beside a cell."""

TEXT, DATE, MONEY = "@", "yyyy-mm-dd", "#,##0.00"


def template() -> bytes:
    """Make the workbook; always the same bytes.

    Each heading is a title with the path of its question under it. Beside each sheet stands one with an example, whose
    name begins with `#`, so that it is not read.
    """
    package = BytesIO()
    with Workbook(package, {"in_memory": True}) as book:
        book.set_properties({"author": "qdot-assembler", "created": datetime(1980, 1, 1)})
        sheets = _Sheets(book)
        sheets.add("cases", tuple(EXAMPLE), [EXAMPLE], Case)
        for path, items in LISTS.items():
            columns = (CASE, *dict.fromkeys(key for item in items for key in item))
            shape = casefile.listed(path)
            assert isinstance(shape, type), path
            sheets.add(path, columns, [{CASE: EXAMPLE[CASE], **item} for item in items], shape)
        sheets.add_choices()
    return package.getvalue()


class _Sheets:
    """The sheets of the workbook as they are added, and the lists to choose from that they need."""

    def __init__(self, book: Any) -> None:
        self._book = book
        self._heading = book.add_format({"bold": True, "bg_color": "#E7E6E6", "text_wrap": True, "valign": "top"})
        self._formats = {form: book.add_format({"num_format": form}) for form in (TEXT, DATE, MONEY)}
        self._choices: dict[str, Sequence[str]] = {}

    def add(self, name: str, columns: Sequence[str], examples: Sequence[Mapping[str, str]], shape: type) -> None:
        """Add a sheet to key answers into, and one with examples of them."""
        fields = [_field(column, shape) for column in columns]
        sheet = self._book.add_worksheet(name)
        self._head(sheet, columns, fields)
        for number, field in enumerate(fields):
            self._ask(sheet, number, field)
        shown = self._book.add_worksheet(f"{NOTE} example of {name}"[:31])
        self._head(shown, columns, fields)
        for row, example in enumerate(examples, 1):
            for number, column in enumerate(columns):
                shown.write_string(row, number, example.get(column, ""), self._formats[TEXT])

    def _head(self, sheet: Any, columns: Sequence[str], fields: Sequence[SchemaField | None]) -> None:
        for number, (column, field) in enumerate(zip(columns, fields, strict=True)):
            title = field.about if field else "What the case is called, here and in its folder's name"
            sheet.write_string(0, number, f"{title}\n{column}", self._heading)
        sheet.set_column(0, len(columns) - 1, 26)
        sheet.set_row(0, 96)
        sheet.freeze_panes(1, 1)

    def _ask(self, sheet: Any, number: int, field: SchemaField | None) -> None:
        """Offer the answers to a question, and take no date or amount that is none."""
        sheet.set_column(number, number, 26, self._formats[_form(field)])
        if field is None:
            return
        rule = {"input_title": field.label[:LONGEST_TITLE], "input_message": _message(field), "ignore_blank": True}
        if answers := _answers(field):
            self._choices.setdefault(field.type.__name__, answers)
            column = list(self._choices).index(field.type.__name__)
            source = f"='{CHOICES}'!${xl_col_to_name(column)}$2:${xl_col_to_name(column)}${len(answers) + 1}"
            rule |= {"validate": "list", "source": source, "show_error": not field.is_list}
        elif field.type is bool:
            rule |= {"validate": "list", "source": ["yes", "no"]}
        else:
            rule |= {"validate": "any"}
        sheet.data_validation(1, number, ROWS, number, rule)

    def add_choices(self) -> None:
        """Add the lists to choose from, on a sheet of their own."""
        sheet = self._book.add_worksheet(CHOICES)
        for column, (name, answers) in enumerate(self._choices.items()):
            sheet.write_string(0, column, name, self._heading)
            for row, answer in enumerate(answers, 1):
                sheet.write_string(row, column, answer)
        sheet.set_column(0, max(len(self._choices) - 1, 0), 32)


def _field(column: str, shape: type) -> SchemaField | None:
    found = casefile.column(column, shape) if column != CASE else None
    assert not isinstance(found, casefile.Refusal), column
    return found


def _form(field: SchemaField | None) -> str:
    if field is not None and field.type is date:
        return DATE
    return MONEY if field is not None and field.form == "money" else TEXT


def _message(field: SchemaField) -> str:
    hint = " Several stand between semicolons." if field.is_list else ""
    return f"{field.about}{hint}"[:LONGEST_MESSAGE]


def _answers(field: SchemaField) -> Sequence[str]:
    return tuple(map(str, field.type)) if issubclass(field.type, StrEnum) else ()
