from assembler.findings.finding import Fact, Finding, all_of, any_of, contrary

YES = Finding(True, "it rains", ("law of rain",), ("weather.rain",))

NO = Finding(False, "it does not snow", ("law of snow",), ("weather.snow",))

OPEN: Fact = Finding(None, "hail is not stated", ("law of hail",), ("weather.hail",))


def test_one_no_decides_that_not_all_hold() -> None:
    found = all_of(YES, NO, OPEN)

    assert (found.value, found.because, found.rests_on) == (False, "it does not snow", ("weather.snow",))
    assert all_of(NO, Finding(False, "it does not blow")).because == "it does not snow"
    assert found.law == ("law of rain", "law of snow", "law of hail")


def test_all_that_hold_give_all_their_reasons() -> None:
    assert all_of(YES, Finding(True, "it blows")).because == "it rains, and it blows"


def test_what_is_open_is_what_an_unknown_rests_on() -> None:
    assert all_of(YES, OPEN).rests_on == ("weather.hail",)
    assert any_of(NO, OPEN).because == "hail is not stated"


def test_one_yes_decides_that_some_hold() -> None:
    assert any_of(NO, YES, OPEN).because == "it rains"
    assert any_of(NO).value is False


def test_the_contrary_keeps_its_reason() -> None:
    assert contrary(YES) == Finding(False, "it rains", ("law of rain",), ("weather.rain",))
    assert contrary(OPEN).value is None
