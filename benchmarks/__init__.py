"""Benchmarks: `python -m benchmarks` makes its captures and prints one table."""
