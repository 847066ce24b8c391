"""Preflight: is a server ready to be followed, and what would make it so."""

from __future__ import annotations

import ctypes
import enum
from dataclasses import dataclass

from . import _abi
from ._options import make_options
from .errors import call


class Severity(enum.IntEnum):
    """Weight of a finding; the numbers are those of towpath.h."""

    OK = 0
    WARNING = 1
    ERROR = 2
    """open() refuses."""


@dataclass(frozen=True)
class Finding:
    """One thing that was looked at."""

    severity: Severity
    check: str
    found: str
    message: str
    remedy: str
    """The statement or setting that fixes it; "" when it is ok."""


@dataclass(frozen=True)
class PreflightReport:
    server: str
    ready: bool
    findings: tuple[Finding, ...]


def preflight(url: str, **options: object) -> PreflightReport:
    """Looks at settings and grants of a server; changes nothing there. Options as in open()."""
    handle = make_options({"source_url": url, **options})
    report = ctypes.c_void_p()
    call("towpath_preflight", handle.pointer, ctypes.byref(report))
    try:
        findings = []
        for i in range(_abi.lib.towpath_preflight_count(report)):
            f = _abi.Finding(struct_size=ctypes.sizeof(_abi.Finding))
            call("towpath_preflight_finding", report, i, ctypes.byref(f))
            findings.append(
                Finding(
                    Severity(f.severity), str(f.check), str(f.found), str(f.message), str(f.remedy)
                )
            )
        return PreflightReport(
            server=str(_abi.lib.towpath_preflight_server(report)),
            ready=bool(_abi.lib.towpath_preflight_ready(report)),
            findings=tuple(findings),
        )
    finally:
        _abi.lib.towpath_preflight_free(report)
