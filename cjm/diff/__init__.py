"""What happened to a journey between two versions, keyed by ids: changes of meaning, and none of layout."""
