"""Laying a journey over what customers did and said: events and answers in, figures by name out."""
