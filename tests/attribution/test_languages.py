"""Articles in other languages: which one it is, and what is still read in it."""

from dataclasses import replace

import pytest

from credibility.attribution.detect import detect
from credibility.attribution.text.languages import language_of, told_language
from credibility.model import SlotKind
from tests.attribution.marked import article, lexicon

GERMAN = """Die Stadt hat die alte Brücke am Montag für den Verkehr gesperrt, und das bleibt nach den Plänen bis zum Herbst so.
Bürgermeisterin Anna Schulz sagte der Tageszeitung Die Welt: „Die Brücke ist nicht mehr sicher.“
„Wir haben das schon im Mai gewusst“, sagte Peter Lund der BBC.
Laut Reuters ist die Brücke 90 Jahre alt.
Der Umbau {kostet neun Millionen Euro|https://www.spiegel.de/panorama/bruecke-wird-teurer-a-1234567.html}, und das ist nicht alles."""
FRENCH = """Le pont de la ville est fermé depuis lundi, et les habitants ne sont pas contents de la décision du maire.
« Le pont n’est plus sûr », a déclaré la maire Anna Dubois à la BBC.
Anna Dubois a précisé : « Nous le savions depuis le mois de mai. »
Selon l’AFP, le pont a plus de 90 ans.
Les travaux {coûteront neuf millions d’euros|https://www.lemonde.fr/societe/article/2024/05/01/le-pont-ferme_123456.html}."""
SPANISH = """El puente de la ciudad está cerrado desde el lunes por orden del ayuntamiento, y los vecinos no están contentos con la obra.
“El puente ya no es seguro”, dijo la alcaldesa Ana Ruiz a El País.
Ana Ruiz añadió: “Lo sabíamos desde el mes de mayo”.
Según Reuters, el puente tiene más de 90 años.
La obra {costará nueve millones de euros|https://elpais.com/espana/2024-05-01/el-puente-cerrado.html} y durará un año."""
TURKISH = """Eski köprü pazartesi günü trafiğe kapatıldı ve bu karar için halk çok üzgün, ama belediye daha güvenli bir köprü istiyor.
Belediye Başkanı Ayşe Yılmaz şöyle konuştu: “Köprü artık güvenli değil.”
“Bunu mayıs ayından beri biliyorduk” dedi Ayşe Yılmaz.
Ayşe Yılmaz, “Bu köprü bir daha açılmayacak.” dedi.
Yeni köprü {dokuz milyon avroya mal olacak|https://www.hurriyet.com.tr/gundem/yeni-kopru-icin-karar-41234567}."""

READ = {
    "de": [
        ("Bürgermeisterin Anna Schulz", "„Die Brücke ist nicht mehr sicher.“", {("addressee", "Tageszeitung Die Welt")}),
        ("Peter Lund", "„Wir haben das schon im Mai gewusst“", {("addressee", "BBC")}),
        ("Reuters", "ist die Brücke 90 Jahre alt", {("source", "Reuters")}),
        ("", "Der Umbau kostet neun Millionen Euro, und das ist nicht alles", {("link", "kostet neun Millionen Euro")}),
    ],
    "fr": [
        ("Anna Dubois", "« Le pont n’est plus sûr »", {("addressee", "BBC")}),
        ("Anna Dubois", "« Nous le savions depuis le mois de mai. »", set()),
        ("l’AFP", "le pont a plus de 90 ans", {("source", "AFP")}),
        ("", "Les travaux coûteront neuf millions d’euros", {("link", "coûteront neuf millions d’euros")}),
    ],
    "es": [
        ("Ana Ruiz", "“El puente ya no es seguro”", {("addressee", "El País")}),
        ("Ana Ruiz", "“Lo sabíamos desde el mes de mayo”", set()),
        ("Reuters", "el puente tiene más de 90 años", {("source", "Reuters")}),
        ("", "La obra costará nueve millones de euros y durará un año", {("link", "costará nueve millones de euros")}),
    ],
    "tr": [
        ("Belediye Başkanı Ayşe Yılmaz", "“Köprü artık güvenli değil.”", set()),
        ("Ayşe Yılmaz", "“Bunu mayıs ayından beri biliyorduk”", set()),
        ("Ayşe Yılmaz", "“Bu köprü bir daha açılmayacak.”", set()),
        ("", "Yeni köprü dokuz milyon avroya mal olacak", {("link", "dokuz milyon avroya mal olacak")}),
    ],
}


@pytest.mark.parametrize(("code", "text"), [("de", GERMAN), ("fr", FRENCH), ("es", SPANISH), ("tr", TURKISH)])
def test_quotations_names_and_links_are_read_in_other_languages(code: str, text: str) -> None:
    page = article(text)
    claims = detect(page, lexicon())
    found = [
        (
            " ".join(span.of(page.text) for span in claim.source.spans),
            " … ".join(span.of(page.text) for span in claim.content),
            {(slot.kind.value, slot.span.of(page.text)) for slot in claim.slots},
        )
        for claim in claims.items
    ]
    assert [(source, content) for source, content, _ in found] == [(source, content) for source, content, _ in READ[code]]
    assert all(wanted <= slots for (_, _, wanted), (_, _, slots) in zip(READ[code], found, strict=True))
    assert len(claims.notes) == 1 and f"This article is in {lexicon().languages[code].name}: reported speech" in claims.notes[0]


def test_english_is_read_in_full_and_without_a_note() -> None:
    page = article("The mayor said that the bridge was closed, and that it was not safe for the buses of the town.")
    claims = detect(page, lexicon())
    assert len(claims.items) == 1 and claims.notes == ()


def test_english_verbs_mean_nothing_in_another_language() -> None:
    page = replace(article("Rapport said note. Report said that."), language="nl-BE")
    assert detect(page, lexicon()).items == ()


def test_a_title_in_marks_and_a_topic_that_is_a_link_are_no_claims() -> None:
    text = (
        GERMAN.split("\n", maxsplit=1)[0]
        + "\nIm Theater läuft „Die Räuber“, und Anna Schulz geht hin.\nMehr über {Anna Schulz|https://x.example/a-b-c-d-e} am Abend."
    )
    assert detect(article(text), lexicon()).items == ()


@pytest.mark.parametrize(
    ("text", "stated", "code"),
    [
        (GERMAN, None, "de"),
        (GERMAN, "en-US", "de"),  # what the words tell beats what a template states
        ("Ja.", "de_AT", "de"),
        ("Quite.", None, "en"),
        ("De brug is dicht, en dat blijft zo tot het najaar, want het hout van de brug is niet meer sterk.", None, "nl"),
        ("Мост закрыт, и это не изменится до осени, как сказали в городе, потому что он не был готов.", None, "ru"),
        ("这座桥已经关闭了，因为它不是安全的，在秋天之前不会开放。", None, "zh"),
        ("この橋は安全ではないので、秋までには開かないとのことです。", None, "ja"),
        ("", None, "en"),
    ],
)
def test_the_words_tell_the_language(text: str, stated: str | None, code: str) -> None:
    assert language_of(text, stated, lexicon().languages) == code


def test_a_few_words_tell_nothing() -> None:
    assert told_language("Rien ne va plus.", lexicon().languages) is None


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("El jefe de Puertos del Norte, que no quiso esperar, dijo en la plaza: “El puente ya no es seguro”.", ""),
        ("El director de Puertos del Norte, Osiris Luna, respondió: “El puente ya no es seguro”.", "Osiris Luna"),
        ("Osiris Luna, director de Puertos del Norte, respondió: “El puente ya no es seguro”.", "Osiris Luna"),
        ("La alcaldesa Osiris Luna respondió: “El puente ya no es seguro”.", "Osiris Luna"),
        ("“El puente ya no es seguro”, decía el lunes un cartel en la plaza de la Asamblea.", None),
        ("“El puente ya no es seguro”, decía el lunes Osiris Luna en la plaza de la Asamblea.", "Osiris Luna"),
    ],
)
def test_a_name_behind_a_preposition_speaks_in_no_language(text: str, who: str | None) -> None:
    page = article(f"El puente de la ciudad está cerrado desde el lunes, y los vecinos no están contentos con la obra de este año.\n{text}")
    found = [claim.source.name or "" for claim in detect(page, lexicon()).items]
    assert found == ([] if who is None else [who])


def test_an_addressee_is_a_slot_of_its_own() -> None:
    page = article(GERMAN)
    first = detect(page, lexicon()).items[0]
    assert first.slots[0].kind is SlotKind.ADDRESSEE
