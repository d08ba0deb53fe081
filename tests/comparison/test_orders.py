"""Earlier or later, more or less: a partial order in which "incomparable" is an answer."""

from __future__ import annotations

from datetime import date

import pytest

from policy_nlp.comparison.due_order import due_order
from policy_nlp.comparison.target_order import target_order
from policy_nlp.schema import Baseline, Deadline, DeadlineKind, Target, TargetKind

KINDS = {
    "by": DeadlineKind.BY,
    "every": DeadlineKind.RECURRING,
    "in": DeadlineKind.RELATIVE,
    "from": DeadlineKind.PERIOD,
}


def due(kind: str, value: str | None, quote: str = "期限") -> Deadline:
    return Deadline(quote, (0, len(quote)), KINDS[kind], value)


@pytest.mark.parametrize(
    ("template", "local", "order"),
    [
        (due("by", "2025-12-31"), due("by", "2025-12-31"), "equal"),
        (due("by", "2025-12-31"), due("by", "2026-03-31"), "laxer"),
        (due("from", "2025-01-01/2025-12-31"), due("by", "2025-12-31"), "equal"),
        (due("by", "2025-12-31"), due("from", "2025-01-01/2026-12-31"), "laxer"),
        (due("by", "2025-12-31"), due("from", "2025-01-01/.."), "incomparable"),
        (due("every", "FREQ=MONTHLY"), due("every", "FREQ=MONTHLY;INTERVAL=3"), "laxer"),
        (due("every", "FREQ=YEARLY"), due("every", "FREQ=MONTHLY;INTERVAL=6"), "stricter"),
        (due("every", "FREQ=MONTHLY;BYMONTHDAY=25"), due("every", "FREQ=MONTHLY;BYMONTHDAY=20"), "stricter"),
        (due("every", "FREQ=MONTHLY"), due("by", "2025-12-31"), "incomparable"),
        (due("in", "P30D"), due("in", "P90D"), "laxer"),
        (due("in", "P3M"), due("in", "P90D"), "equal"),
        (due("in", "PT24H"), due("in", "P1D"), "equal"),
        (due("in", "PT2H"), due("in", "P1D"), "laxer"),
        (due("in", "P10D", "10个工作日内"), due("in", "P10D", "10日内"), "equal"),
        (due("by", "2025-12-31"), due("in", "P90D"), "incomparable"),
        (due("by", None, "明年汛前"), due("by", None, "明年汛前"), "equal"),
        (due("by", None, "明年汛前"), due("by", "2025-12-31"), "incomparable"),
    ],
)
def test_due_times(template: Deadline, local: Deadline, order: str) -> None:
    assert due_order(template, local, language="zh").value == order


def test_working_days_are_told_by_the_language_of_each_plan() -> None:
    template, local = due("in", "P15D", "within 15 working days"), due("in", "P20D", "20个工作日内")
    assert due_order(template, local, language="en", local_language="zh").value == "laxer"


def test_a_relative_due_time_counts_from_the_day_of_issue() -> None:
    by, within = due("by", "2025-12-31"), due("in", "P3M")
    assert due_order(by, within, language="zh", issued=date(2025, 9, 1)).value == "stricter"
    assert due_order(by, within, language="zh", issued=date(2025, 11, 1)).value == "laxer"


def target(op: str, value: float, unit: str = "%", *, bound: str | None = None, **fields: object) -> Target:
    kind = TargetKind.NUMERIC
    return Target("指标", (0, 2), kind, op, value, unit, bound, **fields)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("template", "local", "order"),
    [
        (target(">=", 90), target(">=", 95), "stricter"),
        (target(">=", 90), target("=", 100), "stricter"),
        (target("<=", 5), target("<=", 8), "laxer"),
        (target("=", 3, "起", subject="死亡事故"), target("=", 5, "起", subject="死亡事故"), "laxer"),
        (target("=", 30, "座"), target("=", 20, "座"), "laxer"),
        (target("-", 10, bound=">="), target("-", 6, bound=">="), "laxer"),
        (target("-", 10, bound=">="), target(">=", 10), "incomparable"),
        (target(">=", 3, "级"), target(">=", 2, "级"), "stricter"),
        (target(">=", 90), target("~", 90), "laxer"),
        (target(">", 60), target(">=", 60), "laxer"),
        (target(">=", 90), target(">=", 200, "处"), "incomparable"),
        (target(">=", 90, of="小型水库"), target(">=", 80, of="灌区渠道"), "incomparable"),
        (
            target("-", 10, baseline=Baseline("较2020年", 2020)),
            target("-", 8, baseline=Baseline("较2023年", 2023)),
            "incomparable",
        ),
    ],
)
def test_targets(template: Target, local: Target, order: str) -> None:
    assert target_order(template, local, language="zh").value == order


def test_the_count_of_a_province_is_not_held_against_that_of_a_city() -> None:
    context = ("全省建成示范水库30座", "建成示范水库3座")
    assert (
        target_order(target(">=", 30, "座"), target(">=", 3, "座"), language="zh", context=context).value
        == "incomparable"
    )
