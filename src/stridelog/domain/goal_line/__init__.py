"""The language of one goal: ``"Break 3:50 in the marathon" run marathon 3:50 --by 2027-05-15``.

A title in quotes, an activity, then in any order: a quantity, which goes to the activity's measure
of its dimension; ``NAME=VALUE``, or the name and the value apart; the name of a measure alone; a
standard distance beside a time; how often (``100x``, ``3/week``), or how much in
each (``40km/week``); a signed change (``-10%``); ``at most`` or ``at least``; ``+TAG`` and
``@PLACE``. Options say the days (``days.py`` reads those that lie ahead). Which kind of goal that
makes, the kinds decide (``goals``): each takes the lines that are its own.
"""
