"""Hold the papers of a set against one another: what one prints, those that its outline names print too."""

from collections.abc import Callable, Iterator, Mapping, Sequence

from assembler import check
from assembler.matter.drafting import Drafted
from assembler.merge import Merge
from assembler.problem import Problem
from assembler.selection import Plan, lie_together


def unlike(documents: Sequence[Drafted], merged: Callable[[Plan], Merge]) -> tuple[Problem, ...]:
    """Give what papers print otherwise than another; one that is not proved is not held against the others."""
    proved = [one for one in documents if one.rendered and not one.problems]
    texts = {one.name: "\n".join(one.rendered.expected.clauses.values()) for one in proved if one.rendered}
    return tuple(check.check_alike(texts, _printed([one.plan for one in proved], texts, merged)))


def _printed(
    plans: Sequence[Plan], texts: Mapping[str, str], merged: Callable[[Plan], Merge]
) -> Iterator[check.Printed]:
    for plan in plans:
        for alike in plan.outline.alike:
            words = merged(plan).values[alike.field]
            those = (other for other in plans if other.document in alike.papers)
            beside = (other.name for other in those if lie_together(other.subject, plan.subject))
            if isinstance(words, str) and words in texts[plan.name]:
                yield check.Printed(words, alike.field, plan.name, tuple(beside))
