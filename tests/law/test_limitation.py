from datetime import date

from assembler.law import limitation

DUE = date(2026, 11, 11)


def test_refunds_and_assessments_have_their_years() -> None:
    assert limitation.refund_after_determination(date(2027, 6, 1)).date == date(2028, 6, 1)
    early = limitation.refund_claim(DUE, date(2026, 9, 1), date(2026, 9, 1))
    assert [step.value for step in early.steps[:4]] == [DUE, date(2029, 11, 11), date(2028, 11, 11), date(2029, 11, 11)]
    assert limitation.refund_claim(DUE, date(2027, 5, 11), date(2031, 1, 2)).date == date(2033, 1, 3)
    assert limitation.assessment(DUE, date(2026, 9, 1)).date == date(2029, 11, 13)
    assert limitation.assessment(DUE, date(2027, 5, 11)).date == date(2030, 5, 13)
