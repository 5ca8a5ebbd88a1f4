"""Equal quality: scores files by SSIMULACRA2 and finds the quality numbers with which programs reach the same score."""
import json
import statistics
import subprocess
import tempfile
from pathlib import Path

from PIL import Image

from programs import WIDTHS, Program
from tools import say

TOLERANCE = 0.3                                        # of the mean score
START = {"webp": 80.0, "jpeg": 80.0, "avif": 55.0}


def reference(work, photo, width):
    """The photo at a width, without loss, by a program that takes no part: Lanczos by Pillow."""
    path = work / "references" / photo.parent.name / f"{photo.stem}-{width}.png"
    if not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True)
        with Image.open(photo) as picture:
            height = round(width * picture.height / picture.width)
            picture.resize((width, height), Image.Resampling.LANCZOS).save(path, compress_level=1)
    return path


def scores(scorer, work, photos, files):
    """The score of each of `files` ((photo's name, width, format) to path)."""
    by_name = {photo.stem: photo for photo in photos}
    with tempfile.TemporaryDirectory(dir=work) as folder:
        lines = []
        for name, width, form in files:
            plain = Path(folder) / f"{name}-{width}-{form}.png"
            with Image.open(files[name, width, form]) as picture:   # one decoder for all; the scorer reads PNG alone
                picture.convert("RGB").save(plain, compress_level=1)
            lines.append(f"{reference(work, by_name[name], width)}\t{plain}\n")
        done = subprocess.run([scorer], input="".join(lines), text=True, check=True, capture_output=True)
    return dict(zip(files, map(float, done.stdout.split())))


def measured(scorer, work, program, formats):
    """Mean score and sum of bytes in each format of what `program` has written, in all and by width."""
    files = program.files()
    wanted = len(program.photos) * len(WIDTHS) * len(formats)
    if len(files) != wanted:
        raise RuntimeError(f"{program.name} wrote {len(files)} of {wanted} files in {program.out}")
    points = scores(scorer, work, program.photos, files)
    result = {}
    for form in formats:
        keys = [key for key in files if key[2] == form]
        result[form] = {"score": statistics.mean(points[key] for key in keys),
                        "bytes": sum(files[key].stat().st_size for key in keys),
                        "widths": {w: {"score": statistics.mean(points[key] for key in keys if key[1] == w),
                                       "bytes": sum(files[key].stat().st_size for key in keys if key[1] == w)} for w in WIDTHS}}
    return result


def trial(scorer, work, name, path, photos, form, quality):
    """The mean score and bytes of one program in one format at one quality."""
    program = Program(name, path, work, photos, (form,), {form: quality})
    program.ready()
    subprocess.run(list(map(str, program.command())), cwd=program.folder, check=True, stdout=subprocess.DEVNULL)
    result = measured(scorer, work, program, (form,))[form]
    say(f"{name}, {form}, quality {quality:.2f}: score {result['score']:.2f}, {result['bytes']} bytes")
    return result


def search(scorer, work, name, path, photos, form, target, start):
    """The quality number with which the mean score is `target`, by secants from the number `start`."""
    tried = []
    quality = start
    for _ in range(6):
        result = trial(scorer, work, name, path, photos, form, quality)
        tried.append((quality, result["score"]))
        if abs(result["score"] - target) <= TOLERANCE / 3:
            break
        slope = 0.6
        if len(tried) > 1:
            (q0, s0), (q1, s1) = sorted(tried, key=lambda t: abs(t[1] - target))[:2]
            slope = max(0.1, (s1 - s0) / (q1 - q0)) if q1 != q0 else slope
        nearest = min(tried, key=lambda t: abs(t[1] - target))
        quality = min(98.0, max(5.0, round(nearest[0] + (target - nearest[1]) / slope, 2)))
    return min(tried, key=lambda t: abs(t[1] - target))[0]


def equal(scorer, work, paths, samples, score, formats):
    """Quality numbers of all programs in all formats, with which they reach what hoaban reaches at `score`.

    Searched on the first of `samples`, then mended on the next, larger one; what is found is kept in the work folder, for
    these pictures, programs and this score.
    """
    cache = work / "qualities.json"
    known = json.loads(cache.read_text()) if cache.exists() else {}
    anchor = "hoaban" if "hoaban" in paths else "layer"
    found = {name: {form: score if name in ("hoaban", "layer") else START[form] for form in formats} for name in paths}
    for sample in samples:
        pictures = f"{sample[0].parent.name} {'.'.join(photo.stem[-2:] for photo in sample)}"
        for form in formats:
            key = f"{pictures} {anchor} {form} {score} {paths[anchor].stat().st_mtime_ns}"
            if key not in known:
                known[key] = trial(scorer, work, anchor, paths[anchor], sample, form, score)["score"]
            target = known[key]
            for name in (name for name in paths if name not in ("hoaban", "layer")):
                key = f"{pictures} {name} {form} {target:.3f}"
                if key not in known:
                    known[key] = search(scorer, work, name, paths[name], sample, form, target, found[name][form])
                found[name][form] = known[key]
                cache.write_text(json.dumps(known, indent=1) + "\n")
    return found
