"""What people write for the keys of the format: in Spanish | French | Portuguese | elsewhere in English.

Without accents; `_` joins the words of one expression. An expression may stand beside several keys: where a part has
two of them, the one is meant beside which it stands further to the front.
"""

KEYS = {
    # the journey
    "cjm": "formato mapa | format carte | formato mapa | format journey_map",
    "id": "identificador clave codigo | identifiant cle | identificador chave | identifier key",
    "was": "era antes anterior | etait avant ancien | era antes anterior | formerly previous_id",
    "ref": "referencia | reference | referencia | reference ticket",
    "title": "titulo nombre | titre nom | titulo nome | name heading",
    "description": "descripcion | description descriptif | descricao | details_text",
    "version": "version | version | versao | release",
    "language": "idioma lengua | langue | idioma lingua | lang locale",
    "state": "situacion estado | situation etat | situacao estado | type",
    "compares_to": (
        "se_compara_con comparar_con | se_compare_a comparer_a | compara_se_a comparar_com | compare_to replaces"
    ),
    "status": "estado estatus | etat statut | status estado | progress",
    "owner": (
        "responsable dueno duena propietario propietaria | responsable proprietaire | "
        "responsavel dono dona proprietario | responsible"
    ),
    "participants": "participantes participan | participants | participantes | attendees",
    "reviewed": "revisado revisada revision | revu revue revision | revisado revisada revisao | last_review",
    "review_every": (
        "revisar_cada revision_cada | revoir_tous_les revision_tous_les | revisar_a_cada rever_a_cada | review_interval"
    ),
    "tags": "etiquetas | etiquettes mots_cles | etiquetas tags | labels keywords",
    "objective": "objetivo meta | objectif but | objetivo meta | goal objectives aim",
    "targets": "metas objetivos objetivos_medibles | cibles objectifs | metas alvos objetivos | thresholds",
    "scope": "alcance ambito | portee perimetre | escopo ambito | boundaries",
    "personas": "personas personajes perfiles | personas profils | personas perfis | users customers actors",
    "persona": (
        "personaje perfil cliente usuario actor | personnage profil client | "
        "personagem perfil cliente ator | user actor customer"
    ),
    "channels": "canales | canaux | canais | media",
    "teams": "equipos areas departamentos | equipes services | equipes times areas | departments",
    "evidence": (
        "evidencia pruebas fuentes investigacion | preuves sources recherche | "
        "evidencia provas fontes pesquisa | sources research proof"
    ),
    "metrics": "metricas indicadores | metriques indicateurs | metricas indicadores | kpis indicators",
    "lanes": "carriles filas capas | couloirs lignes | raias faixas | rows layers swimlanes",
    "pain_points": (
        "puntos_de_dolor puntos_dolor dolores problemas fricciones | "
        "points_de_douleur douleurs irritants problemes points_de_friction | "
        "pontos_de_dor dores problemas atritos | "
        "pains problems frictions issues"
    ),
    "opportunities": (
        "oportunidades mejoras ideas | opportunites ameliorations idees | "
        "oportunidades melhorias ideias | improvements ideas solutions"
    ),
    "notes": "notas comentarios | notes remarques commentaires | notas comentarios observacoes | comments",
    "stages": "etapas fases | etapes phases | etapas fases estagios | phases",
    "paths": "caminos rutas recorridos | chemins parcours | caminhos rotas percursos | routes flows",
    "sources": "fuentes origenes datos | sources donnees | fontes origens dados | data",
    # objective, target, scope
    "statement": "enunciado texto frase descripcion | enonce texte phrase | enunciado texto frase | text description",
    "metric": "metrica indicador | metrique indicateur | metrica indicador | kpi indicator figure",
    "at_least": "al_menos como_minimo minimo | au_moins au_minimum minimum | pelo_menos no_minimo minimo | minimum min",
    "at_most": "como_mucho como_maximo maximo | au_plus au_maximum maximum | no_maximo maximo | maximum max",
    "due": (
        "vence plazo fecha_limite vencimiento fecha | echeance date_limite delai | "
        "prazo data_limite vencimento | deadline due_date"
    ),
    "starts_when": (
        "empieza_cuando comienza_cuando inicio | commence_quand debut | comeca_quando inicio | start begins_when"
    ),
    "ends_when": (
        "termina_cuando acaba_cuando fin | finit_quand se_termine_quand fin | "
        "termina_quando acaba_quando fim | end finishes_when"
    ),
    "ends_at": "termina_en acaba_en | finit_a se_termine_a | termina_em acaba_em | last_touchpoint",
    # personas and definitions
    "name": "nombre titulo | nom titre | nome titulo | title label",
    "summary": "resumen perfil descripcion | resume profil description | resumo perfil descricao | bio description",
    "needs": "necesidades | besoins | necessidades | requirements",
    "goals": "objetivos metas | objectifs buts | objetivos metas | objectives aims",
    "frustrations": (
        "frustraciones dolores puntos_de_dolor | frustrations irritants | frustracoes dores | pains pain_points"
    ),
    "quote": "cita frase | citation | citacao frase | quotation verbatim",
    "segment": "segmento | segment | segmento | filter",
    "image": "imagen foto | image photo | imagem foto | picture photo img",
    "kind": "tipo clase | type genre sorte | tipo classe | type category",
    "date": "fecha | date | data | day",
    "sample": "muestra | echantillon | amostra | sample_size n",
    "link": "enlace vinculo url direccion | lien url adresse | ligacao link url endereco | url href address",
    "unit": "unidad | unite | unidade | units",
    "formula": "formula calculo | formule calcul | formula calculo | calculation",
    "source": "fuente origen archivo fichero | source fichier origine | fonte origem arquivo ficheiro | file path",
    "value": "valor importe | valeur montant | valor | amount result",
    "benchmark": "comparativa referencia | comparatif reference | comparativo referencia | baseline",
    "measured": "medido medida fecha | mesure date | medido medida data | date measured_on",
    # statements, pain points, opportunities
    "text": (
        "texto descripcion nombre titulo enunciado | texte description nom enonce | "
        "texto descricao nome enunciado | name title description statement"
    ),
    "severity": (
        "gravedad severidad intensidad | gravite severite intensite | gravidade severidade intensidade | seriousness"
    ),
    "felt_by": (
        "lo_siente lo_sufre lo_sienten lo_sufren afecta_a personas | ressenti_par touche personas | "
        "sentido_por sofrido_por afeta personas | affects personas persona"
    ),
    "share": (
        "cuota porcentaje proporcion parte | part proportion pourcentage | "
        "parcela proporcao porcentagem percentagem quota | percentage proportion ratio"
    ),
    "addresses": (
        "responde_a resuelve atiende aborda puntos_de_dolor | repond_a resout traite | "
        "responde_a resolve aborda | solves pain_points answers"
    ),
    "impact": "impacto | impact effet | impacto | effect",
    "effort": "esfuerzo coste | effort cout | esforco custo | cost",
    "gain": "ganancia beneficio mejora | gain benefice | ganho beneficio | benefit gains",
    "priority": "prioridad | priorite | prioridade | rank",
    "shipped": (
        "entregado entregada lanzado lanzada publicado | livre livree lance | "
        "entregue lancado lancada | released launched"
    ),
    # stages
    "customer_goal": (
        "objetivo_del_cliente meta_del_cliente objetivo | objectif_du_client objectif_client objectif | "
        "objetivo_do_cliente meta_do_cliente objetivo | goal user_goal objective"
    ),
    "business_goal": (
        "objetivo_de_negocio meta_de_negocio objetivo_del_negocio | objectif_metier objectif_commercial | "
        "objetivo_do_negocio objetivo_de_negocio | company_goal"
    ),
    "expectations": "expectativas espera | attentes | expectativas | expects",
    "enters_when": (
        "entra_cuando empieza_cuando entrada | entre_quand commence_quand | "
        "entra_quando comeca_quando | starts_when entry"
    ),
    "lasts": "dura duracion tiempo | dure duree temps | dura duracao tempo | duration length time",
    "offer": "oferta ofertas ofrecer mostrar | offre offres proposer | oferta ofertas oferecer | offers content",
    "decided_by": (
        "se_decide_por decide_por criterios | decide_par criteres | decidido_por criterios | criteria decision_factors"
    ),
    "alternatives": "alternativas competencia | alternatives concurrents | alternativas concorrentes | competitors",
    "emotion": (
        "emocion emociones sentimiento animo | emotion emotions ressenti humeur | "
        "emocao emocoes sentimento humor | emotions mood feeling sentiment"
    ),
    "figures": "cifras datos | chiffres donnees | cifras numeros dados | numbers data values",
    "skipped": "omitido omitida saltado sin_puntos | saute sautee omis | omitido omitida pulado | omitted",
    "touchpoints": (
        "puntos_de_contacto puntos_contacto contactos momentos pasos | "
        "points_de_contact contacts moments etapes | "
        "pontos_de_contato pontos_de_contacto contatos contactos momentos | "
        "steps moments interactions contacts"
    ),
    # touchpoints
    "channel": "canal | canal | canal | medium",
    "initiator": "iniciador iniciativa inicia | initiateur initiative | iniciador iniciativa | initiated_by",
    "experience": "experiencia | experience vecu | experiencia | experiences",
    "actions": "acciones hace | actions fait | acoes faz | does doing steps",
    "thoughts": "pensamientos piensa | pensees pense | pensamentos pensa | thinks thinking",
    "outcome": "resultado | resultat | resultado | result",
    "importance": "importancia peso | importance poids | importancia peso | weight",
    "moment_of_truth": "momento_de_la_verdad momento_de_verdad | moment_de_verite | momento_da_verdade | mot",
    "expectation": "expectativa espera | attente | expectativa | expects",
    "timing": "momento cuando | moment quand | momento quando | when",
    "time_limit": (
        "limite_de_tiempo tiempo_maximo plazo | limite_de_temps temps_maximum delai | "
        "limite_de_tempo tempo_maximo prazo | deadline sla"
    ),
    "views": "vistas visiones miradas | vues regards | visoes vistas olhares | perspectives",
    "frontstage": (
        "escena escenario visible delante | scene avant_scene visible | palco frente visivel | front_stage onstage"
    ),
    "backstage": (
        "trasfondo bastidores trastienda detras tras_bambalinas | coulisses arriere_scene | "
        "bastidores retaguarda | back_stage"
    ),
    "support": "soporte apoyo procesos | soutien support appui | suporte apoio | supporting_processes",
    "systems": "sistemas herramientas | systemes outils | sistemas ferramentas | tools software",
    "events": "eventos sucesos | evenements | eventos | activities",
    "details": "detalle detalles | detail details | detalhe detalhes | detail zoom",
    "links": "enlaces vinculos | liens | ligacoes links | urls",
    "score": "puntuacion puntaje nota valor | note score | pontuacao nota valor | value rating level",
    "feeling": (
        "sentimiento sensacion emocion | sentiment sensation ressenti | sentimento sensacao emocao | emotion word label"
    ),
    "by": "por segun | par selon | por segundo | per",
    "company": "empresa compania negocio | entreprise societe | empresa companhia negocio | business",
    "customer": "cliente usuario | client utilisateur | cliente usuario | user",
    "n": "casos respuestas muestra | cas reponses echantillon | casos respostas amostra | sample count cases",
    "regex": "expresion_regular patron | expression_reguliere motif | expressao_regular padrao | pattern regexp",
    # paths
    "steps": "pasos puntos_de_contacto | pas etapes points_de_contact | passos pontos_de_contato | touchpoints",
    "to": "a hasta hacia | a vers jusqu_a | a ate para | touchpoint target",
    "from": "de desde | de depuis | de desde | min",
    "when": "cuando si condicion | quand si condition | quando se condicao | if condition",
    # sources
    "surveys": "encuestas | enquetes sondages | pesquisas inqueritos | questionnaires",
    "case": "caso expediente | cas dossier | caso processo | case_id customer_id",
    "activity": "actividad evento | activite evenement | atividade evento | event",
    "time": "tiempo hora fecha momento | temps heure date moment | tempo hora data momento | timestamp date",
    "touchpoint": (
        "punto_de_contacto contacto | point_de_contact contact | ponto_de_contato ponto_de_contacto contato | step"
    ),
    "csat": "satisfaccion | satisfaction | satisfacao | satisfaction",
    "nps": "recomendacion | recommandation | recomendacao | recommendation",
    "ces": "esfuerzo | effort | esforco | effort",
    "column": "columna campo | colonne champ | coluna campo | field",
    "scale": "escala | echelle | escala | range",
    # the project file
    "cjm_project": "proyecto cjm_proyecto | projet cjm_projet | projeto cjm_projeto | cjm project",
    "include": "incluir incluye | inclure inclut | incluir inclui | files",
    "exclude": "excluir excluye | exclure exclut | excluir exclui | ignore",
    "catalogue": "catalogo | catalogue | catalogo | catalog library",
    "rules": "reglas | regles | regras | lint",
    "select": "seleccionar elegir | selectionner choisir | selecionar escolher | enable",
    "ignore": "ignorar | ignorer | ignorar | disable",
    "limits": "limites | limites | limites | options",
    "since": "desde a_partir_de | depuis a_partir_du | desde a_partir_de | from starting",
    "until": "hasta | jusqu_a jusque | ate | to before ending",
    "window": "ventana periodo | fenetre periode | janela periodo | period trend",
    "min_cases": "minimo_de_casos casos_minimos | minimum_de_cas cas_minimum | minimo_de_casos | minimum_cases least",
    "lenient": "tolerante indulgente | tolerant indulgent | tolerante | forgiving tolerant",
    "order": "orden | ordre | ordem | sort tie_break",
    "delimiter": "delimitador separador | delimiteur separateur | delimitador separador | separator",
    "encoding": "codificacion | encodage codage | codificacao | charset",
    "decimal": "decimal signo_decimal | decimale signe_decimal | decimal | decimal_sign decimal_separator",
    "dates": "fechas formato_de_fecha | dates format_de_date | datas formato_de_data | date_format date_order",
}
