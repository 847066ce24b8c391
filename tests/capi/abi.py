#!/usr/bin/env python3
"""Holds the C ABI to what was promised.

  abi.py stub HEADER             prints a C program that defines every function of the header: a
                                 library of it has the header's ABI and nothing of ours inside
  abi.py symbols HEADER LIBRARY  the library exports what the header declares and nothing else, and
                                 needs nothing it should not
  abi.py constants HEADER        every enumerator and its number are those of constants.txt
  abi.py layout STUB_LIBRARY     functions and structs are those of towpath.abi (abidiff)
  abi.py update HEADER STUB_LIBRARY   accepts the ABI as it is: run it after a deliberate change,
                                 and look at what the commit says changed
"""

import pathlib
import re
import subprocess
import sys

HERE = pathlib.Path(__file__).resolve().parent
BASELINE = HERE / "towpath.abi"
SYMBOLS = HERE / "symbols.txt"
CONSTANTS = HERE / "constants.txt"

# What libtowpath.so may need at run time. Anything else is a dependency somebody has to ship.
MAY_NEED = re.compile(
    r"^(libmariadb|libsqlite3|libdeflate|libpcre2-8|libzstd|libz|libfmt|libssl|libcrypto|libstdc\+\+"
    r"|libgcc_s|libm|libc|ld-linux.*|libasan|libubsan|libtsan)\.so"
)


def declarations(header):
    """(result, name, parameters) of every function."""
    text = re.sub(r"/\*.*?\*/", " ", pathlib.Path(header).read_text(), flags=re.S)
    found = re.findall(r"^TOWPATH_API\s+([^;(]*?)(\w+)\(([^;]*)\);", text, flags=re.M)
    return [(r.strip(), n, " ".join(p.split())) for r, n, p in found]


def constants(header):
    text = re.sub(r"/\*.*?\*/", " ", pathlib.Path(header).read_text(), flags=re.S)
    return sorted(re.findall(r"\b(TOWPATH_[A-Z0-9_]+)\s*=\s*(\d+)", text))


def stub(header):
    print('#include "towpath.h"')
    for result, name, parameters in declarations(header):
        print(f"{result} {name}({parameters}) {{")
        for parameter in ([] if parameters == "void" else parameters.split(",")):
            name_of = re.search(r"(\w+)$", parameter.strip()).group(1)
            print(f"  (void){name_of};")
        if result != "void":
            print(f"  static {result} nothing;\n  return nothing;")
        print("}")
    # Structs that only offsets lead to.
    for name in re.findall(r"^\} (towpath_\w+);", pathlib.Path(header).read_text(), flags=re.M):
        print(f"void layout_of_{name}({name} *p);")
        print(f"void layout_of_{name}({name} *p) {{ (void)p; }}")


def fail(message):
    print(f"abi.py: {message}", file=sys.stderr)
    return 1


def differences(kind, expected, actual):
    missing, extra = sorted(set(expected) - set(actual)), sorted(set(actual) - set(expected))
    if not missing and not extra:
        return 0
    for item in missing:
        print(f"  gone: {item}", file=sys.stderr)
    for item in extra:
        print(f"  new:  {item}", file=sys.stderr)
    return fail(f"{kind} changed; if that is meant, run abi.py update")


def symbols(header, library):
    names = sorted(name for _, name, _ in declarations(header))
    exported = subprocess.run(["nm", "-D", "--defined-only", library], check=True, text=True,
                              capture_output=True).stdout
    exported = sorted({line.split()[-1].split("@")[0] for line in exported.splitlines()})
    if differences("what the library exports against what towpath.h declares", names, exported):
        return 1
    if differences("exported symbols", SYMBOLS.read_text().split(), exported):
        return 1
    needed = subprocess.run(["objdump", "-p", library], check=True, text=True,
                            capture_output=True).stdout
    needed = re.findall(r"^\s*NEEDED\s+(\S+)", needed, flags=re.M)
    unexpected = [name for name in needed if not MAY_NEED.match(name)]
    if unexpected:
        return fail(f"the library needs {', '.join(unexpected)}")
    print(f"{len(exported)} symbols; needs {' '.join(needed)}")
    return 0


def check_constants(header):
    lines = [f"{name} {number}" for name, number in constants(header)]
    return differences("numbers of the ABI", CONSTANTS.read_text().splitlines(), lines)


def layout(library):
    result = subprocess.run(["abidiff", "--no-show-locs", str(BASELINE), library], text=True,
                            stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    if result.returncode != 0:
        print(result.stdout)
        return fail("the ABI differs from the baseline; if that is meant, run abi.py update")
    return 0


def update(header, library):
    SYMBOLS.write_text("".join(f"{name}\n" for name in sorted(n for _, n, _ in
                                                              declarations(header))))
    CONSTANTS.write_text("".join(f"{name} {number}\n" for name, number in constants(header)))
    subprocess.run(["abidw", "--no-corpus-path", "--no-comp-dir-path", "--no-show-locs",
                    "--no-elf-needed", "--out-file", str(BASELINE), library], check=True)
    # Where the build stood is no part of the ABI.
    text = re.sub(r" path='[^']*'", " path='stub.c'", BASELINE.read_text())
    BASELINE.write_text(text)
    return 0


COMMANDS = {"stub": stub, "symbols": symbols, "constants": check_constants, "layout": layout,
            "update": update}

if __name__ == "__main__":
    if len(sys.argv) < 2 or sys.argv[1] not in COMMANDS:
        sys.exit(__doc__)
    sys.exit(COMMANDS[sys.argv[1]](*sys.argv[2:]))
