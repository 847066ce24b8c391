"""The parts of tests/crash/run; see there."""
