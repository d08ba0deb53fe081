"""Lists of bodies: one span for each body, as the text writes it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import islice, pairwise

from policy_nlp.bodies import identify
from policy_nlp.lexicon.branching import by_first_letter
from policy_nlp.lexicon.joining import expand
from policy_nlp.lexicon.load import table, words
from policy_nlp.lexicon.openings import quick
from policy_nlp.schema import Span
from policy_nlp.text.ordered import Ordered

_LONGEST = 300
"""A stretch longer than this is no name, nor names that a joining word could part."""
_LONGEST_NAME = 120
_STOPS = 4
"""How many signs a name of the registry may go over."""
_ABBREVIATED = re.compile(r"\w\.\w\.$")
"""A point that belongs to the name: d.o.o."""
_OPEN, _CLOSE = "(《“[<", ")》”]>"


class ListLexicon:
    """How one language separates, joins and closes lists of bodies."""

    def __init__(self, language: str) -> None:
        lists = table(language, "bodies")["lists"]
        self.language = language
        fragments = {name: str(lists.get(name, r"(?!)")) for name in ("function", "word")}
        self.separators = frozenset(lists["separators"])
        self.signs = re.compile("[" + re.escape(_OPEN + _CLOSE + lists["separators"]) + r" \n\t]")
        self.joiners = tuple(lists["joiners"])
        self.shared = frozenset(lists["shared_heads"])
        self.named = re.compile(lists["named"])
        self.suffixes = quick(lists["suffixes"], re.IGNORECASE)
        self.prefixes = re.compile(lists["prefixes"], re.IGNORECASE)
        self.noise = quick(lists["noise"], re.IGNORECASE)
        self.dependent: str = lists.get("dependent", "")
        self.level_words = frozenset(lists.get("level_words", ()))
        self.levels: str = lists.get("levels", "")
        self.whole = quick(expand(lists.get("whole", r"(?!)"), fragments, "lists.whole"), re.IGNORECASE)
        self.free = re.compile(expand(lists.get("free", r"(?!)"), fragments, "lists.free"), re.IGNORECASE)
        self.function = re.compile(expand(lists.get("function", r"(?!)"), fragments, "lists.function"))
        self.half = re.compile(lists.get("half", r"(?!)"))
        self.other_half = re.compile(lists.get("other_half", r"(?!)"))
        self.adjacent = re.compile(lists.get("adjacent", r"(?!)"))
        self.places = frozenset(words(language, "bodies", "heads.places"))
        self.place_like = re.compile(lists["place_like"])
        self.place_heads = re.compile(lists["place_heads"])
        self.joiner = re.compile("|".join(map(re.escape, sorted(self.joiners, key=len, reverse=True))), re.IGNORECASE)
        self.stops = re.compile(f"[{re.escape(lists['separators'])}]|{self.joiner.pattern}", re.IGNORECASE)
        self.head = head_pattern(language)
        self.waits = bool(lists.get("waits", True))
        self.splits_spaces = bool(lists.get("splits_spaces", True))


@cache
def list_lexicon(language: str) -> ListLexicon:
    """Return the compiled list lexicon of a language."""
    return ListLexicon(language)


@cache
def head_pattern(language: str) -> re.Pattern[str]:
    """Return the pattern that matches, at its end, what a body's name ends in."""
    strong = words(language, "bodies", "heads.strong") + words(language, "bodies", "heads.places")
    never = words(language, "bodies", "heads.never")
    names = "|".join(map(re.escape, sorted(strong, key=len, reverse=True)))
    banned = "|".join(map(re.escape, sorted(never, key=len, reverse=True)))
    content = table(language, "bodies")
    not_ending = _not_ending(language)
    headed = f"(?:.{{0,60}}?){content.get('boundary', '')}{by_first_letter(f'(?:{names})')}{not_ending}"
    shapes = "|".join([headed, *content.get("shapes", ())])
    return re.compile(f"(?!(?:{banned})$)(?:{shapes})(?: ?\\([^()]{{1,12}}\\))?$", re.DOTALL | re.IGNORECASE)


def _not_ending(language: str) -> str:
    """What no name of a body ends in, longer endings aside in which it does: 全部, 安全部."""
    banned = "".join(f"(?<!{re.escape(ending)})" for ending in words(language, "bodies", "heads.never_ends"))
    kept = "|".join(f"(?<={re.escape(ending)})" for ending in words(language, "bodies", "heads.though_ends"))
    return f"(?:{kept}|{banned})" if kept and banned else banned


def is_body(text: str, *, language: str) -> bool:
    """Whether `text` as a whole looks like the name of a body or of a class of bodies.

    >>> is_body("市教育局", language="zh"), is_body("提高质量", language="zh")
    (True, False)
    """
    return bool(head_pattern(language).match(text))


def is_name(text: str, *, language: str) -> bool:
    """Whether `text` is the name of a body by its head, or by a shape that only names have.

    >>> is_name("State Geological Survey", language="en"), is_name("better results", language="en")
    (True, False)
    """
    return _is_name(text, list_lexicon(language))


def split_bodies(folded: str, start: int, end: int, *, language: str) -> tuple[Span, ...]:
    """Return the span of each body in the list at `[start, end)`, without list punctuation and closing words.

    >>> text = "市教育局、各有关部门和单位,中央驻市企业"
    >>> [text[a:b] for a, b in split_bodies(text, 0, len(text), language="zh")]
    ['市教育局', '各有关部门和单位', '中央驻市企业']
    """
    return tuple(span for group in split_groups(folded, start, end, language=language) for span in group)


def split_groups(folded: str, start: int, end: int, *, language: str) -> tuple[tuple[Span, ...], ...]:
    """Return the bodies of a list in the groups that commas and semicolons make of them."""
    lexicon = list_lexicon(language)
    pieces: list[list[Span]] = [[]]
    for piece_start, piece_end, closed in _pieces(folded, start, end, lexicon):
        pieces[-1].extend(_named(folded, piece_start, piece_end, lexicon, last=piece_end >= end))
        if closed in ",;":
            pieces.append([])
    merged = [tuple(_merged(folded, group, lexicon)) for group in pieces]
    return tuple(group for group in merged if group)


def _pieces(folded: str, start: int, end: int, lexicon: ListLexicon) -> Iterator[tuple[int, int, str]]:
    depth, begin = 0, start
    whole = Ordered(match.span() for match in lexicon.whole.finditer(folded, start, end))
    for sign in lexicon.signs.finditer(folded, start, end):
        position, char = sign.start(), sign[0]
        depth = max(0, depth + (char in _OPEN) - (char in _CLOSE))
        if (
            depth == 0
            and whole.around(position) is None
            and not (char == "," and _goes_on(folded, begin, position, end, lexicon))
            and (char in lexicon.separators or (char in " \n\t" and _parts(folded, position, begin, end, lexicon)))
        ):
            yield begin, position, char if char in lexicon.separators else "、"
            begin = position + 1
    yield begin, end, "、"


def _parts(folded: str, position: int, begin: int, end: int, lexicon: ListLexicon) -> bool:
    """Whether the white space at `position` stands between two names, rather than inside one."""
    if not lexicon.splits_spaces or position - begin > _LONGEST:
        return False
    return (
        bool(lexicon.head.match(folded[begin:position].strip()))
        and position + 1 < end
        and not folded[position + 1].isascii()
    )


def _named(folded: str, start: int, end: int, lexicon: ListLexicon, *, last: bool) -> Iterator[Span]:
    for begin, stop in _unjoined(folded, *_bare(folded, start, end, lexicon), lexicon, last=last):
        begin, stop = _bare(folded, begin, stop, lexicon)
        side = lexicon.adjacent.search(folded, begin, stop)
        cuts = [begin, side.start(), stop] if side else [begin, stop]
        for left, right in pairwise(cuts):
            if right > left and not lexicon.noise.match(folded[left:right]):
                yield left, right


def _bare(folded: str, start: int, end: int, lexicon: ListLexicon) -> Span:
    """The name without white space, opening words and closing words at its rims."""
    while start < end and folded[start] in " \n\t。.:;,、*_-":
        start += 1
    while (
        end > start
        and folded[end - 1] in " \n\t。.:;,、*_-"
        and not _ABBREVIATED.match(folded, max(start, end - 4), end)
    ):
        end -= 1
    named = lexicon.named.match(folded, start, end)
    if named is not None:
        return named.span("name")
    prefix = lexicon.prefixes.match(folded[start:end])
    if prefix and prefix.end() < end - start:
        start += prefix.end()
    suffix = lexicon.suffixes.search(folded[start:end])
    return (start, start + suffix.start()) if suffix else (start, end)


def _unjoined(folded: str, start: int, end: int, lexicon: ListLexicon, *, last: bool) -> Iterator[Span]:
    """Cut at a joining word where whole names stand on both sides of it."""
    if end - start > _LONGEST:
        yield start, end
        return
    whole = Ordered(match.span() for match in lexicon.whole.finditer(folded, start, end))
    for joiner in lexicon.joiner.finditer(folded, start, end):
        if whole.around(joiner.start()) is not None or _goes_on(folded, start, joiner.start(), end, lexicon):
            continue
        left, right = folded[start : joiner.start()], folded[joiner.end() : end]
        balanced = left.count("(") == left.count(")")
        alone = _stands_alone(right.strip(), lexicon) or (not last and _modifies(right.strip(), lexicon))
        shared = _one_head(left, right, lexicon) or _is_half(left.strip(), right.strip(), lexicon)
        if balanced and _is_name(left.strip(), lexicon) and alone and not shared:
            yield start, joiner.start()
            yield from _unjoined(folded, joiner.end(), end, lexicon, last=last)
            return
    yield start, end


def _goes_on(folded: str, start: int, position: int, end: int, lexicon: ListLexicon) -> bool:
    """Whether the registry knows a name that begins at `start` and goes on, over `position`, to a sign or end.

    `Housing and Urban-Rural Development Bureau` is one body, though `Housing` might be one too.
    """
    limit = min(end, start + _LONGEST_NAME)
    joined = lexicon.joiner.search(folded, position, limit)
    if joined is None or _is_known(folded[start:position], lexicon):
        return False
    stops = (sign.start() for sign in lexicon.stops.finditer(folded, joined.end(), limit))
    return any(_is_known(folded[start:stop], lexicon) for stop in islice((*stops, limit), _STOPS))


def _is_known(name: str, lexicon: ListLexicon) -> bool:
    identity = identify(name, language=lexicon.language)
    return identity.known and not identity.is_class


def _stands_alone(name: str, lexicon: ListLexicon) -> bool:
    if lexicon.dependent and name.startswith(lexicon.dependent):
        return False
    first = lexicon.joiner.split(name)[0]
    return bool(first) and first not in lexicon.shared and name not in lexicon.shared and _is_name(first, lexicon)


def _is_name(text: str, lexicon: ListLexicon) -> bool:
    """Whether `text` is a name by its head, or by a shape that only names have."""
    return bool(lexicon.head.match(text) or lexicon.free.match(text))


def _modifies(name: str, lexicon: ListLexicon) -> bool:
    """Whether `name` waits for the head of a later name: 国有企业和规模以上工业、建设企业."""
    return lexicon.waits and len(name) > 2 and name not in lexicon.shared and not lexicon.head.match(name)


def _one_head(left: str, right: str, lexicon: ListLexicon) -> bool:
    """`自治区及各地(州、市)应急管理部门`: places on both sides, and the head at the end serves both."""
    place = next((name for name in sorted(lexicon.places, key=len, reverse=True) if right.startswith(name)), None)
    return (
        place is not None and left.strip() in lexicon.places and len(right) > len(place) and right not in lexicon.places
    )


def _is_half(left: str, right: str, lexicon: ListLexicon) -> bool:
    """`Poverty and Inequality Commission`: a word that is no body alone, before words that end in a head."""
    return bool(lexicon.half.fullmatch(left) and lexicon.other_half.fullmatch(right)) and not lexicon.head.match(left)


def _merged(folded: str, group: list[Span], lexicon: ListLexicon) -> Iterator[Span]:
    """One head may serve two names: `杨凌示范区、西咸新区管委会`, `各市、县人民政府`, `各级党委、政府`."""
    done: list[Span] = []
    for start, end in group:
        if done and _shares_head(folded[done[-1][0] : done[-1][1]], folded[start:end], lexicon):
            done[-1] = (done[-1][0], end)
        else:
            done.append((start, end))
    yield from done


def _shares_head(before: str, name: str, lexicon: ListLexicon) -> bool:
    if len(before) + len(name) > _LONGEST:
        return False
    if name in lexicon.shared:
        return bool(lexicon.head.match(before))
    if _descends(before, name, lexicon):
        return True
    head = lexicon.place_heads.search(name)
    if head is None or not lexicon.place_like.search(before):
        return False
    return bool(lexicon.place_like.search(name[: head.start()])) and not name.startswith(before[:1])


def _descends(before: str, name: str, lexicon: ListLexicon) -> bool:
    """`各市、州、县住建局`: bare levels from above to below, one head for all."""
    if before.startswith("各") and name in lexicon.level_words:
        return True
    levels = before.replace("、", "").removeprefix("各")
    if not levels or not all(level in lexicon.levels for level in levels) or name[0] not in lexicon.levels:
        return False
    if name in lexicon.places and len(name) > 1 and name not in lexicon.level_words:
        return False
    return lexicon.levels.index(levels[-1]) < lexicon.levels.index(name[0])
