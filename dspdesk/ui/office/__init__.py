"""The body: its people, units, places and correspondents."""
