"""Storage places and what lies in them."""
