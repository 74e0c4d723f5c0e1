"""Lay the cases of cases.csv out as a workbook, its lists on sheets of their own: python make_workbook.py."""

import csv
import re
from datetime import date
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from openpyxl import Workbook
from openpyxl.styles import Font

HERE = Path(__file__).parent
LISTS = ("executor", "assignments", "trusts.1.trustees", "trusts.1.assets")
ITEM = re.compile(rf"({'|'.join(map(re.escape, LISTS))})\.([0-9]+)\.(.+)")
ALWAYS = "2026-11-16T00:00:00Z"
STAMP = re.compile(rb"(?<=W3CDTF\">)[^<]+")


def typed(text: str, column: str) -> str | date | float | bool | None:
    """Return what Excel would make of the text, typed into a cell of this column; dates in words stay text."""
    if text in ("true", "false"):
        return text == "true"
    if column.endswith((".value", ".debt")):
        try:
            return float(text)
        except ValueError:
            return text
    try:
        return date.fromisoformat(text)
    except ValueError:
        return text or None


def laid_out(rows: list[dict[str, str]]) -> dict[str, list[dict[str, str]]]:
    """Return the rows of each sheet: the cases, and the items of each list with the case they belong to."""
    sheets: dict[str, list[dict[str, str]]] = {"cases": [], **{path: [] for path in LISTS}}
    for row in rows:
        items: dict[tuple[str, str], dict[str, str]] = {}
        own = {}
        for column, text in row.items():
            found = ITEM.fullmatch(column)
            if not found:
                own[column] = text
            elif text:
                items.setdefault(found.groups()[:2], {"case": row["case"]})[found[3]] = text
        sheets["cases"].append(own)
        for (path, _), item in items.items():
            sheets[path].append(item)
    return sheets


def workbook(sheets: dict[str, list[dict[str, str]]]) -> Workbook:
    """Return the workbook, its headings in bold and in sight."""
    book = Workbook()
    book.remove(book.worksheets[0])
    for title, rows in sheets.items():
        sheet = book.create_sheet(title)
        columns = list(dict.fromkeys(column for row in rows for column in row))
        sheet.append(columns)
        for row in rows:
            sheet.append([typed(row.get(column, ""), column) for column in columns])
        for cell in sheet[1]:
            cell.font = Font(bold=True)
        sheet.freeze_panes = "B2"
    return book


def same_always(data: bytes) -> bytes:
    """Return a workbook without the hour at which it was made."""
    out = BytesIO()
    with ZipFile(BytesIO(data)) as made, ZipFile(out, "w", ZIP_DEFLATED) as kept:
        for name in made.namelist():
            kept.writestr(
                ZipInfo(name, (1980, 1, 1, 0, 0, 0)), STAMP.sub(ALWAYS.encode(), made.read(name)), ZIP_DEFLATED
            )
    return out.getvalue()


def main() -> None:
    """Write cases.xlsx beside cases.csv."""
    with (HERE / "cases.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    made = BytesIO()
    workbook(laid_out(rows)).save(made)
    (HERE / "cases.xlsx").write_bytes(same_always(made.getvalue()))


if __name__ == "__main__":
    main()
