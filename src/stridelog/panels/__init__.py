"""What today's page consists of: one module a panel.

A panel has ``SUMMARY``, a line that says what it shows; ``ORDER``, by which panels stand from top
to bottom; ``compute(facts, glance)``, its rows, none where there is nothing to say;
``block(rows, glance, notation)``, those rows laid out; and ``document(rows)``, the same for
JSON, under the panel's name.
"""
