"""Who cites whom in the articles of the library: the question that `sourcetint stats` answers for a store, with the same words."""

import sqlite3

from credibility.model.library import WhoCitesWhom

_ASKED = """SELECT publisher, cited.outlet, max(cited.name), sum(cited.claims) AS told, count(*) FROM cited JOIN article ON id = article
  GROUP BY publisher, cited.outlet ORDER BY told DESC, publisher, max(cited.name)"""


def who_cites_whom(connection: sqlite3.Connection) -> tuple[WhoCitesWhom, ...]:
    """Publishers and the outlets that they cite, those with the most claims first."""
    return tuple(WhoCitesWhom(*row) for row in connection.execute(_ASKED).fetchall())
