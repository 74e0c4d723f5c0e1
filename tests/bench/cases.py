"""Write any number of case files that are all different, from the sample of the California couple.

Run ``python tests/bench/cases.py NUMBER FOLDER``. Names, trustees, addresses, amounts and dates follow from a
case's number alone; what is chosen does not change, so that every document has the same clauses.
"""

import sys
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from pathlib import Path

SAMPLE = Path(__file__).parents[2] / "samples" / "california-couple.yaml"

GIVEN = (
    "Margaret Anne", "José", "Zoë", "Seán", "Ingrid", "Þóra", "Mary-Kate", "Nguyễn Thị", "Łucja", "Desirée",
    "Abigail", "Jean-Luc", "Siobhán", "Oluwaseun", "Renée", "Chloë", "Mikołaj", "Ana María", "Ruth",
)  # fmt: skip
FAMILY = (
    "O'Sullivan", "Núñez", "MacLeod", "van der Berg", "Østergaard", "D'Angelo", "St. John", "Nakamura", "Çelik",
    "Fitzgerald", "Smith", "García Márquez", "Dvořák", "Ó Briain", "Šimić", "Abernathy", "Kaʻahumanu",
)  # fmt: skip
ABROAD = (
    "João Batista d'Ávila", "李雪梅", "فاطمة الزهراء", "Владимир Орлов", "Søren Kierkegård", "Mónica Íñiguez",
    "Elif Yıldız", "Giuseppe dell'Acqua", "Hélène Lefèvre", "김민준", "Γιώργος Παπαδόπουλος",
    "Jürgen Groß", "Sofía Peña",
)  # fmt: skip
CITIZENSHIPS = ("BR, PT", "CN", "EG", "RU", "DK", "MX, ES", "TR", "IT", "FR, CA", "KR", "GR", "DE", "AR")
BANKS = ("Coastline Fiduciary Bank", "Prairie & Plains Bank", "Harbor Light Bank", "Meridian Bank", "Old Elm Bank")
KINDS = ("N.A.", "National Association", "FSB")
HOUSES = ("Redwood Trust Company", "Bluestem Trust Company", "Granite Peak Trust Company", "Tidewater Trust Company")
STREETS = ("Alder Court", "Harbor Plaza", "Mill Race Lane", "Market Street", "L'Enfant Way", "Peña Drive", "6th Ave.")
PLACES = (
    ("California", "Pasadena"), ("New York", "Poughkeepsie"), ("Texas", "San Angelo"), ("Colorado", "Cañon City"),
    ("Illinois", "Peoria"), ("Washington", "Walla Walla"), ("Georgia", "Macon"), ("New Mexico", "Española"),
)  # fmt: skip
FIRMS = ("Hale & Ortiz LLP", "Whitcombe Diaz & Roe LLP", "Law Offices of P. O'Dea", "Nwosu Lindqvist PC")


def picked(choices: Sequence[str], number: int) -> str:
    """Take one of the choices by a number of any size."""
    return choices[number % len(choices)]


def address(number: int, place: int) -> str:
    """Make an address that no other number has."""
    state, city = PLACES[place % len(PLACES)]
    return f"{100 + number} {picked(STREETS, number)}, {city}, {state} {10000 + number * 7 % 89999}"


def answers(number: int) -> Iterator[tuple[str, str]]:
    """Pair each of the sample's answers with that of a case, the longer before what is part of it."""
    state, city = PLACES[number % len(PLACES)]
    bank = f"{picked(BANKS, number)} {number}, {picked(KINDS, number // 5)}"
    decedent, family = picked(GIVEN, number), f"{picked(FAMILY, number)}-{picked(FAMILY, number // 17 + 5)}"
    trustee = f"{picked(GIVEN, number // 3 + 4)} {picked(FAMILY, number // 2 + 7)}"
    yield "2026-11-16", (date(2024, 1, 2) + timedelta(days=number % 1000)).isoformat()
    yield "1962-03-09", (date(1938, 4, 1) + timedelta(days=number * 37 % 18000)).isoformat()
    yield "2026-0142", f"2026-{number:06}"
    yield "Hale & Ortiz LLP", picked(FIRMS, number)
    yield "Dana Hale", f"{picked(GIVEN, number // 7 + 2)} {picked(FAMILY, number // 11 + 3)}"
    yield "Margaret Anne O'Sullivan-Reyes", f"{decedent} {family}"
    yield "João Batista d'Ávila Reyes", f"{picked(ABROAD, number)} {family}"
    yield "The O'Sullivan-Reyes Qualified", f"The {family} {number} Qualified"
    yield "[BR, PT]", f"[{picked(CITIZENSHIPS, number)}]"
    yield "418 Alder Court, Pasadena, California 91101", address(3 * number, number)
    yield "900 Harbor Plaza, Long Beach, California 90802", address(3 * number + 1, number)
    yield "77 Mill Race Lane, Sacramento, California 95814", address(3 * number + 2, number)
    yield "12 Market Street, San Francisco, California 94105", address(2 * number, number + 1)
    yield "Coastline Fiduciary Bank, N.A.", bank
    yield "Siobhán Reyes Okafor", trustee
    yield "Redwood Trust Company", f"{picked(HOUSES, number)} {number}"
    yield "Sacramento, California", f"{city}, {state}"
    yield ": California", f": {state}"
    yield "value: 1000.00", f"value: {1000 + number * 131}.{number % 100:02}"


def case(number: int) -> bytes:
    """Write one case file; an answer that the sample no longer has is an error."""
    text = SAMPLE.read_text(encoding="utf-8").partition("\n")[2].partition("\n")[2]
    for old, new in answers(number):
        if old not in text:
            raise LookupError(f"{SAMPLE.name} has no {old!r}")
        text = text.replace(old, new)
    return text.encode()


def many(count: int, first: int = 1) -> Iterator[bytes]:
    """Write so many case files, one after another."""
    return (case(number) for number in range(first, first + count))


def write(count: int, folder: Path) -> None:
    """Write so many case files into a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    for number, content in enumerate(many(count), 1):
        (folder / f"case-{number:06}.yaml").write_bytes(content)


if __name__ == "__main__":
    write(int(sys.argv[1]), Path(sys.argv[2]))
