"""What the whole article leans on: its outlets, the kinds of its sources, the counts; each shows only its claims."""
