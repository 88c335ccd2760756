"""Writes journeys of a given size, the same for the same numbers: what the benchmarks read."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from random import Random

STAGES = ("Descubrimiento", "Consideración", "Compra", "Entrega", "Postcompra")
VERBS = ("Busca", "Compara", "Pregunta por", "Elige", "Paga", "Espera", "Recibe", "Devuelve", "Recomienda")
THINGS = ("la talla", "el precio final", "una opinión de confianza", "el plazo de entrega", "la factura", "el cambio")
CHANNELS = ("web", "app", "tienda", "correo", "chat")


def journey(number: int, lines: int = 200) -> str:
    """A plausible journey of about that many lines, with a few things missing and a slip in one of ten."""
    random = Random(number)
    text = list(_head(number))
    stage = 0
    while len(text) < lines:
        if stage < len(STAGES):
            text += [
                f"  - id: etapa-{stage}",
                f"    name: {STAGES[stage]}",
                f"    customer_goal: {_sentence(random)}",
                f"    enters_when: {_sentence(random)}",
                "    expectations:",
                f"      - {_sentence(random)}",
                "    touchpoints:",
            ]
            stage += 1
        text += _touchpoint(random, len(text))
    if number % 10 == 0:
        text[-1] = text[-1].replace("owner: cx", "ownr: cx")
    return "\n".join(text) + "\n"


def _head(number: int) -> Iterator[str]:
    yield from (
        "cjm: 1",
        f"id: recorrido-{number}",
        f"title: Recorrido {number}",
        "language: es",
        "persona: laura",
        "objective: Subir la recompra a 90 días",
        "owner: cx",
        "personas:",
        "  - {id: laura, name: Laura}",
        "channels:",
    )
    yield from (f"  - {{id: {channel}, name: {channel.title()}}}" for channel in CHANNELS)
    yield from ("teams:", "  - {id: cx, name: Experiencia de cliente}", "stages:")


def _touchpoint(random: Random, number: int) -> list[str]:
    return [
        f"      - id: punto-{number}",
        f"        name: {_sentence(random)} {number}",
        f"        channel: {random.choice(CHANNELS)}",
        "        actions:",
        f"          - {_sentence(random)}",
        f"          - {_sentence(random)}",
        "        thoughts:",
        f'          - "¿{_sentence(random)}?"',
        f"        emotion: {random.randint(-2, 2)}",
        "        pain_points:",
        f"          - {{text: {_sentence(random)}, severity: {random.randint(1, 5)}}}",
        "        owner: cx",
    ]


def _sentence(random: Random) -> str:
    return f"{random.choice(VERBS)} {random.choice(THINGS)} antes de seguir con {random.choice(THINGS)}"


def write(folder: Path, count: int, lines: int = 200) -> list[Path]:
    """Write `count` journeys into a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    files = [folder / f"j{number:04}.journey.yaml" for number in range(count)]
    for number, file in enumerate(files):
        file.write_text(journey(number, lines), encoding="utf-8")
    return files
