"""Qt's own words are said in the language that is spoken."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QTranslator
from PySide6.QtWidgets import QApplication, QDialogButtonBox

from ui.basics.qt_words import translate_qt


@pytest.fixture
def application(qapp: QApplication) -> Iterator[QApplication]:
    yield qapp
    for translator in qapp.findChildren(QTranslator):
        qapp.removeTranslator(translator)
        translator.deleteLater()


def words_of_cancel() -> str:
    box = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
    return box.button(QDialogButtonBox.StandardButton.Cancel).text().replace("&", "")


def test_standard_buttons_are_in_turkish(application: QApplication) -> None:
    assert translate_qt(application, "tr")
    assert words_of_cancel() == "İptal"
    assert QCoreApplication.translate("QFileDialog", "Files of type:") != "Files of type:"


def test_without_a_translation_of_qt_its_words_stay_english(application: QApplication) -> None:
    assert not translate_qt(application, "xx")
    assert words_of_cancel() == "Cancel"
