"""The parts that a design is drawn with. Their numbers are invented and round."""

from __future__ import annotations

from dataclasses import dataclass

DAY = 1_440
"""Minutes."""
MONTH_SECONDS = 30 * 86_400
MESSAGE_GIGABYTES = 4e-6
"""What one message of a push holds: 4 kB."""


@dataclass(frozen=True)
class Part:
    """What one copy of a part does, and what it costs.

    ``per_second`` counts requests or events, items where ``scores_items``; None is "any number".
    ``ms`` is median and p99 of one call, ``ms_per_100`` what 100 items add to both; None says that
    it answers no requests. ``gigabytes`` None is "any size". ``month`` is the price of one copy in
    dollars, ``million`` that of a million requests, ``gigabyte`` that of a gigabyte fetched by
    devices. ``minutes`` is what it adds to the age of data; None depends on its own "minutes".
    A part without ``copies`` is rented, or is the member's.
    """

    does: str
    per_second: float | None
    ms: tuple[float, float] | None
    ms_per_100: tuple[float, float] = (0.0, 0.0)
    gigabytes: float | None = 0.0
    month: float = 0.0
    million: float = 0.0
    gigabyte: float = 0.0
    minutes: float | None = None
    copies: bool = True
    scores_items: bool = False


PARTS = {
    "device": Part(
        "a member's phone, TV or browser",
        per_second=None,
        ms=(2, 10),
        ms_per_100=(1, 3),
        gigabytes=0.05,
        copies=False,
    ),
    "edge": Part(
        "rented cache near members",
        per_second=None,
        ms=(3, 12),
        gigabytes=10,
        million=0.5,
        gigabyte=0.01,
        minutes=1,
        copies=False,
    ),
    "file": Part(
        "rented file store",
        per_second=None,
        ms=(20, 80),
        gigabytes=None,
        month=10,
        million=0.4,
        gigabyte=0.01,
        minutes=1,
        copies=False,
    ),
    "service": Part(
        "your code, small data in its memory", 1_000, (2, 8), gigabytes=8, month=100, minutes=1
    ),
    "cache": Part("answers kept in memory", 25_000, (1, 3), gigabytes=50, month=300, minutes=0),
    "memory": Part(
        "key-value store in memory", 25_000, (1, 4), gigabytes=100, month=500, minutes=0
    ),
    "disk": Part("key-value store on disk", 10_000, (5, 50), gigabytes=1_000, month=200, minutes=0),
    "database": Part("relational database", 500, (5, 40), gigabytes=500, month=300, minutes=0),
    "search": Part("text or vector search", 500, (8, 30), gigabytes=50, month=400, minutes=1),
    "vectors": Part(
        "exact products of vectors",
        per_second=20_000_000,
        ms=(1, 3),
        ms_per_100=(0.005, 0.01),
        gigabytes=8,
        month=100,
        minutes=1,
        scores_items=True,
    ),
    "trees": Part(
        "boosted trees or a linear model",
        per_second=200_000,
        ms=(1, 3),
        ms_per_100=(2, 5),
        gigabytes=8,
        month=100,
        minutes=1,
        scores_items=True,
    ),
    "gpu": Part(
        "neural ranker",
        per_second=1_000_000,
        ms=(15, 40),
        ms_per_100=(2, 4),
        gigabytes=40,
        month=1_500,
        minutes=1,
        scores_items=True,
    ),
    "encoder": Part(
        "text network that reads each item",
        per_second=2_000,
        ms=(15, 40),
        ms_per_100=(40, 80),
        gigabytes=40,
        month=1_500,
        minutes=1,
        scores_items=True,
    ),
    "queue": Part("event log", 10_000, None, gigabytes=1_000, month=300, minutes=0.1),
    "stream": Part("job that never stops", 5_000, None, gigabytes=8, month=200, minutes=0.5),
    "job": Part('job that starts every "minutes"', 1_000, None, gigabytes=None, month=100),
    "push": Part(
        "rented messages of 4 kB to devices",
        per_second=None,
        ms=None,
        million=0.1,
        minutes=3,
        copies=False,
    ),
}
QUEUE = "queue"
MODELS = ("trees", "gpu", "encoder")
"""Parts that run something trained: going back means an older model."""
OTHER_WORDS = {
    "airflow": "job",
    "api": "service",
    "app": "device",
    "bert": "encoder",
    "browser": "device",
    "cassandra": "disk",
    "cdn": "edge",
    "cron": "job",
    "elasticsearch": "search",
    "faiss": "search",
    "flink": "stream",
    "gateway": "service",
    "kafka": "queue",
    "kinesis": "queue",
    "lightgbm": "trees",
    "linear": "trees",
    "memcached": "cache",
    "model": "trees",
    "network": "gpu",
    "phone": "device",
    "postgres": "database",
    "pubsub": "queue",
    "redis": "memory",
    "s3": "file",
    "server": "service",
    "spark": "job",
    "sql": "database",
    "tv": "device",
    "xgboost": "trees",
}
"""What people call parts elsewhere; a message names the part of the table."""
