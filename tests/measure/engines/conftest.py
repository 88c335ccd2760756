"""Engines that tests start themselves, in folders of their own; nothing listens on a network.

Where one is not installed its tests are skipped, saying so; with CJM_ENGINES=required they fail instead.
"""

from __future__ import annotations

import os
import pwd
import shutil
import subprocess
import tempfile
import warnings
from collections.abc import Callable, Iterator
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pytest

LACKING = "{what} is not here: {how}"


def lacking(what: str, how: str) -> None:
    """Skip, or fail where engines are required."""
    said = LACKING.format(what=what, how=how)
    (pytest.fail if os.environ.get("CJM_ENGINES") == "required" else pytest.skip)(said)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """What needs Spark runs in one process, where several share the tests: Java takes long to start."""
    for item in items:
        if "spark" in item.nodeid.lower():
            item.add_marker(pytest.mark.xdist_group("spark"))


@pytest.fixture(scope="session")
def needed() -> Callable[..., None]:
    """Skips, or fails, where packages are missing."""

    def check(*packages: str) -> None:
        missing = [each for each in packages if find_spec(each) is None]
        if missing:
            lacking(", ".join(missing), "pip install -e '.[engines,spark]'")

    return check


def programs() -> Path | None:
    """Where PostgreSQL's own programs are: Debian keeps them off the path."""
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=lambda file: int(file.parts[-3]))
    beside = shutil.which("initdb")
    return found[-1].parent if found else Path(beside).parent if beside else None


class Server:
    """A PostgreSQL of its own, reached by a socket in its folder."""

    def __init__(self, home: Path, bin_: Path) -> None:
        self.home = home
        self.bin = bin_
        self.address = f"postgresql://cjm@/postgres?host={home}"

    def run(self, program: str, *arguments: str) -> None:
        """Run one of its programs, never as root."""
        user = pwd.getpwuid(self.home.stat().st_uid).pw_name
        other = ["setpriv", f"--reuid={user}", f"--regid={user}", "--clear-groups"] if os.getuid() == 0 else []
        command = [*other, str(self.bin / program), *arguments]
        done = subprocess.run(
            command,
            cwd=self.home,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            check=False,
        )
        assert done.returncode == 0, done.stdout.decode()


@pytest.fixture(scope="session")
def server(needed: Callable[..., None]) -> Iterator[Server]:
    needed("psycopg", "sqlglot")
    bin_ = programs()
    if bin_ is None:
        lacking("PostgreSQL", "apt-get install postgresql")
    assert bin_
    home = Path(tempfile.mkdtemp(prefix="cjm-pg-", dir="/tmp"))
    try:
        if os.getuid() == 0:
            shutil.chown(home, "postgres", "postgres")
        made = Server(home, bin_)
        made.run("initdb", "-D", "data", "-U", "cjm", "-A", "trust", "-E", "UTF8", "--locale", "C.UTF-8", "--no-sync")
        options = f"-k {home} -c listen_addresses='' -c fsync=off -c full_page_writes=off -c shared_buffers=64MB"
        made.run("pg_ctl", "-D", "data", "-o", options, "-l", "log", "-w", "start")
        try:
            yield made
        finally:
            made.run("pg_ctl", "-D", "data", "-m", "immediate", "-w", "stop")
    finally:
        shutil.rmtree(home, ignore_errors=True)


Load = Callable[..., str]


@pytest.fixture(scope="session")
def postgres_table(server: Server) -> Load:
    """Makes a table of a name, columns with types, and rows."""
    import psycopg  # noqa: PLC0415 - an extra

    def load(name: str, columns: dict[str, str], rows: Any) -> str:
        listed = ", ".join(f"{quoted(column)} {kind}" for column, kind in columns.items())
        with psycopg.connect(server.address, autocommit=True) as connection:
            connection.execute(f"DROP TABLE IF EXISTS {name}")
            connection.execute(f"CREATE TABLE {name} ({listed})")
            with connection.cursor() as cursor, cursor.copy(f"COPY {name} FROM STDIN") as copy:
                for row in rows:
                    copy.write_row(row)
        return name

    return load


def quoted(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'


@pytest.fixture(scope="session")
def spark_session(tmp_path_factory: pytest.TempPathFactory, needed: Callable[..., None]) -> Iterator[Any]:
    """One for all tests: two threads, nothing compiled for a few rows, tables in a folder of its own."""
    if not (shutil.which("java") or os.environ.get("JAVA_HOME")):
        lacking("Java", "apt-get install default-jre-headless")
    needed("pyspark", "sqlglot")
    home = tmp_path_factory.mktemp("spark")
    with pytest.MonkeyPatch.context() as patch, warnings.catch_warnings():
        warnings.simplefilter("ignore")
        patch.setenv("SPARK_LOCAL_IP", "127.0.0.1")
        patch.setenv("JDK_JAVA_OPTIONS", "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC")
        from pyspark.sql import SparkSession  # noqa: PLC0415 - an extra

        builder = SparkSession.builder.master("local[2]").appName("cjm tests")
        for name, value in {**SPARK, "spark.sql.warehouse.dir": str(home), "spark.local.dir": str(home)}.items():
            builder = builder.config(name, value)
        session = builder.getOrCreate()
        session.sparkContext.setLogLevel("ERROR")
    try:
        yield session
    finally:
        session.stop()


SPARK = {
    "spark.ui.enabled": "false",
    "spark.sql.session.timeZone": "UTC",
    "spark.sql.adaptive.enabled": "false",
    "spark.sql.codegen.wholeStage": "false",
    "spark.sql.codegen.factoryMode": "NO_CODEGEN",
    "spark.sql.maxPlanStringLength": "0",
    "spark.sql.debug.maxToStringFields": "1",
    "spark.sql.inMemoryColumnarStorage.compressed": "false",
    "spark.sql.shuffle.partitions": "1",
    "spark.default.parallelism": "1",
    "spark.driver.host": "127.0.0.1",
    "spark.driver.bindAddress": "127.0.0.1",
}


@pytest.fixture(scope="session")
def spark_table(spark_session: Any) -> Load:
    """Makes a table of a name, columns with types, and rows."""

    def load(name: str, columns: dict[str, str], rows: Any) -> str:
        listed = ", ".join(f"`{column.replace('`', '``')}` {kind}" for column, kind in columns.items())
        spark_session.sql(f"DROP TABLE IF EXISTS {name}")
        spark_session.createDataFrame([tuple(row) for row in rows], listed).coalesce(2).write.saveAsTable(name)
        return name

    return load
