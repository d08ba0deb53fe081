"""The desk: entries with the worst first, the matrix, the scores, what most plans lack."""

from __future__ import annotations

from collections.abc import Callable

from policy_nlp.comparison.identity import finding_id
from policy_nlp.desk import Decision, Decisions, Desk, Status, Verdict, chain_of, matrix, missed_tasks, plan_scores
from policy_nlp.schema import Severity


def types(desk: Desk, name: str) -> list[str]:
    local = next(one.local for one in desk.comparisons if one.local.id == name)
    return [entry.finding.type.value for entry in desk.of(local)]


def test_each_plan_has_its_findings(desk: Desk) -> None:
    assert types(desk, "lanting") == []
    assert sorted(types(desk, "songxi")) == ["later_deadline", "weaker_target"]
    assert sorted(types(desk, "yundu")) == ["later_deadline", "missing_task", "weaker_target"]


def test_the_worst_stand_first_in_the_template_s_order(desk: Desk) -> None:
    order = [list(Severity).index(entry.finding.severity) for entry in desk.entries]
    assert order == sorted(order)
    places = [entry.finding.template.span[0] for entry in desk.entries if entry.finding.template]
    assert places == sorted(places)


def test_the_matrix_has_a_cell_for_each_task_and_plan(desk: Desk) -> None:
    rows = matrix(desk)
    assert list(rows) == [task.id for task in desk.template.tasks]
    assert [[cell.status for cell in cells] for cells in rows.values()] == [
        [Status.SAME] * 3,
        [Status.SAME] * 3,
        [Status.SAME, Status.SAME, Status.MISSING],
    ]
    first = rows["t1"]
    assert first[0].worst is None and first[1].worst is Severity.HIGH


def test_the_plan_with_the_gravest_gaps_stands_first(desk: Desk) -> None:
    scores = plan_scores(desk)
    assert [score.local.id for score in scores] == ["yundu", "songxi", "lanting"]
    assert scores[0].gaps[Severity.HIGH] == 3 and scores[0].coverage["tasks"].covered == 2


def test_what_plans_lack_stands_with_their_names(desk: Desk) -> None:
    (missed,) = missed_tasks(desk)
    assert (missed.task.id, missed.missing, missed.partial) == ("t3", ("yundu",), ())


def test_a_rejected_finding_no_longer_counts(make_desk: Callable[..., Desk], desk: Desk) -> None:
    entry = desk.entries[0]
    rejected = Decision(entry.local.id, entry.id, Verdict.REJECTED, "另有规定")
    decided = make_desk(Decisions({(rejected.local, rejected.finding): rejected}))
    assert decided.entries[-1].id == entry.id and not decided.entries[-1].counts
    assert sum(score.rejected for score in plan_scores(decided)) == 1
    assert sum(score.gaps[Severity.HIGH] for score in plan_scores(decided)) == 4


def test_names_of_findings_are_their_own_and_stay(make_desk: Callable[..., Desk]) -> None:
    names = [(entry.local.id, entry.id) for entry in make_desk().entries]
    assert len(set(names)) == len(names)
    assert names == [(entry.local.id, finding_id(entry.finding)) for entry in make_desk().entries]


def test_a_chain_follows_each_task_down(desk: Desk) -> None:
    from policy_nlp.comparison import compare

    first, _, last = desk.comparisons
    chains = chain_of([first, compare(first.local, last.local)])
    assert [chain.lost_at for chain in chains] == [None, None, "yundu"]
    assert [link.tasks for link in chains[0].links] == [("t1",), ("t1",)]
