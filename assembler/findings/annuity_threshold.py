"""What all QDOTs are worth for the $2,000,000 if the annuities count, which the regulations leave open."""

from collections.abc import Iterator

from assembler.findings.annuities import figures_of
from assembler.findings.figure import ALL_QDOTS, Line, annuity_name, of
from assembler.findings.finding import Amount, Finding, dollars
from assembler.findings.security_arrangement import is_secured_or_has_bank
from assembler.findings.subject import Subject, conclusion
from assembler.findings.threshold import threshold_value
from assembler.law import threshold
from assembler.problem import Caution

LAW = ("26 CFR 20.2056A-2(d)(1)(i)", "26 CFR 20.2056A-2(b)(3)")


@conclusion
def with_annuities(whole: Subject) -> Amount:
    """Add to the threshold value those annuities on which the spouse undertakes to pay or to roll over.

    Unknown without such an annuity, and while one of them is not valued.
    """
    qdots, counted = threshold_value(whole), [one for one in whole.annuities if one["annuity_undertaken"]]
    paths = tuple(one.where for one in counted) or ("annuities",)
    if qdots.value is None or not counted:
        because = qdots.because if qdots.value is None else "no annuity is paid on or rolled over"
        return Finding(None, because, LAW, paths, qdots.day)
    values = [(annuity_name(one), found) for one in counted if (found := figures_of(one).value) is not None]
    if len(values) < len(counted):
        return Finding(None, "the annuities are not all valued", LAW, paths, qdots.day)
    figure = threshold.with_annuities(qdots.value, [(name, one.present_value.number) for name, one in values])
    return Finding(figure, "the annuities are valued", LAW, paths, qdots.day)


def figures(whole: Subject) -> Iterator[Line]:
    """Give the threshold value with the annuities beside the one without."""
    found = with_annuities(whole).value
    if found is not None:
        yield from of(ALL_QDOTS, found)


def cautions(whole: Subject) -> Iterator[Caution]:
    """Caution of trusts that are small without the annuities and large with them, unless each is secured."""
    found, qdots = with_annuities(whole), threshold_value(whole)
    if found.value is None or qdots.value is None or threshold.is_large(qdots.value.number):
        return
    if threshold.is_large(found.value.number) and not all(is_secured_or_has_bank(one) for one in whole.trusts):
        worth = dollars(found.value.number)
        what = f"with the annuities all QDOTs are worth {worth}, and without them not over $2,000,000."
        fix = "have a bank, a bond or a letter of credit as for a large trust, or a ruling that annuities do not count."
        yield Caution("annuities", what, fix, "; ".join(LAW))
