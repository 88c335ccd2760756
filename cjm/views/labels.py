"""The report's own words: headings, choices of the format, levels, dates and shares."""

from __future__ import annotations

from datetime import date

from cjm.diagnostics import Message, Severity, msg
from cjm.model import Journey
from cjm.model.values import Amount
from cjm.views.wording import Say

WORDS = {
    "skip": msg("Skip to the content"),
    "contents": msg("Contents"),
    "summary": msg("Summary"),
    "flow": msg("Flow"),
    "stages": msg("Stages"),
    "stage": msg("Stage"),
    "opportunities": msg("Opportunities"),
    "opportunity": msg("Opportunity"),
    "pain_points": msg("Pain points"),
    "pain_point": msg("Pain point"),
    "findings": msg("Findings"),
    "finding": msg("Finding"),
    "no_findings": msg("The rules found nothing to improve."),
    "personas": msg("Personas"),
    "evidence": msg("Evidence"),
    "paths": msg("Paths"),
    "place": msg("Place"),
    "status": msg("Status"),
    "owner": msg("Owner"),
    "due": msg("Due"),
    "late": msg("Late"),
    "impact": msg("Impact"),
    "effort": msg("Effort"),
    "severity": msg("Severity"),
    "answers": msg("Answers"),
    "answered_by": msg("Answered by"),
    "rule": msg("Rule"),
    "line": msg("Line"),
    "advice": msg("Advice"),
    "whole": msg("Whole journey"),
    "moment_of_truth": msg("Moment of truth"),
    "main_persona": msg("Main persona"),
    "main_path": msg("Main path"),
    "of_five": msg("of 5"),
    "scroll": msg("Flow of the journey; scrolls sideways"),
    "more": msg("More about it"),
    "top": msg("Back to top"),
}
STATES = {
    "current": msg("Current state"),
    "future": msg("Future state"),
    "new": msg("New, nothing like it exists yet"),
}
STATUSES = {
    "draft": msg("Draft"),
    "agreed": msg("Agreed"),
    "retired": msg("Retired"),
}
PROGRESS = {
    "idea": msg("Idea"),
    "planned": msg("Planned"),
    "in_progress": msg("In progress"),
    "done": msg("Done"),
    "rejected": msg("Rejected"),
}
LEVELS = {
    1: msg("Very low"),
    2: msg("Low"),
    3: msg("Medium"),
    4: msg("High"),
    5: msg("Critical"),
}
SOURCES = {
    "interview": msg("Interviews"),
    "survey": msg("Survey"),
    "analytics": msg("Analytics"),
    "support": msg("Customer support"),
    "observation": msg("Observation"),
    "test": msg("Usability test"),
    "workshop": msg("Workshop"),
    "document": msg("Document"),
    "benchmark": msg("Benchmark"),
    "expert_review": msg("Expert review"),
    "customer_review": msg("Customer reviews"),
    "assumption": msg("Assumption"),
}
NOTES = {
    "question": msg("Question"),
    "risk": msg("Risk"),
    "assumption": msg("Assumption"),
    "note": msg("Note"),
}
SEVERITIES = {
    Severity.ERROR: msg("Error"),
    Severity.WARNING: msg("Warning"),
    Severity.INFO: msg("Remark"),
}
MONTHS = (
    msg("Jan"),
    msg("Feb"),
    msg("Mar"),
    msg("Apr"),
    msg("May"),
    msg("Jun"),
    msg("Jul"),
    msg("Aug"),
    msg("Sep"),
    msg("Oct"),
    msg("Nov"),
    msg("Dec"),
)
_RIGHT_TO_LEFT = frozenset({"ar", "arc", "ckb", "dv", "fa", "he", "ps", "sd", "ug", "ur", "yi"})


def words(tell: Say) -> dict[str, str]:
    """All of the page's labels, said."""
    return {name: tell(message) for name, message in WORDS.items()}


def chosen(names: dict[str, Message], choice: str | None, tell: Say) -> str:
    """What a choice of the format is called."""
    if not choice:
        return ""
    return tell(names[choice]) if choice in names else choice


def day_text(day: date | None, tell: Say) -> str:
    """`1 Oct 2026`."""
    if day is None:
        return ""
    return tell(msg("{day} {month} {year}", day=day.day, month=MONTHS[day.month - 1], year=day.year))


def share_text(share: float | None, tell: Say) -> str:
    """`35%`, with a space where the language has one."""
    return "" if share is None else tell(msg("{number}%", number=f"{share * 100:.4g}"))


def target_text(at_least: Amount | None, at_most: Amount | None, tell: Say) -> str:
    """What a figure should reach, or stay under."""
    parts = []
    if at_least:
        parts.append(tell(msg("at least {amount}", amount=amount_text(at_least))))
    if at_most:
        parts.append(tell(msg("at most {amount}", amount=amount_text(at_most))))
    return ", ".join(parts)


def amount_text(amount: Amount) -> str:
    """As its author wrote it."""
    return amount.text or f"{amount.value:g}"


def direction(journey: Journey) -> str:
    """Which way the journey's language is written."""
    language = (journey.language or "").replace("_", "-").split("-")[0].lower()
    return "rtl" if language in _RIGHT_TO_LEFT else "ltr"
