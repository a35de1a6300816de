"""A page with every block, every style, and text that would like to be more than text."""

from datetime import date

from stridelog.page import (
    Calendar,
    Column,
    Fact,
    Heading,
    Page,
    Row,
    Section,
    Span,
    Sparkline,
    Table,
    Text,
)

COMPARISON = Table(
    (
        Column("", flexible=True),
        Column("then", "right"),
        Column("n", "right"),
        Column("now", "right"),
        Column("n", "right"),
        Column("change"),
        Column("2021 ··· 2026"),
    ),
    (
        Section("run"),
        Row(
            (
                "pace, 10k",
                "5:11/km",
                "6",
                Span("5:04/km", "strong"),
                "9",
                (Span("▲", "better"), Span(" 7 s/km faster")),
                Sparkline((7, 7, 6, 5, 5, 5, 4, 3, 3, 2, 2, 1)),
            )
        ),
        Row(
            (
                "pace, half",
                "–",
                "0",
                "5:22/km",
                "2",
                Span("· too few", "muted"),
                Sparkline((None, None, None, 3, None, 3, 2, None, None, 1, None, None)),
            )
        ),
        Row(("best 10k", "51:46", "", "49:58")),
        Section("走る"),
        Row(
            (
                "距離、毎週の合計とその他",
                "19.4 km",
                "6",
                "34.5 km",
                "9",
                (Span("▼", "worse"), Span(" 3 %")),
                Sparkline((5, 5, 5)),
            )
        ),
        Row(("Zoë ran 👩‍👩‍👧 with [red] \x1b[31m", "1", "2", "3", "4", Span("= level", "level"))),
    ),
)
PLAIN_TABLE = Table(
    (Column(""), Column("", flexible=True)),
    (
        Row(("2021", "run 10k in 51:46 | `pushed` *everything* _all_ the <b>way</b>")),
        Row(("2024", 'shift, csat 88 %   "Third outage this month." =HYPERLINK("x") \u202egnp')),
    ),
)
WORDS = Text(
    (
        'Then (25 Nov 2021, 10k):  "Felt like flying."',
        Span("- 1 500 km this year: 23 behind the line, and a week to go; say it.", "warning"),
        (Span("6 better", "strong"), Span(", 1 level, "), Span("none worse", "accent")),
        "",
        "  ★  your fastest 10k, by 41 s, in the rain, with a stroller, and it felt easy too",
    )
)
FIVE_WEEKS = Calendar(
    "run [red]",
    date(2026, 10, 21),
    ("once", "nothing", "nothing", "twice", "often", "protected", "nothing") * 4
    + ("once", "nothing", "nothing", "open"),
    (
        ("once", "one entry"),
        ("twice", "two"),
        ("often", "three or more"),
        ("nothing", "none"),
        ("protected", "rest or pause"),
        ("open", "still open"),
    ),
)
FACTS = Text(
    (
        Fact(Span("1  400 km this autumn", "strong"), Span("38 days to go", "muted")),
        Fact("197 km of 400 km", Span("behind", "worse"), Span("so far", "muted"), 10, 3),
        Fact("374 km in the 13 weeks before; this asks for 7 % more.", Span(""), Span("A"), 10, 3),
        Fact("Your best 13 weeks: 374 km.", Span(""), Span(""), 10, 3),
        Fact(
            "- a line that is too long to stand beside what it came to", Span("not kept"), indent=3
        ),
        Fact(
            '"走る: <b>a promise</b> that goes on and on"', Span("kept: 3 runs"), Span("走"), 10, 3
        ),
    )
)
EVERY_BLOCK = Page(
    (
        Heading("Then vs. now", "23 Aug – 21 Nov 2021  →  23 Aug – 21 Nov 2026"),
        COMPARISON,
        WORDS,
        FACTS,
        Heading("This day"),
        PLAIN_TABLE,
        FIVE_WEEKS,
    )
)
