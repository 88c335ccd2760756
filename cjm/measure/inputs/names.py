"""Which column is what: as told, or by names that logs are known to use."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

from cjm.diagnostics import Message, msg
from cjm.measure.inputs.asked import EVENT_ROLES, Columns
from cjm.measure.troubles import MeasureError

_KNOWN = {
    "case": """
        case:concept:name case_concept_name case_id caseid case id_caso caso caso_id customer_id customerid
        customer id_cliente cliente_id cliente user_id userid user id_usuario usuario_id usuario client_id
        clientid visitor_id visitorid account_id cuenta_id id_cuenta distinct_id anonymous_id user_pseudo_id
        person_id patient_id paciente_id id_paciente member_id order_id orderid id_pedido pedido_id pedido
        ticket_id incident_id session_id sessionid user_session session id_sesion sesion_id sesion trace_id
        journey_id
    """,
    "activity": """
        concept:name concept_name activity activity_name actividad event_name eventname event_type eventtype
        event evento nombre_evento tipo_evento action accion step paso page pagina task
    """,
    "time": """
        time:timestamp time_timestamp timestamp event_time eventtime event_timestamp complete_timestamp ts
        time datetime date_time occurred_at created_at event_date marca_de_tiempo marca_temporal fecha_hora
        fecha_y_hora fechahora hora fecha date end_time completetime complete_time start_time
    """,
    "channel": """
        channel canal channel_name
    """,
    "touchpoint": """
        touchpoint touchpoint_id punto_de_contacto punto_contacto
    """,
    "csat": """
        csat satisfaction satisfaccion
    """,
    "nps": """
        nps nps_score
    """,
    "ces": """
        ces ces_score
    """,
}
KNOWN = {role: tuple(names.split()) for role, names in _KNOWN.items()}
"""The names that logs use, in English and Spanish, the surest first; as `plain` has them."""
_SURVEY_TIMES = ("survey_date", "answered_at", "response_date", "responded_at", "fecha_respuesta", "fecha_encuesta")
_GAPS = re.compile(r"[^a-z0-9:]+")
ROLE_NAMES = {
    "case": msg("the case"),
    "activity": msg("the activity"),
    "time": msg("the time"),
}


def plain(name: str) -> str:
    """A column's name as it is compared: `Case ID` is `case_id`, `Sesión` is `sesion`."""
    bare = "".join(char for char in unicodedata.normalize("NFKD", name) if not unicodedata.combining(char))
    spaced = re.sub(r"(?<=[a-z])(?=[A-Z])", "_", bare)
    return _GAPS.sub("_", spaced.lower()).strip("_")


def roles(asked: Columns, offered: Sequence[str], label: str) -> tuple[dict[str, str], tuple[Message, ...]]:
    """Role → column, and what to say of those that nobody named."""
    told = {role: _existing(name, offered, label) for role, name in asked.told().items()}
    told |= {role: name for role, name in asked.usual if role not in told and name in offered}
    for name in (*asked.texts, *asked.numbers):
        _existing(name, offered, label)
    found = {role: column for role in _sought(asked, told) if (column := _guess(role, offered, told, asked))}
    missing = [role for role in EVENT_ROLES if asked.kind == "events" and role not in told and role not in found]
    if missing:
        raise _unsure(missing, offered, label)
    return told | found, _said(found)


def _sought(asked: Columns, told: dict[str, str]) -> list[str]:
    if asked.kind == "events":
        return [role for role in (*EVENT_ROLES, "channel") if role not in told]
    where = () if {"touchpoint", "activity"} & set(told) else ("touchpoint", "activity")
    scores = () if {"csat", "nps", "ces"} & set(told) or asked.numbers else ("csat", "nps", "ces")
    return [role for role in ("case", *where, "time", *scores) if role not in told]


def _guess(role: str, offered: Sequence[str], told: dict[str, str], asked: Columns) -> str | None:
    taken = set(told.values())
    known = KNOWN[role] + (_SURVEY_TIMES if role == "time" and asked.kind == "survey" else ())
    by_plain: dict[str, str] = {}
    for column in offered:
        by_plain.setdefault(plain(column), column)
    return next((by_plain[name] for name in known if name in by_plain and by_plain[name] not in taken), None)


def _said(found: dict[str, str]) -> tuple[Message, ...]:
    if not found:
        return ()
    pairs = tuple(f"{role} = {column}" for role, column in found.items())
    return (msg("columns taken by their names: {pairs}", pairs=pairs),)


def _existing(name: str, offered: Sequence[str], label: str) -> str:
    if name in offered:
        return name
    if f"case:{name}" in offered:  # an attribute of the trace
        return f"case:{name}"
    raise MeasureError(
        msg("`{file}` has no column `{name}`", file=label, name=name),
        nearest(name, offered),
    )


def nearest(name: str, offered: Sequence[str]) -> Message:
    """The column that may be meant, or all there are."""
    from difflib import get_close_matches  # noqa: PLC0415 - only a slip needs it

    by_plain = {plain(column): column for column in reversed(offered)}
    near = get_close_matches(plain(name), list(by_plain), 1)
    return msg("did you mean `{name}`?", name=by_plain[near[0]]) if near else columns_there(offered)


def columns_there(offered: Sequence[str]) -> Message:
    """The columns of a source, the first twenty."""
    most = 20
    if len(offered) > most:
        return msg("its columns are {names} and {more} more", names=tuple(offered[:most]), more=len(offered) - most)
    return msg("its columns are {names}", names=tuple(offered))


def _unsure(missing: Sequence[str], offered: Sequence[str], label: str) -> MeasureError:
    options = tuple(f"--{role}" for role in missing)
    return MeasureError(
        msg("no column of `{file}` says by its name which is {role}", file=label, role=ROLE_NAMES[missing[0]]),
        msg("name it with {options}; {columns}", options=options, columns=columns_there(offered)),
    )
