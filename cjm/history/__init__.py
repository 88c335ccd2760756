"""A journey's life, as git has kept it."""
