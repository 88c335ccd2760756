"""Personal data in a sentence, by its shape: e-mail addresses, telephone numbers, payment cards. Knows no journey.

Telephone numbers are those with a country's prefix, and the national ones of the countries whose languages the word
lists speak. A date, a price, an order's number and a decimal are none of them.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

from cjm.diagnostics import Message, msg

KINDS: Mapping[str, Message] = MappingProxyType(
    {
        "email": msg("an e-mail address"),
        "card": msg("a card number"),
        "phone": msg("a telephone number"),
    }
)

_MARK = re.compile("[0-9@]")
_SUSPECT = re.compile(r"\S@\S|[0-9](?:[ \u00a0().-]{0,2}[0-9]){8}")
_EMAIL = r"[\w.+%-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,8}"
_DIGITS = r"(?<![\w#.,])[+(]{0,2}[0-9](?:[ \u00a0().-]{0,2}[0-9]){8,}(?![\w%])"
_DATE = r"(?<![0-9.-])(?:[0-9]{4}([-.])[0-9]{1,2}\1[0-9]{1,2}|[0-9]{1,2}([-.])[0-9]{1,2}\2[0-9]{4})(?![0-9.-])"
_ORDER = (
    r"(?:pedido|order|commande|encomenda|ref|referencia|reference|référence|referência|factura|invoice|facture|fatura"
    r"|ticket|tique|expediente|case|caso|dossier|processo|id|código|code|tracking|seguimiento|póliza|policy|serie"
    r"|contrato|contract|contrat|nº|n\.º|n°|no\.)"
    r"(?: (?:número|number|numéro|nº|n\.º|n°|no\.?|num\.?|de|é|es|is|est))*[ :#.]*$"
)
_MONEY_BEFORE = r"(?:[€$£¥]|\b(?:eur|usd|gbp|mxn|brl)) ?$"
_MONEY_AFTER = (
    r"[ \u00a0]?(?:[€$£¥]|,[0-9]|(?:eur|usd|gbp|mxn|brl|euros?|dollars?|dólares|pesos|libras|pounds?|reais)\b)"
)
_CARD = r"[2-6][0-9]{12,18}|[2-6][0-9]{3}([ -])[0-9]{4}\1[0-9]{4}\1[0-9]{4}(?:\1[0-9]{1,3})?|3[0-9]{3}([ -])[0-9]{6}\2[0-9]{5}"
_PHONE = (
    r"(?:\+|00)(?:[ .()-]{0,2}[0-9]){8,15}|"  # with a country's prefix
    r"\(?0[0-9]\)?(?:[ .-]?[0-9]{2}){4}|"  # France
    r"\(?0[0-9]{2,4}\)?[ -]?[0-9]{3,4}[ -]?[0-9]{3,4}|"  # the British Isles
    r"[236-9][0-9]{2}(?![ -]?000[ -]?000)(?:[ -]?[0-9]{3}){2}|"  # Spain, Portugal, Chile, Peru
    r"[6-9][0-9]{2}(?:[ .-]?[0-9]{2}){3}|[89][0-9][ .-][0-9]{3}(?:[ .-][0-9]{2}){2}|"  # Spain
    r"(?:1[ .-])?\(?[2-9][0-9]{2}\)?[ .-]{1,2}[0-9]{3}[ .-][0-9]{4}|"  # North America, Colombia
    r"(?:\([0-9]{2}\)|[0-9]{2}) ?9?[0-9]{4}-[0-9]{4}"  # Brazil, Mexico, Argentina
)
_BEFORE = 40
"""How many characters before a number may say what it is."""


def personal_data_in(text: str) -> str | None:
    """Which of `KINDS` a text holds, the first that is found."""
    if not _MARK.search(text) or not _SUSPECT.search(text):
        return None
    if "@" in text and _compiled(_EMAIL).search(text):
        return "email"
    return next((kind for found in _compiled(_DIGITS).finditer(text) if (kind := _kind_of(found, text))), None)


def _kind_of(found: re.Match[str], text: str) -> str | None:
    written = found[0].replace("\u00a0", " ").strip()
    digits = "".join(char for char in written if char.isdigit())
    if _compiled(_CARD).fullmatch(written) and passes_luhn(digits):
        return "card"
    before = text[max(0, found.start() - _BEFORE) : found.start()]
    if (
        _compiled(_DATE).search(written)
        or _compiled(_MONEY_BEFORE).search(before)
        or (_compiled(_MONEY_AFTER).match(text, found.end()) or _compiled(rf"(?<!\w){_ORDER}").search(before))
    ):
        return None
    return "phone" if _compiled(_PHONE).fullmatch(written) else None


def passes_luhn(digits: str) -> bool:
    """Whether the last digit checks the others, as on every payment card (ISO/IEC 7812-1)."""
    doubled = (int(digit) * (1 + number % 2) for number, digit in enumerate(reversed(digits)))
    return sum(each - 9 if each > 9 else each for each in doubled) % 10 == 0  # noqa: PLR2004 - two digits become their sum


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    """Compiled when the first suspect text asks for it."""
    return re.compile(pattern, re.IGNORECASE)
