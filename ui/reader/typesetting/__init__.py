"""An article set into a QTextDocument, and the one door between its offsets and Qt's."""
