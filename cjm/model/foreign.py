"""Words that people write for a key or a value in Spanish, French or Portuguese, so that we can say what they mean.

Imported only when a file has a word that the format does not know.
"""

import unicodedata
from difflib import get_close_matches

_LOOKALIKES = str.maketrans("аеорсухі", "aeopcyxi")
"""Cyrillic letters that look Latin, pasted from elsewhere."""

_WORDS = {
    "action": "accion acao",
    "actions": "acciones acoes",
    "activity": "actividad activite atividade",
    "addresses": "responde_a resuelve atiende repond_a resolve",
    "agreed": "acordado aprobado valide approuve aprovado",
    "alternatives": "alternativas",
    "at_least": "al_menos minimo au_moins pelo_menos",
    "at_most": "como_mucho maximo au_plus no_maximo",
    "backstage": "trasfondo bastidores coulisses tras_bambalinas",
    "business_goal": "objetivo_de_negocio meta_de_negocio objectif_metier objetivo_do_negocio",
    "case": "caso cas",
    "catalogue": "catalogo catalog",
    "channel": "canal",
    "channels": "canales canaux canais",
    "company": "empresa entreprise",
    "compares_to": "se_compara_con comparer_a compara_se_a",
    "contact": "contacto contato",
    "critical": "critica critico critique",
    "current": "actual actuel atual as_is",
    "customer": "cliente client",
    "customer_goal": "objetivo_del_cliente meta_del_cliente objectif_client objetivo_do_cliente",
    "date": "fecha data",
    "decided_by": "se_decide_por decide_par decidido_por",
    "description": "descripcion descricao",
    "details": "detalles detalle detalhes",
    "done": "hecho hecha terminado fait feito",
    "draft": "borrador brouillon rascunho",
    "due": "vence fecha_limite plazo echeance prazo",
    "effort": "esfuerzo effort_requis esforco",
    "email": "correo correo_electronico courriel e-mail",
    "emotion": "emocion emociones emotions emocao",
    "ends_at": "termina_en finit_a termina_em",
    "ends_when": "termina_cuando finit_quand termina_quando",
    "enters_when": "entra_cuando entre_quand entra_quando",
    "events": "eventos evenements",
    "evidence": "evidencia evidencias pruebas preuve preuves provas",
    "expectation": "expectativa attente",
    "expectations": "expectativas attentes",
    "experience": "experiencia",
    "feeling": "sentimiento sensacion sentiment sentimento",
    "felt_by": "lo_siente lo_sufre ressenti_par sentido_por",
    "figures": "cifras chiffres numeros",
    "formula": "formule",
    "from": "desde de",
    "frontstage": "escena escenario scene palco",
    "frustrations": "frustraciones frustracoes",
    "future": "futuro futur to_be",
    "gain": "ganancia beneficio ganho",
    "goals": "metas objectifs",
    "high": "alta alto eleve haute",
    "idea": "idee ideia",
    "image": "imagen imagem",
    "impact": "impacto",
    "importance": "importancia",
    "in_progress": "en_curso en_progreso en_cours em_andamento",
    "initiator": "iniciador iniciativa initiateur",
    "interview": "entrevista entretien",
    "journey": "recorrido viaje parcours jornada",
    "kind": "tipo clase type",
    "lanes": "carriles couloirs raias",
    "language": "idioma lengua langue lingua",
    "lasts": "dura duracion duree duracao",
    "link": "enlace vinculo lien ligacao",
    "links": "enlaces vinculos liens ligacoes",
    "low": "baja bajo faible baixa baixo basse",
    "measured": "medido medida mesure",
    "medium": "media medio moyenne moyen",
    "metric": "metrica indicador metrique indicateur",
    "metrics": "metricas indicadores metriques indicateurs",
    "moment_of_truth": "momento_de_la_verdad momento_de_verdad moment_de_verite momento_da_verdade",
    "name": "nombre nom nome",
    "needs": "necesidades besoins necessidades",
    "note": "nota remarque",
    "notes": "notas remarques",
    "objective": "objetivo objectif",
    "offer": "oferta ofertas offre",
    "opportunities": "oportunidades opportunites",
    "other": "otro otra autre outro",
    "outcome": "resultado resultat",
    "owner": "responsable dueno duena propietario responsavel proprietaire",
    "pain_points": "puntos_de_dolor dolores problemas points_de_douleur pontos_de_dor dores",
    "participants": "participantes",
    "partner": "socio partenaire parceiro",
    "paths": "caminos rutas chemins caminhos",
    "persona": "personaje cliente_tipo",
    "personas": "personajes",
    "phone": "telefono telephone telefone",
    "planned": "planificada planificado planifie planejado",
    "priority": "prioridad priorite prioridade",
    "purchase": "compra achat",
    "quote": "cita citation citacao",
    "rejected": "rechazada rechazado rejete rejeitado",
    "retired": "retirado retirada archive arquivado",
    "review_every": "revisar_cada revoir_tous_les revisar_a_cada",
    "reviewed": "revisado revisada revu",
    "rules": "reglas regles regras",
    "sample": "muestra echantillon amostra",
    "scope": "alcance ambito portee escopo perimetre",
    "score": "puntuacion puntaje note_sur pontuacao",
    "segment": "segmento",
    "severity": "gravedad severidad gravite severite gravidade severidade",
    "share": "cuota porcentaje proporcion part parcela",
    "shipped": "entregada lanzada lanzado livre lancado",
    "skipped": "omitida omitido saute omitida",
    "source": "fuente origen fonte",
    "sources": "fuentes origenes fontes",
    "stages": "etapas fases etapes phases",
    "starts_when": "empieza_cuando comienza_cuando commence_quand comeca_quando",
    "state": "situacion etat",
    "statement": "enunciado enonce declaracion",
    "status": "estado statut estatuto",
    "steps": "pasos passos",
    "store": "tienda magasin loja",
    "summary": "resumen resume resumo",
    "support": "soporte apoyo soutien suporte",
    "survey": "encuesta enquete pesquisa",
    "systems": "sistemas systemes",
    "tags": "etiquetas etiquettes",
    "targets": "metas_medibles cibles alvos",
    "teams": "equipos equipes areas",
    "text": "texto texte",
    "thoughts": "pensamientos piensa pensees pensamentos",
    "time": "tiempo hora heure tempo",
    "time_limit": "limite_de_tiempo tiempo_maximo delai limite_de_tempo",
    "timing": "momento cuando moment",
    "title": "titulo titre",
    "to": "hasta hacia vers ate",
    "touchpoints": "puntos_de_contacto contactos points_de_contact pontos_de_contato pontos_de_contacto",
    "unit": "unidad unite unidade",
    "value": "valor valeur",
    "version": "versao",
    "views": "visiones vistas vues visoes",
    "wait": "espera attente_client",
    "was": "era antes etait",
    "when": "cuando quand quando",
}


def suggest(word: str, known: tuple[str, ...]) -> str | None:
    """The known word that somebody meant: the same but for case and spelling, its translation, or the nearest."""
    plain = _plain(word)
    same = next((name for name in known if _plain(name) == plain), None)
    if same:
        return same
    translated = next((name for name in known if plain in _WORDS.get(name, "").split()), None)
    if translated:
        return translated
    near = get_close_matches(plain, known, n=1, cutoff=0.72)
    return near[0] if near else None


def _plain(word: str) -> str:
    decomposed = unicodedata.normalize("NFKD", word[:64].casefold())
    letters = "".join(char for char in decomposed if not unicodedata.combining(char))
    return "_".join(letters.replace("-", " ").replace("_", " ").split()).translate(_LOOKALIKES)


def lookalikes(word: str) -> str | None:
    """The first letter of the word that looks Latin and is not."""
    return next((char for char in word if ord(char.lower()) in _LOOKALIKES), None)
