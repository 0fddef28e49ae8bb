"""Addresses that hide another address, as tables: archives, redirectors, proxies, shorteners and the platforms' accounts."""

import re
from dataclasses import dataclass

# host (also as parent of sub-domains) → path prefix → query keys that carry the target
QUERY_REDIRECTS: dict[str, tuple[tuple[str, tuple[str, ...]], ...]] = {
    "google.com": (("/url", ("url", "q")),),
    "news.google.com": (("/news/url", ("url",)),),
    "translate.google.com": (("/translate", ("u",)), ("/website", ("u",))),
    "webcache.googleusercontent.com": (("/search", ("q",)),),
    "facebook.com": (("/l.php", ("u",)), ("/flx/warn", ("u",)), ("/sharer", ("u",))),
    "l.instagram.com": (("/", ("u",)),),
    "l.threads.net": (("/", ("u",)),),
    "l.messenger.com": (("/", ("u",)),),
    "youtube.com": (("/redirect", ("q",)),),
    "reddit.com": (("/media", ("url",)),),
    "out.reddit.com": (("/", ("url",)),),
    "linkedin.com": (("/redir/redirect", ("url",)), ("/safety/go", ("url",))),
    "vk.com": (("/away.php", ("to",)),),
    "ok.ru": (("/dk", ("st.link",)),),
    "t.umblr.com": (("/redirect", ("z",)),),
    "steamcommunity.com": (("/linkfilter", ("url", "u")),),
    "exit.sc": (("/", ("url",)),),
    "duckduckgo.com": (("/l", ("uddg",)),),
    "safelinks.protection.outlook.com": (("/", ("url",)),),
    "slack-redir.net": (("/link", ("url",)),),
    "bing.com": (("/news/apiclick.aspx", ("url",)),),
    "r.search.yahoo.com": (("/rdclks", ("url",)),),
    "go.skimresources.com": (("/", ("url",)),),
    "go.redirectingat.com": (("/", ("url",)),),
    "shareasale.com": (("/r.cfm", ("urllink",)),),
    "flipboard.com": (("/redirect", ("url",)),),
    "disq.us": (("/url", ("url",)),),
    "webcitation.org": (("/query", ("url",)), ("/", ("url",))),
    "urldefense.com": (("/v2/url", ("u",)),),
    "urldefense.proofpoint.com": (("/v2/url", ("u",)), ("/v1/url", ("u",))),
    "getpocket.com": (("/redirect", ("url",)),),
    "href.li": (("/", ("url",)),),
    "anonym.to": (("/", ("url",)),),
    "smry.ai": (("/", ("url",)),),
}

# hosts whose links lead to another site that cannot be told without asking the network
OPAQUE_HOSTS = frozenset(
    {
        "bit.ly",
        "t.co",
        "tinyurl.com",
        "goo.gl",
        "ow.ly",
        "buff.ly",
        "is.gd",
        "v.gd",
        "dlvr.it",
        "ift.tt",
        "lnkd.in",
        "trib.al",
        "tr.im",
        "shorturl.at",
        "rb.gy",
        "cutt.ly",
        "t.ly",
        "tiny.cc",
        "s.id",
        "x.gd",
        "flip.it",
        "spr.ly",
        "rviv.ly",
        "shar.es",
        "j.mp",
        "bl.ink",
        "snip.ly",
        "po.st",
        "mf.tt",
        "u.to",
        "qr.ae",
        "archive.ph",
        "archive.is",
        "archive.today",
        "archive.md",
        "archive.li",
        "archive.vn",
        "archive.fo",
        "ghostarchive.org",
        "perma.cc",
        "webcitation.org",
        "apple.news",
        "outline.com",
        "smry.ai",
        "news.google.com",
        "link.medium.com",
        "smartnews.link",
        "shorturl.com",
        "adf.ly",
    }
)

# shorteners that one publisher owns: the link leads to it, whatever comes after the slash
BRANDED_SHORTENERS = {
    "nyti.ms": "nytimes.com",
    "wapo.st": "washingtonpost.com",
    "on.wsj.com": "wsj.com",
    "cnn.it": "cnn.com",
    "bbc.in": "bbc.co.uk",
    "reut.rs": "reuters.com",
    "apne.ws": "apnews.com",
    "gu.com": "theguardian.com",
    "econ.st": "economist.com",
    "on.ft.com": "ft.com",
    "lat.ms": "latimes.com",
    "politi.co": "politico.com",
    "bloom.bg": "bloomberg.com",
    "fxn.ws": "foxnews.com",
    "nbcnews.to": "nbcnews.com",
    "cbsn.ws": "cbsnews.com",
    "abcn.ws": "abcnews.go.com",
    "huff.to": "huffpost.com",
    "huffp.st": "huffpost.com",
    "dailym.ai": "dailymail.co.uk",
    "ind.pn": "independent.co.uk",
    "aje.io": "aljazeera.com",
    "nyp.st": "nypost.com",
    "usat.ly": "usatoday.com",
    "n.pr": "npr.org",
    "to.pbs.org": "pbs.org",
    "ti.me": "time.com",
    "theatln.tc": "theatlantic.com",
    "nyer.cm": "newyorker.com",
    "bzfd.it": "buzzfeed.com",
    "thebea.st": "thedailybeast.com",
    "trib.in": "chicagotribune.com",
    "bos.gl": "boston.com",
    "hill.cm": "thehill.com",
    "axios.link": "axios.com",
    "read.bi": "businessinsider.com",
    "onforb.es": "forbes.com",
    "cnb.cx": "cnbc.com",
    "mirr.im": "mirror.co.uk",
    "thesun.uk": "thesun.co.uk",
    "thetim.es": "thetimes.co.uk",
    "p.dw.com": "dw.com",
    "f24.my": "france24.com",
    "lemde.fr": "lemonde.fr",
    "spon.de": "spiegel.de",
    "sz.de": "sueddeutsche.de",
    "natgeo.com": "nationalgeographic.com",
    "sciam.com": "scientificamerican.com",
    "on.rt.com": "rt.com",
    "sptnkne.ws": "sputniknews.com",
    "youtu.be": "youtube.com",
    "redd.it": "reddit.com",
    "fb.me": "facebook.com",
    "fb.watch": "facebook.com",
    "wb.md": "webmd.com",
    "slate.me": "slate.com",
    "mojo.ly": "motherjones.com",
    "tgr.ph": "telegraph.co.uk",
    "j.tl": "thejournal.ie",
}

# Hosts that are the same place under another name; the key is what tables hold.
SAME_HOST = {
    "x.com": "twitter.com",
    "fb.com": "facebook.com",
    "telegram.me": "t.me",
    "youtube-nocookie.com": "youtube.com",
    "threads.com": "threads.net",
    # Fronts that show a platform's pages under the same paths.
    "nitter.net": "twitter.com",
    "nitter.poast.org": "twitter.com",
    "nitter.privacydev.net": "twitter.com",
    "xcancel.com": "twitter.com",
    "fxtwitter.com": "twitter.com",
    "vxtwitter.com": "twitter.com",
    "fixupx.com": "twitter.com",
    "fixvx.com": "twitter.com",
    "yewtu.be": "youtube.com",
    "piped.video": "youtube.com",
    "vxtiktok.com": "tiktok.com",
    "ddinstagram.com": "instagram.com",
    "bskyx.app": "bsky.app",
    "fxbsky.app": "bsky.app",
    "old.reddit.com": "reddit.com",
}

_MASTODON = re.compile(r"/@[\w.-]+@((?:[\w-]+\.)+[a-z]{2,})(?:/|$)", re.IGNORECASE)
_SERVERS = (
    "mastodon.social", "mastodon.online", "mastodon.world", "mastodon.cloud", "mstdn.social", "mas.to", "newsie.social", "journa.host",
    "fosstodon.org", "hachyderm.io", "infosec.exchange", "flipboard.social", "threads.net",
)  # fmt: skip
HANDLES: dict[str, re.Pattern[str]] = {
    "bsky.app": re.compile(r"/profile/((?:[\w-]+\.)+[a-z]{2,})(?:/|$)", re.IGNORECASE),
    **dict.fromkeys(_SERVERS, _MASTODON),
}
"""Accounts that go by a domain which only its owner can give them: on Bluesky, and those of other servers as large Mastodon servers
show them. A server that is not known could show anything under such an address."""


@dataclass(frozen=True, slots=True)
class Accounts:
    """How a platform's paths name an account: `pattern` on the path, `key` with the account in place of ``{}``."""

    pattern: re.Pattern[str]
    key: str


def _accounts(pattern: str, key: str) -> Accounts:
    return Accounts(re.compile(pattern), key)


ACCOUNTS: dict[str, tuple[Accounts, ...]] = {
    "medium.com": (_accounts(r"/(@[\w.-]+|[\w-]+)(?:/|$)", "medium.com/{}"),),
    "youtube.com": (_accounts(r"/(@[\w.-]+|c/[\w.-]+|channel/UC[\w-]{22}|user/[\w.-]+)", "youtube.com/{}"),),
    "twitter.com": (
        _accounts(
            r"/(?!(?:i|search|hashtag|intent|share|home|login|explore|settings|privacy|tos)(?:/|$))(\w{1,15})(?:/|$)", "twitter.com/{}"
        ),
    ),
    "facebook.com": (
        _accounts(
            r"/(?!(?:sharer|groups|watch|events|story\.php|permalink\.php|photo|p|login|profile\.php|share|reel)(?:/|"
            r"$))(?:pages/)?([\w.-]{3,})(?:/|$)",
            "facebook.com/{}",
        ),
    ),
    "t.me": (_accounts(r"/(?:s/)?(?!joinchat|\+)(\w{4,32})(?:/|$)", "t.me/{}"),),
    "instagram.com": (_accounts(r"/(?!(?:p|reel|reels|tv|explore|stories)(?:/|$))([\w.]+)(?:/|$)", "instagram.com/{}"),),
    "threads.net": (_accounts(r"/(@[\w.]+)", "threads.net/{}"),),
    "tiktok.com": (_accounts(r"/(@[\w.]+)", "tiktok.com/{}"),),
    "bsky.app": (_accounts(r"/profile/([\w.:-]+)", "bsky.app/{}"),),
    "reddit.com": (_accounts(r"/(r/\w+|u(?:ser)?/[\w-]+)", "reddit.com/{}"),),
    "substack.com": (_accounts(r"/(@[\w-]+)", "substack.com/{}"),),
    "open.substack.com": (_accounts(r"/pub/([\w-]+)", "{}.substack.com"),),
    "rumble.com": (_accounts(r"/(c/[\w-]+|user/[\w-]+)", "rumble.com/{}"),),
    "vk.com": (_accounts(r"/(\w+)(?:/|$)", "vk.com/{}"),),
    "dailymotion.com": (_accounts(r"/(\w+)$", "dailymotion.com/{}"),),
    "sites.google.com": (_accounts(r"/(view/[\w-]+)", "sites.google.com/{}"),),
}
