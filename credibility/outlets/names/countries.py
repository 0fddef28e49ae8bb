"""Which country a stretch of text is about, by the words people use: enough to tell one Daily Star from another."""

import re
from functools import cache

# Code → demonyms, country and city names that news text uses. Only countries in which names of outlets collide.
_WORDS = {
    "AE": "UAE|Emirates|Emirati|Dubai|Abu_Dhabi",
    "AR": "Argentina|Argentine|Buenos_Aires",
    "AT": "Austria|Austrian|Vienna",
    "AU": "Australia|Australian|Australians|Sydney|Melbourne|Canberra|Brisbane|Perth|Queensland|NSW",
    "BD": "Bangladesh|Bangladeshi|Dhaka",
    "BE": "Belgium|Belgian|Brussels",
    "BR": "Brazil|Brazilian|Brasilia|Rio_de_Janeiro|São_Paulo|Sao_Paulo",
    "CA": "Canada|Canadian|Canadians|Toronto|Ottawa|Montreal|Vancouver|Ontario|Quebec|Alberta|Trudeau",
    "CH": "Switzerland|Swiss|Zurich|Geneva|Bern",
    "CL": "Chile|Chilean|Santiago",
    "CN": "China|Chinese|Beijing|Shanghai",
    "CO": "Colombia|Colombian|Bogota|Bogotá",
    "CZ": "Czech|Prague",
    "DE": "Germany|German|Germans|Berlin|Munich|Hamburg|Merkel|Bundestag",
    "DK": "Denmark|Danish|Copenhagen",
    "EG": "Egypt|Egyptian|Cairo",
    "ES": "Spain|Spanish|Madrid|Barcelona|Catalan|Catalonia",
    "FI": "Finland|Finnish|Helsinki",
    "FR": "France|French|Paris|Macron",
    "GB": "Britain|British|Britons|UK|U.K.|England|English|Scotland|Scottish|Wales|Welsh|London|Westminster|Downing_Street|Manchester",
    "GH": "Ghana|Ghanaian|Accra",
    "GR": "Greece|Greek|Athens",
    "HK": "Hong_Kong",
    "HU": "Hungary|Hungarian|Budapest|Orban|Orbán",
    "ID": "Indonesia|Indonesian|Jakarta",
    "IE": "Ireland|Irish|Dublin|Dáil|Taoiseach",
    "IL": "Israel|Israeli|Jerusalem|Tel_Aviv|Knesset|Netanyahu",
    "IN": "India|Indian|Indians|Delhi|New_Delhi|Mumbai|Kolkata|Modi|Chennai|Bengaluru",
    "IR": "Iran|Iranian|Tehran",
    "IT": "Italy|Italian|Rome|Milan",
    "JM": "Jamaica|Jamaican|Kingston",
    "JP": "Japan|Japanese|Tokyo",
    "KE": "Kenya|Kenyan|Kenyans|Nairobi|Mombasa",
    "KR": "South_Korea|South_Korean|Seoul",
    "LB": "Lebanon|Lebanese|Beirut|Hezbollah",
    "LK": "Sri_Lanka|Sri_Lankan|Colombo",
    "MT": "Malta|Maltese|Valletta",
    "MX": "Mexico|Mexican|Mexico_City",
    "MY": "Malaysia|Malaysian|Kuala_Lumpur",
    "NG": "Nigeria|Nigerian|Nigerians|Abuja|Lagos",
    "NL": "Netherlands|Dutch|Amsterdam|Hague",
    "NO": "Norway|Norwegian|Oslo",
    "NZ": "New_Zealand|Auckland|Wellington",
    "PH": "Philippines|Philippine|Filipino|Filipinos|Manila",
    "PK": "Pakistan|Pakistani|Islamabad|Karachi|Lahore",
    "PL": "Poland|Polish|Warsaw",
    "PT": "Portugal|Portuguese|Lisbon",
    "QA": "Qatar|Qatari|Doha",
    "RO": "Romania|Romanian|Bucharest",
    "RU": "Russia|Russian|Russians|Moscow|Kremlin|Putin",
    "SA": "Saudi|Saudis|Riyadh",
    "SE": "Sweden|Swedish|Stockholm",
    "SG": "Singapore|Singaporean",
    "SK": "Slovakia|Slovak|Bratislava",
    "SY": "Syria|Syrian|Damascus",
    "TH": "Thailand|Thai|Bangkok",
    "TR": "Turkey|Turkish|Türkiye|Ankara|Istanbul|İstanbul|Anatolia|Anatolian",
    "TT": "Trinidad|Trinidadian|Tobago",
    "UA": "Ukraine|Ukrainian|Kyiv|Kiev|Zelensky|Zelenskyy",
    "UG": "Uganda|Ugandan|Kampala",
    "US": "US|U.S.|USA|America|American|Americans|United_States|Washington|White_House|Congress|Pentagon|FBI|New_York",
    "UY": "Uruguay|Uruguayan|Montevideo",
    "VE": "Venezuela|Venezuelan|Caracas",
    "ZA": "South_Africa|South_African|Johannesburg|Pretoria|Cape_Town",
    "ZM": "Zambia|Zambian|Lusaka",
    "ZW": "Zimbabwe|Zimbabwean|Harare|Bulawayo",
}

_ALL_WORDS = frozenset(word for words in _WORDS.values() for word in words.split("|"))


def is_country_word(word: str) -> bool:
    """Whether a single word tells where something is from ("British", "London-based")."""
    return word in _ALL_WORDS or word.endswith("-based")


@cache
def evidence(context: tuple[str, ...]) -> re.Pattern[str] | None:
    """A pattern for the words that decide for a name: each ISO code stands for its country's words, anything else for itself.

    "Spanish-language" tells of a language, not of Spain.
    """
    words = [
        word.replace("_", " ")
        for item in context
        for word in _WORDS.get(item, "" if item.isupper() and len(item) == 2 else item).split("|")
    ]
    alternatives = "|".join(re.escape(word) for word in sorted(filter(None, words), key=len, reverse=True))
    return re.compile(rf"(?<!\w)(?:{alternatives})(?!\w|-language|-speaking)") if alternatives else None
