"""What cjm says in people's languages: gettext catalogues, `.po` for translators and `.mo` for use.

Five domains: `cjm` holds the messages that the tool says to who keeps a journey, `labels` the words that pictures and
reports add to a journey, which are read in many more countries. `pages` (those of rules), the lines of their `examples`
and `help` (that of commands) are long and rarely asked for; they stand apart, so that no other run reads them.
"""

from functools import cache
from pathlib import Path

from cjm.diagnostics import Translate, untranslated

FOLDER = Path(__file__).parent
LANGUAGES = ("en", "es")
"""The languages that messages can be said in; English is what templates are written in."""
LABELS = ("en", "es", "fr", "pt")
"""The languages of pictures and reports."""
NONE_IS_ONE = frozenset({"fr", "pt"})
"""Where nothing, and one and a half, are said like one: `0 étape`."""
DOMAINS = {"cjm": LANGUAGES, "labels": LABELS, "pages": LANGUAGES, "examples": LANGUAGES, "help": LANGUAGES}


def closest(tag: str | None, among: tuple[str, ...] = LANGUAGES) -> str | None:
    """The language of a tag or locale name (`es_AR.UTF-8`, `es-419`) when it is one of those wanted."""
    language = (tag or "").replace("-", "_").split("_")[0].split(".")[0].lower()
    return language if language in among else None


@cache
def translator(language: str, domain: str = "cjm") -> Translate:
    """Says templates of a domain in a language; English where there is no catalogue for it."""
    if language == "en" or language not in DOMAINS[domain]:
        return untranslated
    from gettext import GNUTranslations  # noqa: PLC0415 - English runs never need it

    with (FOLDER / language / "LC_MESSAGES" / f"{domain}.mo").open("rb") as file:
        translations = GNUTranslations(file)

    def translate(template: str, plural: str, number: int) -> str:
        return translations.ngettext(template, plural, number) if plural else translations.gettext(template)

    return translate


def beside(translate: Translate, domain: str) -> Translate:
    """Says templates of another domain in the language that messages are said in."""
    language = next((each for each in LANGUAGES if translator(each) is translate), "en")
    return translator(language, domain)
