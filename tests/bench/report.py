"""What was measured, as Markdown and JSON."""

import json
import os
import platform
import re
import subprocess

# Subjects in the order of the tables; what they are.
FILES = {
    "read": "read the bytes, compute their CRC (ceiling)",
    "framing": "framing: events, checksums, tables, transactions",
    "filtered": "framing with every table filtered out",
    "kept_rows": "values of one table of 20, decoder and RowReader",
    "kept_stream": "values of one table of 20, C++ Stream with acks",
    "rows": "every value, decoder and RowReader",
    "stream": "every value, C++ Stream with acks",
    "capi_blocks": "every value, C, blocks of rows",
    "capi_values": "every value, C, one call a value",
    "python": "every value, Python, rows as tuples",
    "arrow": "every value, C++, Arrow record batches",
    "arrow_pyarrow": "every image, Python, Arrow tables in pyarrow",
    "arrow_polars": "every image, Python, Arrow tables in polars",
    "arrow_duckdb": "every image, Python, Arrow tables into DuckDB",
    "arrow_pandas": "every image, Python, Arrow tables in pandas",
}
LIVE = {
    "dump": "a client that only counts bytes (ceiling)",
    "live_kept": "values of one table of 20, C++ Stream with acks",
    "live": "every value, C++ Stream with acks",
    "live_durable": "the same, acks durable in SQLite",
}
ACKS = {
    "fsync": "a page written and synced (ceiling)",
    "ack": "ack",
    "ack_by_4": "ack, by 4 threads",
    "ack_by_16": "ack, by 16 threads",
    "mark": "mark_processed",
    "ack_interval": "ack, `ack.durability=interval`",
    "ack_memory": "ack, `store.url=memory:`",
}
# Those with a filter that wants some tables only.
KEPT = ("kept_rows", "kept_stream", "live_kept")
KINDS = {
    "narrow": "sysbench's table, transactions of 10,000 rows: inserts, then updates",
    "wide": "inserts into a table of 100 columns of 25 types, a fifth of them NULL",
    "small": "sysbench's table, one updated row a transaction",
    "mixed": "twenty of sysbench's tables, ten updated rows of one of them a transaction",
}
_BEGIN = "<!-- tables: tests/bench/run --document -->"
_END = "<!-- end of tables -->"


def machine(build_dir):
    """What the figures depend on."""
    with open("/proc/cpuinfo", encoding="utf-8") as file:
        models = re.findall(r"^model name\s*:\s*(.*)$", file.read(), re.MULTILINE)
    with open("/etc/os-release", encoding="utf-8") as file:
        system = re.search(r'^PRETTY_NAME="?([^"\n]*)', file.read(), re.MULTILINE)
    cache = _cmake_cache(build_dir)
    return {
        "processor": models[0] if models else platform.machine(),
        "cores": os.cpu_count(),
        "system": system[1] if system else platform.system(),
        "kernel": platform.release(),
        "load": os.getloadavg()[0],
        "compiler": _first_line([cache.get("CMAKE_CXX_COMPILER", "c++"), "--version"]),
        "build_type": cache.get("CMAKE_BUILD_TYPE", ""),
        "python": platform.python_version(),
        "libdeflate": _first_line(["pkg-config", "--modversion", "libdeflate"]),
        "connector_c": _first_line(["pkg-config", "--modversion", "libmariadb"]),
        "towpath": _first_line(["git", "-C", os.path.dirname(__file__), "describe", "--always",
                                "--dirty"]),
    }


def _cmake_cache(build_dir):
    try:
        with open(os.path.join(build_dir, "CMakeCache.txt"), encoding="utf-8") as file:
            return dict(re.findall(r"^([A-Z_]+):[A-Z]+=(.*)$", file.read(), re.MULTILINE))
    except FileNotFoundError:
        return {}


def _first_line(argv):
    try:
        done = subprocess.run(argv, capture_output=True, check=False, text=True)
    except OSError:
        return "unknown"
    return done.stdout.partition("\n")[0] or "unknown"


def _number(value):
    """Three digits that count."""
    if value >= 100:
        return f"{value:,.0f}"
    return f"{value:.1f}" if value >= 10 else f"{value:.2f}"


def _ratio(value):
    return f"{value:.2f}" if value >= 0.0995 else f"{value:.3f}"


def _per_second(value):
    return f"{_number(value / 1e6)} M" if value >= 1e5 else f"{_number(value / 1e3)} k"


def _table(data_set, names):
    lines = ["| | ratio | CPU ratio | MB/s | events/s | rows/s | ns/row | CPU s/GB | peak MiB |",
             "|---|--:|--:|--:|--:|--:|--:|--:|--:|"]
    gigabytes = data_set["bytes"] / 1e9
    for subject, name in names.items():
        result = data_set["subjects"].get(subject)
        if result is None:
            continue
        lines.append("| " + " | ".join([
            name,
            _ratio(result["ratio"]),
            _ratio(result["cpu_ratio"]),
            _number(result["mb_per_second"]),
            _per_second(result["events_per_second"]),
            _per_second(result["rows_per_second"]),
            _number(result["ns_per_row"]),
            _number(result["cpu_seconds"] / gigabytes),
            _number(result["peak_rss_kb"] / 1024),
        ]) + " |")
    return lines


def _acks(results):
    lines = ["| | ratio | calls/s | mean µs | p99 µs |", "|---|--:|--:|--:|--:|"]
    for subject, name in ACKS.items():
        result = results[subject]
        lines.append("| " + " | ".join([
            name, _ratio(result["ratio"]), _per_second(result["per_second"]),
            _number(result["mean_us"]), _number(result["p99_us"]),
        ]) + " |")
    return lines


def _allocations(counts):
    images = counts["images"]
    return (f"Allocations for {images:,} row images and {counts['values']:,} values: rows "
            f"{counts['rows']}; decoder {counts['decoder']:,}, for {counts['blocks']:,} blocks of "
            f"entries; stream {counts['stream']:,}, for as many blocks and "
            f"{counts['batches']:,} batches.")


def markdown(results):
    """The tables."""
    facts = results["machine"]
    lines = [
        f"`{results['command']}`, medians of {results['runs']}, Towpath {facts['towpath']} "
        f"({facts['build_type']}).",
        f"{facts['processor']}, {facts['cores']} cores, {facts['system']}, kernel "
        f"{facts['kernel']}; {facts['compiler']}; libdeflate {facts['libdeflate']}, Connector/C "
        f"{facts['connector_c']}, Python {facts['python']}. Load average when it began: "
        f"{facts['load']:.1f}.",
    ]
    for data_set in results["data_sets"]:
        kind = data_set["kind"]
        lines += ["", f"**{kind}**: {KINDS[kind]}. {data_set['server']}, "
                  f"{data_set['bytes'] / 1e6:,.0f} MB, {data_set['events']:,} events, "
                  f"{data_set['rows']:,} rows changed, "
                  f"{data_set['values']:,} values.",
                  "", "From files:", "", *_table(data_set, FILES),
                  "", _allocations(data_set["allocations"])]
        if any(subject in data_set["subjects"] for subject in LIVE):
            lines += ["", "Live from the server, over TCP on the same machine:", "",
                      *_table(data_set, LIVE)]
    count = results["acks"]["fsync"]["runs"][0]["count"]
    lines += ["", f"**Acks** that are durable when they return, of {count:,} batches of one entry, in "
              "an SQLite store on this machine's disk; the last two rows are not durable then:",
              "", *_acks(results["acks"])]
    return "\n".join(lines) + "\n"


def write(results, folder):
    """Writes results.md and results.json."""
    with open(os.path.join(folder, "results.md"), "w", encoding="utf-8") as file:
        file.write(markdown(results))
    with open(os.path.join(folder, "results.json"), "w", encoding="utf-8") as file:
        json.dump(results, file, indent=1)


def document(results, path):
    """Puts the tables into a Markdown file, between the marks that it has for them."""
    with open(path, encoding="utf-8") as file:
        before, _, rest = file.read().partition(_BEGIN)
    _, _, after = rest.partition(_END)
    with open(path, "w", encoding="utf-8") as file:
        file.write(f"{before}{_BEGIN}\n\n{markdown(results)}\n{_END}{after}")
