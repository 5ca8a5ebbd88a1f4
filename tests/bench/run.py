#!/usr/bin/env python3
"""Times cold builds of one corpus by hoaban, Hugo, Eleventy and the floor, in turn, and compares them.

  run.py [--pages 1000,4000,10000] [--runs 5] [--programs plain,floor,hugo,eleventy,full]
         [--serve] [--edits 15] [--json FILE] [--work FOLDER]

Standard library only; README.md tells what is measured and why.
"""
import argparse
import json
import os
import platform
import shutil
import sys
import tempfile
from pathlib import Path

sys.dont_write_bytecode = True

import measure
import outputs
import serve
import tools
from tools import say

PEERS = ("hugo", "eleventy")


def arguments():
    """The command line."""
    p = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    p.add_argument("--pages", default="1000,4000,10000", help="sizes of the corpus, comma-separated")
    p.add_argument("--runs", type=int, default=5, help="rounds; every program runs once in each")
    p.add_argument("--programs", default=",".join(tools.NAMES), help="which ones, in the order of a round")
    p.add_argument("--serve", action="store_true", help="also time edits under `hoaban serve`, at the largest size")
    p.add_argument("--edits", type=int, default=15)
    p.add_argument("--json", type=Path, help="write all single figures here")
    p.add_argument("--work", type=Path, help="folder for peers, sites and outputs, kept for the next time (default: a temporary one)")
    return p.parse_args()


def one_run(program, path, work, pages, sizes):
    """One cold build into a fresh folder, which stays until the same program's next turn."""
    folder = tools.site(work, tools.CORPUS_KIND[program], pages)
    out = work / f"out-{program}-{pages}"
    shutil.rmtree(out, ignore_errors=True)
    if program in ("plain", "full", "all"):
        tools.choose_theme(folder, program)
    argv = tools.command(program, path, folder, out, sizes)
    result = measure.run(argv, folder, work / f"log-{program}.txt")
    if program != "floor" and not sizes.exists():
        tools.write_sizes(out, sizes)
    return result


def rounds(programs, paths, work, pages, number):
    """`number` rounds A B C .. at one size: the runs of each program."""
    runs = {p: [] for p in programs}
    sizes = work / f"sizes-{pages}.txt"
    sizes.unlink(missing_ok=True)
    for n in range(number):
        for program in programs:
            result = one_run(program, paths[program], work, pages, sizes)
            runs[program].append(result)
            say(f"{pages} pages, round {n + 1}: {tools.NAMES[program]}: CPU {result['cpu']:.2f} s, wall {result['wall']:.2f} s")
    return runs


def print_size(pages, runs):
    """The table of one size and the ratios."""
    print(f"\n## {pages:,} pages, rounds: {len(next(iter(runs.values())))}; median (least-most)\n")
    print("| program | CPU s | user s | system s | wall s | peak MiB |\n|---|---|---|---|---|---|")
    for program, r in runs.items():
        cells = [measure.spread(measure.column(r, key)) for key in ("cpu", "user", "sys", "wall")]
        print(f"| {tools.NAMES[program]} | " + " | ".join(cells) + f" | {measure.spread(measure.column(r, 'rss'), 0)} |")
    print()
    for over, under in (("hugo", "plain"), ("eleventy", "plain"), ("plain", "floor"), ("full", "floor"),
                        ("hugo", "full"), ("eleventy", "full"), ("all", "full")):
        if over in runs and under in runs:
            cpu, wall = (measure.spread(measure.ratios(runs[over], runs[under], key), 1) for key in ("cpu", "wall"))
            print(f"- {tools.NAMES[over]} / {tools.NAMES[under]}: CPU {cpu}, wall {wall}")


def print_outputs(programs, work, pages):
    """What each program wrote, and whether hoaban's plain output is the same work as the peers'."""
    compared = [p for p in programs if p in ("plain", *PEERS)]
    counts = {p: outputs.count(work / f"out-{p}-{pages}") for p in compared}
    print(f"\n### Outputs at {pages:,} pages\n\n" + outputs.table({tools.NAMES[p]: c for p, c in counts.items()}) + "\n")
    peers = [counts[p] for p in PEERS if p in counts]
    missing = outputs.shortfalls(counts["plain"], peers) if "plain" in counts and peers else []
    for line in missing:
        print(f"- NOT COMPARABLE, {line}")
    if "plain" in counts and peers and not missing:
        print("The outputs are comparable: hoaban's plain site has at least as much of everything as the leaner peer's.")
    return counts, missing


def print_growth(results):
    """CPU of the largest size over the smallest, per program."""
    small, large = min(results), max(results)
    if small == large:
        return
    print(f"\n## CPU, {large:,} pages over {small:,}\n")
    for program in results[large]:
        growth = measure.median(results[large][program], "cpu") / measure.median(results[small][program], "cpu")
        print(f"- {tools.NAMES[program]}: {growth:.1f} times")


def print_goals(results):
    """The goals at the largest size, where all that they compare has run."""
    small, large = min(results), max(results)
    runs = results[large]
    if not {"plain", "floor", *PEERS} <= set(runs):
        return
    def ratio(over, under):
        return measure.statistics.median(measure.ratios(runs[over], runs[under], "cpu"))
    growth = measure.median(runs["plain"], "cpu") / measure.median(results[small]["plain"], "cpu")
    goals = [("a tenth of Hugo's CPU time", ratio("hugo", "plain"), ">=", 10), ("a fifth of Eleventy's", ratio("eleventy", "plain"), ">=", 5),
             ("under 400 MiB", max(measure.column(runs["plain"], "rss")), "<=", 400),
             ("linear growth", growth, "<=", 1.1 * large / small), ("aim: three times the floor", ratio("plain", "floor"), "<=", 3)]
    print(f"\n## Goals, set for 10,000 pages and the plain theme, at {large:,}\n")
    for name, value, sign, bound in goals:
        met = value >= bound if sign == ">=" else value <= bound
        print(f"- {name}: {value:.1f} ({sign} {bound:g}): {'met' if met else 'MISSED'}")


def machine():
    """What the figures were taken on."""
    return {"system": platform.platform(terse=True), "processors": os.cpu_count(), "python": platform.python_version(),
            "load": os.getloadavg()}


def bench(options, work):
    """All sizes, then the server; gives everything for `--json` and whether the outputs compare."""
    programs = options.programs.split(",")
    paths = tools.prepare(programs, work)
    everything, results, missing = {"machine": machine(), "sizes": {}}, {}, []
    print(f"# Benchmark\n\n{platform.platform(terse=True)}, {os.cpu_count()} processors, load {os.getloadavg()[0]:.1f} at the start")
    for pages in sorted(int(n) for n in options.pages.split(",")):
        results[pages] = rounds(programs, paths, work, pages, options.runs)
        print_size(pages, results[pages])
        counts, short = print_outputs(programs, work, pages)
        missing += short
        everything["sizes"][pages] = {"runs": results[pages], "outputs": counts}
    print_growth(results)
    print_goals(results)
    if options.serve:
        everything["serve"] = bench_serve(paths["plain"], work, max(results), options.edits)
    return everything, not missing


def bench_serve(hoaban, work, pages, edits):
    """The server's figures on the plain site of `pages` pages."""
    portal = tools.site(work, "hoaban", pages)
    tools.choose_theme(portal, "plain")
    result = serve.measure(hoaban, portal, work / f"out-plain-{pages}", edits, work / "log-serve.txt")
    print(f"\n## `hoaban serve` at {pages:,} pages\n")
    for line in serve.report(result):
        print(f"- {line}")
    return result


def main():
    """Runs the benchmark in the asked folder or in a temporary one."""
    options = arguments()
    if set(options.programs.split(",")) - set(tools.NAMES) or (options.serve and "plain" not in options.programs):
        sys.exit(f"--programs takes {', '.join(tools.NAMES)}; --serve needs plain")
    with tempfile.TemporaryDirectory() as temporary:
        work = (options.work or Path(temporary)).resolve()
        work.mkdir(parents=True, exist_ok=True)
        everything, comparable = bench(options, work)
    if options.json:
        options.json.write_text(json.dumps(everything, indent=1) + "\n", encoding="utf-8")
    sys.exit(0 if comparable else 1)


if __name__ == "__main__":
    main()
