"""The read side: one select each, frozen rows for grids, cards, Today, counts and papers."""
