"""Small plans for learning: a line for each task, with the body that leads it and the day by which it is due."""

from __future__ import annotations

from pathlib import Path

from policy_nlp.learning.examples import Corpus
from policy_nlp.schema import Deadline, DeadlineKind, Document, Role, Task, Unit

BODIES = {
    "zh": ("县水务局", "县教育局", "县民政局"),
    "en": ("the Water Office", "the School Board", "the Parks Office"),
}
WORKS = {"zh": ("巡查水库", "修缮校舍", "清扫河道"), "en": ("inspects the dams", "mends the roofs", "clears the river")}
DUE = {"zh": ("6月底前", "10月底前"), "en": ("by June 30", "by October 31")}

RECIPE = """
[network]
model_type = "bert"
hidden_size = 32
num_hidden_layers = 1
num_attention_heads = 2
intermediate_size = 64
max_position_embeddings = 66
hidden_dropout_prob = 0.0
attention_probs_dropout_prob = 0.0
[tokenizer]
vocabulary = 400
[windows]
size = 64
overlap = 16
[training]
batch = 8
learning_rate = 5e-3
"""


def plan(language: str, number: int, *, lines: int = 20) -> Document:
    """A plan of `lines` tasks; which body, which work and which day differs from plan to plan."""
    text, tasks, units, deadlines = "", [], [], []
    for line in range(lines):
        body = BODIES[language][(number + line) % 3]
        due = DUE[language][(number + line) % 2]
        work = WORKS[language][(number + 2 * line) % 3]
        start = len(text)
        text += f"{body}{work}，{due}完成。\n" if language == "zh" else f"{body} {work} {due}.\n"
        place = text.index(due, start)
        name = f"t{line + 1}"
        tasks.append(Task(name, "p1", None, "", (start, len(text) - 1), text[start:-1]))
        units.append(Unit(body, (start, start + len(body)), Role.LEAD, (name,)))
        deadlines.append(Deadline(due, (place, place + len(due)), DeadlineKind.BY, None, name))
    name = f"{language}-{number}"
    return Document(name, language, text, tasks=tuple(tasks), units=tuple(units), deadlines=tuple(deadlines))


def corpus(*languages: str) -> Corpus:
    """Four plans to train on and one to watch, in each of `languages`."""
    plans = [plan(language, number) for language in languages for number in range(5)]
    parts = ({one.id: one for one in plans if one.id.endswith("4") is held} for held in (False, True))
    return Corpus(*parts)


def recipe(folder: Path) -> Path:
    """A recipe that is trained in seconds."""
    path = folder / "recipe.toml"
    path.write_text(RECIPE, encoding="utf-8")
    return path
