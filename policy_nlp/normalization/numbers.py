"""The value of one written number: Arabic figures, Chinese numerals, English number words, fractions, and mixtures."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from itertools import pairwise

from policy_nlp.normalization.numerals import Kind, Numerals, Token, numerals
from policy_nlp.normalization.tally import Tally, merge_denominators, merge_figures

Number = int | float
_LONGEST = 160
_DIVIDING = frozenset({Kind.PER_OF, Kind.OVER, Kind.MINUS, Kind.PERCENT_OF})


def parse(quote: str, *, language: str) -> Number | None:
    """Return the value of one number expression in folded text, or None where it has no exact value.

    Vague numbers (十几, several) and percentages have none.

    >>> parse("3.5万", language="zh"), parse("三分之一", language="zh"), parse("十几", language="zh")
    (35000, 0.3333333333333333, None)
    >>> parse("one hundred and six", language="en"), parse("half a million", language="en")
    (106, 500000)
    """
    value = exact(quote, language=language)
    return None if value is None else plain(value)


def exact(quote: str, *, language: str) -> Fraction | None:
    """Return the value as an exact fraction, or None.

    >>> exact("1.1亿", language="zh")
    Fraction(110000000, 1)
    """
    tokens = _tokens(quote, numerals(language))
    return signed(tokens, numerals(language)) if tokens else None


def least(quote: str, *, language: str) -> Fraction | None:
    """Return the number that a vague one goes beyond (十多万: 100000), or None where none is named (几十).

    >>> least("十多万", language="zh")
    Fraction(100000, 1)
    """
    known = numerals(language)
    tokens = _tokens(quote, known) or []
    firm = [token for token in tokens if token.kind is not Kind.VAGUE]
    if len(firm) == len(tokens) or not tokens or tokens[0].kind is Kind.VAGUE or tokens[-1].text in known.open_ended:
        return None
    return signed(_without_idle_zeros(firm), known)


def approximate(quote: str, *, language: str) -> bool:
    """Return whether a number names two neighbors at once or opens vaguely (二三十, 几百), and so has no value.

    >>> approximate("二三十", language="zh"), approximate("二十三", language="zh")
    (True, False)
    """
    tokens = _tokens(quote, numerals(language)) or []
    kinds = [token.kind for token in tokens]
    two_figures = kinds[:2] == [Kind.FIGURE, Kind.FIGURE] and 0 < tokens[0].value < tokens[1].value
    scale = kinds[2:] if two_figures else kinds[1:] if kinds[:1] == [Kind.VAGUE] else []
    return scale != [] and all(kind is Kind.TIMES for kind in scale)


def _without_idle_zeros(tokens: Sequence[Token]) -> list[Token]:
    """Drop a zero that only led to the vague figure (一百零几万)."""
    kept = []
    for index, token in enumerate(tokens):
        idle = index and token.kind is Kind.FIGURE and token.value == 0
        if not (idle and (index + 1 == len(tokens) or tokens[index + 1].kind is Kind.TIMES)):
            kept.append(token)
    return kept


def _tokens(quote: str, known: Numerals) -> list[Token] | None:
    text = quote.strip()
    if not text or len(text) > _LONGEST:
        return None
    return known.tokens(text) or known.tokens(text.lower())


def plain(value: Fraction) -> Number:
    """Return an int where the value is whole, else the nearest float.

    >>> plain(Fraction(6, 2)), plain(Fraction(1, 4))
    (3, 0.25)
    """
    if value.denominator == 1:
        return value.numerator
    return float(value)


def signed(tokens: Sequence[Token], known: Numerals) -> Fraction | None:
    """Return the value of tokens that may open with a minus."""
    if tokens and tokens[0].kind is Kind.MINUS:
        value = _divided(tokens[1:], known)
        return None if value is None else -value
    return _divided(tokens, known)


def _divided(tokens: Sequence[Token], known: Numerals) -> Fraction | None:
    kinds = [token.kind for token in tokens]
    if Kind.PER_OF in kinds:
        return _denominator_first(tokens, kinds.index(Kind.PER_OF), known)
    if Kind.OVER in kinds:
        at = kinds.index(Kind.OVER)
        return _quotient(signed(tokens[:at], known), signed(tokens[at + 1 :], known))
    return _summed(tokens, known)


def _denominator_first(tokens: Sequence[Token], at: int, known: Numerals) -> Fraction | None:
    below_from = 0
    base: Fraction | None = Fraction(0)
    for index in range(at):
        if tokens[index].kind is Kind.JOIN:
            base, below_from = _summed(tokens[:index], known), index + 1
    share = _quotient(signed(tokens[at + 1 :], known), signed(tokens[below_from:at], known))
    return None if base is None or share is None else base + share


def _quotient(above: Fraction | None, below: Fraction | None) -> Fraction | None:
    return None if above is None or not below else above / below


def readable(quote: str, *, language: str) -> int:
    """Return how many tokens at most can open a number in the quote: no number goes on past the one that is refused.

    >>> readable("三十四十", language="zh")
    4
    >>> readable("三十三十三十", language="zh")
    4
    """
    known = numerals(language)
    tokens = _tokens(quote, known) or []
    merged = merge_figures(merge_denominators(tokens), known)
    vague = [index for index, token in enumerate(tokens) if token.kind is Kind.VAGUE]
    if vague:
        return 0 if vague[0] == 0 else vague[1] if len(vague) > 1 else len(tokens)
    if merged is None or any(token.kind in _DIVIDING for token in tokens):
        return len(tokens)
    tally, taken = Tally(known), 0
    tally.shared = any(token.kind is Kind.DENOMINATOR for token in merged)
    for token, following in pairwise([*merged, None]):
        taken += token.text.count("\0") + 1 if token else 0
        if token and not tally.take(token, following):
            break
    return taken


def _summed(tokens: Sequence[Token], known: Numerals) -> Fraction | None:
    tally = Tally(known)
    merged = merge_figures(merge_denominators(tokens), known)
    if merged is None:
        return None
    tally.shared = any(token.kind is Kind.DENOMINATOR for token in merged)
    for index, token in enumerate(merged):
        if not tally.take(token, merged[index + 1] if index + 1 < len(merged) else None):
            return None
    return tally.total()
