"""What changed between two versions of a journey, and the older ones from git."""
