#!/usr/bin/env python3
"""Times how hoaban, sharp and Hugo make pictures of four widths at the same measured quality, in turn, and compares them.

  pictures.py [--number 40] [--photos FOLDER] [--workloads webp-jpeg,avif-jpeg] [--runs 5] [--programs hoaban,sharp,hugo]
              [--score 75] [--features aom] [--built FOLDER] [--sample 8] [--scored 40] [--json FILE] [--work FOLDER]

Needs what pictures/requirements.txt names; README.md tells what is measured and why.
"""
import argparse
import json
import math
import os
import platform
import sys
import tempfile
from pathlib import Path

sys.dont_write_bytecode = True
HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE / "pictures"))

import measure
import tools
from tools import say

import photos
import programs
import quality


def arguments():
    """The command line."""
    p = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    p.add_argument("--number", type=int, default=40, help="pictures")
    p.add_argument("--photos", type=Path, help="a folder of JPEGs to take instead of making them")
    p.add_argument("--workloads", default="webp-jpeg,avif-jpeg", help="which ones: " + ", ".join(programs.WORKLOADS))
    p.add_argument("--runs", type=int, default=5, help="rounds; every program runs once in each")
    p.add_argument("--programs", default="hoaban,sharp,hugo", help="which ones, in the order of a round; also: layer")
    p.add_argument("--score", type=int, default=75, help="what hoaban is asked to reach")
    p.add_argument("--features", default="aom", help="cargo features for hoaban's build")
    p.add_argument("--built", type=Path, help="a folder with hoaban and examples/ already built, instead of building them")
    p.add_argument("--sample", type=int, default=8, help="pictures to begin the search for equal quality with")
    p.add_argument("--scored", type=int, default=40, help="pictures to end that search with, and whose results are scored after the runs")
    p.add_argument("--json", type=Path, help="write all single figures here")
    p.add_argument("--work", type=Path, help="folder for peers, pictures and outputs, kept for the next time (default: a temporary one)")
    return p.parse_args()


def sources(options, work):
    """The pictures: those of a folder or our own."""
    if options.photos:
        return sorted(options.photos.glob("*.jpg"))[:options.number]
    return photos.write(work / "photos", options.number, 1)


def spread_out(pictures, number):
    """`number` of the pictures, of all kinds of scene (which take turns by five)."""
    stride = next(n for n in range(7, 7 + len(pictures)) if math.gcd(n, len(pictures)) == 1 and n % 5)
    return [pictures[n * stride % len(pictures)] for n in range(number)]


def rounds(made, number):
    """`number` rounds A B C ..: cold runs of each program, and a warm one behind each of hoaban's and Hugo's."""
    runs = {name: [] for name in made}
    warm = {name: [] for name in made if name in ("hoaban", "hugo")}
    for n in range(number):
        for name, program in made.items():
            program.ready()
            runs[name].append(measure.run(program.command(), program.folder, program.work / f"log-{name}.txt"))
            if name in warm:
                warm[name].append(measure.run(program.command(), program.folder, program.work / f"log-{name}.txt"))
            say(f"round {n + 1}: {programs.NAMES[name]}: CPU {runs[name][-1]['cpu']:.2f} s, wall {runs[name][-1]['wall']:.2f} s")
    return runs, warm


def print_workload(workload, runs, warm, results, qualities):
    """The tables of one workload."""
    formats = programs.WORKLOADS[workload]
    count = len(next(iter(runs.values())))
    print(f"\n## {' and '.join(formats)}, rounds: {count}; median (least-most)\n")
    print("| program | CPU s | wall s | peak MiB | " + " | ".join(f"{f}: quality, score, MB" for f in formats) + " |")
    print("|---" * (4 + len(formats)) + "|")
    for name, r in runs.items():
        cells = [measure.spread(measure.column(r, "cpu")), measure.spread(measure.column(r, "wall")), measure.spread(measure.column(r, "rss"), 0)]
        cells += [f"{qualities[name][f]:g}, {results[name][f]['score']:.2f}, {results[name][f]['bytes'] / 1e6:.2f}" for f in formats]
        print(f"| {programs.NAMES[name]} | " + " | ".join(cells) + " |")
    print()
    ours = [name for name in runs if name in ("hoaban", "layer")]
    for under in ours:
        for over in (name for name in runs if name not in ours):
            cpu, wall, rss = (measure.spread(measure.ratios(runs[over], runs[under], key)) for key in ("cpu", "wall", "rss"))
            print(f"- {programs.NAMES[over]} / {programs.NAMES[under]}: CPU {cpu}, wall {wall}, peak memory {rss}")
    for name, r in warm.items():
        share = [100 * a["cpu"] / b["cpu"] for a, b in zip(r, runs[name])]
        print(f"- {programs.NAMES[name]}, nothing changed: CPU {measure.spread(measure.column(r, 'cpu'), 3)} s, {measure.spread(share)} % of a cold run")


def goal_lines(workload, runs, warm, results):
    """What was to be reached, and whether it was."""
    def median(over, key="cpu"):
        return measure.statistics.median(measure.ratios(runs[over], runs["hoaban"], key))
    if "avif" in workload:
        goals = [("at least as fast as sharp: CPU of sharp / hoaban", median("sharp"), ">=", 1.0)]
    else:
        goals = [("CPU of sharp / hoaban", median("sharp"), ">=", 1.3), ("CPU of Hugo / hoaban", median("hugo"), ">=", 3.0),
                 ("peak memory of Hugo / hoaban", median("hugo", "rss"), ">=", 2.0)]
    share = measure.statistics.median(100 * a["cpu"] / b["cpu"] for a, b in zip(warm["hoaban"], runs["hoaban"]))
    goals.append(("a warm run in % of a cold one", share, "<=", 1.0))
    for form in programs.WORKLOADS[workload]:
        share = results["hoaban"][form]["bytes"] / results["sharp"][form]["bytes"]
        goals.append((f"{form}: bytes of hoaban / sharp", share, "<=", 1.03))
    for name, value, sign, bound in goals:
        met = value >= bound if sign == ">=" else value <= bound
        yield f"- {name}: {value:.2f} ({sign} {bound:g}): {'met' if met else 'MISSED'}"


def compare(results, formats):
    """Says where the results are not of equal quality."""
    for form in formats:
        values = [r[form]["score"] for r in results.values()]
        if max(values) - min(values) > quality.TOLERANCE:
            yield f"- NOT COMPARABLE, {form}: scores from {min(values):.2f} to {max(values):.2f}"


def bench(options, work):
    """All workloads; gives everything for `--json` and whether all was comparable."""
    names = options.programs.split(",")
    paths = programs.prepare([*names, "score"], work, options.built, options.features)
    scorer = paths.pop("score")
    pictures = sources(options, work)
    sizes = sorted({min(options.sample, options.scored, len(pictures)), min(options.scored, len(pictures))})
    samples = [sorted(spread_out(pictures, size)) for size in sizes]
    print(f"# Pictures\n\n{platform.platform(terse=True)}, {os.cpu_count()} processors, load {os.getloadavg()[0]:.1f} at the start; "
          f"{len(pictures)} pictures, {sum(p.stat().st_size for p in pictures) / 1e6:.1f} MB")
    everything, comparable = {"pictures": len(pictures), "load": os.getloadavg()}, True
    for workload in options.workloads.split(","):
        formats = programs.WORKLOADS[workload]
        found = quality.equal(scorer, work, paths, samples, options.score, formats)
        made = {name: programs.Program(name, paths[name], work, pictures, formats, found[name]) for name in names}
        runs, warm = rounds(made, options.runs)
        results = judge(scorer, work, made, formats, min(options.scored, len(pictures)))
        print_workload(workload, runs, warm, results, found)
        if {"hoaban", "sharp"} <= set(runs) and ("hugo" in runs or "avif" in workload):
            print("\n" + "\n".join(goal_lines(workload, runs, warm, results)))
        for line in compare(results, formats):
            comparable = False
            print(line)
        everything[workload] = {"runs": runs, "warm": warm, "results": results, "qualities": found}
    return everything, comparable


def judge(scorer, work, made, formats, number):
    """Score and bytes of what each program wrote last: scores of `number` pictures, bytes of all."""
    results = {}
    for name, program in made.items():
        files = program.files()
        every = program.photos
        program.photos = spread_out(every, number)
        chosen = {photo.stem for photo in program.photos}
        results[name] = quality.measured(scorer, work, program, formats)
        program.photos = every
        for form in formats:
            results[name][form]["bytes"] = sum(path.stat().st_size for key, path in files.items() if key[2] == form)
            results[name][form]["scored"] = len(chosen)
    return results


def main():
    """Runs the benchmark in the asked folder or in a temporary one."""
    options = arguments()
    if set(options.programs.split(",")) - set(programs.NAMES) or set(options.workloads.split(",")) - set(programs.WORKLOADS):
        sys.exit(f"--programs takes {', '.join(programs.NAMES)}; --workloads {', '.join(programs.WORKLOADS)}")
    with tempfile.TemporaryDirectory() as temporary:
        work = (options.work or Path(temporary)).resolve()
        work.mkdir(parents=True, exist_ok=True)
        everything, comparable = bench(options, work)
    if options.json:
        options.json.write_text(json.dumps(everything, indent=1) + "\n", encoding="utf-8")
    sys.exit(0 if comparable else 1)


if __name__ == "__main__":
    main()
