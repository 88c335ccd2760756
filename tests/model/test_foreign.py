"""Words for keys and values in Spanish, French and Portuguese, and near misses: answered with what they mean."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest

from cjm.model import Journey, ProjectFile
from cjm.model.fields import Choice, Kind, Lapse, Many, One, Table, specs
from cjm.model.foreign import lookalike, suggest, surely
from cjm.model.foreign_keys import KEYS
from cjm.model.foreign_words import CHOICES
from cjm.model.parts import Stretch
from cjm.model.values import LEVELS

Findings = Callable[..., list[str]]
WORDS = KEYS | CHOICES
LANGUAGES = ("Spanish", "French", "Portuguese")


def parts(part: type[Any], seen: set[type[Any]]) -> Iterator[type[Any]]:
    if part in seen:
        return
    seen.add(part)
    yield part
    for spec in specs(part):
        inner = bare(spec.kind)
        if isinstance(inner, One | Lapse):
            yield from parts(inner.part if isinstance(inner, One) else Stretch, seen)


def bare(kind: Kind) -> Kind:
    while isinstance(kind, Many | Table):
        kind = kind.item if isinstance(kind, Many) else kind.value
    return kind


def first(word: str, known: tuple[str, ...]) -> str | None:
    return next(iter(suggest(word, known)), None)


PARTS = [*parts(Journey, set()), *parts(ProjectFile, set())]
VOCABULARIES = {part.__name__: tuple(spec.key for spec in specs(part) if spec.key != "*") for part in PARTS}
for each in PARTS:
    for spec in specs(each):
        kind = bare(spec.kind)
        if isinstance(kind, Choice):
            VOCABULARIES[f"{each.__name__}.{spec.key}"] = kind.names
VOCABULARIES["level"] = tuple(LEVELS)


@pytest.mark.parametrize("vocabulary", VOCABULARIES)
def test_every_key_and_word_is_known_in_three_languages(vocabulary: str) -> None:
    for name in VOCABULARIES[vocabulary]:
        spoken = WORDS[name].split("|")
        assert len(spoken) == 4
        assert all(said.strip() for said in spoken[:3]), name


@pytest.mark.parametrize("vocabulary", VOCABULARIES)
def test_the_first_word_of_each_language_means_its_key(vocabulary: str) -> None:
    known = VOCABULARIES[vocabulary]
    for name in known:
        for language, spoken in zip(LANGUAGES, WORDS[name].split("|"), strict=False):
            word = spoken.split()[0]
            rivals = {other for other in known if word in [each.split()[0] for each in WORDS[other].split("|")[:3]]}
            assert first(word, known) in {name, *rivals, *(known if word in known else ())}, (language, word)
            assert len(rivals) <= 1 or vocabulary in {"Journey", "Statement"}, (word, rivals)


def test_no_word_stands_there_for_a_key_that_is_not() -> None:
    assert set(WORDS) == {name for names in VOCABULARIES.values() for name in names}
    assert not set(KEYS) & set(CHOICES)


MEANT = [
    ("etapas", "Journey", "stages"),
    ("Étapes", "Journey", "stages"),
    ("ETAPAS", "Journey", "stages"),
    ("etapa", "Journey", "stages"),
    ("estágios", "Journey", "stages"),
    ("objetivo", "Journey", "objective"),
    ("objetivo", "Stage", "customer_goal"),
    ("objetivos", "Persona", "goals"),
    ("título", "Journey", "title"),
    ("nombre", "Journey", "title"),
    ("nombre", "Stage", "name"),
    ("nombre", "Evidence", "title"),
    ("nombre", "PainPoint", "text"),
    ("título", "Touchpoint", "name"),
    ("name", "Evidence", "title"),
    ("title", "Stage", "name"),
    ("puntos de contacto", "Stage", "touchpoints"),
    ("puntos_de_contacto", "Stage", "touchpoints"),
    ("puntos-de-contacto", "Stage", "touchpoints"),
    ("puntosDeContacto", "Stage", "touchpoints"),
    ("punto de contacto", "Stage", "touchpoints"),
    ("points de contact", "Stage", "touchpoints"),
    ("pontos de contato", "Stage", "touchpoints"),
    ("pontos de contacto", "Stage", "touchpoints"),
    ("touch_points", "Stage", "touchpoints"),
    ("painPoints", "Touchpoint", "pain_points"),
    ("pain-points", "Touchpoint", "pain_points"),
    ("pains", "Touchpoint", "pain_points"),
    ("dolores", "Touchpoint", "pain_points"),
    ("emocion", "Touchpoint", "emotion"),
    ("emoção", "Touchpoint", "emotion"),
    ("émotion", "Touchpoint", "emotion"),
    ("canal", "Touchpoint", "channel"),
    ("canales", "Touchpoint", "channels"),
    ("canaux", "Touchpoint", "channels"),
    ("gravedad", "PainPoint", "severity"),
    ("gravité", "PainPoint", "severity"),
    ("gravidade", "PainPoint", "severity"),
    ("fuentes", "Journey", "sources"),
    ("evidencias", "Journey", "evidence"),
    ("preuves", "Journey", "evidence"),
    ("responsável", "Touchpoint", "owner"),
    ("dueño", "Touchpoint", "owner"),
    ("actor", "Journey", "persona"),
    ("vence", "Opportunity", "due"),
    ("échéance", "Opportunity", "due"),
    ("prazo", "Opportunity", "due"),
    ("duración", "Stage", "lasts"),
    ("pasos", "Route", "steps"),
    ("catálogo", "ProjectFile", "catalogue"),
    ("catalog", "ProjectFile", "catalogue"),
    ("emotoin", "Touchpoint", "emotion"),
    ("toucpoints", "Stage", "touchpoints"),
    ("naem", "Stage", "name"),
    ("onwer", "Touchpoint", "owner"),
    ("age", "Persona", None),
    ("age", "Touchpoint", None),
    ("pain", "Opportunity", None),
    ("stars", "Journey", None),
    ("touch", "PainPoint", None),
    ("conversion", "Journey", None),
    ("costes", "Stage", None),
    ("context", "PainPoint", None),
    ("персона", "Journey", None),
    ("paises", "Journey", None),
    ("x", "Journey", None),
    ("", "Journey", None),
    ("borrador", "Journey.status", "draft"),
    ("brouillon", "Journey.status", "draft"),
    ("rascunho", "Journey.status", "draft"),
    ("acordado", "Journey.status", "agreed"),
    ("Draft", "Journey.status", "draft"),
    ("actual", "Journey.state", "current"),
    ("as-is", "Journey.state", "current"),
    ("to be", "Journey.state", "future"),
    ("tienda", "Channel.kind", "store"),
    ("magasin", "Channel.kind", "store"),
    ("loja", "Channel.kind", "store"),
    ("correo electrónico", "Channel.kind", "email"),
    ("encuesta", "Evidence.kind", "survey"),
    ("enquête", "Evidence.kind", "survey"),
    ("entrevistas", "Evidence.kind", "interview"),
    ("compra", "Stage.kind", "purchase"),
    ("achat", "Stage.kind", "purchase"),
    ("en curso", "Opportunity.status", "in_progress"),
    ("in progress", "Opportunity.status", "in_progress"),
    ("hecho", "Opportunity.status", "done"),
    ("espera", "Touchpoint.kind", "wait"),
    ("alta", "level", "high"),
    ("élevée", "level", "high"),
    ("aviso", "RuleSettings.severity", "warning"),
]


@pytest.mark.parametrize(("word", "vocabulary", "meant"), MEANT)
def test_a_word_is_answered_with_what_it_means(word: str, vocabulary: str, meant: str | None) -> None:
    assert first(word, VOCABULARIES[vocabulary]) == meant


@pytest.mark.parametrize(
    ("word", "key", "sure"),
    [
        ("tuochpoints", "touchpoints", True),
        ("puntos de contacto", "touchpoints", True),
        ("emotion_level", "emotion", False),
        ("customer_quote", "customer_goal", False),
        ("expectation_gap", "expectations", False),
    ],
)
def test_only_a_slip_or_a_translation_is_mended_unasked(word: str, key: str, sure: bool) -> None:  # noqa: FBT001 - a column
    assert first(word, VOCABULARIES["Stage"]) == key
    assert surely(word, key) is sure


def test_estado_is_a_state_or_a_status_as_its_value_says(findings: Findings) -> None:
    for value, key in (("actual", "state"), ("borrador", "status"), ("draft", "status"), ("xx", "status")):
        assert findings(f"cjm: 1\ntitle: T\nestado: {value}\n")[0].endswith(f"did you mean `{key}`?")


def test_a_letter_from_elsewhere_is_found() -> None:
    assert lookalike("оwner") == "о"
    assert lookalike("owner") is None
    assert first("оwner", ("owner",)) == "owner"


@pytest.mark.parametrize("part", PARTS, ids=lambda part: part.__name__)
def test_a_missing_letter_is_answered_with_the_key(part: type[Any]) -> None:
    known = tuple(spec.key for spec in specs(part) if spec.key != "*")
    for key in known:
        slip = key[:2] + key[3:]
        if len(key) > 5 and slip not in known:
            assert first(slip, known) == key
