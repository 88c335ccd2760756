"""What a beginner got wrong, in words for a beginner, at the place of the slip and not where libyaml gave up.

Loaded only for a file that cannot be read. Each `…_slip` looks for one kind of slip and gives a finding or None;
the first that finds something has the word.
"""

from collections.abc import Callable

from yaml import YAMLError

from cjm.diagnostics import Diagnostic
from cjm.source.encodings import foreign
from cjm.source.slips.beginnings import beginning_slip, bullet_slip, directive_slip
from cjm.source.slips.brackets import bracket_slip
from cjm.source.slips.characters import conflict_slip, space_slip, unreadable_character
from cjm.source.slips.colons import colon_slip, missing_colon_slip
from cjm.source.slips.indentation import block_text_slip, dash_slip, indentation_slip
from cjm.source.slips.quotes import escape_slip, quote_slip
from cjm.source.slips.remaining import in_other_words
from cjm.source.slips.scene import Scene, scene

Look = Callable[[Scene], Diagnostic | None]

LOOKS: tuple[Look, ...] = (
    conflict_slip,
    space_slip,
    bullet_slip,
    escape_slip,
    quote_slip,
    bracket_slip,
    dash_slip,
    block_text_slip,
    beginning_slip,
    directive_slip,
    colon_slip,
    missing_colon_slip,
    indentation_slip,
)


def explain(text: str, shown: str, slip: YAMLError) -> Diagnostic:
    """A finding for libyaml's error about `shown`, which is `text` with stand-ins."""
    if getattr(slip, "problem_mark", None) is None:
        return foreign(text.encode()) or unreadable_character(text)
    what = scene(text, shown, slip)
    for look in LOOKS:
        found = look(what)
        if found is not None:
            return found
    return in_other_words(what)
