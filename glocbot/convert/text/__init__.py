"""Coordinates written as text by people, programs and devices."""
