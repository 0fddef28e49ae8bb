"""What every wing stands on: knowledge that two of them would otherwise each write for themselves, one home for each piece."""
