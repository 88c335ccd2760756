"""Words that companies have for stages and customers do not, by language, each with what a customer might say.

Data only. Words are in lower case, without hyphens; a name is compared with them word by word, and two words at a time.
"""

COMPANY_WORDS: dict[str, dict[str, str]] = {
    "en": {
        "acquisition": "Looking for a solution",
        "activation": "Using it for the first time",
        "churn": "Leaving",
        "closed won": "Deciding for it",
        "conversion": "Buying",
        "cross sell": "Finding something that goes with it",
        "cross selling": "Finding something that goes with it",
        "crossselling": "Finding something that goes with it",
        "demand generation": "Noticing a problem",
        "engagement": "Coming back",
        "funnel": "Comparing and deciding",
        "lead": "Asking for information",
        "leads": "Asking for information",
        "monetisation": "Paying",
        "monetization": "Paying",
        "mql": "Asking for information",
        "nurturing": "Making up one's mind",
        "prospect": "Looking around",
        "prospecting": "Looking around",
        "retargeting": "Being reminded",
        "retention": "Staying",
        "upsell": "Wanting more",
        "upselling": "Wanting more",
        "win back": "Thinking again",
        "winback": "Thinking again",
    },
    "es": {
        "activación": "Lo usa por primera vez",
        "adquisición": "Busca una solución",
        "captación": "Busca una solución",
        "conversión": "Compra",
        "embudo": "Compara y decide",
        "fidelización": "Vuelve",
        "monetización": "Paga",
        "prospección": "Mira qué hay",
        "recaptación": "Se lo piensa otra vez",
        "reactivación": "Se lo piensa otra vez",
        "retención": "Se queda",
        "venta adicional": "Quiere algo más",
        "venta cruzada": "Encuentra algo que le va bien",
    },
    "fr": {
        "acquisition": "Cherche une solution",
        "activation": "S'en sert pour la première fois",
        "conversion": "Achète",
        "entonnoir": "Compare et choisit",
        "fidélisation": "Revient",
        "monétisation": "Paie",
        "prospection": "Regarde ce qui existe",
        "rétention": "Reste",
        "vente additionnelle": "Veut autre chose",
        "vente croisée": "Trouve ce qui va avec",
    },
    "pt": {
        "aquisição": "Procura uma solução",
        "ativação": "Usa pela primeira vez",
        "captação": "Procura uma solução",
        "conversão": "Compra",
        "fidelização": "Volta",
        "funil": "Compara e decide",
        "monetização": "Paga",
        "prospecção": "Vê o que existe",
        "prospeção": "Vê o que existe",
        "retenção": "Fica",
        "venda adicional": "Quer mais alguma coisa",
        "venda cruzada": "Encontra o que combina",
    },
}
"""English words are looked for in every language: companies use them everywhere."""

ALONE = {"sql": "Asking for an offer", "sqls": "Asking for an offer"}
"""Words that say nothing to a customer when they are the whole name, and may be her own in a longer one."""
