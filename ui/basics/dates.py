"""Days and moments as the reader's own country writes them, with the whole year."""

from datetime import date, datetime

from PySide6.QtCore import QDate, QLocale, QTime


def day_words(day: date) -> str:
    """Such as "05/03/2024" in Britain, "3/5/2024" in the United States, "05.03.2024" in Germany."""
    locale = QLocale()
    written = locale.dateFormat(QLocale.FormatType.ShortFormat)
    if locale.language() is QLocale.Language.C:
        written = "yyyy-MM-dd"  # no country's way: what everyone can read
    elif "yyyy" not in written:
        written = written.replace("yy", "yyyy")
    return locale.toString(QDate(day.year, day.month, day.day), written)


def moment_words(moment: datetime) -> str:
    """The day and the time of day, in the time zone of this machine: "05/03/2024 14:05"."""
    here = moment.astimezone()
    return f"{day_words(here.date())} {QLocale().toString(QTime(here.hour, here.minute), QLocale.FormatType.ShortFormat)}"
