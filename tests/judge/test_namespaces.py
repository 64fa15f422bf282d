"""The judge computes where the arrays are, and says the same of NumPy's and of CuPy's."""

from __future__ import annotations

import math
from typing import Any

import numpy as np
import pytest

from grader.judge import allowance, laws, tails
from grader.judge.arrays import host, is_array, namespace, of_device
from grader.judge.elements import Difference, against, sentence, target
from tests import namespaces
from tests.judge.test_laws import ALL_LAWS, CLOSE_BUT_WRONG, dropout, generator, uniform_draws

EPS = 2.0**-23

RIGHT: dict[str, tuple[laws.Rule, Any]] = {
    "uniform": (laws.uniform(-0.5, 0.5), uniform_draws(1, -0.5, 0.5, 120, 90)),
    "normal": (laws.normal(0.5, 0.01), generator(2).normal(0.5, 0.01, (70, 80))),
    "dropped": (laws.dropped(0.2), dropout(3, 0.2, 40, 30)),
    "dropped in float16": (laws.dropped(0.7), dropout(4, 0.7, 5, 4, 6, 7, dtype="float16")),
    "dropped in one axis": (laws.dropped(0.7), dropout(5, 0.7, 300)),
    "distinct": (laws.distinct(), [uniform_draws(seed, 0, 1, 9) for seed in range(3)]),
    "constant": (laws.constant(2), np.full((3, 2), 2.0)),
    "unchanged_or_zero": (
        laws.unchanged_or_zero(),
        {"before": [np.ones(3)] * 2, "after": [np.ones(3), np.zeros(3)]},
    ),
    "parts": (
        laws.parts(weight=laws.uniform(0, 1), bias=laws.constant(0)),
        {"weight": uniform_draws(6, 0, 1, 50), "bias": np.zeros(7)},
    ),
}


def moved(xp: Any, answer: Any) -> Any:
    """The same answer with its arrays in `xp`."""
    match answer:
        case dict():
            return {key: moved(xp, part) for key, part in answer.items()}
        case list():
            return [moved(xp, part) for part in answer]
        case np.ndarray():
            return xp.asarray(answer)
    return answer


@pytest.fixture
def xp(library: str) -> Any:
    return namespaces.namespace(library)


@namespaces.BOTH
class TestLaws:
    @pytest.mark.parametrize("name", RIGHT)
    def test_right_draws_are_accepted(self, xp: Any, name: str) -> None:
        law, answer = RIGHT[name]
        assert law(moved(xp, answer)) is None

    @pytest.mark.parametrize("name", CLOSE_BUT_WRONG)
    def test_wrong_draws_get_the_same_sentence(self, xp: Any, name: str) -> None:
        """Word by word: numbers are told with fewer digits than sums in another order change."""
        law, draw, _ = CLOSE_BUT_WRONG[name]
        for seed in range(3):
            assert law(moved(xp, draw(seed))) == law(draw(seed))

    def test_a_gradient_of_another_mask_gets_the_same_sentence(self, xp: Any) -> None:
        law = laws.masks_its_gradient()
        answer: dict[str, Any] = {**dropout(5, 0.4, 40, 30), "head": np.ones((40, 30), np.float32)}
        answer["gradient"] = np.where(answer["y"] != 0, np.float32(1 / 0.6), np.float32(0))
        assert law(moved(xp, answer)) is None
        answer["gradient"][3, 4] += 1
        assert "1 of 1200 elements is not masked" in (law(answer) or "")
        assert law(moved(xp, answer)) == law(answer)

    @pytest.mark.parametrize("name", sorted(ALL_LAWS))
    @pytest.mark.parametrize(
        "array",
        [np.full((4, 5), math.nan), np.zeros((0, 3), np.float32), np.arange(4), np.ones(3, bool)],
        ids=["nan", "empty", "int64", "bool"],
    )
    def test_what_no_law_is_about_gets_the_same_sentence(
        self, xp: Any, name: str, array: np.ndarray[Any, Any]
    ) -> None:
        keys = ("x", "y", "head", "gradient")
        for answer in (array, [array, array], dict.fromkeys(keys, array)):
            law = ALL_LAWS[name]
            assert law(answer)
            if isinstance(answer, np.ndarray) and "expected a list" in (law(answer) or ""):
                assert law(moved(xp, answer))  # it names the type, which is another one
            else:
                assert law(moved(xp, answer)) == law(answer)

    def test_large_draws_are_judged_where_they_are(self, xp: Any) -> None:
        """Ten million on a GPU: enough to see a slip of a thousandth in the spread."""
        n = 10**6 if xp is np else 10**7
        draws = xp.random.default_rng(1)
        z = draws.standard_normal(n, dtype=xp.float32)
        assert laws.normal(0, 1)(z) is None
        assert "deviation" in (laws.normal(0, 1)(z * xp.float32(1.01)) or "")
        u = draws.random(n, dtype=xp.float32)
        assert laws.uniform(0, 1)(u) is None
        assert "do not follow" in (laws.uniform(0, 1)(u ** xp.float32(1.02)) or "")
        y = xp.where(draws.random(n) >= 0.3, z / xp.float32(0.7), xp.float32(0))
        assert laws.dropped(0.3)({"x": z, "y": y}) is None
        assert "of the elements are 0" in (laws.dropped(0.31)({"x": z, "y": y * 0.7 / 0.69}) or "")


@namespaces.BOTH
class TestComparisons:
    @pytest.mark.parametrize(
        ("right", "given"),
        [
            (np.asarray([[1, 2], [3, 4]], np.float32), [[1, 2], [3, 4]]),
            (np.asarray([[1, 2], [3, 4]], np.float32), [[1, 2], [3, 4 + 1e-5]]),
            (np.asarray([[1, 2], [3, 4]], np.float32), [[1, 2], [3.1, 5]]),
            (np.asarray([1, 2], np.float32), [1, math.nan]),
            (np.asarray([1, math.inf], np.float32), [1, math.inf]),
            (np.asarray([1, math.inf], np.float32), [1, -math.inf]),
            (np.asarray([math.nan], np.float32), [math.nan]),
            (np.asarray([2**53 + 1]), [2**53]),
            (np.asarray([True, False]), [True, True]),
            (np.zeros((0, 3), np.float32), np.zeros((0, 3))),
            (np.asarray(2.0), 2.0),
        ],
    )
    def test_the_same_verdict(self, xp: Any, right: np.ndarray[Any, Any], given: Any) -> None:
        """Margin, worst element, count and sentence."""
        actual = np.asarray(given, right.dtype)
        mine = against(target(right, right, [right], EPS), actual)
        there = moved(xp, right)
        yours = against(target(there, there, [there], EPS), moved(xp, actual))
        assert _plain(*yours) == _plain(*mine)
        difference = yours[1]
        assert difference is None or isinstance(difference.actual, np.ndarray)

    def test_the_same_allowance(self, xp: Any) -> None:
        exact = generator(1).normal(size=(30, 20))
        answer, other = exact.astype(np.float32), exact * (1 + EPS)
        other[0, 0] = math.inf
        derived = allowance.derive(answer, exact, [other, exact], EPS)
        there = moved(xp, [answer, exact, other])
        assert allowance.derive(*there[:2], [there[2], there[1]], EPS) == derived > 0


@namespaces.BOTH
def test_the_namespace_is_the_arrays_own(xp: Any) -> None:
    array = xp.arange(3.0)
    assert namespace(array) is xp
    assert is_array(array)
    assert host(array).tolist() == [0, 1, 2]
    assert isinstance(host(array), np.ndarray)
    np.testing.assert_allclose(host(tails.normal(array)), [0.5, 0.8413447, 0.9772499], rtol=1e-6)


def test_what_is_no_array_is_numpys_business() -> None:
    assert (namespace(3.0), is_array(3.0), is_array([1]), of_device("cpu:1")) == (
        np,
        False,
        False,
        np,
    )


def _plain(margin: float | None, found: Difference | None) -> tuple[Any, ...]:
    return margin, found and (sentence(found), found.worst, found.ratio, found.wrong)
