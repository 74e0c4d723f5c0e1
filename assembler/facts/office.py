"""Who the trustees are, and whether the law's own offices among them are filled."""

from collections.abc import Callable, Iterator

from assembler.facts.finding import Finding
from assembler.facts.setting import Setting
from assembler.facts.standing import BRANCH, CORPORATE, INDIVIDUAL, Standing
from assembler.terms import every, some

US_TRUSTEE = "26 USC 2056A(a)(1)(A)"
Quality = Callable[[Standing], bool | None]


def findings(setting: Setting) -> Iterator[tuple[str, Finding]]:
    """Find who is named to act as trustee of one trust."""
    yield "us_branch_trustee", _named(setting, lambda s: s.is_branch, "the branch of a foreign bank", BRANCH)
    for name, quality, what, law in _US_TRUSTEES:
        yield name, _named(setting, _as_us_trustee(quality), f"{what} named as a U.S. Trustee", law)
    qualified = _named(setting, Standing.is_us_trustee, "a U.S. Trustee that qualifies", US_TRUSTEE)
    yield "has_qualified_us_trustee", qualified
    yield "spouse_is_trustee", _named(setting, lambda s: s.is_spouse, "the spouse", US_TRUSTEE)
    trustees, path = setting.trust.trustees, (setting.path("trustees"),)
    if trustees is None:
        yield "has_several_trustees", Finding(None, "the trustees are not stated", (), path)
    else:
        count = len(trustees)
        said = "one trustee is named" if count == 1 else f"{count or 'no'} trustees are named"
        yield "has_several_trustees", Finding(count > 1, said, (), path)
    yield "has_named_successor", _successor(setting)


_US_TRUSTEES: tuple[tuple[str, Quality, str, str], ...] = (
    ("has_individual_us_trustee", lambda s: s.is_individual, "an individual", INDIVIDUAL),
    ("has_corporate_us_trustee", lambda s: s.is_corporate, "a corporation", CORPORATE),
    ("has_bank_trustee", lambda s: s.is_bank, "a section 581 bank", BRANCH),
)


def _as_us_trustee(quality: Quality) -> Quality:
    return lambda standing: every((standing.is_named_us_trustee, quality(standing)))


def _named(setting: Setting, quality: Quality, what: str, law: str) -> Finding:
    if setting.standings is None:
        return Finding(None, "the trustees are not stated", (law,), (setting.path("trustees"),))
    answers = [(standing, quality(standing)) for standing in setting.standings]
    value = some(answer for _, answer in answers)
    deciding = [standing for standing, answer in answers if answer is value]
    if value:
        because = f"{deciding[0].name} is {what}"
    elif value is None:
        because = f"it is not stated whether {deciding[0].name} is {what}"
    else:
        because = f"no trustee named is {what}"
    paths = tuple(standing.where for standing in deciding) if value is not False else (setting.path("trustees"),)
    return Finding(value, because, (law,), paths)


def _successor(setting: Setting) -> Finding:
    successors, path = setting.trust.successors, (setting.path("successors"),)
    if successors is None:
        return Finding(None, "it is not stated whether a successor is named", (), path)
    return Finding(bool(successors), f"{'a' if successors else 'no'} successor trustee is named", (), path)
