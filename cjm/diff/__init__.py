"""What happened to a journey between two versions: changes of meaning, none of layout; and older versions from git."""
