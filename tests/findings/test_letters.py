"""A word of another script that looks like a Latin one is a caution: it may be meant."""

from assembler.matter import Engine, Matter

CASE = "format: 1\nas_of: 2026-11-21\ntrusts:\n- {id: share, trustees: [{name: \u0421\u0430\u0440\u0430 Smith}]}\n"


def test_a_word_that_only_looks_latin_is_a_caution_at_its_line(engine: Engine) -> None:
    matter = Matter.open(CASE, engine)

    told = [(one.where, one.what.split()[0]) for one in matter.cautions if "Latin letters" in one.what]

    assert matter.problems == ()
    assert told == [("case.yaml:4: trusts[share].trustees[0].name", "`Сара`")]
