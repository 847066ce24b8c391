"""The Python declarations are those of towpath.h: numbers, structs, functions."""

from __future__ import annotations

import ctypes
import enum
import pathlib
import re
import struct
import subprocess

import pytest

import towpath
from towpath import _abi, _values

HEADER = pathlib.Path(__file__).parents[3] / "capi" / "include" / "towpath.h"
TEXT = re.sub(r"/\*.*?\*/", " ", HEADER.read_text(), flags=re.S)
CONSTANTS = {n: int(v) for n, v in re.findall(r"\b(TOWPATH_[A-Z0-9_]+)\s*=\s*(\d+)", TEXT)}


def numbers(prefix: str, without: tuple[str, ...] = ()) -> dict[str, int]:
    return {
        name[len(prefix) :]: number
        for name, number in CONSTANTS.items()
        if name.startswith(prefix) and not name.startswith(without)
    }


@pytest.mark.parametrize(
    ("python", "prefix", "without"),
    [
        (towpath.ColumnType, "TOWPATH_COLUMN_", ("TOWPATH_COLUMN_IS_",)),
        (_values.ValueKind, "TOWPATH_VALUE_", ()),
        (towpath.LogLevel, "TOWPATH_LOG_", ()),
        (towpath.StreamState, "TOWPATH_STATE_", ()),
        (towpath.Severity, "TOWPATH_FINDING_", ()),
        (towpath.OptionType, "TOWPATH_OPTION_", ()),
    ],
)
def test_enumerations(
    python: type[enum.IntEnum], prefix: str, without: tuple[str, ...]
) -> None:
    expected = numbers(prefix, without)
    assert len(expected) > 2
    assert {member.name: member.value for member in python} == expected


def test_entry_kinds() -> None:
    expected = {n.lower(): v for n, v in numbers("TOWPATH_ENTRY_").items()}
    assert {kind.value: number for number, kind in towpath._stream._KINDS.items()} == expected


def test_ddl_kinds() -> None:
    expected = {n.lower(): v for n, v in numbers("TOWPATH_DDL_").items()}
    kinds = {kind.value: number for number, kind in enumerate(towpath.DdlKind)}
    assert kinds == expected
    for name, number in kinds.items():
        assert _abi.lib.towpath_ddl_kind_name(number) == name.encode()


def test_statuses_and_their_exceptions() -> None:
    enumeration = re.search(r"enum \{\s*TOWPATH_OK = 0.*?\}", TEXT, flags=re.S)
    assert enumeration
    expected = dict(re.findall(r"TOWPATH_([A-Z_]+) = (\d+)", enumeration.group()))
    assert {code.name: str(code.value) for code in towpath.Code} == expected
    classes = {c.code: c for c in towpath.Error.__subclasses__()}
    assert set(classes) == set(towpath.Code) - {towpath.Code.OK}
    for code, exception in classes.items():
        assert _abi.lib.towpath_status_name(code).decode() == towpath.Code(code).name
        assert getattr(towpath, exception.__name__) is exception


def test_version() -> None:
    major, minor, patch = (
        re.search(rf"TOWPATH_C_VERSION_{part} (\d+)", TEXT).group(1)  # type: ignore[union-attr]
        for part in ("MAJOR", "MINOR", "PATCH")
    )
    assert towpath.__version__ == f"{major}.{minor}.{patch}"
    assert _abi.VERSION == int(major) * 10000 + int(minor) * 100 + int(patch)


def test_functions_exist_with_as_many_arguments() -> None:
    declared = {}
    for name, parameters in re.findall(
        r"^TOWPATH_API\s+[^;(]*?(\w+)\(([^;]*)\);", TEXT, flags=re.M
    ):
        declared[name] = 0 if parameters.strip() == "void" else parameters.count(",") + 1
    for name, (_, arguments) in _abi.FUNCTIONS.items():
        assert declared[name] == len(arguments), name


def c_layouts(tmp_path: pathlib.Path) -> dict[str, list[int]]:
    """Size and offsets of every struct, by a compiler."""
    program = ['#include <stddef.h>', '#include <stdio.h>', '#include "towpath.h"', "int main(void) {"]
    for body, name in re.findall(r"typedef struct \w+ \{(.*?)\n\} (\w+);", TEXT, flags=re.S):
        body = re.sub(r"union \{.*?\} ", "union ", body, flags=re.S)
        fields = re.findall(r"(\w+);", body)
        program.append(f'printf("{name} %zu", sizeof({name}));')
        program += [f'printf(" %zu", offsetof({name}, {field}));' for field in fields]
        program.append('printf("\\n");')
    program.append("return 0; }")
    source = tmp_path / "layout.c"
    source.write_text("\n".join(program))
    binary = tmp_path / "layout"
    subprocess.run(["cc", f"-I{HEADER.parent}", source, "-o", binary], check=True)
    lines = subprocess.run([binary], check=True, capture_output=True, text=True).stdout
    return {
        name: [int(n) for n in rest] for name, *rest in map(str.split, lines.splitlines())
    }


def test_struct_layouts(tmp_path: pathlib.Path) -> None:
    layouts = c_layouts(tmp_path)
    for python, c in [
        (_abi.Text, "towpath_text"),
        (_abi.Buffer, "towpath_buffer"),
        (_abi.Option, "towpath_option"),
        (_abi.Position, "towpath_position"),
        (_abi.Finding, "towpath_finding"),
        (_abi.StreamInfo, "towpath_stream_info"),
        (_abi.Block, "towpath_block"),
    ]:
        offsets = [getattr(python, field[0]).offset for field in python._fields_]
        assert [ctypes.sizeof(python), *offsets] == layouts[c], c
    for record, c, texts in [
        (_abi.BLOCK_ENTRY, "towpath_block_entry", 4),
        (_abi.BLOCK_STATEMENT_TABLE, "towpath_block_statement_table", 2),
        (_abi.BLOCK_TABLE, "towpath_block_table", 0),
        (_abi.BLOCK_SCHEMA, "towpath_block_schema", 2),
        (_abi.BLOCK_COLUMN, "towpath_block_column", 2),
        (_abi.BLOCK_TEXT, "towpath_block_text", 0),
    ]:
        size, *offsets = layouts[c]
        assert struct.calcsize(record) == size, c
        # A text takes two numbers of the record.
        assert len(record) - 1 == len(offsets) + texts, c
    assert layouts["towpath_value"][0] == _abi.VALUE_SIZE
