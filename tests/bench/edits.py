"""Ten thousand random edits, undos, redos and restarts: `python -m tests.bench.edits [STEPS]` prints how many came back."""

import sys
import time

from hypothesis import HealthCheck, Phase, settings
from hypothesis.stateful import run_state_machine_as_test

from tests.table.test_any_edits import AnyEdits

STEPS_AT_ONCE = 50


class Counted(AnyEdits):
    """The machine, with its steps counted."""

    steps = 0

    def check_invariants(self, *about: object, **more: object) -> None:
        Counted.steps += 1
        super().check_invariants(*about, **more)


def main(steps: int) -> None:
    started = time.perf_counter()
    chosen = settings(
        max_examples=steps // STEPS_AT_ONCE + 1,
        stateful_step_count=STEPS_AT_ONCE,
        deadline=None,
        suppress_health_check=list(HealthCheck),
        phases=[Phase.generate],
        database=None,
    )
    run_state_machine_as_test(Counted, settings=chosen)
    print(f"{Counted.steps} random steps in {time.perf_counter() - started:.0f} s: every undo gave the content back to the byte")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 11_000)
