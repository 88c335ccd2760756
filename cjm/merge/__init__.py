"""Three versions of a journey's text made one: by ids, with comments, quotes and order as their authors left them."""
