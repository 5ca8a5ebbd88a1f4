"""How long a writer waits: `hoaban serve` on a large portal, from the close of an edited file to the changed page."""
import http.client
import random
import re
import socket
import statistics
import subprocess
import time
from pathlib import Path

READY_SECONDS = 180
CHANGE_SECONDS = 30
PAUSE_SECONDS = 0.5            # between edits, so that each one meets a server at rest
POLL_SECONDS = 0.001


def free_port():
    """A TCP port that nobody listens on just now."""
    with socket.socket() as s:
        s.bind(("127.0.0.1", 0))
        return s.getsockname()[1]


class Client:
    """One keep-alive connection to the server."""

    def __init__(self, port):
        self.port, self.link = port, None

    def get(self, url):
        """Status and whole body of a page."""
        if self.link is None:
            self.link = http.client.HTTPConnection("127.0.0.1", self.port, timeout=READY_SECONDS)
        try:
            self.link.request("GET", url)
            answer = self.link.getresponse()
            return answer.status, answer.read()
        except (OSError, http.client.HTTPException):
            self.link.close()
            self.link = None
            raise

    def wait_until_ready(self, child):
        """Seconds until `/` is served."""
        start = time.perf_counter()
        while time.perf_counter() - start < READY_SECONDS:
            if child.poll() is not None:
                raise RuntimeError(f"hoaban serve ended with {child.returncode}")
            try:
                if self.get("/")[0] == 200:
                    return time.perf_counter() - start
            except (OSError, http.client.HTTPException):
                pass
            time.sleep(0.02)
        raise RuntimeError("hoaban serve was not ready in time")


def documents(portal, out, number):
    """`number` of the portal's documents, drawn evenly: file and URL (found by slug in a finished build)."""
    files = sorted((portal / "content").glob("*/p*.md"))
    chosen = []
    for file in random.Random(1).sample(files, number):
        slug = re.search(r'^slug = "([^"]+)"', file.read_text(encoding="utf-8"), re.M).group(1)
        lang = file.name.split(".")[1]
        page = next((out / lang).glob(f"*/{slug}/index.html"))
        chosen.append((file, "/" + page.parent.relative_to(out).as_posix() + "/"))
    return chosen


def edit(client, file, url, sentence):
    """Appends a sentence to a file; milliseconds from its close to the last byte of the page that has it."""
    status, body = client.get(url)
    if status != 200 or sentence.encode() in body:
        raise RuntimeError(f"{url}: {status}")
    with open(file, "a", encoding="utf-8") as text:
        text.write(f"\n{sentence}\n")
    start = time.perf_counter()
    while time.perf_counter() - start < CHANGE_SECONDS:
        _, body = client.get(url)
        if sentence.encode() in body:
            return (time.perf_counter() - start) * 1000
        time.sleep(POLL_SECONDS)
    raise RuntimeError(f"{url} did not change within {CHANGE_SECONDS} s")


def untouched(client, url):
    """Milliseconds of a request for a page that nothing has happened to."""
    start = time.perf_counter()
    client.get(url)
    return (time.perf_counter() - start) * 1000


def peak_mib(pid):
    """Peak resident memory of a process in MiB; none where the system does not tell."""
    try:
        found = re.search(r"VmHWM:\s+(\d+) kB", Path(f"/proc/{pid}/status").read_text())
    except OSError:
        return None
    return int(found.group(1)) / 1024 if found else None


def measure(hoaban, portal, out, edits, log):
    """Starts the server in `portal`, makes `edits` edits, puts the files back.  `out` is a finished build of it."""
    chosen = documents(portal, out, edits)
    port = free_port()
    before = {file: file.read_bytes() for file, _ in chosen}
    with open(log, "wb") as output:
        child = subprocess.Popen([hoaban, "serve", "--port", str(port)], cwd=portal, stdin=subprocess.DEVNULL,
                                 stdout=output, stderr=output)
        try:
            client = Client(port)
            ready = client.wait_until_ready(child)
            idle = [untouched(client, url) for _, url in chosen]
            times = []
            for n, (file, url) in enumerate(chosen):
                time.sleep(PAUSE_SECONDS)
                times.append(edit(client, file, url, f"Benchmark sentence number {1000 + n} ends here."))
            return {"ready": ready, "edits": times, "untouched": idle, "rss": peak_mib(child.pid)}
        finally:
            child.terminate()
            child.wait()
            for file, data in before.items():
                file.write_bytes(data)


def report(result):
    """The result as Markdown lines."""
    times = sorted(result["edits"])
    p95 = times[min(len(times) - 1, round(0.95 * (len(times) - 1)))]
    rss = f"{result['rss']:.0f} MiB" if result["rss"] else "not known"
    return [f"close to last byte, {len(times)} edits: median {statistics.median(times):.0f} ms, p95 {p95:.0f} ms, "
            f"most {times[-1]:.0f} ms (at most 100, aim 50)",
            f"untouched page: median {statistics.median(result['untouched']):.1f} ms; "
            f"ready after {result['ready']:.2f} s; peak memory {rss}"]
