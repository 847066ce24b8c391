#!/usr/bin/env python3
"""Checks that the documentation says what the code does.

* Each example of the README stands in examples/embedding to the letter, where it is compiled and run.
* What README.md and docs/ name of tests/, docs/ and examples/ exists.
* docs/options.md is what `towpath options --format markdown` prints.

usage: check_readme.py ROOT TOWPATH_COMMAND
"""

import pathlib
import re
import subprocess
import sys

EXAMPLES = {"cpp": "quick.cc", "c": "quick.c", "python": "quick.py", "java": "Quick.java"}


def main() -> int:
    root = pathlib.Path(sys.argv[1])
    command = sys.argv[2]
    failures = []

    readme = (root / "README.md").read_text()
    blocks = dict(re.findall(r"```(\w+)\n(.*?)```", readme, re.DOTALL))
    for language, name in EXAMPLES.items():
        if language not in blocks:
            failures.append(f"README.md has no {language} example")
        elif blocks[language] not in (root / "examples" / "embedding" / name).read_text():
            failures.append(f"README.md: the {language} example is not what stands in {name}")

    for folder in re.findall(r"^\| `([\w/]+/)` \|", readme, re.MULTILINE):
        if not (root / folder).is_dir():
            failures.append(f"README.md names the folder {folder}, which does not exist")

    for document in [root / "README.md", *sorted((root / "docs").glob("*.md"))]:
        for path in re.findall(r"`((?:tests|docs|examples)/[^` ]*)", document.read_text()):
            if not (root / path).exists():
                failures.append(f"{document.relative_to(root)} names {path}, which does not exist")

    options = subprocess.run([command, "options", "--format", "markdown"], check=True,
                             capture_output=True, text=True).stdout
    if (root / "docs" / "options.md").read_text() != options:
        failures.append("docs/options.md is out of date: run "
                        "`towpath options --format markdown > docs/options.md`")

    for failure in failures:
        print(failure)
    print(f"{len(EXAMPLES)} examples and {options.count(chr(10))} lines of options checked")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
