"""The flow as DOT, complete: every place and curve stands in it, so that `neato -n2` draws the same picture."""

from __future__ import annotations

from graphviz import Digraph, nohtml  # type: ignore[import-untyped]

from cjm.outputs.escape import dot_markup, dot_text
from cjm.outputs.look import PLAIN, Look
from cjm.outputs.palette import EDGES, HUES, INK, MAIN, MOODS, OTHER, PAPER, QUIET, RULE, STAR, STRAYS
from cjm.views.shapes import Block, Box, Card, Edge, FlowView, Panel, Point

POINTS_PER_INCH = 72
_STYLES = {"contact": "filled,rounded", "action": "filled", "wait": "filled,rounded,dashed"}
_STRIP = 8
_FONT = {"fontname": "Arimo,Arial,Helvetica", "fontsize": "11", "fontcolor": INK}


def render(view: FlowView, look: Look = PLAIN) -> str:  # noqa: ARG001 - DOT has no themes
    """The DOT text. Nodes and edges have ids of ours; texts of the journey occur in labels alone."""
    graph = Digraph("flow", graph_attr=_page(view), node_attr={**_FONT, "shape": "box"}, edge_attr=_FONT)
    for panel in view.panels:
        with graph.subgraph(name=f"cluster_{panel.id}", graph_attr=_panel(panel, view)) as stage:
            if panel.notice:
                stage.node(
                    f"{panel.id}_empty",
                    _lines(panel.notice),
                    shape="plaintext",
                    **_at(_around(panel, panel.notice), view),
                )
            for card in view.cards:
                if card.panel == panel.id:
                    stage.node(card.id, _card_label(card), **_card(card, view))
    ids = {card.touchpoint: card.id for card in view.cards}
    for edge in sorted(view.edges, key=lambda edge: edge.main):
        graph.edge(ids[edge.source], ids[edge.target], **_edge(edge, view))
    return str(graph.source)


def _page(view: FlowView) -> dict[str, str]:
    return {
        "bb": f"0,0,{view.width:g},{view.height:g}",
        "splines": "true",
        "notranslate": "true",
        "outputorder": "nodesfirst",
        "bgcolor": PAPER,
        "fontname": "Arimo,Arial,Helvetica",
        "fontcolor": INK,
    }


def _panel(panel: Panel, view: FlowView) -> dict[str, str]:
    box = panel.box
    last = (panel.note or panel.title).lines[-1]
    note = f'<BR/><FONT COLOR="{QUIET}" POINT-SIZE="11">{_markup(panel.note)}</FONT>' if panel.note else ""
    return {
        "bb": f"{box.x:g},{view.height - box.bottom:g},{box.right:g},{view.height - box.y:g}",
        "lp": _point((box.middle[0], (panel.title.lines[0].y + last.y) / 2), view),
        "label": f'<<FONT POINT-SIZE="15"><B>{_markup(panel.title)}</B></FONT>{note}>',
        "style": "filled,rounded",
        "fillcolor": HUES[panel.hue],
        "color": EDGES[panel.hue],
    }


def _card(card: Card, view: FlowView) -> dict[str, str]:
    return {
        **_at(card.box, view),
        "id": card.id,
        "style": _STYLES[card.kind],
        "fillcolor": PAPER,
        "color": RULE if card.kind != "wait" else QUIET,
        "tooltip": nohtml(dot_text(card.summary)),
    }


def _around(panel: Panel, notice: Block) -> Box:
    top, bottom = notice.lines[0].y, notice.lines[-1].y
    return Box(panel.box.x, top - 16, panel.box.width, bottom - top + 24)


def _at(box: Box, view: FlowView) -> dict[str, str]:
    return {
        "pos": _point(box.middle, view),
        "width": f"{box.width / POINTS_PER_INCH:.4f}",
        "height": f"{box.height / POINTS_PER_INCH:.4f}",
        "fixedsize": "true",
    }


def _card_label(card: Card) -> str:
    """A strip in the colour of the score, the text, and the score's sign in figures."""
    small = f'<BR ALIGN="LEFT"/><FONT COLOR="{QUIET}">{_markup(card.meta)}</FONT>' if card.meta else ""
    signs = [f'<FONT COLOR="{STAR}">★</FONT>'] if card.star else []
    signs += [] if card.mood is None else [f"{card.mood:+d}" if card.mood else "0"]
    height = card.box.height - 2
    return (
        '<<TABLE BORDER="0" CELLBORDER="0" CELLSPACING="0" CELLPADDING="0"><TR>'
        f'<TD BGCOLOR="{MOODS[card.mood]}" WIDTH="{_STRIP}" HEIGHT="{height:g}" FIXEDSIZE="TRUE"></TD>'
        f'<TD WIDTH="10" HEIGHT="{height:g}" FIXEDSIZE="TRUE"></TD>'
        f'<TD WIDTH="{card.box.width - 44:g}" HEIGHT="{height:g}" FIXEDSIZE="TRUE" ALIGN="LEFT" BALIGN="LEFT">'
        f'<FONT POINT-SIZE="13"><B>{_markup(card.name)}</B></FONT>{small}<BR ALIGN="LEFT"/></TD>'
        f'<TD WIDTH="24" HEIGHT="{height:g}" FIXEDSIZE="TRUE">{"<BR/>".join(signs)}</TD></TR></TABLE>>'
    )


def _edge(edge: Edge, view: FlowView) -> dict[str, str]:
    attributes = {
        "id": edge.id,
        "pos": f"e,{_point(edge.tip, view)} " + " ".join(_point(point, view) for point in edge.curve),
        "penwidth": f"{edge.width:g}",
        "color": MAIN if edge.main else STRAYS if edge.role == "strays" else OTHER,
        "arrowsize": f"{edge.head / 10:g}",
        "tooltip": nohtml(dot_text(edge.summary)),
        "style": "solid" if edge.main or edge.role == "drawn" else "dashed",
    }
    if edge.label:
        attributes["label"] = _lines(edge.label.block)
        attributes["lp"] = _point(edge.label.box.middle, view)
    return attributes


def _point(point: Point, view: FlowView) -> str:
    return f"{point[0]:.2f},{view.height - point[1]:.2f}"


def _lines(block: Block) -> str:
    turn = "\\l" if block.align == "start" else "\\n"
    return "".join(dot_text(line.text) + turn for line in block.lines)


def _markup(block: Block) -> str:
    """The lines of an HTML-like label, which must not be empty."""
    turn = '<BR ALIGN="LEFT"/>' if block.align == "start" else "<BR/>"
    return turn.join(dot_markup(line.text) or " " for line in block.lines)
