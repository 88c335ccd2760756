"""What customers did and said, as pictures and reports show it beside what the journey says of itself."""
