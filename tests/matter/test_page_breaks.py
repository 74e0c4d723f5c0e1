"""What a program parts on its pages begins a new page there, if a new page helps."""

from assembler.matter.page_breaks import parted

TITLES = {"terms": "Terms", "oath": "Oath", "sign": "Signature"}
WORDS = ("Words", "Words.")


def test_words_go_to_the_page_of_the_signature_below_them() -> None:
    edges = [WORDS, ("Executor: ____________", "Date: ____________")]

    assert parted(edges, {"terms": 1, "oath": 1, "sign": 2}, TITLES) == {"oath"}
    assert parted(edges, {"terms": 1, "oath": 1}, TITLES) == {"oath"}


def test_a_heading_goes_to_the_page_of_what_it_heads() -> None:
    edges = [("Words", "5.5 Oath"), WORDS]

    assert parted(edges, {"terms": 1, "oath": 1, "sign": 2}, TITLES) == {"oath"}
    assert parted([("Words", "an Oath is taken"), WORDS], {"terms": 1, "oath": 1}, TITLES) == frozenset()


def test_a_page_that_ends_well_is_left_as_it_is() -> None:
    assert parted([WORDS, WORDS], {"terms": 1, "oath": 1, "sign": 2}, TITLES) == frozenset()


def test_a_clause_that_has_the_page_to_itself_or_began_before_it_is_left_too() -> None:
    edges = [WORDS, WORDS, ("Executor: ____________", "Date: ____________")]

    assert parted(edges, {"terms": 1, "oath": 2, "sign": 3}, TITLES) == frozenset()
    assert parted(edges, {"terms": 1, "oath": 1, "sign": 3}, TITLES) == frozenset()
