"""Runs one program and tells what it cost; medians, spreads and paired ratios of such costs."""
import json
import os
import statistics
import subprocess
import sys
import tempfile

MIB = 1024 * 1024
RSS_UNIT = 1 if sys.platform == "darwin" else 1024     # getrusage(2): bytes there, KiB on Linux


# Starts the program from a small process: the system charges a program with what its parent held in memory when it was started.
STARTER = """
import json, resource, subprocess, sys, time
start = time.perf_counter()
code = subprocess.call(sys.argv[2:], stdin=subprocess.DEVNULL)
wall = time.perf_counter() - start
usage = resource.getrusage(resource.RUSAGE_CHILDREN)
with open(sys.argv[1], "w") as file:
    json.dump({"code": code, "wall": wall, "user": usage.ru_utime, "sys": usage.ru_stime, "rss": usage.ru_maxrss}, file)
"""


def run(argv, folder, log):
    """Runs `argv` in `folder` to its end, its output going to the file `log`.

    Gives CPU seconds (user + system of the program and all its children), wall seconds and the
    peak resident memory of its largest process in MiB.  A failure raises with the log's end.
    """
    os.sync()                                          # nobody pays for writing back another's files
    with tempfile.TemporaryDirectory() as scratch, open(log, "wb") as output:
        found = os.path.join(scratch, "usage.json")
        starter = [sys.executable, "-S", "-c", STARTER, found, *map(str, argv)]
        subprocess.run(starter, cwd=folder, stdout=output, stderr=output, check=True)
        with open(found, encoding="utf-8") as file:
            usage = json.load(file)
    if usage["code"]:
        with open(log, encoding="utf-8", errors="replace") as text:
            raise RuntimeError(f"{argv[0]} ended with {usage['code']}:\n{text.read()[-2000:]}")
    return {"cpu": usage["user"] + usage["sys"], "user": usage["user"], "sys": usage["sys"],
            "wall": usage["wall"], "rss": usage["rss"] * RSS_UNIT / MIB}


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
