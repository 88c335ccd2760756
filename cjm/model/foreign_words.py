"""What people write for the words that fields choose from: in Spanish | French | Portuguese | elsewhere in English.

Written as in `foreign_keys`.
"""

CHOICES = {
    "current": "actual | actuel actuelle | atual | as_is today present",
    "future": "futuro futura deseado | futur future souhaite | futuro futura desejado | to_be target",
    "new": "nuevo nueva | nouveau nouvelle | novo nova | greenfield",
    "draft": "borrador | brouillon | rascunho | wip",
    "agreed": (
        "acordado acordada aprobado aprobada | convenu valide approuve | "
        "acordado aprovado aprovada | approved final published"
    ),
    "retired": (
        "retirado retirada obsoleto archivado | retire archive obsolete | "
        "retirado aposentado arquivado obsoleto | archived obsolete deprecated"
    ),
    "web": "sitio_web pagina_web | site_web site | site pagina_web | website online internet",
    "app": "aplicacion aplicacion_movil | application appli | aplicativo aplicacao | mobile application",
    "email": "correo correo_electronico | courriel mel | correio_eletronico | e_mail newsletter",
    "sms": "mensaje mensaje_de_texto | texto message | mensagem torpedo | text_message",
    "phone": "telefono llamada | telephone appel | telefone chamada | telephone call",
    "chat": "mensajeria whatsapp | messagerie discussion | bate_papo whatsapp | whatsapp messaging",
    "social": "redes_sociales redes | reseaux_sociaux reseaux | redes_sociais redes | social_media instagram facebook",
    "store": "tienda sucursal local | magasin boutique agence | loja agencia balcao | shop branch",
    "screen": "pantalla quiosco | ecran borne | tela ecra quiosque | kiosk tv",
    "print": "impreso folleto papel | imprime papier | impresso folheto papel | paper leaflet",
    "mail": "carta correo_postal | courrier lettre | carta correio | letter post",
    "person": (
        "presencial en_persona cara_a_cara | en_personne face_a_face | "
        "presencial em_pessoa | face_to_face in_person visit"
    ),
    "partner": "socio aliado | partenaire | parceiro socio | third_party",
    "other": "otro otra | autre | outro outra | misc",
    "internal": "interno interna | interne | interno interna | own",
    "interview": "entrevista entrevistas | entretien entretiens interview | entrevista | interviews",
    "survey": (
        "encuesta cuestionario | enquete sondage questionnaire | pesquisa inquerito questionario | questionnaire poll"
    ),
    "analytics": "analitica | analytique | analitica analise | data web_analytics",
    "observation": "observacion | observation | observacao | shadowing field_study",
    "test": "prueba ensayo | test essai | teste | usability_test",
    "workshop": "taller | atelier | oficina workshop | session",
    "document": "documento informe | document rapport | documento relatorio | report",
    "expert_review": (
        "revision_experta evaluacion_experta heuristica | revue_experte evaluation_experte | "
        "avaliacao_especializada revisao_de_especialista | heuristic_evaluation"
    ),
    "customer_review": (
        "resena resenas opinion_de_cliente | avis avis_client | avaliacao_de_cliente resenha | review reviews"
    ),
    "assumption": "suposicion supuesto hipotesis | hypothese supposition | suposicao hipotese | hypothesis",
    "awareness": (
        "conciencia conocimiento descubrimiento | notoriete decouverte | "
        "consciencia conhecimento descoberta | discovery"
    ),
    "consideration": "consideracion | consideration | consideracao | evaluation research",
    "decision": "decision | decision | decisao | choice",
    "purchase": "compra contratacion | achat | compra aquisicao | buy buying order",
    "delivery": "entrega envio | livraison | entrega envio | shipping",
    "onboarding": "incorporacion bienvenida | accueil integration | integracao boas_vindas | welcome activation",
    "visit": "visita | visite | visita | visiting",
    "service": "servicio atencion | service prestation | servico atendimento | servicing",
    "use": "uso utilizacion | usage utilisation | uso utilizacao | usage using",
    "retention": "retencion fidelizacion | retention fidelisation | retencao fidelizacao | loyalty",
    "advocacy": "recomendacion prescripcion | recommandation | recomendacao defesa | referral",
    "contact": "contacto | contact | contato contacto | interaction touchpoint",
    "action": "accion | action | acao | step task",
    "wait": "espera | attente | espera | waiting",
    "emotional": "emocional | emotionnel emotionnelle | emocional | emotion",
    "physical": "fisica fisico | physique | fisica fisico | body",
    "cognitive": "cognitiva cognitivo mental | cognitif cognitive | cognitiva cognitivo | mental",
    "idea": "idea | idee | ideia | proposal new",
    "planned": (
        "planificada planificado prevista | planifie planifiee prevu | "
        "planejado planejada planeado prevista | scheduled"
    ),
    "in_progress": "en_curso en_progreso en_marcha | en_cours | em_andamento em_curso | doing started ongoing wip",
    "done": (
        "hecho hecha terminada terminado completada | fait faite termine terminee | "
        "feito feita concluida concluido | finished complete completed shipped"
    ),
    "rejected": (
        "rechazada rechazado descartada | rejete rejetee refuse | rejeitada rejeitado recusada | declined dropped"
    ),
    "question": "pregunta duda | question | pergunta duvida | doubt",
    "risk": "riesgo | risque | risco | threat",
    "note": "nota | note remarque | nota | comment remark",
    "error": "error | erreur | erro | errors fail",
    "warning": "aviso advertencia | avertissement | aviso advertencia | warn",
    "info": "informacion observacion | information remarque | informacao observacao | remark hint off",
    "low": "baja bajo | faible bas basse | baixa baixo | minor small",
    "medium": "media medio | moyenne moyen | media medio | moderate normal",
    "high": "alta alto | elevee eleve haute haut forte | alta alto elevada | major big",
    "critical": (
        "critica critico muy_alta | critique tres_elevee | critica critico muito_alta | blocker severe very_high"
    ),
    "day": "dia diario | jour quotidien | dia diario | daily",
    "week": "semana semanal | semaine hebdomadaire | semana semanal | weekly",
    "month": "mes mensual | mois mensuel | mes mensal | monthly",
}
