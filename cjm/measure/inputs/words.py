"""Dates with the name of a month, in English, Spanish, French and Portuguese, as SQL turns them into ISO 8601."""

from __future__ import annotations

MONTHS = {
    1: ("jan", "ene"),
    2: ("feb", "fev"),
    3: ("mar",),
    4: ("apr", "abr", "avr"),
    5: ("may", "mai"),
    6: ("jun", "juin"),
    7: ("jul", "juil"),
    8: ("aug", "ago", "aou"),
    9: ("sep", "set"),
    10: ("oct", "out"),
    11: ("nov",),
    12: ("dec", "dic", "dez"),
}
_WEEKDAY = r"^\s*[[:alpha:]]{2,}\.?,?\s+(?:de\s+)?([0-9]{1,2}(?:\s+de)?\s+[[:alpha:]]{3}|[[:alpha:]]{3,}\.?\s+[0-9])"
_DAY_FIRST = (
    r"^\s*([0-9]{1,2})(?:st|nd|rd|th|er)?(?:\s+de)?[\s/.-]+([[:alpha:]]{3,})\.?(?:\s+de|\s+del)?[\s/.,-]+([0-9]{4})"
)
_MONTH_FIRST = r"^\s*([[:alpha:]]{3,})\.?\s+([0-9]{1,2})(?:st|nd|rd|th)?,?\s+([0-9]{4})"


def in_words(column: str) -> str:
    """`30 dic. 2024, 14:05` and `Dec 30, 2024 2:05 PM` as `2024-12-30 14:05`, null where it is nothing of the kind."""
    bare = f"regexp_replace(strip_accents({column}), '{_WEEKDAY}', '\\1')"
    return f"coalesce({_read(bare, _DAY_FIRST, 1, 2)}, {_read(bare, _MONTH_FIRST, 2, 1)})"


def _read(text: str, pattern: str, day: int, month: int) -> str:
    word = f"lower(regexp_extract({text}, '{pattern}', {month}))"
    cases = " ".join(
        f"WHEN {' OR '.join(f'''starts_with({word}, '{start}')''' for start in starts)} THEN '{number:02}'"
        for number, starts in MONTHS.items()
    )
    rest = f"regexp_replace({text}, '{pattern}', '')"
    return (
        f"regexp_extract({text}, '{pattern}', 3) || '-' || CASE {cases} END || '-' || "
        f"lpad(regexp_extract({text}, '{pattern}', {day}), 2, '0') || {_clock(rest)}"
    )


def _clock(rest: str) -> str:
    """The time after the date, with a day of 24 hours."""
    bare = f"trim(regexp_replace({rest}, '^[\\s,:T-]*(?:at|a las|a la|as)?\\s*', ''))"
    short = f"upper(regexp_replace({bare}, '[. ]', '', 'g'))"
    half = f"strftime(try_strptime({short}, ['%I:%M%p', '%I:%M:%S%p']), ' %H:%M:%S')"
    whole = f"' ' || regexp_replace({bare}, '\\s+([+-][0-9])', '\\1')"
    is_half = f"regexp_matches({bare}, '(?i)[ap]\\.? ?m\\.?$')"
    return f"CASE WHEN {bare} = '' THEN '' WHEN {is_half} THEN {half} ELSE {whole} END"
