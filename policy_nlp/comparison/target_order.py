"""Whether a local target asks for more or less than the template's, if both measure the same."""

from __future__ import annotations

from enum import Enum

from policy_nlp.comparison.lexicon import ComparisonLexicon, lexicon
from policy_nlp.comparison.records import Order
from policy_nlp.comparison.substance import flat
from policy_nlp.comparison.words import terms
from policy_nlp.schema import CHANGES, Number, Target, TargetKind

_ALIKE = 0.3
_HIGHEST_GRADE = 20
_TOTAL = 10
"""A smaller count is none that would be divided among areas."""
_SHARE_AT_MOST = 0.4


class Better(Enum):
    """Which way a target becomes stricter."""

    HIGHER = "higher"
    LOWER = "lower"


def target_order(template: Target, local: Target, *, language: str, context: tuple[str, str] = ("", "")) -> Order:
    """Return how the local target stands to the template's; `context` holds the clauses around the two.

    >>> from policy_nlp.schema import TargetKind
    >>> above = Target("达到95%", (0, 5), TargetKind.NUMERIC, ">=", 95, "%")
    >>> below = Target("达到90%", (0, 5), TargetKind.NUMERIC, ">=", 90, "%")
    >>> target_order(above, below, language="zh").value
    'laxer'
    """
    known = lexicon(language)
    if template.kind is TargetKind.UNIVERSAL is local.kind:
        return Order.EQUAL
    if not same_measure(template, local) or not _same_base(template, local, language):
        return Order.INCOMPARABLE
    if _value(template) == _value(local):
        return _by_comparison(template, local)
    better = _better(template, known, context[0])
    if better is not _better(local, known, context[1]) or _of_whole_area(template, known, context):
        return Order.INCOMPARABLE
    if better is Better.HIGHER and _is_share(template, local, known, context):
        return Order.INCOMPARABLE
    return _order(_value(template), _value(local), better)


def same_measure(template: Target, local: Target) -> bool:
    """Return whether both count in the same unit, from the same year, and alike: a level, a rise or a fall."""
    changes = template.op if template.op in CHANGES else "", local.op if local.op in CHANGES else ""
    years = (item.baseline.year if item.baseline else None for item in (template, local))
    return changes[0] == changes[1] and _unit(template) == _unit(local) and len(set(years)) == 1


def _unit(target: Target) -> str:
    return flat(target.unit or "").replace(" ", "").casefold().removesuffix("s")


def _same_base(template: Target, local: Target, language: str) -> bool:
    """What a share is a share of must be the same; where one side does not say it, nothing speaks against it."""
    if template.of is None or local.of is None:
        return True
    above, below = terms(template.of, language), terms(local.of, language)
    if not above or not below:
        return True
    return len(above.keys() & below.keys()) >= _ALIKE * min(len(above), len(below))


def _better(target: Target, known: ComparisonLexicon, around: str) -> Better:
    if _is_grade(target, known):
        return Better.LOWER
    sign = target.bound if target.op in CHANGES else target.op
    if sign in (">", ">="):
        return Better.HIGHER
    if sign in ("<", "<="):
        return Better.LOWER
    if target.op in CHANGES or target.value == 100:
        return Better.HIGHER
    named = f"{target.subject or ''}{target.of or ''}{target.quote}" if target.subject or target.of else around
    return Better.LOWER if target.value == 0 or known.lower_is_better.search(named) else Better.HIGHER


def _is_grade(target: Target, known: ComparisonLexicon) -> bool:
    """The first grade is better than the third."""
    value = target.value
    graded = _unit(target) in known.better_first and not isinstance(value, tuple) and 0 < value < _HIGHEST_GRADE
    return graded and target.op in (">=", ">", "=")


def _of_whole_area(template: Target, known: ComparisonLexicon, context: tuple[str, str]) -> bool:
    """A count for the whole province cannot be held against that of one city."""
    counted = template.unit != "%" and template.op not in CHANGES and not _is_grade(template, known)
    return counted and bool(known.whole_area.search(context[0])) and not known.whole_area.search(context[1])


def _is_share(template: Target, local: Target, known: ComparisonLexicon, context: tuple[str, str]) -> bool:
    """A count that is a small part of a larger one is what falls to the smaller area, not less of the same.

    4200台 for a province and 60台 for a county; 每县2个 and 每县1个 are counts for each.
    """
    counted = template.unit != "%" and template.op not in CHANGES
    total = counted and not any(known.for_each.search(text) for text in context)
    above, below = _value(template), _value(local)
    return total and above >= _TOTAL and below <= _SHARE_AT_MOST * above


def _value(target: Target) -> Number:
    return target.value[0] if isinstance(target.value, tuple) else target.value


def _order(template: Number, local: Number, better: Better) -> Order:
    more = local > template
    return Order.STRICTER if more is (better is Better.HIGHER) else Order.LAXER


def _by_comparison(template: Target, local: Target) -> Order:
    """With the same number, 约 binds less than 不低于, and 超过 more than 达到."""
    signs = [target.bound or target.op if target.op in CHANGES else target.op for target in (template, local)]
    if signs[0] == signs[1]:
        return Order.EQUAL
    if {signs[0], signs[1]} & {"<", "<="} and {signs[0], signs[1]} & {">", ">="}:
        return Order.INCOMPARABLE
    ranks = {"~": 0, "<": 3, ">": 3}
    above, below = (ranks.get(sign, 1) for sign in signs)
    if above == below:
        return Order.EQUAL
    return Order.STRICTER if below > above else Order.LAXER
