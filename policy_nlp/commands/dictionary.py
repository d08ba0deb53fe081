"""`dictionary`: the words of plans for a segmenter."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from policy_nlp.commands.options import STDIN


def dictionary(
    output: Annotated[str, typer.Option("-o", "--output", metavar="OUT")] = STDIN,
    bodies: Annotated[Path | None, typer.Option("--bodies", metavar="FILE")] = None,
) -> None:
    """Write the words as a user dictionary of jieba."""
    from policy_nlp.bodies import shipped
    from policy_nlp.commands.output import deliver
    from policy_nlp.components.jieba_dictionary import dictionary as written

    registry = shipped().with_file(bodies) if bodies else shipped()
    deliver(written(registry), output)
