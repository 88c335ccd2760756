"""How dates, numbers and shares are written, by language and country. Written by tests/views/make_customs.py.

They are those of the Unicode CLDR, as Babel has them. A country that is not here writes as its language does.
"""

from __future__ import annotations

from typing import NamedTuple


class Customs(NamedTuple):
    """Signs and forms. Digits are grouped from `least` on: the last three, then by `further`."""

    point: str
    group: str
    least: int
    further: int
    percent: str
    day: str
    months: str


_YEARS = (
    "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec",
    "Jan Feb Mar Apr May Jun Jul Aug Sept Oct Nov Dec",
    "Jan Feb Mar Apr May June July Aug Sept Oct Nov Dec",
    "ene feb mar abr may jun jul ago sep oct nov dic",
    "ene feb mar abr may jun jul ago sept oct nov dic",
    "ene. feb. mar. abr. may. jun. jul. ago. sept. oct. nov. dic.",
    "ene. feb. mar. abr. may. jun. jul. ago. set. oct. nov. dic.",
    "jan. fev. mar. abr. mai. jun. jul. ago. set. out. nov. dez.",
    "jan. fév. mar. avr. mai jui. juil. août sept. oct. nov. déc.",
    "janv. févr. mars avr. mai juin juil. août sept. oct. nov. déc.",
    "janv. févr. mars avr. mai juin juill. août sept. oct. nov. déc.",
)
CUSTOMS = {
    "en": Customs(".", ",", 1_000, 3, "%", "{day}\u00a0{month}\u00a0{year}", _YEARS[1]),
    "en_AE": Customs(".", ",", 1_000, 3, "%", "{day}\u00a0{month}\u00a0{year}", _YEARS[0]),
    "en_AS": Customs(".", ",", 1_000, 3, "%", "{month}\u00a0{day},\u00a0{year}", _YEARS[0]),
    "en_AT": Customs(",", ".", 1_000, 3, "\u00a0%", "{day}\u00a0{month}\u00a0{year}", _YEARS[1]),
    "en_AU": Customs(".", ",", 1_000, 3, "%", "{day}\u00a0{month}\u00a0{year}", _YEARS[2]),
    "en_BE": Customs(",", ".", 1_000, 3, "%", "{day:02}\u00a0{month}\u00a0{year}", _YEARS[1]),
    "en_BI": Customs(".", ",", 1_000, 3, "%", "{month}\u00a0{day},\u00a0{year}", _YEARS[0]),
    "en_BW": Customs(".", ",", 1_000, 3, "%", "{day:02}\u00a0{month}\u00a0{year}", _YEARS[1]),
    "en_BZ": Customs(".", ",", 1_000, 3, "%", "{day:02}-{month}-{year}", _YEARS[1]),
    "en_CA": Customs(".", ",", 1_000, 3, "%", "{month}\u00a0{day},\u00a0{year}", _YEARS[0]),
    "en_CH": Customs(".", "’", 1_000, 3, "%", "{day}\u00a0{month}\u00a0{year}", _YEARS[1]),
    "en_CZ": Customs(",", "\u00a0", 1_000, 3, "%", "{day}\u00a0{month}\u00a0{year}", _YEARS[1]),
    "en_DE": Customs(",", ".", 1_000, 3, "\u00a0%", "{day}\u00a0{month}\u00a0{year}", _YEARS[1]),
    "en_DK": Customs(",", ".", 1_000, 3, "\u00a0%", "{day}\u00a0{month}\u00a0{year}", _YEARS[1]),
    "en_ES": Customs(",", ".", 1_000, 3, "%", "{day}\u00a0{month}\u00a0{year}", _YEARS[1]),
    "en_FI": Customs(",", "\u00a0", 1_000, 3, "\u00a0%", "{day}\u00a0{month}\u00a0{year}", _YEARS[1]),
    "en_FR": Customs(",", "\u202f", 1_000, 3, "%", "{day}\u00a0{month}\u00a0{year}", _YEARS[1]),
    "en_GU": Customs(".", ",", 1_000, 3, "%", "{month}\u00a0{day},\u00a0{year}", _YEARS[0]),
    "en_HU": Customs(",", "\u00a0", 1_000, 3, "%", "{day}\u00a0{month}\u00a0{year}", _YEARS[1]),
    "en_ID": Customs(",", ".", 1_000, 3, "%", "{day}\u00a0{month}\u00a0{year}", _YEARS[1]),
    "en_IN": Customs(".", ",", 1_000, 2, "%", "{day}\u00a0{month}\u00a0{year}", _YEARS[1]),
    "en_IT": Customs(",", ".", 1_000, 3, "%", "{day}\u00a0{month}\u00a0{year}", _YEARS[1]),
    "en_MH": Customs(".", ",", 1_000, 3, "%", "{month}\u00a0{day},\u00a0{year}", _YEARS[0]),
    "en_MP": Customs(".", ",", 1_000, 3, "%", "{month}\u00a0{day},\u00a0{year}", _YEARS[0]),
    "en_MT": Customs(".", ",", 1_000, 3, "%", "{day:02}\u00a0{month}\u00a0{year}", _YEARS[1]),
    "en_NL": Customs(",", ".", 1_000, 3, "%", "{day}\u00a0{month}\u00a0{year}", _YEARS[1]),
    "en_NO": Customs(",", "\u00a0", 1_000, 3, "\u00a0%", "{day}\u00a0{month}\u00a0{year}", _YEARS[1]),
    "en_PH": Customs(".", ",", 1_000, 3, "%", "{month}\u00a0{day},\u00a0{year}", _YEARS[0]),
    "en_PK": Customs(".", ",", 1_000, 3, "%", "{day:02}-{month}-{year}", _YEARS[1]),
    "en_PL": Customs(",", ".", 1_000, 3, "%", "{day}\u00a0{month}\u00a0{year}", _YEARS[1]),
    "en_PR": Customs(".", ",", 1_000, 3, "%", "{month}\u00a0{day},\u00a0{year}", _YEARS[0]),
    "en_PT": Customs(",", "\u00a0", 1_000, 3, "%", "{day}\u00a0{month}\u00a0{year}", _YEARS[1]),
    "en_RO": Customs(",", ".", 1_000, 3, "%", "{day}\u00a0{month}\u00a0{year}", _YEARS[1]),
    "en_SE": Customs(",", "\u00a0", 1_000, 3, "\u00a0%", "{day}\u00a0{month}\u00a0{year}", _YEARS[1]),
    "en_SI": Customs(",", ".", 1_000, 3, "%", "{day}\u00a0{month}\u00a0{year}", _YEARS[1]),
    "en_SK": Customs(",", "\u00a0", 1_000, 3, "%", "{day}\u00a0{month}\u00a0{year}", _YEARS[1]),
    "en_UM": Customs(".", ",", 1_000, 3, "%", "{month}\u00a0{day},\u00a0{year}", _YEARS[0]),
    "en_US": Customs(".", ",", 1_000, 3, "%", "{month}\u00a0{day},\u00a0{year}", _YEARS[0]),
    "en_VI": Customs(".", ",", 1_000, 3, "%", "{month}\u00a0{day},\u00a0{year}", _YEARS[0]),
    "en_ZA": Customs(",", "\u00a0", 1_000, 3, "%", "{day:02}\u00a0{month}\u00a0{year}", _YEARS[1]),
    "en_ZW": Customs(".", ",", 1_000, 3, "%", "{day:02}\u00a0{month},{year}", _YEARS[1]),
    "es": Customs(",", ".", 10_000, 3, "\u00a0%", "{day}\u00a0{month}\u00a0{year}", _YEARS[4]),
    "es_419": Customs(".", ",", 1_000, 3, "%", "{day}\u00a0{month}\u00a0{year}", _YEARS[4]),
    "es_AR": Customs(",", ".", 1_000, 3, "%", "{day}\u00a0{month}\u00a0{year}", _YEARS[4]),
    "es_BO": Customs(",", ".", 1_000, 3, "%", "{day}\u00a0{month}\u00a0de\u00a0{year}", _YEARS[4]),
    "es_BR": Customs(".", ",", 1_000, 3, "%", "{day}\u00a0{month}\u00a0{year}", _YEARS[4]),
    "es_BZ": Customs(".", ",", 1_000, 3, "%", "{day}\u00a0{month}\u00a0{year}", _YEARS[4]),
    "es_CL": Customs(",", ".", 1_000, 3, "%", "{day}\u00a0de\u00a0{month}\u00a0de\u00a0{year}", _YEARS[4]),
    "es_CO": Customs(",", ".", 1_000, 3, "%", "{day}\u00a0de\u00a0{month}\u00a0de\u00a0{year}", _YEARS[4]),
    "es_CR": Customs(",", "\u00a0", 1_000, 3, "%", "{day}\u00a0{month}\u00a0{year}", _YEARS[4]),
    "es_CU": Customs(".", ",", 1_000, 3, "%", "{day}\u00a0{month}\u00a0{year}", _YEARS[4]),
    "es_DO": Customs(".", ",", 1_000, 3, "%", "{day}\u00a0{month}\u00a0{year}", _YEARS[4]),
    "es_EC": Customs(",", ".", 1_000, 3, "%", "{day}\u00a0{month}\u00a0{year}", _YEARS[4]),
    "es_GT": Customs(".", ",", 1_000, 3, "%", "{day}\u00a0de\u00a0{month}\u00a0de\u00a0{year}", _YEARS[4]),
    "es_HN": Customs(".", ",", 1_000, 3, "%", "{day}\u00a0{month}\u00a0{year}", _YEARS[4]),
    "es_MX": Customs(".", ",", 1_000, 3, "%", "{day}\u00a0{month}\u00a0{year}", _YEARS[3]),
    "es_NI": Customs(".", ",", 1_000, 3, "%", "{day}\u00a0{month}\u00a0{year}", _YEARS[4]),
    "es_PA": Customs(".", ",", 1_000, 3, "%", "{day}\u00a0de\u00a0{month}\u00a0de\u00a0{year}", _YEARS[4]),
    "es_PE": Customs(".", ",", 1_000, 3, "%", "{day}\u00a0{month}\u00a0{year}", _YEARS[6]),
    "es_PR": Customs(".", ",", 1_000, 3, "%", "{day}\u00a0de\u00a0{month}\u00a0de\u00a0{year}", _YEARS[4]),
    "es_PY": Customs(",", ".", 1_000, 3, "%", "{day}\u00a0{month}\u00a0{year}", _YEARS[5]),
    "es_SV": Customs(".", ",", 1_000, 3, "%", "{day}\u00a0{month}\u00a0{year}", _YEARS[4]),
    "es_US": Customs(".", ",", 1_000, 3, "%", "{day}\u00a0{month}\u00a0{year}", _YEARS[4]),
    "es_UY": Customs(",", ".", 1_000, 3, "%", "{day}\u00a0{month}\u00a0{year}", _YEARS[6]),
    "es_VE": Customs(",", ".", 1_000, 3, "%", "{day}\u00a0{month}\u00a0{year}", _YEARS[5]),
    "fr": Customs(",", "\u202f", 1_000, 3, "\u00a0%", "{day}\u00a0{month}\u00a0{year}", _YEARS[9]),
    "fr_CA": Customs(",", "\u00a0", 1_000, 3, "\u00a0%", "{day}\u00a0{month}\u00a0{year}", _YEARS[10]),
    "fr_CH": Customs(",", "\u202f", 1_000, 3, "%", "{day}\u00a0{month}\u00a0{year}", _YEARS[9]),
    "fr_LU": Customs(",", ".", 1_000, 3, "\u00a0%", "{day}\u00a0{month}\u00a0{year}", _YEARS[9]),
    "fr_MA": Customs(",", "\u202f", 1_000, 3, "\u00a0%", "{day}\u00a0{month}\u00a0{year}", _YEARS[8]),
    "pt": Customs(",", ".", 1_000, 3, "%", "{day}\u00a0de\u00a0{month}\u00a0de\u00a0{year}", _YEARS[7]),
    "pt_AO": Customs(",", "\u00a0", 1_000, 3, "%", "{day}\u00a0de\u00a0{month}\u00a0de\u00a0{year}", _YEARS[7]),
    "pt_CH": Customs(",", "\u00a0", 10_000, 3, "%", "{day}\u00a0de\u00a0{month}\u00a0de\u00a0{year}", _YEARS[7]),
    "pt_CV": Customs(",", "\u00a0", 10_000, 3, "%", "{day}\u00a0de\u00a0{month}\u00a0de\u00a0{year}", _YEARS[7]),
    "pt_GQ": Customs(",", "\u00a0", 10_000, 3, "%", "{day}\u00a0de\u00a0{month}\u00a0de\u00a0{year}", _YEARS[7]),
    "pt_GW": Customs(",", "\u00a0", 10_000, 3, "%", "{day}\u00a0de\u00a0{month}\u00a0de\u00a0{year}", _YEARS[7]),
    "pt_LU": Customs(",", "\u00a0", 10_000, 3, "%", "{day}\u00a0de\u00a0{month}\u00a0de\u00a0{year}", _YEARS[7]),
    "pt_MO": Customs(",", "\u00a0", 10_000, 3, "%", "{day}\u00a0de\u00a0{month}\u00a0de\u00a0{year}", _YEARS[7]),
    "pt_MZ": Customs(",", "\u00a0", 10_000, 3, "%", "{day}\u00a0de\u00a0{month}\u00a0de\u00a0{year}", _YEARS[7]),
    "pt_PT": Customs(",", "\u00a0", 10_000, 3, "%", "{day}\u00a0de\u00a0{month}\u00a0de\u00a0{year}", _YEARS[7]),
    "pt_ST": Customs(",", "\u00a0", 10_000, 3, "%", "{day}\u00a0de\u00a0{month}\u00a0de\u00a0{year}", _YEARS[7]),
    "pt_TL": Customs(",", "\u00a0", 10_000, 3, "%", "{day}\u00a0de\u00a0{month}\u00a0de\u00a0{year}", _YEARS[7]),
}
