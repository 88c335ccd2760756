"""What is on a page, measured and placed, in no format. Knows journeys and findings; never the disk or an output."""
