"""Messages a second into Postfix's smtp-sink, beside Postfix's own smtp-source in the same run.

    deliver            SmtpTransport alone, over so many sessions
    enqueue+deliver    into an outbox on this disk, fifty to a transaction, and out of it by a MailWorker
"""

from __future__ import annotations

import asyncio
import os
import resource
import shutil
import socket
import subprocess
import tempfile
import time
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from spshell.mail import Envelope, Mailbox, MailMessage, MailWorker, Outbox, Relay, SenderSettings, TlsPolicy, resolve_sender
from spshell.mail.smtp import SmtpTransport
from spshell.timer import SystemClock

SIZE = 4096
ENVELOPE = Envelope("farm@contoso.test", ("ann@contoso.test",))
SENDER = resolve_sender(SenderSettings(Mailbox("farm@contoso.test", "Intranet")))
PATH = f"{os.environ.get('PATH', '')}:/usr/sbin:/sbin"


def message():
    """One message of about 4 KB."""
    made = MailMessage(sender=SENDER, to=(Mailbox("ann@contoso.test", "Ann"),), subject="A report was added", text="x")
    line = "A line of a report, long enough to be one of many.\n"
    return replace(made, text=line * ((SIZE - len(made.content())) // (len(line) + 1)))


@contextmanager
def sink():
    """smtp-sink on a free port."""
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
    with tempfile.TemporaryDirectory() as config:
        Path(config, "main.cf").write_text("compatibility_level = 3.6\n", encoding="ascii")
        Path(config).chmod(0o755)
        environment = os.environ | {"MAIL_CONFIG": config, "PATH": PATH}
        user = ["-u", "nobody"] if os.geteuid() == 0 else []
        process = subprocess.Popen(["smtp-sink", *user, f"127.0.0.1:{port}", "1000"], env=environment)
        try:
            while True:
                try:
                    socket.create_connection(("127.0.0.1", port)).close()
                    break
                except OSError:
                    time.sleep(0.02)
            yield port, environment
        finally:
            process.terminate()
            process.wait()


def source(port, environment, sessions, count):
    """(wall seconds, processor seconds) of smtp-source, which keeps its connections (-d) as we do."""
    before, begun = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    options = ["-d", "-s", str(sessions), "-l", str(SIZE), "-m", str(count), "-f", "f@contoso.test", "-t", "ann@contoso.test"]
    subprocess.run(["smtp-source", *options, f"127.0.0.1:{port}"], env=environment, check=True)
    seconds, after = time.perf_counter() - begun, resource.getrusage(resource.RUSAGE_CHILDREN)
    return seconds, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def relay(port, sessions):
    return Relay("127.0.0.1", port, TlsPolicy.NEVER, connections=sessions, revision="1")


def deliver(port, sessions, count):
    """The same of our transport alone."""
    content, to = message().content(), relay(port, sessions)

    async def session(transport, number):
        for _ in range(number):
            await transport.deliver(content, ENVELOPE, to)

    async def run():
        async with SmtpTransport() as transport:
            await asyncio.gather(*(session(transport, count // sessions) for _ in range(sessions)))

    begun, cpu = time.perf_counter(), time.process_time()
    asyncio.run(run())
    return time.perf_counter() - begun, time.process_time() - cpu


def through_outbox(port, sessions, count):
    """The same of both ends of an outbox."""
    clock, sent = SystemClock(), message()

    async def run(outbox):
        async with SmtpTransport() as transport:
            return await MailWorker(outbox, lambda _key: relay(port, sessions), transport, clock, slots=sessions).drain()

    with tempfile.TemporaryDirectory() as folder, Outbox(Path(folder, "outbox.db")) as outbox:
        outbox.mail()
        begun, cpu = time.perf_counter(), time.process_time()
        for start in range(0, count, 50):
            with outbox.batch():
                for _ in range(min(50, count - start)):
                    outbox.enqueue(sent, ENVELOPE, "k", clock)
        report = asyncio.run(run(outbox))
        assert report.sent == count, report.counts
        return time.perf_counter() - begun, time.process_time() - cpu


def run(runs, count):
    """Print the table: the best of alternating runs, since whatever else the machine does only makes them slower."""
    if shutil.which("smtp-source", path=PATH) is None:
        print("smtp-source is not installed (Debian: postfix)")
        return
    print(f"{'sessions':>8} {'smtp-source':>12} {'deliver':>9} {'ratio':>6} {'enq+deliver':>12}   CPU us/message of the three")
    with sink() as (port, environment):
        for sessions in (1, 4, 16):
            rows = [
                (source(port, environment, sessions, count), deliver(port, sessions, count), through_outbox(port, sessions, count // 4))
                for _ in range(runs)
            ]
            counts = (count, count // sessions * sessions, count // 4)
            rates = [max(n / row[i][0] for row in rows) for i, n in enumerate(counts)]
            cpus = [min(1e6 * row[i][1] / n for row in rows) for i, n in enumerate(counts)]
            theirs, ours, whole = rates
            print(
                f"{sessions:8} {theirs:12.0f} {ours:9.0f} {ours / theirs:6.2f} {whole:12.0f}"
                f"   {cpus[0]:.0f} / {cpus[1]:.0f} / {cpus[2]:.0f}"
            )
