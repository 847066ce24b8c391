"""The parts of servers.py; see there."""
