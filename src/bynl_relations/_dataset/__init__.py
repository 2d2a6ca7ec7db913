"""A dataset at rest: what it says of itself, its parts, read, checked and written."""
