"""From a question to its answer: the queries, their windows of time, and results."""
