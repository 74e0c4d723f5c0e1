"""What an annuity pays, what of it is corpus, and what a failure brings due."""

from decimal import Decimal

from figured import figured, value, values

PENSION = """\
annuities:
  - {{id: pension, plan: "Kötter & Söhne Pension", annual_payment: 72000, interval: monthly,
     measuring_lives: [{{born: 1950-05-05}}], undertaking: {}{}}}
"""
ESTATE = "estate: {taxable_estate: 12000000}\nreturn: {tax_determined: 2022-01-01}\n"
PAYMENTS = ", receipts: [{received: 2020-06-30, amount: 6000}, {received: 2021-06-30, amount: 6000, hardship: 1000}]"


def test_each_payment_has_its_corpus_less_what_hardship_relieves() -> None:
    found = figured(PENSION.format("roll-over", PAYMENTS))

    portion = value(found, "Corpus portion of each payment")
    assert portion == "0.83"
    assert value(found, "Corpus in the payments received") == "4980.00"
    assert value(found, "Corpus that is taxed or rolled over") == "3980.00"


def test_corpus_on_which_the_spouse_pays_the_tax_is_a_taxable_event() -> None:
    found = figured(PENSION.format("pay", PAYMENTS) + ESTATE)

    assert values(found, "section 2056A estate tax") == {
        "Kötter & Söhne Pension: payment of 2020-06-30": "1992",
        "Kötter & Söhne Pension: payment of 2021-06-30": "1592",
    }


def test_corpus_that_is_rolled_over_is_not_taxed() -> None:
    assert values(figured(PENSION.format("roll-over", PAYMENTS) + ESTATE), "section 2056A estate tax") == {}


def test_a_failure_taxes_all_that_is_left_and_no_later_payment_again() -> None:
    found = figured(PENSION.format("pay", PAYMENTS + ", failed_year: 2021") + ESTATE)

    left = values(found, "Present value of the annuity")
    subject = "Kötter & Söhne Pension: left on 2021-01-01, the undertaking having failed"
    assert subject in left
    taxed = values(found, "section 2056A estate tax")
    assert list(taxed) == ["Kötter & Söhne Pension: payment of 2020-06-30", subject]
    assert Decimal(taxed[subject]) == Decimal(left[subject]) * Decimal("0.4")


def test_a_term_certain_that_failed_is_valued_for_the_years_left() -> None:
    term = PENSION.format("roll-over", ", term_years: 10, failed_year: 2023, term_years_left: 7")
    found = figured(term.replace("[{born: 1950-05-05}]", "[]"))

    assert len(values(found, "Present value of the annuity")) == 2
    assert value(found, "Expected annuity term") == "10"


def test_an_annuity_that_can_be_assigned_is_not_computed() -> None:
    assert figured(PENSION.format("pay", ", is_assignable: true")).figures == ()


def test_two_lives_last_to_the_survivors_death() -> None:
    two = PENSION.format("pay", "").replace("[{born: 1950-05-05}]", "[{born: 1950-05-05}, {born: 1980-01-01}]")

    one, both = figured(PENSION.format("pay", "")), figured(two)

    assert int(value(both, "Present value of the annuity")) > int(value(one, "Present value of the annuity"))
