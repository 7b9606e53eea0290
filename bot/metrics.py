"""Figures for Prometheus, on a port of their own that this computer alone can reach."""

from collections.abc import Callable, Iterator
from datetime import datetime

from prometheus_client import (
    CollectorRegistry,
    Counter,
    Gauge,
    GCCollector,
    Histogram,
    PlatformCollector,
    ProcessCollector,
    start_http_server,
)
from prometheus_client.core import GaugeMetricFamily
from sqlalchemy import Engine
from sqlalchemy.exc import SQLAlchemyError

from scheduler.watcher import Watcher
from storage.database import reading
from storage.outbox import backlog

LOOPBACK = "127.0.0.1"
_SECONDS = (0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10)


class Metrics(Watcher):
    """Counts what this process does; what stands in the database is read at each scrape."""

    def __init__(self, engine: Engine, clock: Callable[[], datetime]) -> None:
        self._registry = CollectorRegistry()
        ProcessCollector(registry=self._registry)
        PlatformCollector(registry=self._registry)
        GCCollector(registry=self._registry)
        self._registry.register(_Standing(engine, clock))
        self._updates = self._counter("updates", "Messages taken in.", "channel", "kind", "result")
        self._handling = self._histogram("handling_seconds", "From a message's arrival to its commit.")
        self._sends = self._counter("sends", "Attempts to send a message.", "channel", "result")
        self._sending = self._histogram("sending_seconds", "How long an attempt to send takes.")
        self._jobs = self._counter("clock_jobs", "Jobs of the clock.", "job", "result")
        self._job_seconds = self._counter("clock_job_seconds", "Time that jobs of the clock took.", "job")

        self._rang = Gauge(
            "clock_last_look_timestamp_seconds",
            "When the clock was last looked at.",
            namespace="kamerbot",
            registry=self._registry,
        )

    def _counter(self, name: str, what: str, *labels: str) -> Counter:
        return Counter(name, what, labels, namespace="kamerbot", registry=self._registry)

    def _histogram(self, name: str, what: str) -> Histogram:
        return Histogram(name, what, ("channel",), namespace="kamerbot", registry=self._registry, buckets=_SECONDS)

    def handled(self, channel: str, kind: str, result: str, seconds: float) -> None:
        """Count a message that was taken in."""
        self._updates.labels(channel, kind, result).inc()
        self._handling.labels(channel).observe(seconds)

    def sent(self, channel: str, result: str, seconds: float) -> None:
        """Count an attempt to send."""
        self._sends.labels(channel, result).inc()
        self._sending.labels(channel).observe(seconds)

    def handed_over(self, channel: str) -> None:
        """Count an answer that went in the response to a message."""
        self._sends.labels(channel, "handed over").inc()

    def done(self, job: str, result: str, seconds: float) -> None:
        """Count a job of the clock."""
        self._jobs.labels(job, result).inc()
        self._job_seconds.labels(job).inc(seconds)

    def rang(self) -> None:
        """Note when the clock was looked at."""
        self._rang.set_to_current_time()

    def serve(self, port: int) -> None:
        """Answer on this port until the process ends. Raises OSError when it is taken."""
        start_http_server(port, LOOPBACK, self._registry)


class _Standing:
    """What is so at the moment of a scrape."""

    def __init__(self, engine: Engine, clock: Callable[[], datetime]) -> None:
        self._engine = engine
        self._clock = clock

    def describe(self) -> Iterator[GaugeMetricFamily]:
        """Nothing beforehand: the registry would scrape to learn the names."""
        return iter(())

    def collect(self) -> Iterator[GaugeMetricFamily]:
        """Read it."""
        try:
            with reading(self._engine) as session:
                found = backlog(session, self._clock())
        except SQLAlchemyError:
            yield GaugeMetricFamily("kamerbot_database_up", "Whether the database answers.", 0)
            return
        yield GaugeMetricFamily("kamerbot_database_up", "Whether the database answers.", 1)
        waiting = GaugeMetricFamily("kamerbot_outbox_messages", "Messages not sent yet.", labels=["state"])
        for state, count in (("due", found.due), ("retried", found.retried), ("held", found.held)):
            waiting.add_metric([state], count)
        yield waiting
        yield GaugeMetricFamily(
            "kamerbot_outbox_oldest_seconds", "How long the oldest message that may go has waited.", found.oldest
        )
