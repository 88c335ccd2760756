"""One case for each way in which two people meet in a journey."""

from __future__ import annotations

import pytest

from cjm.merge.blocks import Unusual
from cjm.merge.marks import Labels
from cjm.merge.merging import Conflict, merge

OLD = """\
# La tienda, de principio a fin
cjm: 1
title: Tienda
persona: Laura   # la principal

stages:
  - id: ver
    name: Ver
    touchpoints:
      - Anuncio
      - id: ficha
        name: Ficha
        emotion: 1   # con reservas
        evidence: [a, b]
        actions:
          - Mira las fotos
          - Lee opiniones
        pain_points:
          - {id: lenta, text: "Va lenta", severity: 3}

  # Aquí se decide todo
  - id: compra
    name: Compra
    touchpoints:
      - id: pago
        name: Pago
        emotion: -1
"""


def changed(*changes: tuple[str, str], text: str = OLD) -> str:
    for before, after in changes:
        assert before in text
        text = text.replace(before, after, 1)
    return text


def merged(ours: str, theirs: str, old: str = OLD) -> str:
    result = merge(old, ours, theirs)
    assert result.conflicts == ()
    return result.text


PAGO = """\
      - id: pago
        name: Pago
        emotion: -1
"""


@pytest.mark.parametrize(
    ("ours", "theirs", "both"),
    [
        pytest.param(
            [("title: Tienda", "title: La tienda")],
            [("emotion: -1", "emotion: -2")],
            [("title: Tienda", "title: La tienda"), ("emotion: -1", "emotion: -2")],
            id="different fields",
        ),
        pytest.param(
            [("      - Anuncio\n", "      - Anuncio\n      - Blog\n")],
            [("      - Anuncio\n", "      - Anuncio\n      # visto en mayo\n      - Radio\n")],
            [("      - Anuncio\n", "      - Anuncio\n      - Blog\n      # visto en mayo\n      - Radio\n")],
            id="touchpoints added at one place: ours first",
        ),
        pytest.param(
            [("severity: 3", "severity: 4")],
            [('"Va lenta"', "'Va muy lenta'")],
            [('"Va lenta", severity: 3', "'Va muy lenta', severity: 4")],
            id="fields of one thing in braces",
        ),
        pytest.param(
            [
                (
                    '{id: lenta, text: "Va lenta", severity: 3}',
                    '{id: lenta, text: "Va lenta",\n             severity: 5}',
                )
            ],
            [('"Va lenta", severity: 3', '"Va muy lenta",\n             severity: 3, share: 9%')],
            [
                (
                    '{id: lenta, text: "Va lenta", severity: 3}',
                    '{id: lenta, text: "Va muy lenta", severity: 5, share: 9%}',
                )
            ],
            id="fields of one thing in braces over two lines",
        ),
        pytest.param(
            [("[a, b]", "[a, b, c]")],
            [("[a, b]", "[b, d]")],
            [("[a, b]", "[b, c, d]")],
            id="a list in brackets grows and shrinks",
        ),
        pytest.param(
            [("          - Mira las fotos\n", "          - Mira las fotos, y hace zoom\n")],
            [("          - Lee opiniones\n", "          - Lee opiniones\n          - Pregunta la talla\n")],
            [
                ("          - Mira las fotos\n", "          - Mira las fotos, y hace zoom\n"),
                ("          - Lee opiniones\n", "          - Lee opiniones\n          - Pregunta la talla\n"),
            ],
            id="a sentence rewritten, another added",
        ),
        pytest.param(
            [(PAGO, "      - Recibo\n"), ("      - Anuncio\n", "      - Anuncio\n" + PAGO)],
            [("emotion: -1", "emotion: -2")],
            [(PAGO, "      - Recibo\n"), ("      - Anuncio\n", "      - Anuncio\n" + PAGO.replace("-1", "-2"))],
            id="moved to another stage on one side, changed on the other",
        ),
        pytest.param(
            [("id: pago\n", "id: cobro\n        was: pago\n")],
            [("emotion: -1", "emotion: -2")],
            [("id: pago\n", "id: cobro\n        was: pago\n"), ("emotion: -1", "emotion: -2")],
            id="a new id that says what it was",
        ),
        pytest.param(
            [("      - Anuncio\n", "      - id: anuncio\n        name: Anuncio\n        channel: tv\n")],
            [("name: Ver\n", "name: Mirar\n")],
            [
                ("      - Anuncio\n", "      - id: anuncio\n        name: Anuncio\n        channel: tv\n"),
                ("name: Ver\n", "name: Mirar\n"),
            ],
            id="the short form becomes the full one",
        ),
        pytest.param(
            [("  # Aquí se decide todo\n", "  # Aquí se decide todo (taller de mayo)\n")],
            [("emotion: -1", "emotion: -2")],
            [
                ("  # Aquí se decide todo\n", "  # Aquí se decide todo (taller de mayo)\n"),
                ("emotion: -1", "emotion: -2"),
            ],
            id="a comment on one side",
        ),
        pytest.param(
            [('        pain_points:\n          - {id: lenta, text: "Va lenta", severity: 3}\n', "")],
            [("severity: 3}\n", "severity: 3}\n          - {id: cara, text: Es cara}\n")],
            [('{id: lenta, text: "Va lenta", severity: 3}', "{id: cara, text: Es cara}")],
            id="the only pain point taken out, another added",
        ),
        pytest.param(
            [(PAGO, PAGO + "        pain_points:\n          - {id: uno, text: Uno}\n")],
            [(PAGO, PAGO + "        pain_points:\n          - {id: dos, text: Dos}\n")],
            [
                (
                    PAGO,
                    PAGO + "        pain_points:\n          - {id: uno, text: Uno}\n          - {id: dos, text: Dos}\n",
                )
            ],
            id="both begin the same list",
        ),
        pytest.param(
            [("emotion: -1", "emotion: -2")],
            [("emotion: -1", "emotion: -2"), ("name: Pago", "name: Paga")],
            [("emotion: -1", "emotion: -2"), ("name: Pago", "name: Paga")],
            id="both say the same",
        ),
        pytest.param(
            [("        name: Pago\n        emotion: -1\n", "        emotion:   -1\n        name: Pago\n")],
            [("emotion: -1", "emotion: -2"), ("title: Tienda", "title: La tienda")],
            [
                ("title: Tienda", "title: La tienda"),
                ("        name: Pago\n        emotion: -1\n", "        emotion: -2\n        name: Pago\n"),
            ],
            id="another layout on one side, another value on the other",
        ),
    ],
)
def test_both_changes_are_made(
    ours: list[tuple[str, str]], theirs: list[tuple[str, str]], both: list[tuple[str, str]]
) -> None:
    assert merged(changed(*ours), changed(*theirs)) == changed(*both)


@pytest.mark.parametrize(
    ("ours", "theirs", "about"),
    [
        (
            [("emotion: -1", "emotion: -2")],
            [("emotion: -1", "emotion: 0")],
            ("stages", "compra", "touchpoints", "pago", "emotion"),
        ),
        ([("title: Tienda", "title: Uno")], [("title: Tienda", "title: Dos")], ("title",)),
        (
            [("severity: 3", "severity: 4")],
            [("severity: 3", "severity: 5")],
            ("stages", "ver", "touchpoints", "ficha", "pain_points", "lenta"),
        ),
        ([("# la principal", "# Laura")], [("persona: Laura", "persona: Ana")], ("persona",)),
        ([("id: pago", "id: uno")], [("id: pago", "id: dos")], ("stages", "compra", "touchpoints", "pago", "id")),
    ],
)
def test_what_both_changed_is_left_between_marks(
    ours: list[tuple[str, str]], theirs: list[tuple[str, str]], about: tuple[str, ...]
) -> None:
    mine, its = changed(*ours), changed(*theirs)
    result = merge(OLD, mine, its, Labels("HEAD", "mejora"))
    assert [each.way for each in result.conflicts][:1] == [about]
    assert chosen(result.text, ours=True) == mine
    assert chosen(result.text, ours=False) == its


def chosen(text: str, *, ours: bool) -> str:
    """What is left when somebody takes one side everywhere."""
    kept: list[str] = []
    side = ""
    for line in text.splitlines(keepends=True):
        if line.startswith(("<<<<<<< HEAD", "=======", ">>>>>>> mejora")):
            side = {"<": "ours", "=": "theirs", ">": ""}[line[0]]
        elif side in ("", "ours" if ours else "theirs"):
            kept.append(line)
    return "".join(kept)


def test_taking_out_against_changing_is_left_to_people() -> None:
    mine, its = changed((PAGO, "      - Recibo\n")), changed(("emotion: -1", "emotion: -2"))
    result = merge(OLD, mine, its, Labels("HEAD", "mejora"))
    assert result.conflicts == (Conflict(("stages", "compra", "touchpoints", "pago"), gone=True),)
    assert chosen(result.text, ours=True) == mine
    assert merge(OLD, its, mine, Labels("HEAD", "mejora")).conflicts == result.conflicts


def test_a_whole_stage_taken_out_goes_when_the_other_side_left_it_alone() -> None:
    gone = OLD[: OLD.index("\n  # Aquí")]
    assert merged(gone, changed(("title: Tienda", "title: Otra"))) == gone.replace("title: Tienda", "title: Otra")


def test_stages_in_another_order_keep_what_the_other_side_wrote_in_them() -> None:
    head, ver, compra = (
        OLD[: OLD.index("  - id: ver")],
        OLD[OLD.index("  - id: ver") : OLD.index("\n  # Aq")],
        OLD[OLD.index("\n  # Aq") :],
    )
    turned = head + compra + ver
    assert merged(turned, changed(("emotion: -1", "emotion: -2"))) == turned.replace("emotion: -1", "emotion: -2")


def test_two_orders_of_one_list_are_left_to_people() -> None:
    old = "cjm: 1\ntitle: T\ntags: [x]\nstages:\n  - A\n  - B\n  - C\n"
    result = merge(
        old,
        old.replace("  - A\n  - B\n  - C\n", "  - C\n  - A\n  - B\n"),
        old.replace("  - A\n  - B\n  - C\n", "  - B\n  - C\n  - A\n"),
    )
    assert result.text.count("<<<<<<<") <= 1
    assert set("ABC") <= set(result.text)


PLACES = """\
cjm: 1
title: T
stages:
  - id: a
    name: A
    touchpoints:
      - id: x
        name: X
      - Y
  - id: b
    name: B
    touchpoints:
      - Z
  - id: c
    name: C
    touchpoints:
      - W
"""
X = "      - id: x\n        name: X\n"
IN_B, IN_C = ("      - Z\n", "      - Z\n" + X), ("      - W\n", "      - W\n" + X)


@pytest.mark.parametrize(
    ("old", "ours", "theirs", "stages"),
    [
        pytest.param(
            PLACES, changed((X, ""), IN_B, text=PLACES), changed((X, ""), IN_C, text=PLACES), "bc", id="moved"
        ),
        pytest.param(PLACES, changed((X, ""), text=PLACES), changed((X, ""), IN_C, text=PLACES), "c", id="gone"),
        pytest.param(
            changed((X, ""), text=PLACES),
            changed((X, ""), IN_B, text=PLACES),
            changed((X, ""), IN_C, text=PLACES),
            "bc",
            id="new",
        ),
    ],
)
def test_one_thing_in_two_places_is_left_to_people(old: str, ours: str, theirs: str, stages: str) -> None:
    result = merge(old, ours, theirs, Labels("HEAD", "mejora"))
    assert [each.way for each in result.conflicts] == [("stages", stage, "touchpoints", "x") for stage in stages]
    assert chosen(result.text, ours=True) == ours
    assert chosen(result.text, ours=False) == theirs


def test_line_ends_the_byte_order_mark_and_a_missing_last_break_are_ours() -> None:
    def windows(text: str) -> str:
        return "\ufeff" + text.replace("\n", "\r\n")

    ours, theirs = changed(("title: Tienda", "title: Otra")), changed(("emotion: -1", "emotion: -2"))
    both = changed(("title: Tienda", "title: Otra"), ("emotion: -1", "emotion: -2"))
    assert merged(windows(ours), windows(theirs), windows(OLD)) == windows(both)
    assert merged(ours, theirs[:-1]) == both[:-1]


def test_marks_are_as_long_as_they_are_wanted() -> None:
    result = merge(OLD, changed(("title: Tienda", "title: A")), changed(("title: Tienda", "title: B")), Labels(size=9))
    assert "\n<<<<<<<<< ours\ntitle: A\n=========\ntitle: B\n>>>>>>>>> theirs\n" in result.text


@pytest.mark.parametrize(
    "strange",
    [
        OLD.replace("persona: Laura", "persona: &quien Laura"),
        OLD.replace("name: Pago", "name: !!str Pago"),
        "{cjm: 1, title: Tienda}\n",
        "- una\n- lista\n",
        "title: [\n",
        OLD.replace("emotion: -1", "emotion: -1\n        emotion: 2"),
        OLD.replace("id: pago", "id: ficha"),
        OLD.replace("stages:", "etapas:"),
    ],
)
def test_what_lines_do_not_tell_is_refused(strange: str) -> None:
    ours, theirs = changed(("title: Tienda", "title: A")), changed(("emotion: -1", "emotion: -2"))
    for versions in ((strange, ours, theirs), (OLD, strange, theirs), (OLD, ours, strange)):
        with pytest.raises(Unusual):
            merge(*versions, None)


def test_a_project_file_is_merged_by_ids_too() -> None:
    old = "cjm_project: 1\ncatalogue:\n  channels:\n    - {id: web, name: Web}\n  teams:\n    - {id: cx, name: CX}\n"
    ours = old.replace("    - {id: web, name: Web}\n", "    - {id: web, name: Página}\n    - {id: app, name: App}\n")
    theirs = old.replace(
        "    - {id: web, name: Web}\n", "    - {id: web, name: Web, kind: web}\n    - {id: tel, name: Teléfono}\n"
    )
    assert merged(ours, theirs, old) == old.replace(
        "    - {id: web, name: Web}\n",
        "    - {id: web, name: Página, kind: web}\n    - {id: app, name: App}\n    - {id: tel, name: Teléfono}\n",
    )


def test_a_file_that_both_added_is_merged_too() -> None:
    theirs = changed(("      - Anuncio\n", "      - Anuncio\n      - Radio\n"))
    assert merged(OLD, theirs, "") == theirs
    result = merge("", OLD, changed(("emotion: -1", "emotion: -2")))
    assert [each.way for each in result.conflicts] == [("stages", "compra", "touchpoints", "pago", "emotion")]
