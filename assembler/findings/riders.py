"""Whether the decedent's own will or living trust makes the QDOT, and is still to be given the article that does."""

from collections.abc import Iterator

from assembler.findings.finding import Fact, Finding, all_of, any_of
from assembler.findings.subject import Subject
from assembler.findings.vocabulary import FactName

IN_LIFE = ("settled_by_decedent", "instrument_in_will", "instrument_in_living_trust", "instrument_in_foreign_will")
"""The facts of each source that the decedent makes in life, and that has force from the death."""

LAW = "26 CFR 20.2056A-2(b)(1)"

FACTS = (
    FactName(
        "takes_effect_at_death",
        "The decedent makes the instrument in life, and its QDOT terms wait for the death.",
        implies=(IN_LIFE,),
        excludes=("settled_by_spouse", "settled_by_executor", "instrument_amended", "instrument_reformed"),
    ),
    FactName(
        "rider_in_will",
        "The client lives, and the QDOT is to be an article of the client's will, domestic or foreign.",
        implies=("planning", "takes_effect_at_death", ("instrument_in_will", "instrument_in_foreign_will")),
    ),
    FactName(
        "rider_in_living_trust",
        "The client lives, and the QDOT is to be an article of the client's revocable trust.",
        implies=("planning", "takes_effect_at_death", "instrument_in_living_trust"),
    ),
)
NEVER = tuple((name, "not takes_effect_at_death") for name in IN_LIFE)


def facts(subject: Subject) -> Iterator[tuple[str, Fact]]:
    """Find whether the instrument waits for the death, and which article is still to be put into it."""
    sources = {name: subject.fact(name) for name in IN_LIFE}
    yield "takes_effect_at_death", any_of(*sources.values())
    planning = subject.fact("planning")
    will = any_of(sources["instrument_in_will"], sources["instrument_in_foreign_will"])
    for name, source in (("rider_in_will", will), ("rider_in_living_trust", sources["instrument_in_living_trust"])):
        found = all_of(planning, source)
        yield name, Finding(found.value, found.because, (LAW,), found.rests_on)
