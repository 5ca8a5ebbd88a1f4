"""The programs that make renditions: how each is installed, fed, run, and where its files are."""
import json
import os
import re
import shutil
import subprocess
from pathlib import Path

import tools

HERE = Path(__file__).resolve().parent
WIDTHS = (480, 960, 1440, 1920)
NAMES = {"hoaban": "hoaban", "layer": "hoaban's picture layer", "sharp": "sharp", "hugo": "Hugo"}
WORKLOADS = {"webp-jpeg": ("webp", "jpeg"), "avif-jpeg": ("avif", "jpeg")}   # a page always has JPEG to fall back on


def numbers(quality, count):
    """Whole quality numbers with the mean `quality`: as many pictures get the next one as the fraction says, spread evenly."""
    low, rest = int(quality), quality % 1
    return [low + (1 if (n * 0.618034) % 1 < rest else 0) for n in range(count)]


def sharp(work):
    """Installs the pinned sharp beside its script; gives the script."""
    folder = work / "sharp"
    folder.mkdir(parents=True, exist_ok=True)
    for name in ("package.json", "package-lock.json", "resize.mjs"):
        shutil.copy(HERE / "sharp" / name, folder / name)
    if not (folder / "node_modules/sharp/package.json").exists():
        tools.say("installing sharp")
        subprocess.run(["npm", "ci", "--silent", "--no-audit", "--no-fund"], cwd=folder, check=True)
    return folder / "resize.mjs"


def prepare(names, work, built, features):
    """Installs or builds the programs; gives each one's path. Our own come from the folder `built` where there is one."""
    flags = ["--features", features] if features else []
    ours = {"hoaban": ("--bin", "hoaban"), "layer": ("--example", "renditions"), "score": ("--example", "score")}
    paths = {}
    for name, (kind, target) in ours.items():
        if name in names:
            folder = built.resolve() if built else tools.cargo(kind, target, *flags)
            paths[name] = folder / "examples" / target if kind == "--example" else folder / target
    if "sharp" in names:
        paths["sharp"] = sharp(work)
    if "hugo" in names:
        paths["hugo"] = tools.hugo(work)
    return paths


def portal(work, photos, formats, score):
    """A portal with a page for each photo; its theme is the plain one with the four widths for pictures in texts."""
    folder = work / "portal"
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(HERE / "portal", folder)
    shutil.copytree(tools.HERE / "theme", folder / "themes/bench")
    theme = folder / "themes/bench/theme.toml"
    settings = theme.read_text(encoding="utf-8").split("[[lists.")[0]    # there are no such sections here
    theme.write_text(f'{settings}[slots.inline]\nwidths = {list(WIDTHS)}\nsizes = "100vw"\n', encoding="utf-8")
    with open(folder / "portal.toml", "a", encoding="utf-8") as config:
        config.write(f"\n[pictures]\ncards = false\nquality = {score}\nformats = {list(formats)}\n")
    for photo in photos:
        page = folder / "content/news" / photo.stem
        page.mkdir(parents=True)
        link(photo, page / photo.name)
        for lang, alt, title in (("vi", "Ảnh mẫu", "Ảnh"), ("en", "Sample picture", "Picture")):
            front = f'type = "news"\ntitle = "{title} {photo.stem[-2:]}"\nslug = "{photo.stem}"\nsummary = "{alt}."\npublished = 2026-10-01\n'
            text = f'+++\n{front}+++\n\n![{alt}]({photo.name} "{alt} | hoaban")\n'
            (page / f"index.{lang}.md").write_text(text, encoding="utf-8")
    return folder


def hugo_site(work, photos, qualities):
    """A Hugo site with a page for each photo, which names the photo and its quality numbers."""
    folder = work / "hugo"
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(HERE / "hugo", folder)
    (folder / "assets").mkdir()
    (folder / "content").mkdir()
    for n, photo in enumerate(photos):
        link(photo, folder / "assets" / photo.name)
        page = {"title": photo.stem, "picture": photo.name, "qualities": {f: q[n] for f, q in qualities.items()}}
        (folder / "content" / f"{photo.stem}.md").write_text(json.dumps(page) + "\n", encoding="utf-8")
    return folder


def link(source, target):
    """The same file under another name, copied where the file system has no links."""
    try:
        os.link(source, target)
    except OSError:
        shutil.copy(source, target)


class Program:
    """One program at work on some photos in some formats: `ready`, then `command` once for each run."""

    def __init__(self, name, path, work, photos, formats, qualities):
        """`qualities`: the mean quality number of each format; for hoaban the score to reach."""
        self.name, self.path, self.work, self.photos, self.formats = name, path, work, photos, formats
        self.qualities = {f: qualities[f] for f in formats}
        self.score = next(iter(self.qualities.values()))   # hoaban has one for all formats
        self.out = work / f"out-{name}-{'-'.join(formats)}"
        self.folder = work

    def ready(self):
        """Drops outputs and caches and makes the input: what a cold run finds."""
        shutil.rmtree(self.out, ignore_errors=True)
        self.out.mkdir(parents=True)
        each = {f: numbers(q, len(self.photos)) for f, q in self.qualities.items()}
        if self.name == "hugo":
            self.folder = hugo_site(self.work, self.photos, each)
        elif self.name == "hoaban":
            self.folder = portal(self.work, self.photos, self.formats, self.score)
        elif self.name == "sharp":
            plan = [{"source": str(p), "qualities": {f: q[n] for f, q in each.items()}} for n, p in enumerate(self.photos)]
            (self.out.parent / f"plan-{'-'.join(self.formats)}.json").write_text(json.dumps(plan), encoding="utf-8")
        else:
            sources = self.work / f"sources-{len(self.photos)}"
            shutil.rmtree(sources, ignore_errors=True)
            sources.mkdir()
            for photo in self.photos:
                link(photo, sources / photo.name)

    def command(self):
        """The command line; run again without `ready` it is a warm run."""
        if self.name == "hugo":
            return [self.path, "--quiet", "--noBuildLock", "-d", self.out]
        if self.name == "hoaban":
            return [self.path, "build", "--out", self.out, "--now", tools.NOW]
        if self.name == "sharp":
            return ["node", self.path, self.out.parent / f"plan-{'-'.join(self.formats)}.json", self.out]
        return [self.path, self.work / f"sources-{len(self.photos)}", self.out, ",".join(self.formats),
                ",".join(map(str, WIDTHS)), str(self.score)]

    def files(self):
        """The files of a run: (photo's name, width, format) to path."""
        if self.name == "hugo":
            return self.linked(lambda photo: [self.out / photo.stem / "index.html"])
        if self.name == "hoaban":
            return self.linked(lambda photo: self.out.glob(f"**/{photo.stem}/index.html"))
        plain = {(p.stem, w, f): self.out / f"{p.stem}-{w}.{f}" for p in self.photos for w in WIDTHS for f in self.formats}
        return {key: path for key, path in plain.items() if path.exists()}

    def linked(self, pages):
        """The renditions that the pages of each photo link, by the width that the page states for them."""
        found = {}
        for photo in self.photos:
            for page in pages(photo):
                html = page.read_text(encoding="utf-8")
                links = re.findall(r'<img src="([^"]+)" width="(\d+)"', html)
                links += re.findall(r'([^\s",]+) (\d+)w', html)
                for url, width in links:
                    form = {"jpg": "jpeg"}.get(url.rsplit(".", 1)[-1], url.rsplit(".", 1)[-1])
                    if int(width) in WIDTHS and form in self.formats:
                        found[photo.stem, int(width), form] = self.out / url.split("portal.example/")[-1].lstrip("/")
        return found
