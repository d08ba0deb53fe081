"""Which part of a page is its content, and what the page says its title is."""

from __future__ import annotations

from collections.abc import Iterable

from selectolax.lexbor import LexborHTMLParser, LexborNode

from policy_nlp.reading.html_data import selectors

# A passage where content systems put it, or much of the page: by share, or by length where navigation outweighs a plan.
_PASSAGE = 100
_SHARE = 0.5
_SMALL_SHARE = 0.1
_LONG = 500


def content_roots(tree: LexborHTMLParser) -> list[LexborNode]:
    """Return the elements that hold the content, in order; none where no selector finds enough of the page.

    >>> [root.id for root in content_roots(LexborHTMLParser("<div>Home</div><div id=zoom>Survey all dams.</div>"))]
    ['zoom']
    """
    for node in tree.css(", ".join(selectors("drop"))):
        node.decompose()
    whole = _weight([tree.body]) if tree.body else 0
    passage, long = (min(_SHARE * whole, max(length, _SMALL_SHARE * whole)) for length in (_PASSAGE, _LONG))
    return _fullest(tree, selectors("known"), passage) or _fullest(tree, selectors("likely"), long)


def _fullest(tree: LexborHTMLParser, wanted: Iterable[str], least: float) -> list[LexborNode]:
    """The matches of the first selector that holds most of what any of them holds, if that is enough."""
    found = [_outermost(tree.css(selector)) for selector in wanted]
    weights = [_weight(roots) for roots in found]
    enough = max(least, max(weights) * _SHARE, 1)
    return next((roots for roots, weight in zip(found, weights, strict=True) if weight >= enough), [])


def stated_title(tree: LexborHTMLParser) -> str | None:
    """Return the title that the page states outside its content: in its metadata or in a heading.

    >>> stated_title(LexborHTMLParser("<title>Dam plan - Agency</title><h1>Agency</h1><h2>Dam plan</h2>"))
    'Dam plan'
    """
    meta = tree.css_first("meta[name=ArticleTitle]")
    if meta is not None and (meta.attributes.get("content") or "").strip():
        return squeezed(meta.attributes["content"] or "", " ")
    tab = "".join(squeezed(node.text()) for node in tree.css("head > title"))
    # A heading that the tab of the browser does not begin with is more often the name of the site.
    headings = (node.text() for selector in selectors("title") for node in tree.css(selector))
    return next((squeezed(text, " ") for text in headings if squeezed(text) and tab.startswith(squeezed(text))), None)


def squeezed(text: str, space: str = "") -> str:
    """Return `text` with each run of white space replaced by `space`.

    >>> squeezed(" Action  plan ")
    'Actionplan'
    """
    return space.join(text.split())


def _outermost(nodes: Iterable[LexborNode]) -> list[LexborNode]:
    """The matches that lie in no other match: they come in the order of the page, parents first."""
    kept: list[LexborNode] = []
    seen: set[int] = set()
    for node in nodes:
        if not seen & set(_ancestors(node)):
            kept.append(node)
            seen.add(node.mem_id)
    return kept


def _ancestors(node: LexborNode) -> Iterable[int]:
    parent = node.parent
    while parent is not None:
        yield parent.mem_id
        parent = parent.parent


def _weight(nodes: Iterable[LexborNode]) -> int:
    return sum(len(squeezed(node.text())) for node in nodes)
