"""Fitting a network: epochs, the development part watched, stopping when it no longer gets better."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from tempfile import TemporaryDirectory
from typing import Any

from policy_nlp.conversion.extras import library
from policy_nlp.learning.networks.devices import device_name
from policy_nlp.learning.networks.libraries import EXTRA, transformers
from policy_nlp.learning.networks.recipes import Pace
from policy_nlp.learning.training import Epoch, Tell, Training

SCORE = "score"
"""What `measure` calls the figure by which epochs are compared."""


@dataclass(frozen=True, slots=True)
class Lesson:
    """What is learned: windows to train on and to watch, how they become a batch, and what is good about an answer."""

    train: Any
    dev: Any
    collate: Callable[[list[Mapping[str, Any]]], Mapping[str, Any]]
    loss: Callable[..., Any]
    answer: Callable[[Any, Any], Any]
    measure: Callable[[Any], dict[str, float]]


def seeded(seed: int, *, path: object) -> None:
    """Set every source of chance that a network draws on."""
    transformers(path).set_seed(seed)


def fit(network: Any, lesson: Lesson, pace: Pace, training: Training, tell: Tell, *, path: object) -> None:
    """Train `network` and leave it as it was after its best epoch, on its device; `tell` hears of each epoch.

    Nothing is left on the disk. Raises InputError where a library or a graphics card is missing.
    """
    module = transformers(path)
    library("accelerate", extra=EXTRA, path=path)
    with TemporaryDirectory(prefix="policy-nlp-") as folder:
        trainer = module.Trainer(
            model=network,
            args=_arguments(module, folder, pace, training, path),
            train_dataset=lesson.train,
            eval_dataset=lesson.dev,
            data_collator=lesson.collate,
            compute_loss_func=lesson.loss,
            preprocess_logits_for_metrics=lesson.answer,
            compute_metrics=lesson.measure,
            callbacks=[
                module.EarlyStoppingCallback(early_stopping_patience=training.patience),
                _teller(module, training, tell),
            ],
        )
        trainer.remove_callback(module.PrinterCallback)
        trainer.train()
    network.eval()


def _arguments(module: Any, folder: str, pace: Pace, training: Training, path: object) -> Any:
    return module.TrainingArguments(
        output_dir=folder,
        seed=training.seed,
        data_seed=training.seed,
        num_train_epochs=training.epochs,
        per_device_train_batch_size=pace.batch,
        per_device_eval_batch_size=pace.batch,
        learning_rate=pace.learning_rate,
        weight_decay=pace.weight_decay,
        warmup_steps=pace.warmup,
        use_cpu=device_name(training.device, path=path) == "cpu",
        eval_strategy="epoch",
        save_strategy="best",
        save_total_limit=1,
        save_only_model=True,
        load_best_model_at_end=True,
        metric_for_best_model=SCORE,
        greater_is_better=True,
        remove_unused_columns=False,
        logging_strategy="no",
        disable_tqdm=True,
        report_to=[],
        dataloader_pin_memory=False,
    )


def _teller(module: Any, training: Training, tell: Tell) -> Any:
    class Teller(module.TrainerCallback):  # type: ignore[misc]
        """Passes on each evaluation."""

        best = -1.0

        def on_evaluate(self, args: Any, state: Any, control: Any, metrics: dict[str, float], **_: Any) -> None:
            score = metrics[f"eval_{SCORE}"]
            tell(Epoch(round(state.epoch), training.epochs, score, score > self.best))
            self.best = max(score, self.best)

    return Teller()
