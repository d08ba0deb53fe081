"""Options for the whole test suite: repeatable properties, and a run in which nothing may be skipped."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import settings

from tests.browser import browser

settings.register_profile("repeatable", deadline=None, derandomize=True)
settings.load_profile("repeatable")

NOTHING_SKIPPED = "--no-skips: a skipped test counts as a failure"


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--no-skips", action="store_true", help="fail when any test is skipped")
    parser.addoption("--renew-golden", action="store_true", help="write the golden files anew from what is found now")


@pytest.hookimpl(trylast=True)
def pytest_sessionfinish(session: pytest.Session) -> None:
    reporter = session.config.pluginmanager.get_plugin("terminalreporter")
    if session.config.getoption("--no-skips") and reporter is not None and reporter.stats.get("skipped"):
        session.exitstatus = pytest.ExitCode.TESTS_FAILED


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter, config: pytest.Config) -> None:
    skipped = terminalreporter.stats.get("skipped", [])
    if config.getoption("--no-skips") and skipped:
        terminalreporter.section(NOTHING_SKIPPED)
        for report in skipped:
            terminalreporter.line(f"{report.nodeid}: {report.longrepr}")


@pytest.fixture(scope="session")
def chromium() -> Iterator[Any]:
    """A headless browser, started once."""
    with browser() as started:
        yield started
