"""What is read by our own code though a library does it too, beside that library: figures for decision record 17.

    python -m tests.bench.libraries

Charset labels (webencodings), mojibake (ftfy), languages (py3langid, lingua), sentences (sentencex), countries (Babel). A library that is
not installed is left out; none of them but Babel, for tests, is part of the project.
"""

import importlib.util
import time
from collections.abc import Callable, Iterator, Sequence

from credibility.articles.extract import extract
from credibility.articles.text.charset import _codec
from credibility.articles.text.mojibake import is_garbled, repaired
from credibility.attribution.text.languages import told_language
from credibility.attribution.text.passages import read_passage
from credibility.model import Article, ArticleError
from credibility.outlets.lists.cells import country
from credibility.sandbox.tasks import lexicon
from tests.bench.suites import cases

GARBLED = (("donâ€™t", "don’t"), ("cafÃ© dÃ©jÃ\u00a0 vu", "café déjà vu"), ("FranÃ§ois â€“ SÃ£o Paulo", "François – São Paulo"))
TRAPS = ("BRASÓ” na Ã área", "Erdo?an", "São Paulo", "“Ça va”, dit-il.", "Â", "ÃO", "naïve café", "l’ﬁn", "ﬁne", "ＡＢＣ", "it’s “so”")


def spent(work: Callable[[], object]) -> float:
    """Milliseconds of processor time, after one run to warm up."""
    work()
    begun = time.process_time()
    work()
    return (time.process_time() - begun) * 1000


def charsets() -> Iterator[str]:
    import webencodings  # noqa: PLC0415 - each library only where it is installed

    labels = list(webencodings.LABELS)
    unknown = [label for label in labels if _codec(label) is None]
    known = {label: own for label in labels if (own := _codec(label))}
    other = [label for label, own in known.items() if own.replace("-", "").replace("_", "") not in _names(label)]
    yield "; ".join(
        (
            f"{len(labels)} labels of the standard: {len(unknown)} unknown to us ({', '.join(unknown[:40])})",
            f"{len(other)} read as another: {other}",
        )
    )


def _names(label: str) -> set[str]:
    import webencodings  # noqa: PLC0415

    info = webencodings.lookup(label)
    return {name.replace("-", "").replace("_", "") for name in ((info.codec_info.name, info.name) if info else ())}


def mojibake(texts: Sequence[str]) -> Iterator[str]:
    import ftfy  # noqa: PLC0415

    ours = sum(is_garbled(text) and repaired(text).replace("\u00a0", " ").replace("  ", " ") == right for text, right in GARBLED)
    theirs = sum(ftfy.fix_encoding(text).replace("\u00a0", " ").replace("  ", " ") == right for text, right in GARBLED)
    hurt = [text for text in TRAPS if is_garbled(text)], [text for text in TRAPS if ftfy.fix_encoding(text) != text]
    yield "; ".join(
        (
            f"garbled put right: ours {ours}, ftfy {theirs} of {len(GARBLED)}",
            f"traps changed: ours {len(hurt[0])}, ftfy {hurt[1]} of {len(TRAPS)}",
        )
    )
    changed = [text for text in texts if ftfy.fix_encoding(text) != text], [text for text in texts if is_garbled(text)]
    took = spent(lambda: [is_garbled(text) for text in texts]), spent(lambda: [ftfy.fix_encoding(text) for text in texts])
    yield "; ".join(
        (
            f"{len(texts)} articles: ftfy changes {len(changed[0])}, ours {len(changed[1])}",
            f"ms each: ours {took[0] / len(texts):.3f}, ftfy {took[1] / len(texts):.3f}",
        )
    )


def languages(texts: Sequence[tuple[str, str]]) -> Iterator[str]:
    table = lexicon().languages
    engines: dict[str, Callable[[str], str | None]] = {"ours": lambda text: told_language(text, table)}
    if importlib.util.find_spec("py3langid"):
        import py3langid  # noqa: PLC0415

        engines["py3langid"] = lambda text: str(py3langid.classify(text[:6000])[0])
    if importlib.util.find_spec("lingua"):
        from lingua import LanguageDetectorBuilder  # noqa: PLC0415

        detector = LanguageDetectorBuilder.from_all_languages().build()
        engines["lingua"] = lambda text: found.iso_code_639_1.name.lower() if (found := detector.detect_language_of(text[:6000])) else None
    for name, engine in engines.items():
        known = [(text, stated) for text, stated in texts if stated in table]
        found = [engine(text) for text, _ in known]
        right = sum(one == stated for one, (_, stated) in zip(found, known, strict=True))
        wrong = sum(one is not None and one != stated for one, (_, stated) in zip(found, known, strict=True))
        stranger = sum(engine(text) in table for text, stated in texts if stated not in table)
        took = spent(lambda engine=engine, known=known: [engine(text) for text, _ in known])  # type: ignore[misc]
        yield "; ".join(
            (
                f"{name}: {right} right, {wrong} wrong, {len(known) - right - wrong} left open of {len(known)}",
                f"{stranger} of {len(texts) - len(known)} others taken for one of ours",
                f"{took / len(known):.2f} ms",
            )
        )


def sentences(articles: Sequence[Article]) -> Iterator[str]:
    from sentencex import segment  # noqa: PLC0415

    classes, texts = lexicon().words, [article.text for article in articles]
    inside = theirs_all = 0
    for text in texts:
        at = 0
        for sentence in list(segment("en", text)):
            end = text.find(sentence, at) + len(sentence)
            at = max(at, end)
            theirs_all += 1
            before = text[:at]
            inside += before.count("“") > before.count("”") and at < len(text)
    took = (
        spent(lambda: [list(segment("en", text)) for text in texts]),
        spent(lambda: [read_passage(one.text, block, classes) for one in articles for block in one.blocks]),
    )
    yield "; ".join(
        (
            f"sentencex: {inside} of {theirs_all} ends stand within a quotation, where ours never cuts",
            f"ms a text: {took[0] / len(texts):.2f}",
            f"ours with all of the passages' tokens {took[1] / len(texts):.2f}",
        )
    )


def countries() -> Iterator[str]:
    from babel import Locale  # noqa: PLC0415

    for language in ("en", "de", "fr", "es", "it", "tr", "nl", "pt", "pl"):
        names = {code: name for code, name in Locale(language).territories.items() if len(code) == 2 and code.isalpha() and country(code)}
        missed = [name for code, name in names.items() if country(name) != code]
        yield f"{language}: {len(missed)} of {len(names)} of Babel's names unknown to us, such as {', '.join(missed[:6])}"
    yield "; ".join(
        (
            f"ms a name: {spent(lambda: [country('Germany') for _ in range(1000)]) / 1000:.4f}",
            f"Babel has {len(Locale('en').territories)} territories, and no way back from a name",
        )
    )


def main() -> None:
    texts: list[tuple[str, str]] = []
    articles: list[Article] = []
    for case in cases(16):
        try:
            article = extract(case.page)
        except ArticleError:
            continue
        if len(article.text) > 600:
            texts.append((article.text, (article.language or "").lower()[:2]))
            articles.append(article)
    english = [article for article, (_, stated) in zip(articles, texts, strict=True) if stated == "en"][:40]
    parts: list[tuple[str, str | None, Callable[[], Iterator[str]]]] = [
        ("charset labels", "webencodings", charsets),
        ("mojibake", "ftfy", lambda: mojibake([text for text, _ in texts])),
        ("languages", None, lambda: languages([(text, stated) for text, stated in texts if stated])),
        ("sentences", "sentencex", lambda: sentences(english)),
        ("countries", "babel", countries),
    ]
    for title, module, part in parts:
        print(title)
        for line in part() if module is None or importlib.util.find_spec(module) else (f"{module} is not installed",):
            print("   ", line, flush=True)


if __name__ == "__main__":
    main()
