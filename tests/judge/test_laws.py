"""Laws accept what right work draws and reject what nearly right work draws."""

from __future__ import annotations

import math
import re
from collections.abc import Callable
from itertools import pairwise, permutations
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as arrays

from grader.course import Law
from grader.judge import laws, tails
from grader.judge.rule import percents, told_apart

SEEDS = range(200)

ALL_LAWS = {
    "uniform": laws.uniform(-0.5, 0.5),
    "normal": laws.normal(0, 0.01),
    "dropped": laws.dropped(0.2),
    "dropped at 0": laws.dropped(0),
    "dropped at 1": laws.dropped(1),
    "masks_its_gradient": laws.masks_its_gradient(),
    "distinct": laws.distinct(),
    "unchanged_or_zero": laws.unchanged_or_zero(),
    "shuffled": laws.shuffled(40),
    "constant": laws.constant(0),
    "part of a dict": laws.part("x", laws.constant(0)),
    "part of a list": laws.part(1, laws.constant(0)),
    "all_of": laws.all_of(laws.constant(0), laws.uniform(0, 1)),
    "parts": laws.parts(x=laws.constant(0), y=laws.uniform(0, 1)),
}


def generator(seed: int) -> np.random.Generator:
    return np.random.default_rng([seed, 7])


def uniform_draws(seed: int, low: float, high: float, *shape: int) -> np.ndarray[Any, Any]:
    """As MXNet draws: in float32, bounds and all."""
    unit = generator(seed).random(shape, np.float32)
    return np.float32(low) + (np.float32(high) - np.float32(low)) * unit


def dropout(
    seed: int, p: float, *shape: int, dtype: str = "float32", keep: float | None = None
) -> dict[str, np.ndarray[Any, Any]]:
    draws = generator(seed)
    x = draws.normal(size=shape).astype(dtype)
    kept = draws.random(shape) >= (p if keep is None else 1 - keep)
    y = x * kept.astype(dtype) / np.asarray(1 - p, dtype)
    return {"x": x, "y": y}


def test_samples_of_one_law_are_alike() -> None:
    """Repeated values count once: what was drawn once and copied follows its law no better."""
    law = laws.normal(0, 1)

    def drawn(x: np.ndarray[Any, Any]) -> Any:
        return law.drawn(x.astype(np.float32))

    one, other = (generator(seed).normal(size=5_000) for seed in (1, 2))
    wider, cut = 1.2 * other, one[np.abs(one) < 2]
    assert drawn(one).like(drawn(other))
    assert drawn(np.repeat(one[:40], 100)).like(drawn(np.repeat(other[:50], 100)))
    assert not drawn(one).like(drawn(wider))
    assert not drawn(cut).like(drawn(wider))


class TestRightDraws:
    @pytest.mark.parametrize("shape", [(1,), (2,), (7, 3), (120, 90), (60, 16, 3, 5)])
    def test_uniform_draws_are_accepted_for_every_seed(self, shape: tuple[int, ...]) -> None:
        b = math.sqrt(6 / 210)
        law = laws.uniform(-b, b)
        assert [law(uniform_draws(seed, -b, b, *shape)) for seed in SEEDS] == [None] * len(SEEDS)

    @pytest.mark.parametrize("shape", [(1,), (2,), (7, 3), (120, 90)])
    def test_normal_draws_are_accepted_for_every_seed(self, shape: tuple[int, ...]) -> None:
        law = laws.normal(0.5, 0.01)
        found = [law(generator(seed).normal(0.5, 0.01, shape).astype(np.float32)) for seed in SEEDS]
        assert found == [None] * len(SEEDS)

    @pytest.mark.parametrize("p", [0.0, 0.001, 0.2, 0.5, 0.7, 0.999, 1.0])
    @pytest.mark.parametrize("shape", [(), (3,), (40, 30), (5, 4, 6, 7)])
    def test_right_dropout_is_accepted_for_every_seed(
        self, p: float, shape: tuple[int, ...]
    ) -> None:
        law = laws.dropped(p)

        def right(seed: int) -> dict[str, np.ndarray[Any, Any]]:
            if p == 1:
                x = generator(seed).normal(size=shape)
                return {"x": np.asarray(x), "y": np.zeros(shape)}
            return {key: np.asarray(a) for key, a in dropout(seed, p, *shape).items()}

        assert [law(right(seed)) for seed in SEEDS] == [None] * len(SEEDS)

    @pytest.mark.parametrize("p", [0.1, 0.2, 0.3, 0.4, 0.6, 0.7, 0.9])
    @pytest.mark.parametrize("dtype", ["float16", "float32", "float64"])
    def test_every_way_to_divide_is_within_rounding(self, p: float, dtype: str) -> None:
        x = generator(0).normal(size=(50, 40)).astype(dtype)
        kept = (generator(1).random(x.shape) >= p).astype(dtype)
        keep = np.asarray(1 - p, dtype)
        one = np.asarray(1, dtype)
        ways = [
            x * kept / keep,
            x / keep * kept,
            x * (kept / keep),
            x * kept * (one / keep),
            x * kept / (one - np.asarray(p, dtype)),
        ]
        assert [laws.dropped(p)({"x": x, "y": y}) for y in ways] == [None] * len(ways)

    @pytest.mark.parametrize(
        ("law", "draw"),
        [
            (laws.uniform(0, 1, 0.05), lambda g: g.random(40)),
            (laws.normal(0, 1, 0.05), lambda g: g.normal(size=40)),
            (
                laws.dropped(0.3, 0.05),
                lambda g: {"x": np.ones((8, 9)), "y": (g.random((8, 9)) >= 0.3) / 0.7},
            ),
        ],
        ids=["uniform", "normal", "dropped"],
    )
    def test_a_law_keeps_its_rate(
        self, law: laws.Rule, draw: Callable[[np.random.Generator], Any]
    ) -> None:
        """At a rate that can be counted: of 2000 right answers at most 5% are rejected, and 3.4
        standard deviations more may be by chance."""
        rejected = sum(law(draw(generator(seed))) is not None for seed in range(2000))
        assert rejected <= 133

    @pytest.mark.parametrize("p", [0, 0.4, 1])
    def test_elements_that_were_zero_before_tell_nothing(self, p: float) -> None:
        """But that they stay so."""
        answer = dropout(3, 0.4 if p else 0, 60, 50)
        answer["x"][:, ::2] = 0
        answer["y"][:, ::2] = 0
        if p == 1:
            answer["y"][:] = 0
        assert laws.dropped(p)(answer) is None
        answer["y"][7, 2] = 3
        said = laws.dropped(p)(answer)
        assert said is not None
        assert said.endswith("element (7, 2) is 3 where x is 0")


def _rows(seed: int, p: float, shape: tuple[int, ...], mask: tuple[int, ...]) -> Any:
    x = generator(seed).normal(size=shape)
    return {"x": x, "y": x * (generator(seed + 999).random(mask) >= p) / (1 - p)}


CLOSE_BUT_WRONG: dict[str, tuple[laws.Rule, Callable[[int], Any], str]] = {
    "one percent too wide": (
        laws.uniform(-1, 1),
        lambda s: uniform_draws(s, -1.01, 1.01, 100, 100),
        "none should leave",
    ),
    "one percent too narrow": (
        laws.uniform(-1, 1),
        lambda s: uniform_draws(s, -0.99, 0.99, 100, 100),
        "come nearer to both",
    ),
    "one draw for all": (
        laws.uniform(-1, 1),
        lambda s: np.full((10, 10), uniform_draws(s, -1, 1, 1)),
        "each should be drawn from [-1, 1]",
    ),
    "the positive half": (
        laws.uniform(-1, 1),
        lambda s: uniform_draws(s, 0, 1, 100, 100),
        "come nearer to both",
    ),
    "cut off at the bounds": (
        laws.uniform(-1, 1),
        lambda s: np.clip(generator(s).normal(0, 1, (100, 100)), -1, 1),
        "do not follow U(-1, 1)",
    ),
    "a triangle": (
        laws.uniform(-1, 1),
        lambda s: np.append((generator(s).random(10000) - generator(s + 1).random(10000)), [-1, 1]),
        "do not follow",
    ),
    "one row for all": (
        laws.uniform(-1, 1),
        lambda s: np.tile(uniform_draws(s, -1, 1, 1, 10000), (3, 1)),
        "different values among 30000 elements: draw each anew",
    ),
    "a short row for all": (
        laws.uniform(-1, 1),
        lambda s: np.tile(uniform_draws(s, -1, 1, 1, 100), (100, 1)),
        "only 100 different values among 10000 elements",
    ),
    "evenly spaced": (
        laws.uniform(-1, 1),
        lambda _: np.linspace(-1, 1, 10000, dtype=np.float32),
        "5000 of 5000 neighbours rise",
    ),
    "five percent too spread": (
        laws.normal(0, 0.01),
        lambda s: generator(s).normal(0, 0.0105, (200, 150)),
        "the standard deviation is 0.01",
    ),
    "the variance for the deviation": (
        laws.normal(0, 0.01),
        lambda s: generator(s).normal(0, 0.0001, (20, 10)),
        "the standard deviation is ",
    ),
    "a tenth of sigma beside the mean": (
        laws.normal(0, 0.01),
        lambda s: generator(s).normal(0.001, 0.01, (120, 110)),
        "the mean is 0.00",
    ),
    "uniform with that deviation": (
        laws.normal(0, 0.01),
        lambda s: generator(s).uniform(-0.01 * 3**0.5, 0.01 * 3**0.5, (120, 110)),
        "do not follow N(0, 0.01^2)",
    ),
    "dropped a little too often": (
        laws.dropped(0.2),
        lambda s: dropout(s, 0.2, 300, 320, keep=0.788),
        "of the elements are 0, expected 20% (19.2% to 20.8% allowed)",
    ),
    "kept for dropped": (
        laws.dropped(0.2),
        lambda s: dropout(s, 0.2, 30, 20, keep=0.2),
        "expected 20%",
    ),
    "not rescaled": (
        laws.dropped(0.2),
        lambda s: {k: v * 0.8 if k == "y" else v for k, v in dropout(s, 0.2, 30, 20).items()},
        "what is kept is 1 x, expected x / 0.8 = 1.25 x",
    ),
    "float32 on the way to float64": (
        laws.dropped(0.3),
        lambda s: {
            "x": dropout(s, 0.3, 20, 20, dtype="float64")["x"],
            "y": dropout(s, 0.3, 20, 20, dtype="float64")["y"].astype("float32").astype("float64"),
        },
        "what is kept is 1.42857",
    ),
    "whole rows": (
        laws.dropped(0.5),
        lambda s: _rows(s, 0.5, (200, 50), (200, 1)),
        "",
    ),
    "whole columns": (
        laws.dropped(0.5),
        lambda s: _rows(s, 0.5, (50, 200), (1, 200)),
        "",
    ),
    "whole channels": (
        laws.dropped(0.5),
        lambda s: _rows(s, 0.5, (10, 20, 15, 15), (10, 20, 1, 1)),
        "",
    ),
    "pairs": (
        laws.dropped(0.5),
        lambda s: {
            "x": np.ones((40, 50)),
            "y": 2.0 * np.repeat(generator(s).random((40, 25)) >= 0.5, 2, axis=1),
        },
        "0% of the neighbouring elements differ",
    ),
    "nothing is to be dropped": (
        laws.dropped(0),
        lambda _: {"x": np.ones((3, 3)), "y": np.eye(3)},
        "6 of 9 elements are 0, expected none",
    ),
    "everything is to be dropped": (
        laws.dropped(1),
        lambda _: {"x": np.ones((3, 3)), "y": np.eye(3)},
        "what is kept is 1 x, expected 0",
    ),
}


class TestWrongDraws:
    @pytest.mark.parametrize("name", CLOSE_BUT_WRONG)
    def test_close_but_wrong_draws_are_rejected_for_every_seed(self, name: str) -> None:
        law, draw, words = CLOSE_BUT_WRONG[name]
        found = [law(draw(seed)) for seed in range(30)]
        assert [bool(sentence) and words in sentence for sentence in found] == [True] * 30, found

    def test_two_factors_are_told_with_the_digits_in_which_they_differ(self) -> None:
        answer = dropout(1, 0.3, 20, 20, dtype="float64")
        answer["y"] = answer["y"] * 0.7 * float(np.float32(1 / 0.7))
        said = "what is kept is 1.4285715 x, expected x / 0.7 = 1.4285714 x"
        assert laws.dropped(0.3)(answer) == said

    def test_a_zero_that_did_not_stay_one_is_no_wrong_factor(self) -> None:
        answer = dropout(1, 0.3, 20, 20, dtype="float64")
        answer["x"][2, 3], answer["y"][2, 3] = 0, 1
        said = "neither 0 nor x / 0.7 = 1.429 x: element (2, 3) is 1 where x is 0"
        assert said in str(laws.dropped(0.3)(answer))

    def test_the_rate_is_told_with_what_is_allowed(self) -> None:
        answer = dropout(1, 0.2, 120, 170, keep=0.62)
        assert laws.dropped(0.2)(answer) == (
            "37.9% of the elements are 0, expected 20% (18.3% to 21.8% allowed)"
        )


class TestGradients:
    def answer(self) -> dict[str, np.ndarray[Any, Any]]:
        values = dropout(5, 0.4, 40, 30)
        head = generator(6).normal(size=(40, 30)).astype(np.float32)
        gradient = np.where(values["y"] != 0, head / np.float32(0.6), np.float32(0))
        return {**values, "head": head, "gradient": gradient}

    def test_the_same_mask_is_accepted(self) -> None:
        assert laws.masks_its_gradient()(self.answer()) is None

    def test_a_mask_that_was_not_rescaled_is_another_laws_business(self) -> None:
        answer = self.answer()
        answer["y"] *= np.float32(0.6)
        answer["gradient"] *= np.float32(0.6)
        assert laws.masks_its_gradient()(answer) is None

    @pytest.mark.parametrize(
        ("factor", "says"),
        [
            (0.0, "not masked as the output is"),
            (0.6, "masked as the output is, but not multiplied by its factor"),
            (-1.0, "masked as the output is, but not multiplied by its factor"),
        ],
    )
    def test_another_gradient_is_rejected(self, factor: float, says: str) -> None:
        answer = self.answer()
        answer["gradient"] = answer["gradient"] * np.float32(factor)
        assert says in (laws.masks_its_gradient()(answer) or "")

    def test_the_heads_own_mask_is_rejected(self) -> None:
        answer = self.answer()
        answer["gradient"] = answer["head"] / np.float32(0.6)
        assert "not masked as the output is" in (laws.masks_its_gradient()(answer) or "")

    def test_an_output_without_zeros_shows_nothing(self) -> None:
        x = np.ones((2, 2))
        answer = {"x": x, "y": x, "head": x, "gradient": x}
        assert laws.masks_its_gradient()(answer) == (
            "0 of 4 elements are 0 in the output: some should be, and some not"
        )


STORED = list(range(40))


def _in_twos(order: list[int], seed: int, *, inside: bool) -> list[int]:
    """The order with its minibatches of two shuffled, or each of them inside."""
    draws = generator(seed)
    minibatches = np.asarray(order).reshape(-1, 2)
    shuffled = draws.permuted(minibatches, axis=1) if inside else draws.permutation(minibatches)
    return [int(i) for i in shuffled.ravel()]


HARDLY_SHUFFLED: dict[str, Callable[[int], list[int]]] = {
    "as stored": lambda _: STORED,
    "rotated": lambda seed: STORED[1 + seed :] + STORED[: 1 + seed],
    "reversed": lambda _: STORED[::-1],
    "reversed and rotated": lambda seed: (STORED[1 + seed :] + STORED[: 1 + seed])[::-1],
    "in steps of three": lambda seed: [(3 * i + seed) % 40 for i in STORED],
    "odd ones after even ones": lambda _: STORED[::2] + STORED[1::2],
    "whole minibatches": lambda seed: _in_twos(STORED, seed, inside=False),
    "inside minibatches": lambda seed: _in_twos(STORED, seed, inside=True),
    "whole minibatches of a rotated order": lambda seed: _in_twos(
        STORED[1:] + STORED[:1], seed, inside=False
    ),
    "inside minibatches of a rotated order": lambda seed: _in_twos(
        STORED[1:] + STORED[:1], seed, inside=True
    ),
    "half of it": lambda seed: [int(i) for i in generator(seed).permutation(20)] + STORED[20:],
}


class TestOrders:
    def test_random_orders_are_accepted_for_every_seed(self) -> None:
        law = laws.shuffled(40)
        orders = ([int(i) for i in generator(seed).permutation(40)] for seed in range(3000))
        assert [found for found in map(law, orders) if found] == []

    @pytest.mark.parametrize("name", HARDLY_SHUFFLED)
    def test_what_is_hardly_shuffled_is_rejected_for_every_seed(self, name: str) -> None:
        law = laws.shuffled(40)
        found = [law(HARDLY_SHUFFLED[name](seed)) for seed in range(30)]
        words = ("shuffle all of them", "that is no random order")
        assert [bool(says) and says.endswith(words) for says in found] == [True] * 30, found

    def test_what_is_wrong_is_told(self) -> None:
        law = laws.shuffled(40)
        assert law([*STORED[7:], *STORED[:7]]) == (
            "20 of 20 examples came together with the one beside which they are stored: shuffle "
            "all of them"
        )
        assert law([7 * i % 40 for i in STORED]) == (
            "39 times the next example was the one stored 7 further on: that is no random order"
        )

    @pytest.mark.parametrize("bad", [[*STORED[:-1], 3], STORED[:-1], [*STORED, 40], [0.0] * 40])
    def test_every_number_comes_once(self, bad: list[Any]) -> None:
        assert laws.shuffled(40)(bad) == "these are not the numbers of 40 examples, each once"

    @pytest.mark.parametrize("step", [1, 2, 3, 6])
    def test_the_bound_on_steps_holds(self, step: int) -> None:
        """On all orders of 7: c or more times the same step, with probability at most 1 / c!."""
        counts = [
            sum((b - a) % 7 == step for a, b in pairwise(order)) for order in permutations(range(7))
        ]
        for c in range(1, 7):
            share = sum(count >= c for count in counts) / len(counts)
            assert share <= 1 / math.factorial(c)


class TestComparisons:
    def test_draws_are_distinct(self) -> None:
        draws = [uniform_draws(seed, 0, 1, 5) for seed in range(4)]
        assert laws.distinct()(draws) is None
        assert laws.distinct()([*draws, draws[1]]) == "draws 2 and 5 are the same numbers"

    def test_an_array_may_be_left_or_cleared(self) -> None:
        law = laws.unchanged_or_zero()
        one = np.asarray([1.0, 2.0])
        assert law({"before": [one, one], "after": [one, one * 0]}) is None
        assert law({"before": [one], "after": [one / 2]}) == (
            "array 1 was changed: its first element was 1, now it is 0.5"
        )
        assert law({"before": [one], "after": [one, one]}) == "there were 1 arrays, now there are 2"

    def test_constants_are_exact(self) -> None:
        assert laws.constant(0)(np.zeros(3)) is None
        assert laws.constant(0)(np.asarray([0, 1e-30])) == "1 of 2 elements is not 0: one is 1e-30"

    def test_what_was_given_is_known_of_every_part(self) -> None:
        law = laws.parts(a=laws.all_of(laws.masks_its_gradient(), laws.distinct()))
        assert (laws.dropped(0.5).given, laws.distinct().given) == ({"x"}, frozenset())
        assert law.given == {"x", "head"}

    def test_parts_are_named_and_rates_add_up(self) -> None:
        law = laws.parts(weight=laws.uniform(0, 1, 1e-3), bias=laws.uniform(0, 1, 2e-3))
        draws = uniform_draws(0, 0, 1, 50)
        assert law({"weight": draws, "bias": draws + 1}) == (
            "bias: the 50 elements lie between 1.026 and 1.99: none should leave [0, 1]"
        )
        assert law.false_rejection == pytest.approx(3e-3)


class TestAnyAnswer:
    @pytest.mark.parametrize("name", ALL_LAWS)
    def test_a_law_has_a_rate(self, name: str) -> None:
        law: Law = ALL_LAWS[name]
        assert 0 <= law.false_rejection <= 2e-9

    @pytest.mark.parametrize("name", ALL_LAWS)
    @pytest.mark.parametrize(
        "answer",
        [
            None,
            True,
            3,
            2.5,
            "text",
            [],
            {},
            [None, None],
            {"x": None, "y": None, "before": None, "after": 1, "head": [], "gradient": "g"},
            np.zeros((0, 3), np.float32),
            np.arange(4),
            np.asarray(["a"]),
            np.asarray([None]),
        ],
        ids=repr,
    )
    def test_what_is_no_array_of_floats_gets_a_sentence(self, name: str, answer: Any) -> None:
        assert ALL_LAWS[name](answer)

    @pytest.mark.parametrize("name", ALL_LAWS)
    @pytest.mark.parametrize("bad", [math.nan, math.inf, -math.inf])
    def test_nan_never_passes(self, name: str, bad: float) -> None:
        one = np.zeros((4, 5))
        one[2, 3] = bad
        both = dict.fromkeys(("x", "y", "head", "gradient"), one)
        for answer in (one, [one, one], {**both, "before": [one], "after": [one]}):
            assert ALL_LAWS[name](answer)

    @given(
        name=st.sampled_from(sorted(ALL_LAWS)),
        x=arrays.arrays(
            st.sampled_from([np.float16, np.float32, np.float64, np.int32, np.bool_]),
            arrays.array_shapes(min_dims=0, max_dims=4, min_side=0, max_side=4),
        ),
        y=arrays.arrays(np.float64, arrays.array_shapes(min_dims=0, max_dims=2, max_side=4)),
    )
    def test_no_answer_makes_a_law_raise(
        self, name: str, x: np.ndarray[Any, Any], y: np.ndarray[Any, Any]
    ) -> None:
        pairs: list[Any] = [
            {"x": x, "y": other, "head": other, "gradient": x, "before": [x], "after": [other]}
            for other in (x, y)
        ]
        for answer in [x, y, [x, y], [x, x], {"x": [x], "y": {"x": x}}, *pairs]:
            assert ALL_LAWS[name](answer) is None or isinstance(ALL_LAWS[name](answer), str)


class TestTails:
    @pytest.mark.parametrize("n", [1, 2, 10, 30])
    @pytest.mark.parametrize("p", [0.01, 0.3, 0.5, 0.99])
    def test_binomial_tails_are_the_sums_of_their_terms(self, n: int, p: float) -> None:
        terms = [math.comb(n, k) * p**k * (1 - p) ** (n - k) for k in range(n + 1)]
        at_most, at_least = tails.binomial(np.arange(n + 1), n, p)
        np.testing.assert_allclose(at_most, np.cumsum(terms), rtol=1e-10)
        np.testing.assert_allclose(at_least, np.cumsum(terms[::-1])[::-1], rtol=1e-10)

    def test_the_range_is_the_widest_with_likely_tails(self) -> None:
        low, high = tails.binomial_range(15000, 0.2, 1e-9)
        at_most, at_least = tails.binomial([low - 1, low, high, high + 1], 15000, 0.2)
        assert at_most[0] <= 5e-10 < at_most[1]
        assert at_least[3] <= 5e-10 < at_least[2]

    @pytest.mark.parametrize("n", [1, 2, 7, 40, 300])
    @pytest.mark.parametrize("p", [0.001, 0.3, 0.999])
    @pytest.mark.parametrize("rate", [1e-9, 0.05])
    def test_the_range_is_found_as_by_looking_at_every_count(
        self, n: int, p: float, rate: float
    ) -> None:
        at_most, at_least = tails.binomial(np.arange(n + 1), n, p)
        [likely] = np.nonzero((at_most > rate / 2) & (at_least > rate / 2))
        assert tails.binomial_range(n, p, rate) == (likely[0], likely[-1])

    def test_a_rare_event_is_allowed_to_happen_never(self) -> None:
        assert tails.binomial_range(10, 0.01, 1e-9) == (0, 5)

    def test_chi_square_with_two_degrees_is_exponential(self) -> None:
        at_most, at_least = tails.chi_square(3.0, 2)
        assert at_least == pytest.approx(math.exp(-1.5))
        assert at_most == pytest.approx(1 - math.exp(-1.5))


def test_the_bound_of_a_distribution_is_told_in_the_draws_own_unit():
    """Not in standard deviations: none of these elements is below -0.0174."""
    draws = generator(1).uniform(-(0.0003**0.5), 0.0003**0.5, (200, 150))  # spread by 0.01
    message = laws.normal(0, 0.01)(draws) or ""
    told = re.search(r"of them are at most (-?[\d.]+)", message)
    assert told is not None
    assert draws.min() <= float(told[1]) <= draws.max()


def test_numbers_are_told_apart_where_they_differ():
    """Nothing lies between -0.1013 and 0.1013 and leaves [-0.1013, 0.1013]."""
    assert told_apart(0.10131, 0.10132, fewest=4) == ["0.10131", "0.10132"]
    assert told_apart(0.5, 0.5, fewest=4) == ["0.5", "0.5"]
    assert told_apart(1 / 3, 2 / 3, fewest=4) == ["0.3333", "0.6667"]


def test_a_share_just_outside_is_told_apart_from_what_is_allowed():
    """67.9% is no share outside of 67.9% to 72%."""
    assert percents(0.67874, 0.67946, 0.72) == ["67.87%", "67.95%", "72%"]
    assert percents(0.1, 0.2, 0.3) == ["10%", "20%", "30%"]
