"""Whatever two people do to different things of a journey, both have done it when it is merged."""

from __future__ import annotations

import copy
import random
from collections.abc import Callable, Iterator
from typing import Any, NamedTuple

import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from cjm.merge.merging import merge
from cjm.model import Journey
from cjm.model.build import build_journey
from cjm.source import read

Tree = dict[str, Any]
WORDS = ("lento", "claro", "sin aviso", "«caro»", "¿por qué?", "ñandú", "fácil: sí", "# no")


def journey(text: str) -> Journey:
    built = build_journey(read(text.encode(), "x"))
    assert built.part is not None
    assert built.problems == ()
    return built.part


def base(chance: random.Random) -> Tree:
    """A journey as plain values; everything that is edited has an id of its own."""
    number = iter(range(1000))

    def pain() -> Tree:
        return {"id": f"d{next(number)}", "text": chance.choice(WORDS), "severity": chance.randint(1, 5)}

    def touchpoint() -> Tree:
        one: Tree = {"id": f"t{next(number)}", "name": chance.choice(WORDS), "emotion": chance.randint(-2, 2)}
        if chance.random() < 0.6:
            one["evidence"] = chance.sample(["e1", "e2", "e3"], chance.randint(1, 3))
        if chance.random() < 0.4:
            one["thoughts"] = [f"{chance.choice(WORDS)} {next(number)}" for _ in range(chance.randint(1, 3))]
        if chance.random() < 0.6:
            one["pain_points"] = [pain() for _ in range(chance.randint(1, 3))]
        return one

    def stage() -> Tree:
        points = [touchpoint() for _ in range(chance.randint(1, 4))]
        return {"id": f"s{next(number)}", "name": chance.choice(WORDS), "touchpoints": points}

    return {"cjm": 1, "title": "Tienda", "language": "es", "stages": [stage() for _ in range(chance.randint(1, 3))]}


def quoted(value: object) -> str:
    return str(value) if isinstance(value, int) else f'"{value}"'


def written(tree: Tree, seed: int) -> str:
    return "\n".join(lines(tree, seed)) + "\n"


def lines(tree: Tree, seed: int, indent: int = 0) -> Iterator[str]:
    """The tree as YAML, with a comment here and there, and small things in braces here and there."""
    pad = " " * indent
    for key, value in tree.items():
        if isinstance(value, list) and not value:
            continue
        if not isinstance(value, list):
            yield f"{pad}{key}: {quoted(value)}"
        elif not isinstance(value[0], dict):
            if key == "evidence":
                yield f"{pad}{key}: [{', '.join(value)}]"
            else:
                yield f"{pad}{key}:"
                yield from (f"{pad}  - {quoted(each)}" for each in value)
        else:
            yield f"{pad}{key}:"
            for each in value:
                yield from item(each, seed, indent + 2)


def item(tree: Tree, seed: int, indent: int) -> Iterator[str]:
    style = random.Random(f"{seed} {tree['id']}")  # the same for the same thing in every version
    pad = " " * indent
    if style.random() < 0.3:
        yield ""
    if style.random() < 0.3:
        yield f"{pad}# sobre {tree['id']}"
    if "severity" in tree and style.random() < 0.5:
        yield f"{pad}- {{{', '.join(f'{key}: {quoted(value)}' for key, value in tree.items())}}}"
        return
    below = list(lines(tree, seed, indent + 2))
    yield f"{pad}- {below[0].lstrip()}"
    yield from below[1:]


def every(tree: Tree, key: str) -> list[tuple[list[Tree], Tree]]:
    """Each thing of a kind with the list that holds it."""
    found = []
    for name, value in tree.items():
        if isinstance(value, list) and value and isinstance(value[0], dict):
            found += [(value, each) for each in value if name == key]
            found += [pair for each in value for pair in every(each, key)]
    return found


def find(tree: Tree, name: str) -> tuple[list[Tree], Tree]:
    kinds = {"s": "stages", "t": "touchpoints", "d": "pain_points"}
    return next(pair for pair in every(tree, kinds[name[0]]) if pair[1]["id"] == name)


def inside(tree: Tree) -> list[str]:
    """The ids of a thing and of all in it."""
    below = [each for value in tree.values() if isinstance(value, list) for each in value if isinstance(each, dict)]
    return [tree["id"], *(name for each in below for name in inside(each))]


class Edit(NamedTuple):
    """`writes` is what it changes, `needs` what must stay as it was for it."""

    writes: frozenset[str]
    needs: frozenset[str]
    make: Callable[[Tree], None]

    def disturbs(self, other: Edit) -> bool:
        return not (self.writes.isdisjoint(other.writes | other.needs) and other.writes.isdisjoint(self.needs))


def setting(name: str, key: str, value: object) -> Edit:
    return Edit(frozenset({f"{name}.{key}"}), frozenset({name}), lambda tree: find(tree, name)[1].update({key: value}))


def adding(name: str, new: Tree) -> Edit:
    def put(tree: Tree) -> None:
        around, one = find(tree, name)
        around.insert(around.index(one) + 1, copy.deepcopy(new))

    return Edit(frozenset(), frozenset({name, f"{name} stays", f"{name} is followed"}), put)


def removing(old: Tree, name: str) -> Edit:
    def remove(tree: Tree) -> None:
        around, one = find(tree, name)
        around.remove(one)

    gone = inside(find(old, name)[1])
    keys = ("text", "name", "emotion", "importance", "evidence")
    return Edit(frozenset({*gone, *(f"{each}.{key}" for each in gone for key in keys)}), frozenset(), remove)


def moving(old: Tree, name: str, behind: str) -> Edit:
    def move(tree: Tree) -> None:
        around, one = find(tree, name)
        around.remove(one)
        target, anchor = find(tree, behind)
        target.insert(target.index(anchor) + 1, one)

    lists = {f"order of {each[0]['id']}" for each in (find(old, name)[0], find(old, behind)[0])}
    writes = {f"{name} stays", f"{behind} is followed", f"{name} is followed", *lists}
    return Edit(frozenset(writes), frozenset({name, behind, f"{behind} stays"}), move)


def widening(name: str, new: str) -> Edit:
    def widen(tree: Tree) -> None:
        one = find(tree, name)[1]
        one["evidence"] = [*one["evidence"], new]

    return Edit(frozenset(), frozenset({name}), widen)


def edit(old: Tree, chance: random.Random, mark: str) -> Edit:
    points = [each["id"] for _, each in every(old, "touchpoints")]
    pains = [each["id"] for _, each in every(old, "pain_points")]
    name, other = chance.choice(points), chance.choice(points)
    new = {"id": f"t{mark}", "name": f"más {mark}", "emotion": 1}
    made = [
        setting(name, "emotion", chance.randint(-2, 2)),
        setting(name, "name", f"nuevo {mark}"),
        setting(name, "importance", chance.randint(1, 5)),
        adding(name, new),
        removing(old, name),
    ]
    if other != name:
        made.append(moving(old, name, other))
    if pains:
        pain = chance.choice(pains)
        made += [
            setting(pain, "text", f"otro {mark}"),
            adding(pain, {"id": f"d{mark}", "text": mark}),
            removing(old, pain),
        ]
    if "evidence" in find(old, name)[1]:
        made.append(widening(name, f"e{mark}"))
    return chance.choice(made)


def two_sides(old: Tree, chance: random.Random) -> tuple[list[Edit], list[Edit]]:
    """Edits of two people, none of which disturbs another."""
    chosen: tuple[list[Edit], list[Edit]] = ([], [])
    for number in range(chance.randint(2, 10)):
        side = number % 2
        new = edit(old, chance, f"{'ab'[side]}{number}")
        if not any(new.disturbs(each) for each in (*chosen[0], *chosen[1])):
            chosen[side].append(new)
    return chosen


def made(old: Tree, changes: list[Edit]) -> Tree:
    tree = copy.deepcopy(old)
    for each in changes:
        each.make(tree)
    return tree


def said(text: str) -> Any:
    """What a journey says, its evidence in any order."""

    def sort(value: Any) -> Any:
        if isinstance(value, dict):
            return {key: sorted(each) if key == "evidence" else sort(each) for key, each in value.items()}
        return [sort(each) for each in value] if isinstance(value, list) else value

    return sort(yaml.safe_load(text))


def comments(text: str) -> list[str]:
    return sorted(line.strip() for line in text.splitlines() if line.strip().startswith("# sobre"))


@settings(max_examples=60)
@given(st.integers(0, 10**9))
def test_edits_of_different_things_are_both_made(seed: int) -> None:
    chance = random.Random(seed)
    old = base(chance)
    mine, its = two_sides(old, chance)
    both = made(old, [*its, *mine])
    texts = [written(tree, seed) for tree in (old, made(old, mine), made(old, its), both)]
    result = merge(texts[0], texts[1], texts[2])
    assert result.conflicts == ()
    assert said(result.text) == said(texts[3])
    assert comments(result.text) == comments(texts[3])
    assert journey(result.text).stages


@settings(max_examples=25)
@given(st.integers(0, 10**9))
def test_what_only_one_side_changed_is_its_text_to_the_letter(seed: int) -> None:
    chance = random.Random(seed)
    old = base(chance)
    mine, its = two_sides(old, chance)
    texts = [written(tree, seed) for tree in (old, made(old, mine), made(old, its))]
    for changed in texts:
        assert merge(texts[0], changed, texts[0]).text == changed
        assert merge(texts[0], texts[0], changed).text == changed
        assert merge(texts[0], changed, changed).text == changed
