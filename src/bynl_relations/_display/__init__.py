"""How records, results and datasets look to people: text, HTML and Markdown.

Everything here works over protocols and knows no kind of record by name.
"""
