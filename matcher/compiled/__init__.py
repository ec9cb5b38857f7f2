"""The compiled executor, for large captures: everything in kernels. The only user of Numba.

    result = run_capture(program, name, options, report)

The result is the reference executor's: see `matcher.compiled.executor`.
"""

from __future__ import annotations

from matcher.compiled.executor import CannotRun, run_capture, run_records

__all__ = ["CannotRun", "run_capture", "run_records"]
