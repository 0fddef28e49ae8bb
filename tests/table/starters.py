"""A starter of five outlets, and the contents of a table as one comparable value."""

from credibility.table.schema.tables import RECORDED
from credibility.table.store import RatingsStore

OUTLETS = """outlet,name,country,language,kind,state,active_from,active_to,homepage,parent,inherits,notes
theguardian.com,The Guardian,GB,en,news,none,1821,,https://www.theguardian.com/,,0,
theguardian.com/observer,The Observer,GB,en,news,none,,,,theguardian.com,1,
newsweek.com,Newsweek,US,en,magazine,none,,,,,0,
hurriyet.com.tr,Hürriyet,TR,tr,news,none,,,,,0,
medium.com,Medium,US,en,platform,none,,,,,0,
"""
NAMES = """outlet,name,kind,rule,context
theguardian.com,the Guardian,name,needs_the,
theguardian.com/observer,The Observer,name,needs_the+needs_cue,
newsweek.com,Newsweek,name,plain,
hurriyet.com.tr,Hürriyet,name,plain,
hurriyet.com.tr,İstanbul Hürriyet,former,plain,
medium.com,Medium,name,needs_cue,
"""
LOCATORS = """outlet,kind,key
theguardian.com,domain,theguardian.com
theguardian.com,shortener,gu.com
theguardian.com/observer,path,theguardian.com/observer
newsweek.com,domain,newsweek.com
hurriyet.com.tr,domain,hurriyet.com.tr
medium.com,domain,medium.com
"""
RATERS = """rater,title,url,licence,version,retrieved_on,scale,precedence,notes
first,First Rater,https://first.example/,CC0-1.0,1,2024-05-01,0–100,1,
second,Second Rater,,,,,0–100,2,
"""
RATINGS = """outlet,rater,score,label,original,scope,rated_on,url,reason
theguardian.com,first,85,Reliable,A,,2024-01-01,https://first.example/g,read closely
theguardian.com,second,60,Reliable,B,,,,
newsweek.com,first,55,Mixed,C,,2024,,
newsweek.com,first,90,Reliable,A,dates:-2012,2024,,
"""
STARTER = {"outlets.csv": OUTLETS, "names.csv": NAMES, "locators.csv": LOCATORS, "raters.csv": RATERS, "ratings.csv": RATINGS}


def content(store: RatingsStore) -> dict[str, list[tuple[object, ...]]]:
    """All rows of the user's tables, in order."""
    tables = [*RECORDED, "standing"]
    return {table: sorted(store.session.database.execute(f"SELECT * FROM {table}"), key=repr) for table in tables}


def scores(store: RatingsStore, slug: str) -> list[tuple[str, float | None]]:
    """An outlet's raters and scores, in order of precedence."""
    return [(rating.rater.slug, rating.score) for rating in store.snapshot().ratings_of(slug)]
