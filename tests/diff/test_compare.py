"""What is told of two versions, as a table: the old text, the new one, and the sentences."""

from __future__ import annotations

import pytest

from cjm.diff.compare import compare
from cjm.model import Catalogue, Persona
from tests.diff.conftest import Built, Told

HEAD = "cjm: 1\ntitle: Tienda\nstages:\n"


def shop(*touchpoints: str, rest: str = "") -> str:
    """A journey of one stage, with touchpoints in flow form."""
    lines = "".join(f"      - {each}\n" for each in touchpoints)
    return f"{HEAD}  - id: compra\n    name: Compra\n    touchpoints:\n{lines}{rest}"


CARD = "{id: ficha, name: Ficha, channel: web, emotion: 1, owner: web}"
CASES = {
    "an emotion falls": (
        shop("{name: Crear cuenta, emotion: 0}"),
        shop("{name: Crear cuenta, emotion: -2}"),
        ["fell touchpoint crear-cuenta emotion.score: *Crear cuenta* fell from 0 to −2"],
    ),
    "an emotion rises at a moment of truth": (
        shop("{name: Pago, emotion: {score: -1.5}, moment_of_truth: true}"),
        shop("{name: Pago, emotion: 1, moment_of_truth: true}"),
        ["rose touchpoint pago emotion.score: *Pago* rose from −1.5 to +1, at a moment of truth"],
    ),
    "a stage loses its only channel of a kind": (
        shop("{id: a, name: Ayuda, channel: wa}", rest="channels: [{id: wa, name: WhatsApp, kind: chat}]"),
        shop("{id: a, name: Ayuda, channel: web}", rest="channels: [{id: wa, name: WhatsApp, kind: chat}]"),
        ["changed touchpoint a channel: *Compra* lost its only chat channel, at *Ayuda*"],
    ),
    "a channel more": (
        shop("{id: a, name: Ayuda, channel: web}"),
        shop("{id: a, name: Ayuda, channels: [web, app]}"),
        ["changed touchpoint a channels: *Ayuda* can now be met in app too"],
    ),
    "the short form of a channel is the long one": (
        shop("{name: Ayuda, channel: web}"),
        shop("{name: Ayuda, channels: [web]}"),
        [],
    ),
    "an opportunity ships": (
        shop("{name: Pago, opportunities: [{text: Compra como invitado, status: planned}]}"),
        shop("{name: Pago, opportunities: [{text: Compra como invitado, status: done}]}"),
        ["shipped opportunity compra-como-invitado status: one opportunity shipped: *Compra como invitado*"],
    ),
    "a pain point that nothing answers": (
        shop("Pago"),
        shop("{name: Pago, pain_points: [{text: Duele, severity: 4}]}"),
        ["added pain_point duele: a new pain point at *Pago*, severity 4, without an opportunity: “Duele”"],
    ),
    "another id with the former one": (
        shop("{id: alta, name: Alta}", rest="paths: [{id: p, steps: [alta]}]"),
        shop("{id: registro, was: alta, name: Registro}", rest="paths: [{id: p, steps: [registro]}]"),
        ["renamed touchpoint registro name: *Alta* is now called *Registro*"],
    ),
    "another name, which makes another id": (
        shop(CARD.replace("id: ficha, ", ""), "Pago"),
        shop(CARD.replace("id: ficha, ", "").replace("Ficha", "Hoja de producto"), "Pago"),
        ["renamed touchpoint hoja-de-producto name: *Ficha* is now called *Hoja de producto*"],
    ),
    "another name alone, where the rest is little": (
        shop("Anuncio en Instagram", "Pago"),
        shop("Anuncios en Instagram", "Pago"),
        ["renamed touchpoint anuncios-en-instagram name: *Anuncio en Instagram* is now called *Anuncios en Instagram*"],
    ),
    "two that have nothing in common": (
        shop("{name: Anuncio, channel: web}"),
        shop("{name: Devolución, channel: web}"),
        [
            "removed touchpoint anuncio: *Compra* lost the touchpoint *Anuncio*",
            "added touchpoint devolucion: *Compra* has a new touchpoint: *Devolución*",
        ],
    ),
    "the same name in two stages changes ids that nobody wrote": (
        shop("Pago") + "  - name: Entrega\n",
        shop("Pago") + "  - name: Entrega\n    touchpoints: [Pago]\n",
        ["added touchpoint entrega.pago: *Entrega* has a new touchpoint: *Pago*"],
    ),
    "only what truly moved has moved": (
        shop("A", "B", "C", "D"),
        shop("D", "A", "B", "C"),
        ["moved touchpoint d: *D* now comes first in *Compra*"],
    ),
    "from one stage to another": (
        shop("A", "B") + "  - name: Entrega\n    touchpoints: [C]\n",
        shop("A") + "  - name: Entrega\n    touchpoints: [C, B]\n",
        ["moved touchpoint b: *B* moved from *Compra* to *Entrega*"],
    ),
    "one becomes two": (
        shop("{id: alta, name: Alta, emotion: 1}"),
        shop("{id: datos, was: alta, name: Datos, emotion: 1}", "{id: clave, was: alta, name: Clave}"),
        ["split touchpoint datos: *Alta* was split into *Datos* and *Clave*"],
    ),
    "two become one": (
        shop("{id: datos, name: Datos}", "{id: clave, name: Clave}"),
        shop("{id: alta, was: [datos, clave], name: Alta}"),
        ["merged touchpoint alta: *Datos* and *Clave* became one: *Alta*"],
    ),
    "layout, comments, key order and quotes": (
        shop('{name: "Pago", emotion: 1, channel: web}', rest="# nothing\n"),
        shop("{channel: web, emotion: {score: 1.0}, name: Pago}").replace("title: Tienda\n", "") + "title: 'Tienda'\n",
        [],
    ),
    "a duration in other words": (shop("{name: Pago, lasts: 60m}"), shop("{name: Pago, lasts: 1h}"), []),
    "an owner": (
        shop("{name: Pago, owner: cx}", rest="teams: [{id: cx, name: Experiencia}, {id: web, name: Web}]"),
        shop("{name: Pago, owner: web}", rest="teams: [{id: cx, name: Experiencia}, {id: web, name: Web}]"),
        ["changed touchpoint pago owner: Web now answers for *Pago*, no longer Experiencia"],
    ),
    "a due date": (
        shop("{name: Pago, opportunities: [{text: X, due: 2026-01-01}]}"),
        shop("{name: Pago, opportunities: [{text: X, due: 2026-03-01}]}"),
        ["changed opportunity x due: *X* is due later, on 2026-03-01 instead of 2026-01-01"],
    ),
    "a target": (
        shop("{name: Pago, targets: [{metric: csat, at_least: 4}]}"),
        shop("{name: Pago, targets: [{metric: csat, at_least: 4.5}]}"),
        ["rose target csat at_least: *Pago*, satisfaction (CSAT): value to reach: from 4 to 4.5"],
    ),
    "hostile names stay texts": (
        shop('{id: a, name: "{x} *y* `z`", emotion: 0}'),
        shop('{id: a, name: "{x} *y* `z`", emotion: 1}'),
        ["rose touchpoint a emotion.score: *{x} *y* `z`* rose from 0 to +1"],
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_what_is_told(case: str, told: Told) -> None:
    old, new, expected = CASES[case]
    assert told(old, new) == expected


def test_what_matters_to_the_customer_comes_first(told: Told) -> None:
    old = shop("{id: a, name: A, emotion: 1, moment_of_truth: true}", "{id: b, name: B, emotion: 1, owner: x}")
    new = shop(
        "{id: a, name: AA, emotion: 0, moment_of_truth: true, pain_points: [{text: P, severity: 5}]}",
        "{id: b, name: B, emotion: -1, owner: y}",
    )
    assert [each.split(" ")[0] for each in told(old, new)] == ["fell", "added", "fell", "changed", "renamed"]


def test_a_name_of_the_catalogue_is_said(journey: Built) -> None:
    shared = Catalogue(personas=(Persona(id="ana", name="Ana"),))
    old, new = (
        journey(shop(f"{{name: Pago, emotion: {{score: 0, by: {{ana: {score}}}}}}}"), shared) for score in (1, -1)
    )
    (only,) = compare(old, new)
    assert dict(only.text.arguments)["persona"] == "Ana"
