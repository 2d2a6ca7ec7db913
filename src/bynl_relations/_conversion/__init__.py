"""Plain JSON values and objects, read and written; no module in it knows a kind of record."""
