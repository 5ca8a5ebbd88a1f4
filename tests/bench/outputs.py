"""Looks at what the programs wrote: do they do the same work?  Kinds of pages, lists, feeds, links."""
import os
import re
from collections import Counter

# what must be there at least as often in hoaban's output as in the leaner peer's
COMPARED = ["article", "list", "term", "terms", "home", "atom", "related links", "contents entries",
            "newer/older links", "sitemap URLs", "sitemap alternates", "head alternates"]
KINDS = {"atom.xml": "atom", "feed.json": "JSON feed", "404.html": "404"}


def kind_of(parts, text):
    """Kind of an HTML page, from its path below the output folder and the layouts' class names."""
    inner = parts[1:] if parts[0] in ("vi", "en") else parts
    if 'http-equiv="refresh"' in text[:1000]:
        return "redirect"
    if inner[0] == "tags":
        return "terms" if len(inner) == 2 else "term"
    if 'class="prevnext"' in text:
        return "article"
    if 'class="pager"' in text:
        return "list"
    return "home" if len(inner) == 1 and "<section" in text else "other page"


def count_article(text, counts):
    """Adds up what an article carries beside its body."""
    counts["contents entries"] += text.partition('class="toc"')[2].partition("</aside>")[0].count("<li>")
    counts["related links"] += text.partition('class="related"')[2].partition("</aside>")[0].count("<li>")
    counts["newer/older links"] += text.partition('class="prevnext"')[2].partition("</nav>")[0].count("<a ")


def count_file(parts, path, counts):
    """Adds one output file to the counts."""
    name = parts[-1]
    counts["files"] += 1
    counts["bytes"] += os.path.getsize(path)
    if not name.endswith((".html", ".xml", ".json")):
        counts["picture" if name.endswith((".png", ".jpg")) else "other file"] += 1
        return
    with open(path, encoding="utf-8") as file:
        text = file.read()
    if name.startswith("sitemap"):
        counts["sitemap"] += 1
        counts["sitemap URLs"] += text.count("<url>")
        counts["sitemap alternates"] += text.count("<xhtml:link")
    elif name in KINDS:
        counts[KINDS[name]] += 1
    elif name.endswith(".html"):
        kind = kind_of(parts, text)
        counts[kind] += 1
        counts["head alternates"] += len(re.findall(r'<link rel="alternate" hreflang="(?:vi|en)"', text))
        if kind == "article":
            count_article(text, counts)
    else:
        counts["other file"] += 1


def count(out):
    """Counts of everything below an output folder."""
    counts = Counter()
    for folder, _, names in os.walk(out):
        for name in names:
            path = os.path.join(folder, name)
            count_file(os.path.relpath(path, out).split(os.sep), path, counts)
    return counts


def table(counts):
    """The counts of several programs as a Markdown table."""
    rows = sorted({key for c in counts.values() for key in c},
                  key=lambda k: (COMPARED.index(k) if k in COMPARED else len(COMPARED), k))
    head = "| output | " + " | ".join(counts) + " |\n|---|" + "---:|" * len(counts)
    return "\n".join([head] + [f"| {key} | " + " | ".join(f"{c[key]:,}" for c in counts.values()) + " |" for key in rows])


def shortfalls(ours, peers):
    """What our output has less of than the peer that has the least, one line each; empty when the work is comparable."""
    lines = []
    for key in COMPARED:
        least = min(c[key] for c in peers)
        if ours[key] < least:
            lines.append(f"{key}: {ours[key]:,} against at least {least:,}")
    return lines
