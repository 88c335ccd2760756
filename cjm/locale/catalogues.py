"""Keeps the catalogues in step with the code: `python -m cjm.locale.catalogues [--check]`. For developers.

Without `--check` it writes `cjm.pot` and, for each language, `cjm.po` (what is no longer said goes, what is new comes
without a translation) and `cjm.mo`. It needs babel, which nothing else here does.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from io import BytesIO
from pathlib import Path

from babel.messages import Catalog, Message
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

from cjm.locale import FOLDER, LANGUAGES
from cjm.locale.extraction import NotTranslatable, Sentence, placeholders, sentences

TRANSLATED = tuple(language for language in LANGUAGES if language != "en")
_COMMENT = (
    "# What cjm says. `python -m cjm.locale.catalogues` writes this file; translations are written into it by hand."
)


class CodeCatalogue(Catalog):
    """A catalogue whose header says nothing that changes with the day or with the version of babel."""

    @property
    def mime_headers(self) -> list[tuple[str, str]]:  # type: ignore[override]
        """The encoding, the language, and how its plurals are made."""
        headers = [
            ("Project-Id-Version", "cjm"),
            ("MIME-Version", "1.0"),
            ("Content-Type", "text/plain; charset=utf-8"),
            ("Content-Transfer-Encoding", "8bit"),
        ]
        if self.locale:
            headers += [("Language", str(self.locale)), ("Plural-Forms", self.plural_forms)]
        name, value = headers.pop()
        return [*headers, (name, f"{value}\n")]


def catalogue(said: Sequence[Sentence], language: str | None = None, known: Catalog | None = None) -> CodeCatalogue:
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
    if old and plural == isinstance(old.string, tuple | list):
        return tuple(old.string) if plural else old.string
    return ("", "") if plural else ""


def contents(package: Path, folder: Path) -> dict[Path, bytes]:
    """What each catalogue file should hold; raises NotTranslatable."""
    said = sentences(package)
    files = {folder / "cjm.pot": _po(catalogue(said))}
    for language in TRANSLATED:
        home = folder / language / "LC_MESSAGES"
        made = catalogue(said, language, read(home / "cjm.po"))
        files |= {home / "cjm.po": _po(made), home / "cjm.mo": _mo(made)}
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
    stream = BytesIO()
    write_mo(stream, made)
    return stream.getvalue()


def gaps(known: Catalog) -> Iterator[str]:
    """What a translator still has to do in a catalogue."""
    for message in known:
        if not message.id:
            continue
        templates = message.id if message.pluralizable else (message.id,)
        strings = message.string if message.pluralizable else (message.string,)
        if message.fuzzy:
            yield f"fuzzy: “{templates[0]}”"
        elif not all(strings):
            yield f"not translated: “{templates[0]}”"
        else:
            yield from _strange(templates, strings)


def _strange(templates: Sequence[str], strings: Sequence[str]) -> Iterator[str]:
    for template, string in zip(templates, strings, strict=True):
        if placeholders(template) != placeholders(string):
            yield f"other placeholders than its template: “{string}”"


def check(package: Path, folder: Path) -> list[str]:
    """All that is wrong with the catalogues of a package; empty when they are in step with it."""
    stale = [
        f"stale: {file.relative_to(folder)}"
        for file, content in contents(package, folder).items()
        if not file.is_file() or file.read_bytes() != content
    ]
    return stale + [
        f"{language}: {gap}"
        for language in TRANSLATED
        for gap in gaps(read(folder / language / "LC_MESSAGES" / "cjm.po"))
    ]


def main(arguments: Sequence[str]) -> int:
    """Write the catalogues, or with `--check` only compare; 1 when something is left to do."""
    package = FOLDER.parent
    try:
        if "--check" not in arguments:
            for file, content in contents(package, FOLDER).items():
                file.parent.mkdir(parents=True, exist_ok=True)
                file.write_bytes(content)
        problems = check(package, FOLDER)
    except NotTranslatable as problem:
        problems = [str(problem)]
    for each in problems:
        print(each, file=sys.stderr)  # noqa: T201 - a developer's command
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
