"""Runs a baseline over the texts of a gold folder and writes what it finds for `policy-nlp evaluate --pred`.

usage: python -m evaluation.baselines keywords|jieba|entity-ruler|jionlp|recognizers --gold FOLDER -o OUT.jsonl
"""

from __future__ import annotations

import argparse
from pathlib import Path

from evaluation.baselines.found import write
from evaluation.baselines.registry import CONTESTANTS
from policy_nlp.scoring.cases import gold_documents


def main() -> None:
    """Run one baseline."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("name", choices=CONTESTANTS)
    parser.add_argument("--gold", type=Path, required=True, help="a folder of gold files beside their texts")
    parser.add_argument("-o", "--output", type=Path, required=True)
    chosen = parser.parse_args()
    contestant = CONTESTANTS[chosen.name]
    if not contestant.is_installed:
        parser.error(f"{contestant.package} is not installed: pip install -r evaluation/baselines/requirements.txt")
    known = (one for one in gold_documents(chosen.gold).values() if one.language in contestant.languages)
    write(known, contestant.find, chosen.output)


if __name__ == "__main__":
    main()
