"""Files that other programs export: feeds, notes, mailboxes, books and the lists of read-later services, each item a part."""
