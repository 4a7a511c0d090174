"""Acts: their register and the wizard in which each of them is drawn up, printed, signed and given out."""
