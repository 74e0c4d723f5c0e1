"""What the tags of a template may say: names, loops over a list, and ifs; everything else is refused unread."""

from collections.abc import Iterator

from jinja2 import nodes

PLAIN = (nodes.Template, nodes.Output, nodes.TemplateData, nodes.If, nodes.Not, nodes.And, nodes.Or)


def refused(template: nodes.Template) -> Iterator[str]:
    """Find the tags that a template may not have, each in words.

    An expression could ask for more memory than there is, or for what lies behind a value; a name cannot. Of an
    attribute only one of a loop's own item is allowed, and a loop stands in no other.
    """
    yield from _of(template, ())


def _of(node: nodes.Node, items: tuple[str, ...]) -> Iterator[str]:
    if isinstance(node, nodes.For):
        yield from _of_loop(node, items)
    elif isinstance(node, nodes.Getattr):
        if not _is_of_an_item(node, items):
            yield f"line {node.lineno}: `.{node.attr}` is not of a loop’s item"
    elif isinstance(node, (nodes.Name, *PLAIN)):
        for child in node.iter_child_nodes():
            yield from _of(child, items)
    else:
        yield f"line {node.lineno}: a template has no {type(node).__name__}"


def _of_loop(node: nodes.For, items: tuple[str, ...]) -> Iterator[str]:
    if items or node.recursive or not isinstance(node.target, nodes.Name) or not isinstance(node.iter, nodes.Name):
        yield f"line {node.lineno}: a loop is `for item in list`, and stands in no other"
        return
    for child in (*node.body, *node.else_, *([node.test] if node.test else [])):
        yield from _of(child, (node.target.name,))


def _is_of_an_item(node: nodes.Getattr, items: tuple[str, ...]) -> bool:
    return isinstance(node.node, nodes.Name) and node.node.name in items and not node.attr.startswith("_")
