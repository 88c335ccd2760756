"""Edits of a journey's text that keep what its author wrote: comments, order, quotes, line ends."""
