"""Keeps the catalogues in step with the code: `python -m cjm.locale.catalogues [--check]`. For developers.

Without `--check` it writes for each domain a `.pot` and, for each language, a `.po` (what is no longer said goes, what
is new comes without a translation) and its `.mo`. What `views` say are labels, all else messages; rule pages and help
are asked of the modules that show them. It needs babel, which nothing else here does.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Sequence
from importlib import import_module
from io import BytesIO
from pathlib import Path

from babel.messages import Catalog, Message
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

from cjm.locale import DOMAINS, FOLDER, NONE_IS_ONE
from cjm.locale.extraction import Sentence, extract, placeholders

FORMS = 2
"""The forms of a plural: one and many, in every language so far."""
_ROOMS = {"views/": "labels", "reports/rules/": "pages"}
"""The rooms whose words are no messages, and the domain that they are of."""
_REFUSING = frozenset({"views/lookup.py", "views/picking.py"})
"""What cannot be picked out of a journey is said by the tool, and by no picture."""
_ASKED = ("cjm.checks.page", "cjm.cli.phrases")
"""Whose `texts()` gives what stands in no `msg`; by name, for only this tool looks up to rooms above."""
_COMMENT = (
    "# What cjm says. `python -m cjm.locale.catalogues` writes this file; translations are written into it by hand."
)


class CodeCatalogue(Catalog):
    """A catalogue whose header says nothing that changes with the day or with the version of babel."""

    @property
    def mime_headers(self) -> list[tuple[str, str]]:
        """The encoding, the language, and how its plurals are made."""
        headers = [
            ("Project-Id-Version", "cjm"),
            ("MIME-Version", "1.0"),
            ("Content-Type", "text/plain; charset=utf-8"),
            ("Content-Transfer-Encoding", "8bit"),
        ]
        if self.locale:
            many = "n > 1" if str(self.locale) in NONE_IS_ONE else "n != 1"
            headers += [("Language", str(self.locale)), ("Plural-Forms", f"nplurals={FORMS}; plural=({many});")]
        name, value = headers.pop()
        return [*headers, (name, f"{value}\n")]


def catalogue(said: Iterable[Sentence], language: str | None = None, known: Catalog | None = None) -> CodeCatalogue:
    """What the code says, with the translations that are known; without a language, the template of catalogues."""
    made = CodeCatalogue(locale=language, header_comment=_COMMENT, fuzzy=False)
    for each in said:
        old = known.get(each.template) if known else None
        made.add(
            (each.template, each.plural) if each.plural else each.template,
            _strings(old, plural=bool(each.plural)),
            locations=[(file, 0) for file in each.files],
            flags=old.flags & {"fuzzy"} if old else (),
            user_comments=old.user_comments if old else (),
        )
    return made


def _strings(old: Message | None, *, plural: bool) -> str | tuple[str, ...]:
    """The known translation when it still has the right number of forms."""
    known = _texts(old.string) if old else ()
    if plural:
        return known if len(known) == FORMS else ("",) * FORMS
    return known[0] if len(known) == 1 else ""


def _texts(either: object) -> tuple[str, ...]:
    """One text or several as babel holds them, as several."""
    return tuple(map(str, either)) if isinstance(either, tuple | list) else (str(either or ""),)


def translated() -> Iterator[tuple[str, str]]:
    """Each domain with each language that it has a catalogue for."""
    return ((domain, language) for domain, languages in DOMAINS.items() for language in languages if language != "en")


def of_domain(said: Iterable[Sentence], domain: str) -> list[Sentence]:
    """What is said in a domain, with the files that say it there; a few sentences are said in several."""
    found: dict[str, Sentence] = {}
    for each in said:
        files = [file for file in each.files if (each.domain or _domain(file)) == domain]
        if files:
            found.setdefault(each.template, Sentence(each.template, each.plural)).files += files
    return list(found.values())


def _domain(file: str) -> str:
    room = file.partition("/")[2]
    if room in _REFUSING:
        return "cjm"
    return next((domain for start, domain in _ROOMS.items() if room.startswith(start)), "cjm")


def whole(said: Iterable[Sentence], package: Path) -> tuple[Sentence, ...]:
    """The messages of a package, and the texts of its pages and help when it is cjm itself."""
    asked = _ASKED if package == FOLDER.parent else ()
    return (*said, *(each for module in asked for each in _texts_of(module)))


def _texts_of(module: str) -> Iterable[Sentence]:
    """The texts of a module: each with its domain, and all files that it stands in."""
    found: dict[tuple[str, str], Sentence] = {}
    for domain, text, file in import_module(module).texts():
        files = found.setdefault((domain, text), Sentence(text, domain=domain)).files
        if file not in files:
            files.append(file)
    return found.values()


def contents(said: Sequence[Sentence], folder: Path) -> dict[Path, bytes]:
    """What each catalogue file should hold."""
    files = {folder / f"{domain}.pot": _po(catalogue(of_domain(said, domain))) for domain in DOMAINS}
    for domain, language in translated():
        home = folder / language / "LC_MESSAGES"
        made = catalogue(of_domain(said, domain), language, read(home / f"{domain}.po"))
        files |= {home / f"{domain}.po": _po(made), home / f"{domain}.mo": _mo(made)}
    return files


def read(file: Path) -> Catalog:
    """The catalogue in a `.po` file, an empty one where there is none."""
    if not file.is_file():
        return Catalog()
    with file.open("rb") as stream:
        return read_po(stream)


def _po(made: Catalog) -> bytes:
    stream = BytesIO()
    write_po(stream, made, width=120, include_lineno=False)
    return stream.getvalue()


def _mo(made: Catalog) -> bytes:
    """What is translated, and nothing empty: gettext would say it."""
    for message in [each for each in made if not all(_texts(each.string))]:
        made.delete(message.id)
    stream = BytesIO()
    write_mo(stream, made)
    return stream.getvalue()


def gaps(known: Catalog) -> Iterator[str]:
    """What a translator still has to do in a catalogue."""
    for message in known:
        if not message.id:
            continue
        templates, strings = _texts(message.id), _texts(message.string)
        if message.fuzzy:
            yield f"fuzzy: “{templates[0]}”"
        elif len(strings) != len(templates) or not all(strings):
            yield f"not translated: “{templates[0]}”"
        else:
            yield from _strange(templates, strings)


def _strange(templates: Sequence[str], strings: Sequence[str]) -> Iterator[str]:
    for template, string in zip(templates, strings, strict=True):
        if placeholders(template) != placeholders(string):
            yield f"other placeholders than its template: “{string}”"


def check(package: Path, folder: Path) -> list[str]:
    """All that is wrong with the catalogues of a package; empty when they are in step with it."""
    found = extract(package)
    stale = [
        f"stale: {file.relative_to(folder)}"
        for file, content in contents(whole(found.said.values(), package), folder).items()
        if not file.is_file() or file.read_bytes() != content
    ]
    left = [
        f"{language}/{domain}: {gap}"
        for domain, language in translated()
        for gap in gaps(read(folder / language / "LC_MESSAGES" / f"{domain}.po"))
    ]
    return [*found.problems, *stale, *left]


def main(arguments: Sequence[str], package: Path = FOLDER.parent, folder: Path = FOLDER) -> int:
    """Write the catalogues, or with `--check` only compare; 1 when something is left to do."""
    if "--check" not in arguments:
        for file, content in contents(whole(extract(package).said.values(), package), folder).items():
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(content)
    problems = check(package, folder)
    for each in problems:
        print(each, file=sys.stderr)  # noqa: T201 - a developer's command
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
