"""Every key of the format in its short and its full form, and what is read of it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from cjm.model import Amount, Journey, Lasting, ProjectFile
from cjm.model.values import read_duration

Build = Callable[..., Journey]
HEAD = "cjm: 1\ntitle: T\n"


def whole(text: str) -> str:
    return HEAD + text + "\n"


def of_stage(text: str) -> str:
    return whole(f"stages: [{{name: S, {text}}}]")


def of_touchpoint(text: str) -> str:
    return whole(f"stages: [{{name: S, touchpoints: [{{name: P, {text}}}]}}]")


def lasting(shortest: str, longest: str) -> Lasting:
    first, last = read_duration(shortest), read_duration(longest)
    assert first
    assert last
    return Lasting(first, last)


JOURNEY: list[tuple[str, str, Any]] = [
    ("id: a.b-c_1", "id", "a.b-c_1"),
    ("was: old", "was", ("old",)),
    ("was: [old, older]", "was", ("old", "older")),
    ("ref: JT-104", "ref", "JT-104"),
    ("description: 2026", "description", "2026"),
    ("description: |\n  two\n  lines", "description", "two\nlines"),
    ("version: 1.10", "version", "1.10"),
    ("language: pt-BR", "language", "pt-BR"),
    ("state: future", "state", "future"),
    ("compares_to: other", "compares_to", "other"),
    ("status: agreed", "status", "agreed"),
    ("", "status", "draft"),
    ("owner: cx", "owner", "cx"),
    ("owner: Equipo\nteams: [{id: cx, name: Equipo}]", "owner", "cx"),
    ("participants: [cx, ventas]", "participants", ("cx", "ventas")),
    ("reviewed: 2026-10-01", "reviewed", date(2026, 10, 1)),
    ('reviewed: "2026-10-01"', "reviewed", date(2026, 10, 1)),
    ("review_every: 90d", "review_every", read_duration("90d")),
    ("tags: [b2c, 'no']", "tags", ("b2c", "no")),
    ("objective: Vender más", "objective.statement", "Vender más"),
    ("objective: {statement: Vender más}", "objective.statement", "Vender más"),
    ("objective: {statement: s, metric: m, at_least: 25%}", "objective.at_least", Amount(0.25, "share")),
    ("objective: {statement: s, metric: m, at_most: 4}", "objective.at_most", Amount(4.0)),
    ("objective: {statement: s, owner: cx}", "objective.owner", "cx"),
    ("objective: {statement: s, due: 2026-12-31}", "objective.due", date(2026, 12, 31)),
    ("objective: {metric: conversion, at_least: 25%}", "objective.statement", "conversion"),
    ("targets: [{metric: completed, at_least: 6%}]", "targets.0.metric", "completed"),
    ("targets: [{metric: csat, at_least: 4.2}]", "targets.0.at_least", Amount(4.2)),
    ("scope: {starts_when: Ve un anuncio}", "scope.starts_when", "Ve un anuncio"),
    ("scope: {ends_when: Recompra}", "scope.ends_when", "Recompra"),
    ("scope: {ends_at: recompra}", "scope.ends_at", "recompra"),
    ("persona: Laura", "persona", "Laura"),
    ("persona: Laura", "main_persona", "Laura"),
    ("persona: Laura\npersonas: [{id: l1, name: Laura}]", "persona", "l1"),
    ("personas: [{id: l1, name: Laura}]", "main_persona", "l1"),
    ("personas: [{id: l1}]", "personas.0.name", "l1"),
    ("personas: [{name: L, summary: s}]", "personas.0.summary", "s"),
    ("personas: [{name: L, needs: [Talla]}]", "personas.0.needs.0.text", "Talla"),
    ("personas: [{name: L, needs: [{id: t, text: Talla}]}]", "personas.0.needs.0.id", "t"),
    ("personas: [{name: L, goals: [{text: a, importance: high}]}]", "personas.0.goals.0.importance", 4),
    ("personas: [{name: L, frustrations: [{text: a, evidence: [e]}]}]", "personas.0.frustrations.0.evidence", ("e",)),
    ('personas: [{name: L, quote: "¿Y?"}]', "personas.0.quote", "¿Y?"),
    (
        "personas: [{name: L, segment: {device: mobile, plan: [free, plus]}}]",
        "personas.0.segment",
        (("device", ("mobile",)), ("plan", ("free", "plus"))),
    ),
    ("personas: [{name: L, image: img/laura.png}]", "personas.0.image", "img/laura.png"),
    ("channels: [{id: web, name: Web, kind: social}]", "channels.0.kind", "social"),
    ("channels: [{id: web}]", "channels.0.name", "web"),
    ("teams: [{name: CX, kind: partner}]", "teams.0.kind", "partner"),
    ("evidence: [{id: e, kind: customer_review}]", "evidence.0.kind", "customer_review"),
    ("evidence: [{title: Tres llamadas}]", "evidence.0.id", "tres-llamadas"),
    ("evidence: [{title: a, date: 2026-03-12}]", "evidence.0.date", date(2026, 3, 12)),
    ("evidence: [{title: a, sample: 14}]", "evidence.0.sample", 14),
    ("evidence: [{title: a, link: mailto:a@b.es}]", "evidence.0.link", "mailto:a@b.es"),
    ("metrics: [{id: m, unit: share, formula: a / b, source: CRM}]", "metrics.0.formula", "a / b"),
    ("metrics: [{id: m, value: 18%, benchmark: 22 %}]", "metrics.0.benchmark", Amount(0.22, "share")),
    ("metrics: [{id: m, measured: 2026-09-30}]", "metrics.0.measured", date(2026, 9, 30)),
    ("lanes: [{id: legal, name: Requisitos}]", "lanes.0.name", "Requisitos"),
    ("pain_points: [Espera]", "pain_points.0.text", "Espera"),
    ("opportunities: [Atender antes]", "opportunities.0.status", "idea"),
    ("notes: [Algo]", "notes.0.kind", "note"),
    ('notes: [{kind: question, text: "¿Sí?"}]', "notes.0.kind", "question"),
    ("paths: [{id: p, name: P, share: 80%}]", "paths.0.share", 0.8),
    ("paths: [{persona: l, when: w, ends_when: e}]", "paths.0.ends_when", "e"),
    ("paths: [{steps: [a, {to: b, when: w}]}]", "paths.0.steps.0.to", "a"),
    ("paths: [{steps: [a, {to: b, when: w}]}]", "paths.0.steps.1.when", "w"),
    (
        "sources: {events: {source: e/*.parquet, case: c, activity: a, time: t}}",
        "sources.events.source",
        ("e/*.parquet",),
    ),
    ("sources: {events: {source: [a, b], channel: c, value: v}}", "sources.events.value", "v"),
    ("sources: {surveys: {source: s, csat: puntos}}", "sources.surveys.0.csat.column", "puntos"),
    ("sources: {surveys: [{source: s, ces: {column: e, scale: [1, 7]}}]}", "sources.surveys.0.ces.scale", (1, 7)),
    ("sources: {surveys: {source: s, nps: r, confianza: c}}", "sources.surveys.0.columns.0.0", "confianza"),
]
STAGE: list[tuple[str, str, Any]] = [
    ("id: s1", "id", "s1"),
    ("kind: advocacy", "kind", "advocacy"),
    ("description: d", "description", "d"),
    ("customer_goal: c, business_goal: b", "business_goal", "b"),
    ("needs: [a], expectations: [b]", "expectations.0.text", "b"),
    ("enters_when: e", "enters_when", "e"),
    ("lasts: 20m", "lasts", lasting("20m", "20m")),
    ("lasts: {from: 2d, to: 5d}", "lasts", lasting("2d", "5d")),
    ("offer: [a], decided_by: [b], alternatives: [c]", "alternatives", ("c",)),
    ("emotion: 0", "emotion.score", 0),
    ("targets: [{metric: dwell.median, at_most: 2d}]", "targets.0.at_most", Amount(172_800.0, "duration")),
    (
        "figures: [{metric: conversion, value: 21%, n: 12480, measured: 2026-09-30, evidence: [a]}]",
        "figures.0.n",
        12_480,
    ),
    ("skipped: s", "skipped", "s"),
    ("pain_points: [p], opportunities: [o], notes: [q]", "notes.0.text", "q"),
    ("lanes: {legal: [a, b]}", "lanes", (("legal", ("a", "b")),)),
    ("touchpoints: [Anuncio en Instagram]", "touchpoints.0.name", "Anuncio en Instagram"),
    ("touchpoints: [{name: Anuncio}]", "touchpoints.0.kind", "contact"),
]
TOUCHPOINT: list[tuple[str, str, Any]] = [
    ("kind: wait", "kind", "wait"),
    ("channel: web", "met_in", ("web",)),
    ("channels: [web, app]", "met_in", ("web", "app")),
    ("channel: app, channels: [web, app]", "met_in", ("app", "web")),
    ("initiator: company", "initiator", "company"),
    ("personas: [laura]", "personas", ("laura",)),
    ("share: 30%", "share", 0.3),
    ("share: 0.3", "share", 0.3),
    ("share: 18 %", "share", 0.18),
    ("experience: [emotional, cognitive]", "experience", ("emotional", "cognitive")),
    ("actions: [a], thoughts: [b], outcome: c", "thoughts", ("b",)),
    ("emotion: -2", "score", -2),
    ("emotion: -0.5", "score", -0.5),
    ("emotion: {score: -2, feeling: frustración, evidence: [e], by: {pedro: 1}}", "emotion.by", (("pedro", 1),)),
    ("emotion: {feeling: calma}", "emotion.feeling", "calma"),
    ("emotion: {feeling: calma}", "score", None),
    ("importance: critical", "importance", 5),
    ("importance: 3", "importance", 3),
    ("moment_of_truth: true", "moment_of_truth", True),
    ("", "moment_of_truth", False),
    ("expectation: Pagar", "expectation.text", "Pagar"),
    ("expectation: {text: Pagar, importance: low}", "expectation.importance", 2),
    ("timing: 24 h después", "timing", "24 h después"),
    ("time_limit: 15m", "time_limit", read_duration("15m")),
    ("views: {company: 4, customer: 1.5}", "views.customer", 1.5),
    ("frontstage: [a], backstage: [b], support: [c], systems: [CRM]", "systems", ("CRM",)),
    (
        "pain_points: [{id: c, text: T, severity: 4, share: 35%, felt_by: l, evidence: [e]}]",
        "pain_points.0.felt_by",
        ("l",),
    ),
    ("pain_points: [{text: T, felt_by: [l, m]}]", "pain_points.0.felt_by", ("l", "m")),
    ("opportunities: [{text: T, addresses: [c], impact: 5, effort: 2, gain: g}]", "opportunities.0.gain", "g"),
    ("opportunities: [{text: T, priority: 1, status: in_progress}]", "opportunities.0.status", "in_progress"),
    ("opportunities: [{text: T, due: 2026-12-15, shipped: 2026-11-30, link: x}]", "opportunities.0.link", "x"),
    ("events: [signup, 'sign_*', {regex: '^a_'}]", "events.0.name", "signup"),
    ("events: [signup, 'sign_*', {regex: '^a_'}]", "events.2.regex", "^a_"),
    ("details: registro", "details", "registro"),
    ("image: img/registro.png", "image", "img/registro.png"),
    ('links: [{title: P, link: "https://e.org"}]', "links.0.link", "https://e.org"),
]


def value(found: object, way: str) -> object:
    for step in way.split("."):
        found = found[int(step)] if isinstance(found, tuple) else getattr(found, step)
    return found


@pytest.mark.parametrize(("text", "way", "expected"), JOURNEY)
def test_a_key_of_a_journey_is_read(text: str, way: str, expected: object, journey: Build) -> None:
    assert value(journey(whole(text)), way) == expected


@pytest.mark.parametrize(("text", "way", "expected"), STAGE)
def test_a_key_of_a_stage_is_read(text: str, way: str, expected: object, journey: Build) -> None:
    assert value(journey(of_stage(text)).stages[0], way) == expected


@pytest.mark.parametrize(("text", "way", "expected"), TOUCHPOINT)
def test_a_key_of_a_touchpoint_is_read(text: str, way: str, expected: object, journey: Build) -> None:
    assert value(journey(of_touchpoint(text)).touchpoints[0], way) == expected


PROJECT: list[tuple[str, str, Any]] = [
    ("", "include", ("**/*.journey.yaml", "**/journey.yaml")),
    ("include: [maps/*.yaml]\nexclude: [archive/**]", "exclude", ("archive/**",)),
    ("language: es", "language", "es"),
    ("catalogue: {personas: [{name: Laura}]}", "catalogue.personas.0.id", "laura"),
    ("catalogue: {channels: [{id: web}], teams: [], evidence: [], metrics: []}", "catalogue.channels.0.id", "web"),
    ("", "rules.select", ("all",)),
    ("rules: {select: [scope], ignore: [flat-curve]}", "rules.ignore", ("flat-curve",)),
    ("rules: {severity: {flat-curve: error}}", "rules.severity", (("flat-curve", "error"),)),
    ("rules: {limits: {stages: 9, metric_age: 90d}}", "rules.limits", (("stages", ("9",)), ("metric_age", ("90d",)))),
    ("sources: {events: {source: e.csv}}", "sources.events.source", ("e.csv",)),
]


@pytest.mark.parametrize(("text", "way", "expected"), PROJECT)
def test_a_key_of_the_project_file_is_read(
    text: str, way: str, expected: object, project_file: Callable[[str], ProjectFile]
) -> None:
    assert value(project_file(f"cjm_project: 1\n{text}\n"), way) == expected


def test_a_reference_finds_what_the_catalogue_defines(
    journey: Build, project_file: Callable[[str], ProjectFile]
) -> None:
    shared = project_file(
        "cjm_project: 1\ncatalogue: {personas: [{id: l1, name: Laura}], teams: [{id: cx, name: CX}]}\n"
    )
    built = journey(whole("persona: Laura\nowner: CX"), shared.catalogue)
    assert (built.persona, built.owner) == ("l1", "cx")
    assert [persona.id for persona in built.known_personas] == ["l1"]


def test_a_definition_of_the_journey_wins_over_the_catalogue(
    journey: Build, project_file: Callable[[str], ProjectFile]
) -> None:
    shared = project_file("cjm_project: 1\ncatalogue: {personas: [{id: laura, name: Laura la de todos}]}\n")
    built = journey(whole("persona: laura\npersonas: [{id: laura, name: Laura}]"), shared.catalogue)
    assert [persona.name for persona in built.known_personas] == ["Laura"]


def test_a_format_of_one_may_be_written_as_a_number_or_a_text(journey: Build) -> None:
    for version in ("1", '"1"', "1.0", "0x1"):
        assert journey(f"cjm: {version}\ntitle: T\n").cjm == 1
