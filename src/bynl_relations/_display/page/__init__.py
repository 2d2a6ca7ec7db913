"""A result as one page of HTML that anybody can open: it searches, filters and draws.

The rules stay in Python. The page carries of each record the bounds of its time, its texts and
what each source says of it; its script filters, sorts and shows. Everything here works over
protocols and knows no kind of record by name.
"""
