"""The ways out to other tools: frames, sheets, linked data, citations, descriptors.

Nothing here knows a kind of record: it works over what `facts.Fact` names and over the fields
of the classes that are handed in.
"""
