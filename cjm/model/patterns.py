r"""What the texts of values look like: regular expressions that Python and JSON Schema share.

Editors (ECMA, with the `u` flag), check-jsonschema and Python's `re` read them alike: no `\p{…}`, no lookbehind,
no character beyond U+FFFF by its number.
"""

NUMBER = r"[-+]?(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)(?:[eE][-+]?[0-9]+)?"
DURATION = r"([0-9]{1,9}(?:\.[0-9]{1,6})?) ?(s|mo|m|h|d|w|y)"
_PER_CENT = r"[ \u00a0\u202f]*%"
PERCENTAGE = NUMBER + _PER_CENT
SHARE = r"(?:100(?:\.0*)?|[0-9]{1,2}(?:\.[0-9]*)?|\.[0-9]+)" + _PER_CENT
DATE = (
    r"(?:(?!0000)[0-9]{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12][0-9]|3[01])|(?:0[469]|11)-(?:0[1-9]|[12][0-9]|30)"
    r"|02-(?:0[1-9]|1[0-9]|2[0-8]))"
    r"|(?:[0-9]{2}(?:0[48]|[2468][048]|[13579][26])|(?:0[48]|[2468][048]|[13579][26])00)-02-29)"
)
LANGUAGE = r"[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{2,8})*"

_HIDDEN = (
    r"\u0000-\u001f\u007f-\u00a0\u00ad\u061c\u1680\u180e\u2000-\u200f\u2028-\u202f\u205f-\u206f"
    r"\u3000\ue000-\uf8ff\ufeff"
)
_ODD = r'\\"<>' + _HIDDEN
_PATH = (
    r"(?![a-zA-Z][a-zA-Z0-9+.\-]*:)(?![/?# ])(?![^?#]*%(?:2[fF]|5[cC]|00))"
    r"(?!(?:[^?#]*/)?(?:\.|%2[eE]){2}(?:[/?#]|$))(?![^?#]*&[#A-Za-z][#A-Za-z0-9]*;)"
    rf"[^{_ODD}]*[^ {_ODD}]"
)
_WEB = rf"[hH][tT][tT][pP][sS]?://[^/?#@ {_ODD}]+(?:[/?#][^ {_ODD}]*)?"
_MAIL = rf"[mM][aA][iI][lL][tT][oO]:[^@ {_ODD}]+@[^@ {_ODD}]+"
LOCAL_LINK = _PATH
LINK = f"(?:{_PATH}|{_WEB}|{_MAIL})"

_ASCII_SIGNS = r"\u0000-,/:-@\[-^`{-\u007f"
_OTHER_SIGNS = (
    r"\u0080-\u00a9\u00ab-\u00b1\u00b4\u00b6-\u00b8\u00bb\u00bf\u00d7\u00f7\u060c\u061b-\u061f\u066a-\u066d\u06d4"
    r"\u0964\u0965\u2000-\u206f\u20a0-\u20cf\u2190-\u245f\u2500-\u2775\u2794-\u2bff\u3000-\u3004\u3008-\u3020\u3030"
    r"\ue000-\uf8ff\ufeff\uff01-\uff0f\uff1a-\uff20"
    "\U0001f300-\U0001faff"
)
ID = rf"[^_.\-{_ASCII_SIGNS}{_OTHER_SIGNS}][^{_ASCII_SIGNS}{_OTHER_SIGNS}]*"
"""Nearly `naming.is_id`: what no language writes words with is left out by its blocks."""
