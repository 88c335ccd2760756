"""How alike two names are, across spellings and, for the words of trade, across English and Spanish."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from functools import cache

_WORDS = re.compile(r"[^\W_]+")
_HUMPS = re.compile(r"(?<=[a-z0-9])(?=[A-Z])")
_ALIKE = """
ad anuncio advert campaign campana publicidad | home inicio portada main | catalog catalogo category categoria
listing | product producto item articulo ficha pdp | review resena opinion | search buscar busqueda buscador |
cart carrito cesta basket bag | checkout caja | signup registro register registrar alta registration | account
cuenta | login entrar acceso signin sesion | payment pago pay pagar | card tarjeta | cash efectivo | purchase
compra buy comprar | order pedido | confirmation confirmacion confirmed confirmado | shipping envio shipment
shipped enviado | delivery entrega delivered entregado | courier mensajeria repartidor mensajero | pickup
recogida | tracking seguimiento track | return devolucion returned | exchange cambio | refund reembolso | survey
encuesta | support soporte ayuda help atencion | call llamada phone telefono | chat | mail correo email |
message mensaje | reminder recordatorio | offer oferta | coupon cupon | invoice factura | store tienda shop |
visit visita | appointment cita | wishlist favoritos deseos | guest invitado | started iniciado empezado start |
completed completado finished terminado done hecho | failed fallido error | viewed visto view ver | added
anadido add anadir | abandoned abandonado abandono | cancel cancelar cancelacion cancelled | renewal renovacion
| upgrade mejora | onboarding bienvenida | trial prueba | download descarga | complaint queja reclamacion |
claim siniestro parte | size talla | choice choose chosen elegir elige eleccion select selected seleccion
seleccionar
"""
_SMALL = "a al an and by con de del el en for in la las los of on or para por the to un una y"
_LITTLE = frozenset(_SMALL.split())
_CONCEPTS = {word: group.split()[0] for group in _ALIKE.split("|") for word in group.split()}


@cache
def gist(name: str) -> str:
    """The words of a name without accents, capitals and signs; words of trade by their English."""
    bare = "".join(char for char in unicodedata.normalize("NFKD", name) if not unicodedata.combining(char))
    found = _WORDS.findall(_HUMPS.sub(" ", bare).casefold())
    words = [word for word in found if word not in _LITTLE] or found or [bare.casefold()]
    return " ".join(_CONCEPTS.get(word, _CONCEPTS.get(word.removesuffix("s"), word)) for word in words)


def likeness(name: str, others: Sequence[str]) -> tuple[float, str]:
    """How like a name is to the likest of others, from 0 to 1, and which that is."""
    from rapidfuzz import fuzz  # noqa: PLC0415 - an extra

    best, which = 0.0, ""
    for other in others:
        one, two = gist(name), gist(other)
        alike = max(fuzz.token_sort_ratio(one, two), 0.9 * fuzz.token_set_ratio(one, two)) / 100
        if alike > best:
            best, which = alike, other
    return best, which
