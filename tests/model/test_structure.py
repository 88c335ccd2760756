"""Every structural problem: its rule, its line and column, its message and its hint; and nothing beside it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Findings = Callable[..., list[str]]

HEAD = "cjm: 1\ntitle: T\n"
POINT = HEAD + "stages:\n  - name: S\n    touchpoints:\n      - name: P\n        "  # line 7, column 9 comes next

CASES = {
    "an unknown key": (
        POINT + "emocion: -2",
        "7:9 unknown-key `emocion` is not a key of a touchpoint | did you mean `emotion`?",
    ),
    "a key with nothing near": (
        HEAD + "rules: {select: [xyzzy]}",
        "3:1 unknown-key `rules` is not a key of a journey | `rules` is a key of the project file",
    ),
    "a key of another part": (
        POINT + "severity: 4",
        "7:9 unknown-key `severity` is not a key of a touchpoint | `severity` is a key of a pain point",
    ),
    "a foreign key of another part": (
        POINT + "gravedad: 4",
        "7:9 unknown-key `gravedad` is not a key of a touchpoint | `severity` is a key of a pain point",
    ),
    "a key of one other part": (
        HEAD + "initiator: x",
        "3:1 unknown-key `initiator` is not a key of a journey | `initiator` is a key of a touchpoint",
    ),
    "letters that only look Latin": (
        "cjm: 1\ntitle: T\nоwner: cx",
        (
            "3:1 unknown-key `оwner` is not a key of a journey | did you mean `owner`? `о` is "
            "U+043E, which only looks like"
            " a Latin letter"
        ),
    ),
    "a missing title": ("cjm: 1\nlanguage: es", "1:1 missing-key a journey has no `title` | write `title: …`"),
    "an empty title": ("cjm: 1\ntitle:", "2:1 missing-key `title` of a journey is empty | write `title: …`"),
    "a missing name": (
        HEAD + "stages:\n  - kind: use\n    touchpoints: [A]",
        "4:5 missing-key a stage has no `name` | write `name: …`",
    ),
    "a part of nothing": (HEAD + "stages: [{}]", "3:10 missing-key a stage has no `name` | write `name: …`"),
    "a figure without a value": (
        POINT + "figures: [{metric: csat}]",
        "7:20 missing-key a figure has no `value` | write `value: …`",
    ),
    "an emotion of nothing": (
        POINT + "emotion: {evidence: [x]}",
        (
            "7:19 missing-key an emotion has neither a `score` nor a `feeling` | write `score: -1`, or "
            "`feeling: …`, or both"
        ),
    ),
    "an event of nothing": (
        POINT + "events: [{}]",
        (
            "7:18 missing-key an event has neither a `name` nor a `regex` | write the name as it stands in the log, or"
            " `regex: …`"
        ),
    ),
    "an event of two": (
        POINT + "events: [{name: a, regex: b}]",
        "7:19 wrong-type an event has both a `name` and a `regex` | write one of them, or two events",
    ),
    "stages behind other bullets": (
        HEAD + "stages:\n  • name: Compra",
        "4:3 wrong-type `stages` is a group of keys, and takes a list | begin each one with a dash: `- name: …`",
    ),
    "stages by name": (
        HEAD + "stages:\n  Compra: {kind: purchase}",
        "4:3 wrong-type `stages` is a group of keys, and takes a list | begin each one with a dash: `- name: Compra`",
    ),
    "a key without its space": (
        HEAD + "stages:\n  - name:Compra",
        (
            "4:5 wrong-type an item of `stages` is `name:Compra`, and takes keys of its own, as in `name: …` | "
            "a key ends with a colon and a space: `name: Compra`"
        ),
    ),
    "stages in a row": (
        HEAD + "stages: Buscar > Comprar -> Usar",
        (
            "3:9 wrong-type `stages` is `Buscar > Comprar -> Usar`, and takes a list | put each one on its own line, "
            "after a dash: `- name: Buscar`"
        ),
    ),
    "a persona in full": (
        HEAD + "persona: {name: Laura}",
        (
            "3:10 wrong-type `persona` is a group of keys, and takes text | "
            "`persona` takes a name; describe it under `personas`: `personas: [{name: …}]`"
        ),
    ),
    "two channels": (
        HEAD + "stages: [{name: A, touchpoints: [{name: B, channel: [web, app]}]}]",
        "3:53 wrong-type `channel` is a list, and takes text | several go under `channels`",
    ),
    "a text for a list": (
        HEAD + "stages: Compra",
        (
            "3:9 wrong-type `stages` is `Compra`, and takes a list | put each one on its own line, after "
            "a dash: `- name: Compra`"
        ),
    ),
    "a group for a list": (
        HEAD + "stages: {name: A}",
        "3:9 wrong-type `stages` is a group of keys, and takes a list | begin each one with a dash: `- name: …`",
    ),
    "a text for a stage": (
        HEAD + "stages: [Compra]",
        (
            "3:10 wrong-type an item of `stages` is `Compra`, and takes keys of its own, as in `name: …` | write"
            " `- name: Compra`"
        ),
    ),
    "a list for a text": (
        HEAD + "description: [a, b]",
        "3:14 wrong-type `description` is a list, and takes text",
    ),
    "a list of one for a text": (
        HEAD + "description: [a]",
        (
            "3:14 wrong-type `description` is a list, and takes text | it takes one value: write `a` without a dash or"
            " brackets"
        ),
    ),
    "a group for a text": (
        POINT + "outcome:\n          Pagado: con tarjeta",
        (
            "8:11 wrong-type `outcome` is a group of keys, and takes text | if the colon belongs to "
            "the sentence, put the"
            ' sentence in quotes: `"Pagado: con tarjeta"`'
        ),
    ),
    "a placeholder without quotes": (
        HEAD + "description: {text here}",
        "3:14 wrong-type `description` is a group of keys, and takes text | a text that begins with `{` needs quotes",
    ),
    "words between braces": (
        POINT + "expectation: {Pagar, sin registrarse}",
        (
            "7:22 wrong-type `Pagar, sin registrarse` stands between braces, which hold keys with "
            "values | put a text in"
            " quotes, and a list between square brackets"
        ),
    ),
    "a word for an emotion": (
        POINT + "emotion: fatal",
        (
            "7:18 wrong-type `emotion` is `fatal`, and takes a number | write the score as a number "
            "from -2 to 2, or the"
            " word as `{feeling: fatal}`"
        ),
    ),
    "a list for an emotion": (
        POINT + "emotion: [1, 2]",
        "7:18 wrong-type `emotion` is a list, and takes a number, or keys of its own | write `score: …` below it",
    ),
    "a number in quotes": (
        POINT + 'emotion: "1"',
        (
            "7:18 wrong-type `emotion` is the text `1`, and takes a number | write it without quotes, with a point for"
            " decimals: `1`"
        ),
    ),
    "a decimal comma": (
        POINT + "emotion: -1,5",
        (
            "7:18 wrong-type `emotion` is `-1,5`, and takes a number | write it without quotes, with "
            "a point for decimals:"
            " `-1.5`"
        ),
    ),
    "a minus of typographers": (
        POINT + "emotion: −1",
        (
            "7:18 wrong-type `emotion` is `−1`, and takes a number | write it without quotes, with a "
            "point for decimals: `-1`"
        ),
    ),
    "half a priority": (
        HEAD + "opportunities: [{text: a, priority: 1.5}]",
        "3:37 wrong-type `priority` is `1.5`, and takes a whole number",
    ),
    "a yes": (
        POINT + "moment_of_truth: sí",
        "7:26 wrong-type `moment_of_truth` is `sí`, and takes `true` or `false` | write `true`, without quotes",
    ),
    "a word of another list": (
        HEAD + "state: retired",
        "3:8 wrong-type `state` cannot be `retired` | choose one of `current`, `future`, `new`",
    ),
    "a foreign word": (
        HEAD + "status: borrador",
        "3:9 wrong-type `status` cannot be `borrador` | did you mean `draft`?",
    ),
    "a list for a word": (
        HEAD + "status: [draft, agreed]",
        "3:9 wrong-type `status` is a list, and takes one of `draft`, `agreed`, `retired`",
    ),
    "a level in words": (
        HEAD + "pain_points: [{text: a, severity: alta}]",
        (
            "3:35 wrong-type `severity` is `alta`, and takes a number from 1 to 5, or `low`, "
            "`medium`, `high`, `critical` |"
            " did you mean `high`?"
        ),
    ),
    "no language": (
        HEAD + "language: Español",
        "3:11 wrong-type `language` is `Español`, and takes the tag of a language | write `es`, `en`, `fr`, `pt` …",
    ),
    "a broken expression": (
        POINT + 'events: [{regex: "("}]',
        (
            "7:26 wrong-type `(` is not a regular expression | it was refused with: missing ), "
            "unterminated subpattern at"
            " position 0"
        ),
    ),
    "a scale of three": (
        HEAD + "sources: {surveys: {source: s, csat: {column: c, scale: [1, 2, 3]}}}",
        "3:57 wrong-type `scale` takes the lowest and the highest answer | write `scale: [1, 7]`",
    ),
    "a scale that goes down": (
        HEAD + "sources: {surveys: {source: s, csat: {column: c, scale: [7, 1]}}}",
        "3:57 wrong-type `scale` takes the lowest and the highest answer | write `scale: [1, 7]`",
    ),
    "an amount of something": (
        POINT + "targets: [{metric: csat, at_least: high}]",
        "7:44 wrong-type `at_least` is `high`, and takes a number, a share or a duration | write `4.2`, `25%` or `2d`",
    ),
    "a stage of the old scale": (
        POINT + "emotion: 5",
        (
            "7:18 value-out-of-range `emotion` is 5, and must be from −2 to 2 | a score from 1 to 5 is less 3 here: 5"
            " becomes 2, 3 becomes 0"
        ),
    ),
    "an importance of six": (
        POINT + "importance: 6",
        "7:21 value-out-of-range `importance` is 6, and must be from 1 to 5",
    ),
    "views off the scale": (
        POINT + "views: {company: 0, customer: 1}",
        "7:26 value-out-of-range `company` is 0, and must be from 1 to 5",
    ),
    "a sample below nothing": (
        HEAD + "evidence: [{title: a, sample: -1}]",
        "3:31 value-out-of-range `sample` is -1, and must be 0 or more",
    ),
    "a day first": (
        HEAD + "reviewed: 1/10/2026",
        "3:11 invalid-date `1/10/2026` is not a date | write year, month, day: `2026-10-01`",
    ),
    "a month first": (
        HEAD + "reviewed: 10/31/2026",
        "3:11 invalid-date `10/31/2026` is not a date | write year, month, day: `2026-10-31`",
    ),
    "a date with its time": (
        HEAD + "reviewed: 2026-10-31T10:00:00",
        "3:11 invalid-date `2026-10-31T10:00:00` is not a date | write year, month, day: `2026-10-31`",
    ),
    "a day that is not": (
        HEAD + "reviewed: 2026-02-30",
        "3:11 invalid-date `2026-02-30` is not a date | write year, month, day: `2026-10-01`",
    ),
    "a date of two": (
        HEAD + "reviewed: [2026-01-01, 2026-02-01]",
        "3:11 invalid-date `reviewed` takes a date | write year, month, day: `2026-10-01`",
    ),
    "minutes in a word": (
        POINT + "lasts: 20 minutos",
        "7:16 invalid-duration `20 minutos` is not a duration | write `20m`",
    ),
    "a duration with a comma": (
        POINT + "lasts: 1,5 horas",
        "7:16 invalid-duration `1,5 horas` is not a duration | write `1.5h`",
    ),
    "a duration in itself": (
        POINT + "time_limit: 1h30m",
        (
            "7:21 invalid-duration `1h30m` is not a duration | write a number and `s`, `m`, `h`, "
            "`d`, `w`, `mo` or `y`, as in"
            " `20m` or `3d`"
        ),
    ),
    "lengths the wrong way round": (
        POINT + "lasts: {from: 5d, to: 2d}",
        "7:31 invalid-duration `to` is shorter than `from`: 2d and 5d | write the shorter one first",
    ),
    "a share of more than all": (
        POINT + "share: 130%",
        "7:16 invalid-share `130%` is not a share | write a share from 0 to 1, as `40%` or `0.4`",
    ),
    "a share with a comma": (POINT + "share: 18,5 %", "7:16 invalid-share `18,5 %` is not a share | write `18.5%`"),
    "a share without its sign": (POINT + "share: 40", "7:16 invalid-share `40` is not a share | write `40%`"),
    "a share in quotes": (
        POINT + 'share: "0.4"',
        "7:16 invalid-share `0.4` is not a share | write it without quotes: `0.4`",
    ),
    "a script for a link": (
        POINT + 'links: [{link: "javascript:alert(1)"}]',
        (
            "7:24 invalid-link `javascript:alert(1)` is not a link | write an address that begins "
            "with `https://`, `http://`"
            " or `mailto:`, or a path inside the project"
        ),
    ),
    "an address for an image": (
        POINT + "image: https://example.org/a.png",
        (
            "7:16 invalid-link `https://example.org/a.png` is not a path inside the project | write "
            "the path of a file inside"
            " the project, such as `img/laura.png`"
        ),
    ),
    "a target without a bound": (
        POINT + "targets: [{metric: csat}]",
        (
            "7:20 invalid-target a target has neither `at_least` nor `at_most` | write one of them: `at_least: 25%` or"
            " `at_most: 2d`"
        ),
    ),
    "a target with two": (
        POINT + "targets: [{metric: csat, at_least: 1, at_most: 2}]",
        (
            "7:20 invalid-target a target has both `at_least` and `at_most` | write one of them: `at_least: 25%` or"
            " `at_most: 2d`"
        ),
    ),
    "a target in another unit": (
        POINT + "targets: [{metric: dwell.median, at_most: 40%}]",
        "7:51 invalid-target `dwell.median` is a duration, and `40%` is not | write a duration, such as `20m` or `2d`",
    ),
    "an objective without its metric": (
        HEAD + "objective: {statement: s, at_least: 25%}",
        (
            "3:13 invalid-target an objective has a value to reach and no `metric` | write the figure that shows it:"
            " `metric: …`"
        ),
    ),
    "an objective with two bounds": (
        HEAD + "objective: {statement: s, metric: csat, at_least: 1, at_most: 2}",
        "3:13 invalid-target an objective has both `at_least` and `at_most` | write one of them",
    ),
    "an id with a space": (
        POINT + "id: crear cuenta!",
        (
            "7:13 invalid-id `crear cuenta!` is not an id | letters, digits, `-`, `_` and `.`, at most 64, such as"
            " `crear-cuenta`"
        ),
    ),
    "an id of nothing usable": (
        POINT + 'id: "😀"',
        "7:13 invalid-id `😀` is not an id | write letters, digits, `-`, `_` and `.`, at most 64",
    ),
    "an id that is not composed": (
        POINT + "id: cafe\u0301",
        "7:13 invalid-id `cafe\u0301` is not an id | letters, digits, `-`, `_` and `.`, at most 64, such as `cafe`",
    ),
    "a later format": (
        "cjm: 2\nfoo: bar",
        "1:6 unsupported-format this is format 2, and this cjm knows format 1 | write `cjm: 1`, or install a newer cjm",
    ),
    "a format of two": (
        "cjm: [1]\nfoo: bar",
        (
            "1:6 unsupported-format `cjm` is a list, and takes the version of the format | write "
            "`cjm: 1`, or install a newer"
            " cjm"
        ),
    ),
    "a format of nothing": ("cjm:\nfoo: bar", "1:1 missing-key `cjm` of a journey is empty | write `cjm: 1`"),
    "no format": ("foo: bar", "1:1 missing-key a journey has no `cjm` | write `cjm: 1` as the first line"),
    "a list for a journey": (
        "- a",
        "1:1 wrong-type a journey is written as keys with values, and this file is a list | begin with `cjm: 1`",
    ),
    "an empty text": (
        POINT + 'outcome: ""',
        "7:18 empty-text `outcome` is empty | write the text, or take the line out",
    ),
    "an empty key": (
        POINT + "outcome:",
        "7:9 empty-text `outcome` has nothing after it | write its value, or take the line out",
    ),
    "an empty key of one's own": (
        POINT + "lanes: {legal: ~}",
        "7:17 empty-text `legal` has nothing after it | write its value, or take the line out",
    ),
    "an empty item": (
        HEAD + "stages:\n  -\n  - name: A",
        "4:4 empty-text an item of `stages` is empty | write something after the dash, or take the line out",
    ),
    "a placeholder": (
        HEAD + "description: TODO",
        "3:14 placeholder-text `TODO` is a placeholder | write the real text, or take the line out",
    ),
    "a placeholder in Spanish": (
        HEAD + "description: Por definir",
        "3:14 placeholder-text `Por definir` is a placeholder | write the real text, or take the line out",
    ),
    "a placeholder of templates": (
        HEAD + "description: '{{ description }}'",
        "3:14 placeholder-text `{{ description }}` is a placeholder | write the real text, or take the line out",
    ),
    "a sentence cut by its comma": (
        POINT + "actions: [Rellena nueve campos, y repite la contraseña]",
        (
            "7:41 split-sentence the comma makes two items of `Rellena nueve campos` and `y repite "
            "la contraseña` | if it is"
            " one sentence, put it in quotes or on a line of its own after a dash"
        ),
    ),
    "words cut by their comma": (
        HEAD + "tags: [precio, y confianza]",
        (
            "3:16 split-sentence the comma makes two items of `precio` and `y confianza` | if it is "
            "one sentence, put it in"
            " quotes or on a line of its own after a dash"
        ),
    ),
    "a sentence cut by its hash": (
        POINT + "outcome: Llama al mostrador #12 y pregunta",
        (
            "7:18 split-sentence `#` begins a comment, and the text ends before `#12 y pregunta` | "
            "put the sentence in quotes:"
            ' `"Llama al mostrador #12 y pregunta"`; a comment has a space behind its `#`'
        ),
    ),
    "a no": (
        POINT + "thoughts: [no]",
        '7:20 implicit-boolean `no` is text here; tools of YAML 1.1 would read `false` | put it in quotes: `"no"`',
    ),
    "Norwegian": (
        HEAD + "language: no",
        '3:11 implicit-boolean `no` is text here; tools of YAML 1.1 would read `false` | put it in quotes: `"no"`',
    ),
    "an id that is on": (
        POINT + "id: On",
        '7:13 implicit-boolean `On` is text here; tools of YAML 1.1 would read `true` | put it in quotes: `"On"`',
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_a_mistake_gives_this_one_finding(case: str, findings: Findings) -> None:
    text, expected = CASES[case]
    assert findings(text + "\n") == [expected]


SOUND = {
    "text is taken as written": "description: 2026\nversion: 1.10\ntags: ['no', 12:30, 1e3, 0x1F]",
    "capitals of a sentence in brackets": "tags: [Ropa de mujer, Ropa de niño]",
    "single words in brackets": "tags: [precio, confianza, plazo]",
    "a comment": "description: Una frase entera # y un comentario\nowner: cx #sin espacio",
    "todo is a word of Spanish": "description: Todo lo que compra el cliente\ntags: [todo]",
    "a channel by its id alone": "channels: [{id: web, kind: web}]",
    "an objective that is a metric": "objective: {metric: conversion, at_least: 25%}",
    "a unit of one's own metric": "metrics: [{id: csat, unit: share}]\ntargets: [{metric: csat, at_least: 80%}]",
    "nothing at all": "",
}


@pytest.mark.parametrize("case", SOUND)
def test_what_is_meant_so_is_not_spoken_of(case: str, findings: Findings) -> None:
    assert findings(HEAD + SOUND[case] + "\n") == []
