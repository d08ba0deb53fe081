"""Templates that escape all that they are given, with messages in both languages and scripts told by their hash."""

from __future__ import annotations

from base64 import b64encode
from functools import cache
from hashlib import sha256
from importlib.resources import files
from typing import TYPE_CHECKING

from policy_nlp.messages import both, text
from policy_nlp.messages.catalogue import LANGUAGES

if TYPE_CHECKING:
    from jinja2 import Environment
    from markupsafe import Markup


@cache
def environment(room: str = "reporting") -> Environment:
    """Return the environment of the pages whose templates lie in `room`; a name that is not given is an error."""
    from jinja2 import Environment, PackageLoader, StrictUndefined

    loader = PackageLoader("policy_nlp", room)
    made = Environment(loader=loader, autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)
    made.globals.update(said=said, phrase=text, languages=LANGUAGES)
    return made


def said(key: str, **fields: object) -> Markup:
    """Return a message in both languages; the page shows the one that it is switched to."""
    from markupsafe import Markup

    spans = [Markup('<span lang="{}">{}</span>').format(lang, words) for lang, words in both(key, **fields).items()]
    return Markup("").join(spans)


def part(room: str, name: str) -> Markup:
    """Return a file of the package, such as a style or a script of our own, to stand in a page as it is."""
    from markupsafe import Markup

    return Markup((files(f"policy_nlp.{room}") / name).read_text(encoding="utf-8"))


def hash_of(script: str) -> str:
    """Return the hash by which a browser runs our script and no other, wherever in the page another might stand."""
    return b64encode(sha256(script.encode("utf-8")).digest()).decode("ascii")
