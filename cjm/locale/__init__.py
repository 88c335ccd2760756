"""Messages in people's languages: gettext catalogues, `.po` for translators and `.mo` for use."""

from functools import cache
from pathlib import Path

from cjm.diagnostics import Translate, untranslated

FOLDER = Path(__file__).parent
LANGUAGES = ("en", "es")
"""The languages that messages can be said in; English is what templates are written in."""


def closest(tag: str | None) -> str | None:
    """The language of a tag or locale name (`es_AR.UTF-8`, `es-419`) when messages can be said in it."""
    language = (tag or "").replace("-", "_").split("_")[0].split(".")[0].lower()
    return language if language in LANGUAGES else None


@cache
def translator(language: str) -> Translate:
    """Says templates in a language; English where there is no catalogue for it."""
    catalogue = FOLDER / language / "LC_MESSAGES" / "cjm.mo"
    if language == "en" or not language.isalpha() or not catalogue.is_file():
        return untranslated
    from gettext import GNUTranslations  # noqa: PLC0415 - English runs never need it

    with catalogue.open("rb") as file:
        translations = GNUTranslations(file)

    def translate(template: str, plural: str, number: int) -> str:
        return translations.ngettext(template, plural, number) if plural else translations.gettext(template)

    return translate
