"""The compiled executor, for large captures: kernels in front of the reference executor. The only user of Numba.

    if can_run(name):
        result = run_capture(program, name, options, report)

The result is the reference executor's: see `matcher.compiled.executor`.
"""

from __future__ import annotations

from matcher.compiled.executor import LEAST_BYTES, CannotRun, can_run, run_capture

__all__ = ["LEAST_BYTES", "CannotRun", "can_run", "run_capture"]
