"""How the instrument secures the tax, and which arrangement is in use."""

from collections.abc import Iterator

from assembler.casefile.shape import Mode, Operative
from assembler.facts.combine import all_of, any_of, contrary
from assembler.facts.finding import Finding
from assembler.facts.phrases import choice
from assembler.facts.setting import Setting
from assembler.law.security import ARRANGEMENTS, permitted

SECURITY = "26 CFR 20.2056A-2(d)(1)(i)"
LAW = {
    Mode.BANK_TRUSTEE: f"{SECURITY}(A)",
    Mode.BOND: f"{SECURITY}(B)",
    Mode.LETTER_OF_CREDIT: f"{SECURITY}(C)",
}
NAMES = {
    Mode.BANK_TRUSTEE: "the Bank Trustee arrangement",
    Mode.BOND: "the Bond arrangement",
    Mode.LETTER_OF_CREDIT: "the Letter of Credit arrangement",
}
IN_USE = {
    "operative_bank": (Operative.BANK_TRUSTEE, f"{SECURITY}(A)"),
    "operative_branch": (Operative.US_BRANCH_TRUSTEE, f"{SECURITY}(A)"),
    "operative_bond": (Operative.BOND, f"{SECURITY}(B)"),
    "operative_letter": (Operative.LETTER_OF_CREDIT, f"{SECURITY}(C)"),
    "operative_foreign_limit": (Operative.FOREIGN_LIMIT, "26 CFR 20.2056A-2(d)(1)(ii)"),
    "operative_alternate_plan": (Operative.ALTERNATE_PLAN, "26 CFR 20.2056A-2(d)(4)"),
}


def findings(setting: Setting) -> Iterator[tuple[str, Finding]]:
    """Find what the instrument of one trust permits, and what is in use."""
    reference = _by_reference(setting)
    in_full = contrary(reference)
    yield "security_by_reference", reference
    yield "security_in_full", in_full
    modes = {mode: _permits(setting, mode) for mode in Mode}
    bank, bond, letter = modes[Mode.BANK_TRUSTEE], modes[Mode.BOND], modes[Mode.LETTER_OF_CREDIT]
    yield "bank_permitted", bank
    yield "bond_permitted", bond
    yield "letter_permitted", letter
    yield "bond_or_letter_permitted", any_of(bond, letter)
    count = _allowed(setting)
    yield "security_all_three", all_of(_counts(setting, count, range(len(ARRANGEMENTS), 4)), in_full)
    yield "security_limited", _counts(setting, count, range(1, len(ARRANGEMENTS)))
    yield "security_alternating", all_of(_counts(setting, count, range(2, 4)), in_full)
    yield from _in_use(setting)


def _by_reference(setting: Setting) -> Finding:
    answer, listed = setting.trust.security.by_reference, setting.trust.security.permitted
    paths = (setting.path("security.by_reference"), setting.path("security.permitted"))
    if answer is None and listed is not None:
        return Finding(False, "the arrangements permitted are listed, to be written out", (SECURITY,), paths)
    said = {
        True: "the instrument refers to the regulation and does not write the arrangements out",
        False: "the instrument writes the arrangements out",
        None: "it is not stated which arrangements the instrument permits",
    }
    return Finding(answer, said[answer], (SECURITY,), paths)


def _allowed(setting: Setting) -> frozenset[str] | None:
    return permitted(setting.trust.security.permitted, setting.trust.security.by_reference)


def _permits(setting: Setting, mode: Mode) -> Finding:
    allowed, paths = _allowed(setting), (setting.path("security.permitted"),)
    if allowed is None:
        return Finding(None, "the arrangements permitted are not stated", (LAW[mode],), paths)
    value = mode in allowed
    return Finding(value, f"{NAMES[mode]} is {'' if value else 'not '}permitted", (LAW[mode],), paths)


def _counts(setting: Setting, allowed: frozenset[str] | None, wanted: range) -> Finding:
    paths = (setting.path("security.permitted"),)
    if allowed is None:
        return Finding(None, "the arrangements permitted are not stated", (SECURITY,), paths)
    count = len(allowed)
    said = f"{('no', 'one', 'two', 'all three')[count]} arrangement{' is' if count == 1 else 's are'} permitted"
    return Finding(count in wanted, said, (SECURITY,), paths)


def _in_use(setting: Setting) -> Iterator[tuple[str, Finding]]:
    operative, path = setting.trust.security.operative, setting.path("security.operative")
    known = operative is not None
    because = f"the arrangement in use is {'' if known else 'not '}stated"
    yield "arrangement_known", Finding(known, because, (SECURITY,), (path,))
    for name, (wanted, law) in IN_USE.items():
        if operative is None and setting.is_planning:
            yield name, Finding(False, "the decedent is living, and no arrangement is in use", (law,), (path,))
        else:
            yield name, choice(operative, wanted, "the arrangement in use", path, law)
