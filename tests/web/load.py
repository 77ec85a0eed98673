"""A load test on this machine alone; not part of the tests: ``python -m tests.web.load``.

One worker of gunicorn answers 200 plain conversions a second for 15 seconds. It ends with status 1
when a response was wrong.
"""

import http.client
import subprocess
import sys
import time
from threading import Thread

PORT = 8391
A_SECOND = 200
SECONDS = 15
VISITORS = 20


def visit(number: int, times: list[float], wrong: list[int]) -> None:
    """Ask at an even pace, and note how long each response took."""
    connection = http.client.HTTPConnection("127.0.0.1", PORT, timeout=10)
    begun = time.perf_counter()
    for count in range(A_SECOND * SECONDS // VISITORS):
        due = begun + (count + number / VISITORS) * VISITORS / A_SECOND
        time.sleep(max(0.0, due - time.perf_counter()))
        asked = time.perf_counter()
        connection.request("GET", f"/api/convert?q=48.{20_000 + count},16.37208")
        response = connection.getresponse()
        if response.status != http.client.OK or b"{{Location|48.2" not in response.read():
            wrong.append(response.status)
        times.append(time.perf_counter() - asked)


def main() -> int:
    """Run the load test; returns the exit status."""
    bind = ["--bind", f"127.0.0.1:{PORT}", "--workers", "1", "--threads", "8"]
    call = [sys.executable, "-m", "gunicorn", "glocbot.web:app", *bind, "--log-level", "error"]
    times: list[float] = []
    wrong: list[int] = []
    with subprocess.Popen(call) as server:
        time.sleep(3)  # until it serves
        visitors = [Thread(target=visit, args=(n, times, wrong)) for n in range(VISITORS)]
        for visitor in visitors:
            visitor.start()
        for visitor in visitors:
            visitor.join()
        server.terminate()
    times.sort()
    p50, p99 = (f"{times[int(len(times) * part)] * 1000:.1f} ms" for part in (0.5, 0.99))
    sys.stdout.write(f"{len(times)} responses, {len(wrong)} wrong, p50 {p50}, p99 {p99}\n")
    return 1 if wrong or len(times) < A_SECOND * SECONDS else 0


if __name__ == "__main__":
    sys.exit(main())
