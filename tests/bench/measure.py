"""Runs one program and tells what it cost; medians, spreads and paired ratios of such costs."""
import os
import statistics
import subprocess
import sys
import time

MIB = 1024 * 1024
RSS_UNIT = 1 if sys.platform == "darwin" else 1024     # getrusage(2): bytes there, KiB on Linux


def run(argv, folder, log):
    """Runs `argv` in `folder` to its end, its output going to the file `log`.

    Gives CPU seconds (user + system of the program and all its children), wall seconds and the
    peak resident memory of its largest process in MiB.  A failure raises with the log's end.
    """
    os.sync()                                          # nobody pays for writing back another's files
    with open(log, "wb") as output:
        start = time.perf_counter()
        child = subprocess.Popen(argv, cwd=folder, stdin=subprocess.DEVNULL, stdout=output, stderr=output)
        _, status, usage = os.wait4(child.pid, 0)
        wall = time.perf_counter() - start
    child.returncode = os.waitstatus_to_exitcode(status)
    if child.returncode:
        with open(log, encoding="utf-8", errors="replace") as text:
            raise RuntimeError(f"{argv[0]} ended with {child.returncode}:\n{text.read()[-2000:]}")
    return {"cpu": usage.ru_utime + usage.ru_stime, "user": usage.ru_utime, "sys": usage.ru_stime,
            "wall": wall, "rss": usage.ru_maxrss * RSS_UNIT / MIB}


def column(runs, key):
    """The values of one measure over the runs."""
    return [r[key] for r in runs]


def spread(values, digits=2):
    """`median (least-most)`."""
    return f"{statistics.median(values):.{digits}f} ({min(values):.{digits}f}-{max(values):.{digits}f})"


def ratios(over, under, key):
    """`over / under` in one measure, run by run: both runs of a pair met the same load."""
    return [a[key] / b[key] for a, b in zip(over, under)]


def median(runs, key):
    """Median of one measure."""
    return statistics.median(column(runs, key))
