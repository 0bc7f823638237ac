"""Newspaper-like pages keep every promise: many more of them than in the default run."""

from __future__ import annotations

from hypothesis import HealthCheck, given, settings

from tests.newspapers import newspapers
from tests.promises import keep_every_promise


@given(newspapers())
@settings(max_examples=500, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_every_page_keeps_every_promise(text: str) -> None:
    """Whatever happens to a page of stories on its way here."""
    keep_every_promise(text)
