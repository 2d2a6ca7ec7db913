"""Every topic and indicator is declared, defined and used; a record has one to three topics."""

from __future__ import annotations

from bynl_relations import relations


def faults(records, topics, indicators):
    told = {word for record in records for word in record.topics}
    counted = {record.indicator for record in records if record.collection == "statistics"}
    for name, declared, used in (("topic", topics, told), ("indicator", indicators, counted)):
        for word in sorted(declared.keys() ^ used):
            yield f"{name} {word}: " + ("not used" if word in declared else "not declared")
        for word, definition in declared.items():
            if not definition.endswith(".") or len(definition) < 12:
                yield f"{name} {word}: not defined in a sentence"
    for word, definition in indicators.items():
        flow = " ".join((word, definition)).casefold()
        if ("export" in flow or "import" in flow) and not (
            ("from" in flow and "to " in flow) or "abroad" in flow
        ):
            yield f"indicator {word}: the flow's direction is not told"
    for record in records:
        if not 1 <= len(record.topics) <= 3:
            yield f"{record.id}: {len(record.topics)} topics"


def test_words_that_are_not_used_declared_or_defined_are_found(broken):
    record = broken("by-embassy-the-hague", topics=("missions", "tulips"))
    topics = {"missions": "Embassies and consulates.", "cheese": "?"}
    indicators = {"export": "What was exported."}

    assert list(faults([record], topics, indicators)) == [
        "topic cheese: not used",
        "topic tulips: not declared",
        "topic cheese: not defined in a sentence",
        "indicator export: not used",
        "indicator export: the flow's direction is not told",
    ]


def test_the_bundled_words_are_in_order(records):
    assert 15 <= len(relations.topics) <= 30
    assert list(faults(records, relations.topics, relations.indicators)) == []
