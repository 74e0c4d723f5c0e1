"""The blanks that name trustees, and the lists a clause repeats over them."""

from collections.abc import Sequence

from assembler.blanks.people import joined, missing
from assembler.blanks.point import Blank, Item
from assembler.casefile.shape import Mode, Trust, Trustee, TrusteeKind
from assembler.terms import state_named
from assembler.wording import on_one_line, state

KINDS = {
    "individual_us_trustees": TrusteeKind.INDIVIDUAL,
    "corporate_us_trustees": TrusteeKind.DOMESTIC_CORPORATION,
    "bank_trustees": TrusteeKind.BANK,
    "branch_trustees": TrusteeKind.US_BRANCH,
}
"""Each list of trustees, by the one kind it holds; the rest are the other trustees."""


def lists(trust: Trust) -> dict[str, Sequence[Item]]:
    """List the trustees: all of them, and those of each kind."""
    pairs = [(t, _item(t, f"trusts[{trust.id}].trustees", trust)) for t in trust.trustees or (Trustee(),)]
    successors = [_item(t, f"trusts[{trust.id}].successors", trust) for t in _following(trust)]
    out: dict[str, Sequence[Item]] = {"trustees": [item for _, item in pairs], "successors": successors}
    for name, kind in KINDS.items():
        out[name] = [item for t, item in pairs if _listed_as(t) is kind]
    out["us_trustees"] = [item for t, item in pairs if t.is_us_trustee or not trust.trustees]
    out["other_trustees"] = [item for t, item in pairs if _listed_as(t) is None and trust.trustees]
    return out


def appointed(trust: Trust) -> Sequence[Item]:
    """List those appointed in place of a trustee."""
    people = trust.succession.appointed or (Trustee(),)
    return [_item(one, f"trusts[{trust.id}].succession.appointed", trust) for one in people]


def _following(trust: Trust) -> Sequence[Trustee]:
    return (Trustee(),) if trust.successors is None else trust.successors


def _listed_as(trustee: Trustee) -> TrusteeKind | None:
    """Give the kind a trustee is listed under: an individual or a corporation only when a U.S. Trustee."""
    if trustee.kind in {TrusteeKind.BANK, TrusteeKind.US_BRANCH}:
        return trustee.kind
    return trustee.kind if trustee.is_us_trustee and trustee.kind in KINDS.values() else None


def names(trust: Trust) -> dict[str, Blank]:
    """Fill the blanks that name trustees in a sentence."""
    at = f"trusts[{trust.id}].trustees"
    acting, following = trust.trustees or (), trust.successors or ()
    branch = next((t for t in acting if t.kind is TrusteeKind.US_BRANCH), Trustee())
    return {
        "initial_trustee_names": joined(t.name for t in acting) or missing("the initial Trustees", "attorney", at),
        "us_trustee_names": joined(t.name for t in acting if t.is_us_trustee)
        or missing("the initial U.S. Trustee", "attorney", at),
        "bank_trustee_name": joined(t.name for t in acting if t.kind is TrusteeKind.BANK)
        or missing("the Bank Trustee", "attorney", at),
        "branch_name": branch.name or missing("the U.S. Branch that is to act", "attorney", at),
        "foreign_bank_name": branch.foreign_bank or missing("the foreign bank of the U.S. Branch", "trustee", at),
        "successor_us_trustee_names": joined((t.name for t in following), ", then ")
        or missing("the successor U.S. Trustees, in order", "client", f"trusts[{trust.id}].successors"),
    }


def _item(trustee: Trustee, at: str, trust: Trust) -> Item:
    return {
        "name": trustee.name or missing("the name of a Trustee", "attorney", at),
        "description": _description(trustee, at),
        "capacity": _capacity(trustee, trust),
        "address": on_one_line(trustee.address) or missing(f"the address of {_who(trustee)}", "trustee", at),
        "tax_home": trustee.tax_home or missing(f"the tax home of {_who(trustee)}", "trustee", at),
        "organized_under": _law(trustee) or _no_law(trustee, at),
        "foreign_bank": trustee.foreign_bank or missing(f"the foreign bank of {_who(trustee)}", "trustee", at),
    }


def _who(trustee: Trustee) -> str:
    return trustee.name or "a Trustee"


def _no_law(trustee: Trustee, at: str) -> Blank:
    return missing(f"the law under which {_who(trustee)} is organized", "trustee", at)


def _law(trustee: Trustee) -> str:
    law = trustee.organized_under or ""
    found = state_named(law)
    return state(found) if found else law


def _description(trustee: Trustee, at: str) -> Blank:
    if trustee.kind is None:
        return missing(f"what {_who(trustee)} is: an individual, a corporation or a bank", "attorney", at)
    if trustee.kind is TrusteeKind.INDIVIDUAL:
        return _individual(trustee, at)
    if not _law(trustee):
        return _no_law(trustee, at)
    if trustee.kind is TrusteeKind.BANK:
        return f"a bank as defined in section 581 of the Code, organized under the laws of {_law(trustee)}"
    if trustee.kind is TrusteeKind.US_BRANCH:
        bank = trustee.foreign_bank or "a foreign bank"
        return f"a United States branch of {bank}, organized under the laws of {_law(trustee)}"
    return f"a corporation organized under the laws of {_law(trustee)}"


def _individual(trustee: Trustee, at: str) -> Blank:
    if not trustee.is_us_trustee:
        return "an individual"
    if not trustee.tax_home:
        return missing(f"the tax home of {_who(trustee)}", "trustee", at)
    return f"an individual citizen of the United States whose tax home is in {trustee.tax_home}"


def _capacity(trustee: Trustee, trust: Trust) -> str:
    if not trustee.is_us_trustee:
        return "Trustee"
    is_bank_trustee = trustee.kind is TrusteeKind.BANK and Mode.BANK_TRUSTEE in (trust.security.permitted or Mode)
    return "U.S. Trustee and Bank Trustee" if is_bank_trustee else "U.S. Trustee"
