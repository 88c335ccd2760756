"""The words of a measurement."""
