"""TraceLore: a signature knowledge base and matching service for network traces."""

__all__ = ["__version__"]

__version__ = "0.1.0"
