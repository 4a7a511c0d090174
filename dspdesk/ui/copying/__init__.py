"""Permissions to copy and to extract, further copies, cards taken out of publications, stickers for copies."""
