"""Cases and their volumes: the register, opening, closing, taking out."""
