"""A package: its parts whole and readable by anyone, the same bytes each time, by either deflate."""

import io
import zipfile
from datetime import date

import pytest

from assembler.word.package import Deflate, add_parts, isal_deflate, pack, zlib_deflate

FIXED = {"_rels/.rels": b"<Relationships/>", "[Content_Types].xml": b"<Types/>", "word/styles.xml": b"<styles/>" * 50}
RENDERED = [("word/document.xml", "Zoë & 王".encode() * 9_999), ("word/empty.xml", b"")]


@pytest.fixture(params=[zlib_deflate, isal_deflate], ids=["zlib", "isal"])
def deflate(request: pytest.FixtureRequest) -> Deflate:
    if request.param is isal_deflate:
        pytest.importorskip("isal")
    made: Deflate = request.param
    return made


def test_every_part_is_read_back_as_it_was_given(deflate: Deflate) -> None:
    package = add_parts(pack(FIXED), RENDERED, deflate)

    with zipfile.ZipFile(io.BytesIO(package)) as archive:
        assert archive.testzip() is None
        assert {name: archive.read(name) for name in archive.namelist()} == FIXED | dict(RENDERED)


def test_the_types_come_first_and_the_rendered_parts_last_in_their_order(deflate: Deflate) -> None:
    with zipfile.ZipFile(io.BytesIO(add_parts(pack(FIXED), RENDERED, deflate))) as archive:
        names = archive.namelist()

    assert names == ["[Content_Types].xml", "_rels/.rels", "word/styles.xml", "word/document.xml", "word/empty.xml"]


def test_a_rendered_part_is_listed_as_the_fixed_ones_are(deflate: Deflate) -> None:
    with zipfile.ZipFile(io.BytesIO(add_parts(pack(FIXED), RENDERED, deflate))) as archive:
        infos = archive.infolist()

    assert {date(*info.date_time[:3]) for info in infos} == {date(1980, 1, 1)}
    for fact in ("create_system", "create_version", "extract_version", "external_attr", "flag_bits", "compress_type"):
        assert len({getattr(info, fact) for info in infos}) == 1, fact


def test_the_same_parts_make_the_same_bytes(deflate: Deflate) -> None:
    assert add_parts(pack(FIXED), RENDERED, deflate) == add_parts(pack(dict(FIXED)), list(RENDERED), deflate)


def test_nothing_added_leaves_the_base_a_package(deflate: Deflate) -> None:
    with zipfile.ZipFile(io.BytesIO(add_parts(pack(FIXED), [], deflate))) as archive:
        assert archive.testzip() is None
        assert len(archive.namelist()) == len(FIXED)
