"""The parts of a report, each said in the journey's language. Knows journeys and findings, and no format."""
