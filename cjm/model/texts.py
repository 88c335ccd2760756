"""Readers of texts, and what is odd about some: placeholders, and words that YAML 1.1 took for booleans."""

from __future__ import annotations

import re
import warnings

from cjm.diagnostics import Severity, msg
from cjm.model.fields import Ref
from cjm.model.reading import Path, Reading, key_of
from cjm.source.values import Node, Scalar

_OLD_BOOLEANS = dict.fromkeys(("y", "yes", "on"), "true") | dict.fromkeys(("n", "no", "off"), "false")
_ALL_OF_IT = "TODO (?:EL|LA|LO|MUNDO|EST[EOÁA]|ES[OE]|ISTO|ISSO|O|A|ES|É|VA|VAI|MUY|MUITO|BIEN|BEM)|PENDIENTE DE"
"""In Spanish and Portuguese these are words: everybody knows, everything is slow, payment pending."""
_PLACEHOLDER = re.compile(
    rf"(?!(?:{_ALL_OF_IT})\b)(?:TODO|TBD|TBA|TBC|FIXME|XXX+|PENDIENTE|POR DEFINIR)(?:\b|$)"
    r"|[Ll]orem ipsum|\{+ ?[^{}]{1,60}\}+\.?$"
    r"|<[^<>/=\"']{1,60}>$|\[[^\[\]]{1,60}\]$|(?:…|\.\.\.|\?\?+)$"
)
_PLACEHOLDER_STARTS = frozenset("TFXPLl{<[….?")
_PLACEHOLDERS = frozenset(
    {
        *("tbd", "tba", "tbc", "xxx", "to do", "to be defined", "to be done", "to be confirmed", "to be decided"),
        *("fill in", "fill me in", "title here", "text here", "your text", "your text here", "insert text here"),
        *("por definir", "por completar", "por confirmar", "por decidir", "sin definir", "pendiente"),
        *("pendiente de definir", "rellenar", "completar", "escribe aquí", "texto aquí", "título aquí"),
        *("à définir", "à compléter", "à remplir", "à préciser", "à confirmer", "à faire", "titre ici", "texte ici"),
        *("votre texte ici", "a definir", "a preencher", "por preencher", "a confirmar", "pendente", "preencher"),
        *("texto aqui", "seu texto aqui", "título aqui", "lorem ipsum"),
    }
)
_REMARKABLE = _PLACEHOLDERS | _OLD_BOOLEANS.keys()
_LONGEST_REMARKABLE = max(map(len, _REMARKABLE))
_TEXT = msg("text")


def text(node: Node, path: Path, reading: Reading) -> str | None:
    """Text as written, whatever YAML would make of it."""
    if node.__class__ is not Scalar:
        reading.expected(node, path, _TEXT)
        return None
    written = node.text.strip()
    if not written:
        reading.remark(
            "empty-text",
            Severity.WARNING,
            node,
            path,
            msg("`{key}` is empty", key=key_of(path)),
            msg("write the text, or take the line out"),
        )
        return None
    if written[0] in _PLACEHOLDER_STARTS and _PLACEHOLDER.match(written):
        _remark_on_placeholder(written, node, path, reading)
    elif len(written) <= _LONGEST_REMARKABLE and written.lower() in _REMARKABLE:
        remark_on_word(written.lower(), node, path, reading)
    return written


def _remark_on_placeholder(written: str, node: Node, path: Path, reading: Reading) -> None:
    reading.remark(
        "placeholder-text",
        Severity.WARNING,
        node,
        path,
        msg("`{text}` is a placeholder", text=written),
        msg("write the real text, or take the line out"),
    )


def remark_on_word(word: str, node: Node, path: Path, reading: Reading) -> None:
    """Placeholders; and `no` and `on` without quotes, which are text for YAML 1.2 and were booleans before."""
    if word in _PLACEHOLDERS:
        _remark_on_placeholder(node.text if isinstance(node, Scalar) else "".strip(), node, path, reading)
    elif isinstance(node, Scalar) and node.plain and word in _OLD_BOOLEANS:
        from cjm.model.remedies import in_quotes  # noqa: PLC0415 - few files have such a word

        reading.remark(
            "implicit-boolean",
            Severity.INFO,
            node,
            path,
            msg(
                "`{text}` is text here; tools of YAML 1.1 would read `{value}`",
                text=node.text,
                value=_OLD_BOOLEANS[word],
            ),
            msg('put it in quotes: `"{text}"`', text=node.text),
            in_quotes(node),
        )


def pattern(node: Node, path: Path, reading: Reading) -> str | None:
    """A regular expression."""
    written = text(node, path, reading)
    if written is None:
        return None
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # doubts about its style are nobody's business here
            re.compile(written)
    except (re.error, OverflowError, RecursionError) as error:
        reading.error(
            "wrong-type",
            node,
            path,
            msg("`{text}` is not a regular expression", text=written),
            msg("it was refused with: {reason}", reason=str(error)),
        )
        return None
    return written


def reference(kind: Ref, node: Node, path: Path, reading: Reading) -> str | None:
    """An id where the name is known, the text as written where it is not."""
    written = text(node, path, reading)
    return None if written is None else reading.names.known[kind.to].get(written, written)
