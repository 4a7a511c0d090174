"""Where is it? (W5): the place that answers a caller on the telephone."""
