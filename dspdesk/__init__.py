"""Records of restricted service information on one isolated workstation."""

__version__ = "0.1.0"
