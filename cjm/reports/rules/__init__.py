"""Rules as people look them up: a list, a page of each, both as data. Their words are of the domain `pages`."""
