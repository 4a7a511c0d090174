"""What all papers are made of: the sheet and its foot, words and lines, signature blocks, long tables."""
