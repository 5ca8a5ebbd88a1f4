#!/usr/bin/env python3
"""Measures the search beside Pagefind over the same pages: what building it costs, its bytes, its memory, its time to ten results.

  search.py [--parts build,files,churn,bytes,browser] [--sites demo,corpus] [--pages 10000] [--runs 3] [--number 100]
            [--hoaban PROGRAM] [--work FOLDER] [--json FILE]

Standard library, Node.js 20 with npm, and Chromium; README.md tells what is measured and why.
"""
import argparse
import hashlib
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

sys.dont_write_bytecode = True

import measure
import tools
from tools import HERE, NOW, ROOT, say

OFF = "search.index = false\nsearch.twins = false\nsearch.data = false\n"
PROGRAMS = ("off", "on", "pagefind")
NAMES = {"off": "hoaban, search off", "on": "hoaban, search on", "pagefind": "Pagefind, over the built pages"}
SELECTORS = ["--root-selector", "article", "--exclude-selectors", ".page-foot"]


def arguments():
    """The command line."""
    p = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    p.add_argument("--parts", default="build,files,churn,bytes,browser")
    p.add_argument("--sites", default="demo,corpus", help="the demo portal, and the corpus with --zipf")
    p.add_argument("--pages", type=int, default=10_000, help="size of the corpus")
    p.add_argument("--runs", type=int, default=3, help="rounds of builds")
    p.add_argument("--number", type=int, default=100, help="queries of each length and language")
    p.add_argument("--hoaban", type=Path, help="the program, built already (default: a release build)")
    p.add_argument("--work", type=Path, help="folder for peers, sites and outputs, kept for the next time (default: a temporary one)")
    p.add_argument("--json", type=Path, help="write all figures here")
    return p.parse_args()


def peers(work):
    """Folder with the pinned peers' `node_modules`; the browser tests' packages are installed where they are missing."""
    folder = work / "npm-search"
    npm = ["--silent", "--ignore-scripts", "--no-audit", "--no-fund"]
    if not (folder / "node_modules").exists():
        shutil.copytree(HERE / "search/peers", folder, dirs_exist_ok=True)
        subprocess.run(["npm", "ci", *npm], cwd=folder, check=True)
    if not (ROOT / "tests/browser/node_modules").exists():
        subprocess.run(["npm", "ci", *npm], cwd=ROOT / "tests/browser", check=True)
    return folder


def pagefind(work):
    """Pagefind's own program, without the wrapper that starts Node.js first."""
    found = sorted((peers(work) / "node_modules/@pagefind").glob("*/bin/pagefind*"))
    return next(p for p in found if p.suffix == "" and os.access(p, os.X_OK))


def portal(work, site, pages):
    """The source of a site, made where missing: `demo` or `corpus`."""
    folder = work / (f"search-{site}" if site == "demo" else f"search-{site}-{pages}")
    if not (folder / ".complete").exists():
        shutil.rmtree(folder, ignore_errors=True)
        if site == "demo":
            folder.mkdir(parents=True)
            shutil.copytree(ROOT / "content", folder / "content")
            shutil.copy(ROOT / "portal.toml", folder / "portal.toml")
        else:
            corpus = [sys.executable, HERE / "corpus.py", "--out", folder, "--pages", str(pages), "--for", "hoaban", "--zipf"]
            subprocess.run(corpus, check=True, stdout=sys.stderr)
        shutil.copy(folder / "portal.toml", folder / ".settings")
        (folder / ".complete").touch()
    return folder


def settings(folder, on):
    """Switches the search of a portal on or off; pictures are copied as they are."""
    top = "pictures.renditions = false\npictures.cards = false\n" + ("" if on else OFF)
    (folder / "portal.toml").write_text(top + (folder / ".settings").read_text(encoding="utf-8"), encoding="utf-8")


def build(hoaban, folder, out, on, log):
    """A cold build into a fresh folder; gives what it cost."""
    settings(folder, on)
    for stale in (out, folder / ".hoaban"):
        shutil.rmtree(stale, ignore_errors=True)
    return measure.run([hoaban, "build", "--now", NOW, "--out", out], folder, log)


def stage(built, folder):
    """Copies the documents' pages for Pagefind, so that both index the same."""
    script = "import { stage } from './tests/search/relevance/site.mjs'; stage(process.argv[1], process.argv[2])"
    subprocess.run(["node", "--input-type=module", "-e", script, str(built), str(folder)], cwd=ROOT, check=True)


def index_pagefind(program, folder, log):
    """Pagefind's run over staged pages; gives what it cost."""
    shutil.rmtree(folder / "pagefind", ignore_errors=True)
    return measure.run([program, "--site", folder, "--silent", *SELECTORS], folder, log)


class Site:
    """One portal with its outputs."""

    def __init__(self, name, options, work, hoaban):
        self.name, self.hoaban, self.pagefind = name, hoaban, pagefind(work)
        self.source = portal(work, name, options.pages)
        base = self.source.name
        self.built, self.plain, self.staged, self.log = work / f"{base}-on", work / f"{base}-off", work / f"{base}-pagefind", work / f"{base}.log"

    def run(self, program):
        """One run of a program of a round."""
        if program == "pagefind":
            return index_pagefind(self.pagefind, self.staged, self.log)
        return build(self.hoaban, self.source, self.built if program == "on" else self.plain, program == "on", self.log)

    def prepare(self):
        """Builds once, untimed, and stages the pages."""
        self.run("on")
        stage(self.built, self.staged)
        self.run("pagefind")


def rounds(site, number):
    """`number` rounds of off, on, Pagefind."""
    runs = {p: [] for p in PROGRAMS}
    for n in range(number):
        for program in PROGRAMS:
            runs[program].append(site.run(program))
            say(f"{site.name}, round {n + 1}: {NAMES[program]}: CPU {runs[program][-1]['cpu']:.2f} s")
    return runs


def print_build(runs):
    """What the builds cost, and what the search adds."""
    print("| program | CPU s | wall s | peak MiB |\n|---|---|---|---|")
    for program, r in runs.items():
        print(f"| {NAMES[program]} | {measure.spread(measure.column(r, 'cpu'))} | {measure.spread(measure.column(r, 'wall'))} | {measure.spread(measure.column(r, 'rss'), 0)} |")
    added = {key: [a[key] - b[key] for a, b in zip(runs["on"], runs["off"])] for key in ("cpu", "wall", "rss")}
    cpu = measure.statistics.median(added["cpu"])
    print(f"\n- the search adds: CPU {measure.spread(added['cpu'])} s, wall {measure.spread(added['wall'])} s, peak {measure.spread(added['rss'], 0)} MiB")
    print(f"- Pagefind's CPU time / that of hoaban's search: {measure.median(runs['pagefind'], 'cpu') / max(cpu, 0.01):.1f}\n")
    return added


KINDS = [(r"^search/[a-z-]+/\d*/?t/", "shards"), (r"^search/[a-z-]+/\d*/?h/", "head shards"), (r"^search/[a-z-]+/\d*/?c/", "cards"),
         (r"^search/[a-z-]+(\.lite)?\.json$", "manifests"), (r"^search/.*\.js$", "client"), (r"^search/", "other"), (r"/index\.json$", "twins"), (r"^data/", "data")]


def kinds(folder):
    """`{path: (kind, bytes, digest)}` of the search's files in a built portal."""
    found = {}
    for path in sorted(p for p in folder.rglob("*") if p.is_file()):
        name = path.relative_to(folder).as_posix()
        kind = next((k for pattern, k in KINDS if re.search(pattern, name)), None)
        if kind:
            content = path.read_bytes()
            found[name] = (kind, len(content), hashlib.sha256(content).hexdigest())
    return found


def files(site):
    """Files and bytes of both, as they lie on the disk and as a host sends them."""
    script = ("import {gzipSync} from 'node:zlib'; import {readFileSync} from 'node:fs';"
              "const ps=JSON.parse(readFileSync(0,'utf8'));console.log(JSON.stringify(ps.map(p=>{const b=readFileSync(p);"
              "return [b.length,/\\.(pf_|pagefind$)/.test(p)||p.includes('.pf_')?b.length:gzipSync(b,{level:9}).length]})))")
    def sizes(paths):
        done = subprocess.run(["node", "--input-type=module", "-e", script], input=json.dumps([str(p) for p in paths]), capture_output=True, text=True, check=True)
        return json.loads(done.stdout)
    ours = kinds(site.built)
    names = list(ours)
    table = {}
    for name, (raw, packed) in zip(names, sizes([site.built / n for n in names])):
        row = table.setdefault(ours[name][0], [0, 0, 0])
        table[ours[name][0]] = [row[0] + 1, row[1] + raw, row[2] + packed]
    theirs = [p for p in sorted((site.staged / "pagefind").rglob("*")) if p.is_file()]
    for path, (raw, packed) in zip(theirs, sizes(theirs)):
        part = path.relative_to(site.staged / "pagefind").parts
        kind = f"Pagefind, {part[0] if len(part) > 1 else 'library'}"
        row = table.setdefault(kind, [0, 0, 0])
        table[kind] = [row[0] + 1, row[1] + raw, row[2] + packed]
    return table


def print_files(table):
    """Files, bytes and gzip bytes by kind, and the sums that are compared."""
    print("| files of | number | MB | MB gzip |\n|---|---:|---:|---:|")
    for kind, (number, raw, packed) in table.items():
        print(f"| {kind} | {number:,} | {raw / 1e6:.2f} | {packed / 1e6:.2f} |")
    def total(test):
        rows = [row for kind, row in table.items() if test(kind)]
        return [sum(column) for column in zip(*rows)] if rows else [0, 0, 0]
    index = total(lambda k: not k.startswith("Pagefind") and k not in ("twins", "data"))
    twins, theirs = total(lambda k: k == "twins"), total(lambda k: k.startswith("Pagefind"))
    for name, row in (("hoaban's index", index), ("the same with twins", [a + b for a, b in zip(index, twins)])):
        parts = [f"{a / b:.2f} of Pagefind's {word}" for a, b, word in zip(row, theirs, ("files", "bytes", "gzip bytes")) if b]
        print(f"\n- {name}: " + ", ".join(parts), end="")
    print("\n")
    return {"index": index, "with twins": [a + b for a, b in zip(index, twins)], "pagefind": theirs}


WORDS = "Sáng nay đoàn công tác đã lên tới bản xa."
PAIR = '+++\ntitle = "{0}"\nslug = "{1}"\n{2}+++\n\n{3}\n'


def churn(site):
    """Files of the search that an edit of ten words, and a new pair, change: `(changed, of, bytes)` each; the twins apart."""
    before = kinds(site.built)
    again = Path(f"{site.built}-churn")
    name = next(p for p in sorted(site.source.glob("content/news/**/*.vi.md")) if not p.name.startswith("_index"))
    text = name.read_text(encoding="utf-8")
    folder = site.source / "content/news"
    added = [folder / f"churn-pair.{lang}.md" for lang in ("vi", "en")]
    result = {}
    try:
        name.write_text(text + "\n" + WORDS + "\n", encoding="utf-8")
        build(site.hoaban, site.source, again, True, site.log)
        result["ten words edited"] = changed(before, kinds(again))
        name.write_text(text, encoding="utf-8")
        added[0].write_text(PAIR.format("Hội chợ nông sản sau vụ gặt", "hoi-cho-nong-san", "published = 2026-10-31\n", WORDS * 20), encoding="utf-8")
        added[1].write_text(PAIR.format("A farm fair after the harvest", "farm-fair", "", "This morning the party came to the farthest hamlet. " * 20), encoding="utf-8")
        build(site.hoaban, site.source, again, True, site.log)
        result["one pair added"] = changed(before, kinds(again))
    finally:
        name.write_text(text, encoding="utf-8")
        for path in added:
            path.unlink(missing_ok=True)
        shutil.rmtree(again, ignore_errors=True)
    return result


def changed(before, after):
    """How many files of the index are new or other than before, of how many, and their bytes."""
    own = {name: value for name, value in after.items() if value[0] not in ("twins", "data")}
    other = [value[1] for name, value in own.items() if before.get(name) != value]
    return {"changed": len(other), "of": len(own), "bytes": sum(other)}


def node(script, site, json_file, *more):
    """Runs one of the measurements in Node.js, which prints its own table."""
    argv = ["node", HERE / "search" / script, "--site", site.built, "--pagefind", site.staged, "--json", json_file, *more]
    subprocess.run(argv, cwd=ROOT, check=True)
    return json.loads(Path(json_file).read_text(encoding="utf-8"))


def bench(site, options, work):
    """All parts asked for, of one site."""
    parts, result = options.parts.split(","), {}
    print(f"\n## {site.name}\n", flush=True)
    site.prepare()
    if "build" in parts:
        runs = rounds(site, options.runs)
        result["build"] = {"runs": runs, "added": print_build(runs)}
    if "files" in parts:
        result["files"] = files(site)
        result["sums"] = print_files(result["files"])
    if "churn" in parts:
        result["churn"] = churn(site)
        for what, c in result["churn"].items():
            print(f"- {what}: {c['changed']} of {c['of']} files of the index change ({100 * c['changed'] / c['of']:.2f} %), {c['bytes'] / 1000:.0f} KB")
        print(flush=True)
    for part, more in (("bytes", ["--number", str(options.number)]), ("browser", [])):
        if part in parts:
            result[part] = node(f"{part}.mjs", site, work / f"{part}.json", *more)
            print(flush=True)
    return result


def main():
    """Runs the benchmark in the asked folder or in a temporary one."""
    options = arguments()
    with tempfile.TemporaryDirectory() as temporary:
        work = (options.work or Path(temporary)).resolve()
        work.mkdir(parents=True, exist_ok=True)
        hoaban = options.hoaban.resolve() if options.hoaban else tools.cargo("--bin", "hoaban") / "hoaban"
        print(f"# Search\n\n{os.cpu_count()} processors, load {os.getloadavg()[0]:.1f} at the start")
        result = {name: bench(Site(name, options, work, hoaban), options, work) for name in options.sites.split(",")}
    if options.json:
        options.json.write_text(json.dumps(result, indent=1) + "\n", encoding="utf-8")
    print(json.dumps(result))


if __name__ == "__main__":
    main()
