"""Hand-over sheets: the register of them, the sheets of a day, marking received, striking out."""
