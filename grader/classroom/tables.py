"""The store's tables.

`runs` hold what a grading was done with, above all its seed: under other conditions it is another
run with the same seed.  `submissions` hold what was handed in, by content; `results` what each
exercise of each submission earned, the latest grading only.  Of `runs` `started` and `course`, and
of `results` `max_points`, `status` and `seconds` are for whoever asks in SQL: no code reads them.
"""

from __future__ import annotations

from sqlalchemy import (
    JSON,
    BigInteger,
    Boolean,
    Column,
    DateTime,
    Float,
    ForeignKey,
    Integer,
    MetaData,
    String,
    Table,
    Text,
    UniqueConstraint,
)

VERSION = 2
"""Of this layout; a store that says a higher one was written by a later grader."""

CHANGES = {
    2: (
        "ALTER TABLE results ADD COLUMN work VARCHAR(64) DEFAULT '' NOT NULL",
        "ALTER TABLE submissions ADD COLUMN current BOOLEAN DEFAULT TRUE NOT NULL",
    )
}
"""What makes of a layout the next one, by the version that it has then."""

metadata = MetaData()

layout = Table(
    "layout",
    metadata,
    Column("version", Integer, nullable=False),
)

runs = Table(
    "runs",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("started", DateTime(timezone=True), nullable=False),
    Column("published", DateTime(timezone=True)),
    Column("course", Text, nullable=False, doc="Its title."),
    Column("seed", BigInteger, nullable=False),
    Column("counting", String(16), nullable=False, doc="Which attempt counts."),
    Column("conditions", JSON, nullable=False, doc="Isolation, devices, versions, limits."),
)

submissions = Table(
    "submissions",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("student", Text, nullable=False, index=True),
    Column("name", Text, nullable=False, doc="Of its file or folder."),
    Column("received", DateTime(timezone=True), nullable=False),
    Column("digest", String(64), nullable=False, doc="Of its content."),
    Column("notes", JSON, nullable=False),
    Column("current", Boolean, nullable=False, doc="Whether it is what was last in its entry."),
    UniqueConstraint("student", "name", "digest"),
)

results = Table(
    "results",
    metadata,
    Column("submission", ForeignKey("submissions.id"), primary_key=True),
    Column("exercise", String(255), primary_key=True),
    Column("run", ForeignKey("runs.id"), nullable=False),
    Column("edition", String(64), nullable=False, doc="Of the exercise: a hash of its files."),
    Column("work", String(64), nullable=False, doc="A hash of the exercise's part of what was in."),
    Column("points", Float, nullable=False),
    Column("max_points", Float, nullable=False),
    Column("status", String(16), nullable=False),
    Column("seconds", Float, nullable=False),
    Column("record", Text, nullable=False, doc="The ExerciseResult as JSON."),
)
