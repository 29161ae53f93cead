"""Pipelines of administrators as a Python programmer writes them."""

from __future__ import annotations

import re
import tempfile
from collections import Counter, defaultdict
from datetime import datetime, timedelta
from pathlib import Path


def make_disks():
    return [
        {"Server": f"srv{n % 200}", "Drive": chr(67 + n % 4), "Size": 100 + n % 900, "Free": (n * 37) % 500}
        for n in range(20000)
    ]


def shown(x):
    return repr(int(x)) if float(x).is_integer() else repr(x)


def measure_report(disks):
    low = [
        {"Server": d["Server"], "Drive": d["Drive"], "FreePercent": round(100 * d["Free"] / d["Size"], 1)}
        for d in disks
        if d["Free"] / d["Size"] < 0.1
    ]
    by = Counter(d["Server"] for d in low).most_common(10)
    sizes = [d["Size"] for d in disks]
    free = sum(d["Free"] for d in disks if d["Drive"].lower() == "c")
    return f"{len(low)} {len(by)} {sum(sizes)} {shown(sum(sizes) / len(sizes))} {max(sizes)} {free}"


def make_events():
    s = datetime(2026, 1, 1)
    return [
        {
            "Time": s + timedelta(minutes=n * 7),
            "Id": 4000 + n % 37,
            "Level": ("Error", "Warning", "Information")[n % 3],
            "Source": f"Service{n % 23}",
        }
        for n in range(15000)
    ]


def group_by_block(events):
    days = defaultdict(list)
    for e in events:
        days[e["Time"].strftime("%Y-%m-%d")].append(e)
    errors = [e for e in events if e["Level"].lower() == "error" and 8 <= e["Time"].hour < 18]
    g = defaultdict(list)
    for e in errors:
        g[e["Source"], e["Id"]].append(e)
    rows = [
        {"Source": k[0], "Id": k[1], "Count": len(v), "Last": sorted(v, key=lambda e: e["Time"])[-1]["Time"]}
        for k, v in g.items()
    ]
    top = sorted(rows, key=lambda r: (-r["Count"], r["Source"].lower(), r["Id"]))[:5]
    return [
        *(f"{r['Source']:<10} {r['Id']:>5} {r['Count']:>4} {r['Last']:%Y-%m-%d %H:%M}" for r in top),
        f"{len(days)} {len(errors)} {len(rows)}",
    ]


def make_logs():
    d = Path(tempfile.gettempdir()) / "spshell-bench-logs-py"
    d.mkdir(exist_ok=True)
    for f in range(1, 13):
        (d / f"app{f}.log").write_text(
            "".join(
                f"2026-02-{n % 28 + 1:02} 10:00:{n % 60:02} [{('INFO', 'WARN', 'ERROR')[n * f % 3]}] worker{n % 9}: request {n} took {n * 3 % 2000}ms\n"
                for n in range(1, 1501)
            )
        )
    return d


_ERROR = re.compile(r"\[ERROR\] (?P<worker>\w+): request (?P<id>\d+) took (?P<ms>\d+)ms", re.I)


def log_files(d):
    found = []
    for p in sorted(d.glob("*.log"), key=lambda p: p.name):
        for line in p.read_text().splitlines():
            if m := _ERROR.search(line):
                found.append({"File": p.stem, "Worker": m["worker"], "Id": int(m["id"]), "Ms": int(m["ms"])})
    slow = sorted(
        (f for f in found if f["Ms"] > 1500),
        key=lambda f: (f["Ms"], f["File"].lower(), f["Id"]),
        reverse=True,
    )
    g = defaultdict(list)
    for f in found:
        g[f["Worker"]].append(f["Ms"])
    stats = sorted(
        f"{k}: {len(v)} requests, {sum(v) / len(v):,.1f} ms average, {max(v)} max" for k, v in g.items()
    )
    return [f"{len(found)} {len(slow)} {slow[0]['File']} {slow[0]['Id']}", *stats]


def make_accounts():
    s = datetime(2026, 1, 1)
    return [
        {
            "Sam": f"u{n}",
            "Enabled": bool(n % 4),
            "Last": s - timedelta(days=n % 200),
            "MemberOf": [f"CN=grp{n % 17},OU=Groups,DC=contoso,DC=com", "CN=all,OU=Groups,DC=contoso,DC=com"],
            "Manager": f"u{n % 50}" if n % 3 else None,
        }
        for n in range(12000)
    ]


def ad_style(accounts):
    now = datetime(2026, 1, 2)
    limit = now - timedelta(days=90)
    stale = [
        {
            "Sam": a["Sam"],
            "Last": a["Last"],
            "Days": (now - a["Last"]).days,
            "Groups": ";".join(re.sub("^CN=", "", m.split(",")[0], flags=re.I) for m in a["MemberOf"]),
        }
        for a in accounts
        if a["Enabled"] and a["Last"] < limit
    ]
    stale.sort(key=lambda s: -s["Days"])
    by = defaultdict(list)
    for a in accounts:
        if a["Manager"] is not None:
            by[a["Manager"]].append(a["Sam"])
    largest = max(by.values(), key=len)
    s = stale[0]
    return f"{len(stale)} {s['Sam']} {s['Days']} {s['Groups']} {len(by)} {len(largest)}"


def make_lists():
    return (
        [{"Name": f"pkg{n}", "Version": f"1.{n % 9}.0"} for n in range(3000)],
        [{"Name": f"pkg{n}", "Version": f"1.{n % 9}.0" if n % 50 else "2.0.0"} for n in range(100, 3100)],
    )


def compare_lists(d):
    b, a = d
    bn, an = {x["Name"].lower() for x in b}, {x["Name"].lower() for x in a}
    added, removed = an - bn, bn - an
    bv = {(x["Name"].lower(), x["Version"].lower()) for x in b}
    changed = [x["Name"] for x in a if (x["Name"].lower(), x["Version"].lower()) not in bv]
    lookup = {x["Name"].lower(): x for x in b}
    up = [
        f"{x['Name']}: {lookup[x['Name'].lower()]['Version']} -> {x['Version']}"
        for x in a
        if x["Name"].lower() in lookup and lookup[x["Name"].lower()]["Version"] != x["Version"]
    ]
    return f"{len(added)} {len(removed)} {len(changed)} {len(up)} {up[0]}"


def begin_end():
    s = odd = 0
    for n in range(1, 40001):
        s += n
        if n % 2:
            odd += 1
    sq = []
    for n in range(1, 40001):
        if n % 3:
            continue
        sq.append(n * n)
    up = list(dict.fromkeys(w.upper() for w in ["alpha", "beta", "gamma"] * 4000))
    run = []
    acc = 0
    for n in range(1, 20001):
        acc += n
        run.append(acc)
    run.append("done")
    return f"{s} {odd} {len(sq)} {sq[-1]} {''.join(up)} {len(run)} {run[-1]}"


def make_machines():
    return [
        {"ComputerName": f"pc{n}", "Port": 80 + n % 5, "Os": ("Windows", "Linux")[n % 2]} for n in range(8000)
    ]


def endpoints(ms):
    for m in ms:
        yield {"Url": f"http://{m['ComputerName']}:{m['Port']}/", "Secure": m["Port"] == 81}


def pipeline_functions(ms):
    c = l = 0
    for e in endpoints(m for m in ms if m["Port"] != 84):
        c += 1
        l += len(e["Url"])
    noted = []
    for m in ms[:2000]:
        m["Note"] = "seen"
        noted.append(m)
    return [f"{c} urls, {l} characters", sum(1 for m in noted if m["Note"].lower() == "seen")]


def make_orders():
    return (
        [{"Id": n, "Customer": f"c{n % 300}", "Amount": (n * 17 % 1000) / 4} for n in range(20000)],
        [
            {"Key": f"c{n}", "Name": f"Customer {n}", "Region": ("north", "south", "east", "west")[n % 4]}
            for n in range(300)
        ],
    )


def hash_lookup(d):
    orders, customers = d
    index = {c["Key"].lower(): c for c in customers}
    joined = []
    for o in orders:
        c = index[o["Customer"].lower()]
        joined.append({"Id": o["Id"], "Name": c["Name"], "Region": c["Region"], "Amount": o["Amount"]})
    tot = {}
    for r in joined:
        tot[r["Region"]] = tot.get(r["Region"], 0) + r["Amount"]
    rep = [f"{k:<6}{v:>14,.2f}" for k, v in sorted(tot.items())]
    g = defaultdict(list)
    for r in joined:
        g[r["Name"].lower()].append(r)
    top = sorted(
        ((v[0]["Name"], len(v), sum(r["Amount"] for r in v)) for v in g.values()), key=lambda t: -t[2]
    )[:3]
    return [*rep, *(f"{n}: {shown(t)}" for n, c, t in top)]


PROGRAMS = {
    "measure-report": (make_disks, measure_report),
    "group-by-block": (make_events, group_by_block),
    "log-files": (make_logs, log_files),
    "ad-style": (make_accounts, ad_style),
    "compare-lists": (make_lists, compare_lists),
    "begin-end": (None, begin_end),
    "pipeline-functions": (make_machines, pipeline_functions),
    "hash-lookup": (make_orders, hash_lookup),
}
