# Kamerbot as a container: docker build -t kamerbot . ; see docs/operations.md under "In a container".
FROM python:3.11-slim-bookworm AS build
ENV PIP_NO_CACHE_DIR=1 PIP_DISABLE_PIP_VERSION_CHECK=1
RUN python -m venv /opt/kamerbot
WORKDIR /build
# The libraries change seldom: a layer of their own.
COPY requirements.lock .
RUN /opt/kamerbot/bin/pip install --quiet --require-hashes -r requirements.lock
COPY pyproject.toml README.md LICENSE ./
COPY bot bot
COPY handlers handlers
COPY storage storage
COPY scheduler scheduler
COPY language language
COPY reports reports
RUN /opt/kamerbot/bin/pip install --quiet --no-deps --no-build-isolation . \
    && /opt/kamerbot/bin/python -m compileall -q /opt/kamerbot/lib \
    && /opt/kamerbot/bin/pip uninstall --quiet --yes pip

FROM python:3.11-slim-bookworm
# Compiled above: the root of the file system can be read-only.
ENV PATH=/opt/kamerbot/bin:$PATH PYTHONDONTWRITEBYTECODE=1 PYTHONUNBUFFERED=1 KAMERBOT_HOST=0.0.0.0
COPY --from=build /opt/kamerbot /opt/kamerbot
RUN useradd --uid 10001 --user-group --home-dir /data --shell /usr/sbin/nologin kamerbot \
    && install -d -o kamerbot -g kamerbot -m 0700 /data
USER kamerbot
# What is kept is in /data/var: the database, its backups, invites.
WORKDIR /data
VOLUME /data
EXPOSE 8080
HEALTHCHECK --interval=30s --timeout=5s --start-period=20s \
    CMD ["python", "-c", "import os, urllib.request as web; web.urlopen('http://127.0.0.1:' + os.environ.get('KAMERBOT_PORT', '8080') + '/readyz', timeout=4)"]
CMD ["kamerbot", "run"]
