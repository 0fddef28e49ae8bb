"""The benchmarks' own arithmetic: who runs when, and the exponent of a curve."""

from tests.bench.measuring import exponents, interleaved


def test_contenders_are_warmed_up_and_take_turns() -> None:
    ran: list[str] = []
    taken = interleaved({"a": lambda: ran.append("a"), "b": lambda: ran.append("b")}, rounds=2)
    assert ran == ["a", "b", "a", "b", "b", "a"]
    assert set(taken) == {"a", "b"}


def test_the_exponent_of_a_curve() -> None:
    assert exponents((10, 100, 1_000), (1, 10, 100)) == "1.00 1.00"
    assert exponents((10, 100), (1, 100)) == "2.00"
    assert exponents((10, 100), (0.0001, 5)) == "–"
