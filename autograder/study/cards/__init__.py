"""The lessons' own questions as cards: read from their text, reviewed with spacing, exported."""
