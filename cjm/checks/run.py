"""Applies the rules: to one file, and across files. Suppressions, severities and order are settled here."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import replace
from functools import partial
from typing import Any, NamedTuple, Protocol, TypeVar

from cjm.checks import RULES
from cjm.checks.likeness import gist
from cjm.checks.policy import Policy, members, nearest
from cjm.checks.registry import Around, Finding, Path, Rule, Setting
from cjm.diagnostics import Diagnostic, Edit, Fix, Related, Severity, Span, msg, recounted
from cjm.edit.adding import add_ids
from cjm.edit.comments import without_rule
from cjm.model import Journey, uses
from cjm.model.build import Built
from cjm.model.outline import Mention, Outline, Said, named_files, named_journeys
from cjm.model.reading import say_path
from cjm.model.values import read_date
from cjm.source.places import locate
from cjm.source.values import Document, Node
from cjm.source.ways import way

_FAMILY = re.compile(
    r"(\w+)\[\d+\](?:\.(?:id|name|title|text))?$"
    r"|^(personas|channels|teams|evidence|metrics|lanes)$|(stages|touchpoints|pain_points)$|^(sources)\b"
)
"""In the path of an error: the family of definitions that cannot be known for it."""

_UNASKED = tuple(rule.id for rule in RULES.values() if rule.when == "measured")
"""The rules that say nothing without a measurement."""

_A_SLIP = 0.9


class Silencer(NamedTuple):
    """One rule of a suppression comment: silences that rule's findings on its line. `fix` takes it out."""

    line: int
    rule: str
    span: Span
    fix: Fix | None = None


class Comments(NamedTuple):
    """What a file's comments silence; `used` are those that took a place out of a finding about many."""

    document: Document
    silencers: Sequence[Silencer]
    used: set[Silencer]


class Examined(NamedTuple):
    """All that one file gives. `silencers` have met nothing yet: rules that look across files may still use them."""

    file: str
    diagnostics: tuple[Diagnostic, ...]
    outline: Outline | None = None
    silencers: tuple[Silencer, ...] = ()


Found = TypeVar("Found")


class Timed(Protocol):
    """Lets somebody see how long each part of the work takes: does it, and gives what it gave."""

    def __call__(self, name: str, work: Callable[[], Found], /) -> Found:
        """Do the work of that name: a rule's id, or a step."""


def untimed(_name: str, work: Callable[[], Found], /) -> Found:
    """Does the work."""
    return work()


def examine(document: Document, built: Built[Journey], policy: Policy, timed: Timed = untimed) -> Examined:
    """Judge one file by the rules that need no other."""
    journey = built.part
    status = journey.status if journey else "draft"
    read = (_weighed(each, policy, status) for each in (*document.diagnostics, *built.problems))
    judged = [each for each in read if each]
    known, unknown = _silencers(document, policy)
    used: set[Silencer] = set()
    if journey is not None:
        judged += _judge(journey, built, policy, Comments(document, known, used), timed)
    kept, unused = _silence([*judged, *unknown, *_ended(document, policy)], known)
    unused = [silencer for silencer in unused if silencer not in used]
    outline = _outline(journey, built.root, document.file) if journey else None
    known_again = (_with_way(each, document.root) for each in sorted(kept, key=_order))
    return Examined(document.file, tuple(known_again), outline, tuple(unused))


def across(
    examined: Sequence[Examined],
    policy: Policy,
    around: Around,
    neighbours: Sequence[Outline] = (),
    timed: Timed = untimed,
) -> tuple[Diagnostic, ...]:
    """Judge the files together, and add what that says to what each said alone, in order of files and lines.

    What it says of the project file comes first. `neighbours` are journeys of the project that are known of and not
    judged.
    """
    outlines = [*(each.outline for each in examined if each.outline), *neighbours]
    extra: dict[str, list[Diagnostic]] = {around.file: [], **{each.file: [] for each in examined}}
    for rule in RULES.values():
        if rule.when == "across" and rule.id in policy.active:
            for outline, said in timed(rule.id, partial(_said, rule, outlines, around)):
                if said.file in extra:
                    extra[said.file].append(replace(said, severity=policy.severity(rule, outline.status)))
    result = sorted(extra[around.file], key=_order)
    for each in examined:
        kept, unused = _silence(extra[each.file], each.silencers)
        silent = () if each.outline and each.outline.id in policy.measurements else _UNASKED
        useless = (_useless(silencer, each.file, policy, silent) for silencer in unused)
        result += sorted((*each.diagnostics, *kept, *(found for found in useless if found)), key=_order)
    return tuple(result)


def _judge(
    journey: Journey, built: Built[Journey], policy: Policy, comments: Comments, timed: Timed
) -> Iterator[Diagnostic]:
    broken = [each.path for each in built.problems if each.severity is Severity.ERROR]
    families = broken_families(built.problems)
    language = (journey.language or "en").lower().replace("_", "-").split("-")[0]
    setting = Setting(
        policy.today,
        policy.options,
        families | policy.broken,
        language,
        whole=not broken,
        columns=policy.columns,
        measurement=policy.measurements.get(journey.id),
    )
    asked = ("journey",) if setting.measurement is None else ("journey", "measured")
    for rule in RULES.values():
        if rule.when in asked and rule.id in policy.active:
            for said in timed(rule.id, partial(_said, rule, journey, setting)):
                finding = _spared(rule, said, built.root, comments)
                if not _follows_from(say_path(finding.path), broken):
                    severity = policy.severity(rule, journey.status, finding.severity)
                    yield _placed(rule, finding, severity, built.root, comments.document)


def _said(rule: Rule, *about: object) -> tuple[Any, ...]:
    """All that a rule says: it does its work here, and not while its findings are looked at."""
    return tuple(rule.check(*about))


def _spared(rule: Rule, finding: Finding, root: Node | None, comments: Comments) -> Finding:
    """A finding about many places without those on whose lines it is silenced; the whole where none would be left.

    One that names the first of its places is silenced there as a whole.
    """
    many = finding.related and finding.message.plural and finding.message.number == len(finding.related) + 1
    mine = [each for each in comments.silencers if rule.id in (members(each.rule) or ())] if many else []
    if not mine:
        return finding
    places = [(finding.path, finding.related[0][1]), *finding.related]
    lines = [locate(root, path).line for path, _ in places]
    met = {each for each in mine if each.line in lines}
    silent = {each.line for each in met}
    left = [place for place, line in zip(places, lines, strict=True) if line not in silent]
    names_its_first = any(isinstance(value, str) for _, value in finding.message.arguments)
    if not left or (names_its_first and lines[0] in silent):
        comments.used.update(met)
        return finding
    comments.used.update(met)
    paths = [path for path, _ in left]
    lacking = tuple(each for each in finding.lacking if any(path[: len(each.path)] == each.path for path in paths))
    message = recounted(finding.message, len(left))
    return finding._replace(path=paths[0], message=message, related=tuple(left[1:]), lacking=lacking)


def broken_families(problems: Iterable[Diagnostic]) -> frozenset[str]:
    """The families of definitions that cannot be known for the errors: what refers to them is not judged."""
    paths = (each.path.removeprefix("catalogue.") for each in problems if each.severity is Severity.ERROR)
    found = (match for match in map(_FAMILY.search, paths) if match)
    return frozenset(name for match in found for name in match.groups() if name)


def _follows_from(path: str, broken: list[str]) -> bool:
    """Whether a value that could not be read is the reason for a finding: one mistake, one finding."""
    return any(path == each or (path.startswith(each) and path[len(each)] in ".[") for each in broken if each)


def _placed(rule: Rule, finding: Finding, severity: Severity, root: Node | None, document: Document) -> Diagnostic:
    related = tuple(Related(message, locate(root, path)) for path, message in finding.related)
    place = locate(root, finding.path, key=finding.on_key)
    path = say_path(finding.path)
    fix = add_ids(document, root, finding.lacking) if finding.lacking and root else None
    return Diagnostic(rule.id, severity, finding.message, document.file, place, path, finding.hint, related, fix=fix)


def _weighed(diagnostic: Diagnostic, policy: Policy, status: str) -> Diagnostic | None:
    if diagnostic.rule not in policy.active:
        return None
    severity = policy.severity(RULES[diagnostic.rule], status)
    return diagnostic if severity is diagnostic.severity else replace(diagnostic, severity=severity)


def _with_way(diagnostic: Diagnostic, root: Node | None) -> Diagnostic:
    return replace(diagnostic, way=way(diagnostic.path, root)) if "[" in diagnostic.path else diagnostic


def _order(diagnostic: Diagnostic) -> tuple[Span, str]:
    return (diagnostic.span, diagnostic.rule)


def _outline(journey: Journey, root: Node | None, file: str) -> Outline:
    def mentions(found: Iterable[tuple[Path, str]]) -> tuple[Mention, ...]:
        return tuple(Mention(path, target, locate(root, path)) for path, target in found)

    compares_to = [(("compares_to",), journey.compares_to)] if journey.compares_to else []
    return Outline(
        file,
        journey.id,
        journey.title,
        journey.status,
        locate(root, ("title",) if journey.generated else ("id",)),
        mentions(named_journeys(journey)),
        mentions(compares_to),
        mentions(named_files(journey)),
        _personas(journey),
        tuple(_pains(journey, root)),
        tuple(_contacts(journey, root)),
    )


def _personas(journey: Journey) -> tuple[str, ...]:
    """Whom the journey speaks of, each once."""
    main = journey.main_persona
    return tuple(dict.fromkeys((*((main,) if main else ()), *(use.said for use in uses.personas(journey)))))


def _pains(journey: Journey, root: Node | None) -> Iterator[Said]:
    for pain in journey.every_pain_point:
        if found := gist(pain.text):
            yield Said(pain.path, pain.text, found, locate(root, pain.path), pain.ref or "")


def _contacts(journey: Journey, root: Node | None) -> Iterator[Said]:
    for touchpoint in journey.touchpoints:
        if touchpoint.kind == "contact" and (found := gist(touchpoint.name, fewest=1)):
            yield Said(touchpoint.path, touchpoint.name, found, locate(root, touchpoint.path), touchpoint.owner or "")


def _silencers(document: Document, policy: Policy) -> tuple[list[Silencer], list[Diagnostic]]:
    """The suppressions that name a rule or group and hold today, and a finding for each that names none."""
    known: list[Silencer] = []
    unknown: list[Diagnostic] = []
    for comment in document.suppressions:
        end = read_date(comment.until[0]) if comment.until else None
        for name, place in comment.rules:
            if members(name) is not None:
                if end is None or policy.today <= end:
                    known.append(Silencer(comment.line, name, place, without_rule(document.text, comment, place)))
            elif "unknown-rule" in policy.active:
                found = unknown_rule(name, document.file, place, policy)
                unknown.append(replace(found, fix=_meant_rule(name, place)))
    return known, unknown


def _ended(document: Document, policy: Policy) -> Iterator[Diagnostic]:
    """A finding for each suppression whose day has passed, or is none."""
    for comment in document.suppressions:
        if not comment.until or not comment.rules:
            continue
        written, place = comment.until
        end = read_date(written)
        rules = tuple(name for name, _ in comment.rules)
        if end is None:
            rule, message = "invalid-date", msg("`{value}` is not {wanted}", value=written, wanted=msg("a date"))
            hint = msg("write year, month, day: `2026-10-01`")
        elif end < policy.today and _applied(rules, policy):
            rule = "expired-suppression"
            message = msg("this silenced {rules} until {day}, and the day has passed", rules=rules, day=written)
            hint = msg("mend what it excused and take it out, or give it another day")
        else:
            continue
        severity = policy.severity(RULES[rule], "draft")
        yield Diagnostic(rule, severity, message, document.file, place, "", hint)


def _applied(rules: Iterable[str], policy: Policy) -> bool:
    """Whether it is worth saying that a comment has ended: one of its rules would speak."""
    applied = any((members(each) or frozenset()) & policy.active for each in rules)
    return applied and "expired-suppression" in policy.active


def unknown_rule(name: str, file: str, place: Span, policy: Policy, path: str = "") -> Diagnostic:
    """The finding that a comment or a configuration names a rule that does not exist."""
    meant = nearest(name)
    hint = msg("did you mean `{meant}`?", meant=meant) if meant else msg("`cjm rules` lists them all")
    severity = policy.severity(RULES["unknown-rule"], "draft")
    return Diagnostic("unknown-rule", severity, msg("there is no rule `{name}`", name=name), file, place, path, hint)


def _meant_rule(name: str, place: Span) -> Fix | None:
    """The rule whose name was misspelt, when it is but a letter or two away."""
    meant = nearest(name, _A_SLIP)
    return Fix((Edit(place, meant),), keeps=True) if meant else None


def _silence(found: Iterable[Diagnostic], silencers: Sequence[Silencer]) -> tuple[list[Diagnostic], list[Silencer]]:
    """The findings that no silencer speaks of, and the silencers that met none."""
    kept: list[Diagnostic] = []
    used: set[Silencer] = set()
    for each in found:
        hits = [silencer for silencer in silencers if _silences(silencer, each)]
        used.update(hits)
        if not hits:
            kept.append(each)
    return kept, [silencer for silencer in silencers if silencer not in used]


def _silences(silencer: Silencer, diagnostic: Diagnostic) -> bool:
    return (
        silencer.line == diagnostic.span.line
        and diagnostic.rule in (members(silencer.rule) or ())
        and RULES[diagnostic.rule].can_be_ignored
    )


def _useless(silencer: Silencer, file: str, policy: Policy, silent: Collection[str]) -> Diagnostic | None:
    """The finding that a suppression silences nothing; none where its rule is not applied at all, or is `silent`."""
    applied = (members(silencer.rule) or frozenset()) & policy.active
    if "unused-suppression" not in policy.active or not applied.difference(silent):
        return None
    severity = policy.severity(RULES["unused-suppression"], "draft")
    message = msg("`{rule}` has nothing to silence here", rule=silencer.rule)
    return Diagnostic(
        "unused-suppression",
        severity,
        message,
        file,
        silencer.span,
        "",
        msg("take it out of the comment"),
        fix=silencer.fix,
    )
