"""How `GCNLayer` is checked.

W is set after a first call, which tells the layer its input size; how the layer makes W until then
is its own business, unless it has waited since __init__ for the caller's initialize().  A W that is
the wrong way round gets the right numbers, and loses only the check of its shape: units and
in_units differ, or else another layer has shown which way round W is.

All graphs have equal sums of rows and columns, one with directions too.
"""

from grader.course import Exercise

exercise = Exercise("A graph convolution", stubs=["GCNLayer"])


def graph(case, n, *, edges=0.4, weighted=False):
    """A symmetric (n, n) array: about `edges` of the pairs are joined.

    Where edges have weights, some nodes already have an edge to themselves.
    """
    ones = case.uniform(0, 1, n, n)
    upper = case.array([[float(j >= i if weighted else j > i) for j in range(n)] for i in range(n)])
    joined = (ones < edges) * upper
    if weighted:
        joined = joined * case.uniform(0.2, 3, n, n)
    return joined + joined.T


def weights(layer, in_units, units):
    """The layer's parameters of W's shape, or of its transpose's."""
    shapes = (in_units, units), (units, in_units)
    return [p for p in layer.collect_params().values() if tuple(p.shape) in shapes]


def is_turned(layer, in_units, units):
    """Whether the layer's W, which is not square, is the wrong way round."""
    return any(tuple(p.shape) == (units, in_units) for p in weights(layer, in_units, units))


def filled(case, layer, A, X, *, turned=False):
    """The layer with a known W, after a first call, in float32, on A and X.

    Where W is square, `turned` says whether it is the wrong way round.
    """
    layer.initialize(ctx=case.ctx)
    units = layer(A.astype("float32"), X.astype("float32")).size // len(X)
    layer.cast(case.dtype)
    W = case.normal(X.shape[1], units)
    for parameter in weights(layer, *W.shape):
        as_asked = tuple(parameter.shape) == W.shape and not turned
        parameter.set_data(W if as_asked else W.T)
    return layer


def sizes(case, n, units, more):
    """Nodes, units and more inputs than units."""
    n, units, more = case.sizes(n, units, more)
    return n, units, units + more


@exercise.check(points=4, hint="relu of D^(-1/2) · (A + I) · D^(-1/2) · X · W; D from A + I.")
def equals_reference(solution, case):
    """Equals the reference on a random graph."""
    n, units, in_units = sizes(case, 6, 3, 2)
    A, X = graph(case, n), case.normal(n, in_units)
    return filled(case, solution.GCNLayer(units), A, X)(A, X)


@exercise.check(
    points=2,
    hint="D[i, i] is the sum of row i of A + I, whatever the edges weigh; Â has A and not its Aᵀ.",
)
def weighs_edges(solution, case):
    """Equals the reference where edges have weights or directions, for any graphs and layers."""
    n, units, in_units = sizes(case, 24, 2, 3)
    A, X = graph(case, n, weighted=True, edges=0.6), case.normal(n, in_units)
    layer = filled(case, solution.GCNLayer(units), A, X)
    small, Z = graph(case, 3, weighted=True, edges=0.9), case.normal(3, in_units, scale=10000)
    pair = case.array([[0.25, 0.75], [0.75, 0.25]])  # its rows sum to 1 already
    directed = case.array([[0, 60, 0, 0], [40, 0, 20, 0.01], [20, 0, 0, 0], [0, 0.01, 0, 0.5]])
    Y = case.normal(4, units)  # as many features as units
    turned = is_turned(layer, in_units, units)
    square = filled(case, solution.GCNLayer(units), directed, Y, turned=turned)
    single = filled(case, solution.GCNLayer(1), A, X)
    feature = Y[:, :1]
    narrow = filled(case, solution.GCNLayer(units), directed, feature)
    calls = [(layer, small, Z), (layer, pair, Z[:2]), (layer, 1 - pair, Z[:2])]  # equal sums
    calls += [(layer, 3 * pair, Z[:2]), (square, directed, Y), (single, A, X)]
    calls.append((narrow, directed, feature))
    # What relu hides on Y it does not hide on -Y.
    both = [answer for net, G, Y in calls for answer in (net(G, Y), net(G, -Y))]
    twin = filled(case, solution.GCNLayer(units), A, X)
    answers = [layer(A, X), *both, twin(A, X)]
    # Whoever called may change the graph, and a trainer changes W.
    A *= 2
    for parameter in weights(twin, in_units, units):
        parameter.set_data(-parameter.data(case.ctx))
    return [*answers, twin(A, X)]


@exercise.check(points=1, hint="A + I gives every node at least one edge, so no row sum is 0.")
def keeps_isolated_nodes(solution, case):
    """A node without neighbours keeps its own features, in an empty graph and alone too."""
    n, units, in_units = sizes(case, 5, 4, 1)
    A, X = graph(case, n, edges=0.8), case.normal(n, in_units)
    A = A * case.array([[float(i * j > 0) for j in range(n)] for i in range(n)])
    layer = filled(case, solution.GCNLayer(units), A, X)
    return {
        "node 0 is isolated": layer(A, X),
        "no edges": layer(A * 0, X),
        "a single node": layer(A[:1, :1], X[:1]),
        "features of 0": layer(A, X * 0),
    }


@exercise.check(
    points=2,
    hint="shape=(0, units) with allow_deferred_init=True; the size comes from X.shape[1].",
)
def finds_its_input_size(solution, case):
    """Has one parameter after its first call, `weight` (in_units, units), as initialize() asked."""
    from mxnet import init

    answers = []
    for n, units, in_units in [sizes(case, 4, 2, 5), sizes(case, 3, 6, 2)]:
        layer = solution.GCNLayer(units)
        A, X = graph(case, n).astype("float32"), case.normal(n, in_units).astype("float32")
        # One with an initialiser of its own may keep to that.
        waiting = [p for p in layer.collect_params().values() if p.init is None]
        layer.initialize(init.Uniform(1000), ctx=case.ctx)
        first, second = layer(A, X), layer(A, X)
        other = abs(first - second).max() > 1e-3 * abs(second).max()
        values = [p.list_data()[0].asnumpy() for p in weights(layer, in_units, units)]
        equal = any((numbers == numbers[0, 0]).all() for numbers in values)
        answers.append(
            {
                "parameters": case.parameters(layer),
                "shape of the answer": first.shape,
                "the second call answers": "something else" if other else "the same",
                "as large as initialize() was told": all(
                    bool(p.data(case.ctx).abs().max() > 10) for p in waiting
                ),
                "its weight's numbers": "all equal" if equal else "not all equal",
            }
        )
    return answers


@exercise.check(
    points=2, hint="Stay with NDArray operations from X and W to the result: asnumpy cuts them off."
)
def has_the_right_gradients(solution, case):
    """Passes the right gradients to X and to W."""
    n, units, in_units = sizes(case, 5, 2, 2)
    A, X = graph(case, n, weighted=True), case.normal(n, in_units)
    layer = filled(case, solution.GCNLayer(units), A, X)
    for G in (A, A.copy()):  # whoever adds gradients up has those of both times
        # Behind another step, to which the gradient goes on.
        [gradient] = case.gradient(lambda X, G=G: layer(G, 1 * X), X)
    parameters = sorted(layer.collect_params().values(), key=lambda p: -len(p.shape))
    found = [parameter.grad(case.ctx) for parameter in parameters]
    turned = [W.T if W.shape == (units, in_units) else W for W in found]
    frozen = any(parameter.lr_mult == 0 for parameter in parameters)
    return {
        "X": gradient,
        "parameters": turned,
        "a trainer changes": "nothing" if frozen else "W",
    }


@exercise.check(
    points=1, hint="A += I and A[:] = ... change the caller's graph: A = A + I makes a new one."
)
def leaves_the_graph_unchanged(solution, case):
    """Leaves A and X as they were, so that two layers of one net work one behind the other."""
    from mxnet.gluon import nn

    n, units, in_units = sizes(case, 4, 3, 3)
    A, X = graph(case, n), case.normal(n, in_units)
    first, second = solution.GCNLayer(units), solution.GCNLayer(units + 1)
    filled(case, first, A.copy(), X.copy())
    filled(case, second, A.copy(), case.normal(n, units))
    net = nn.Sequential()
    net.add(first, second)
    net.collect_params()  # as a trainer asks for it: raises where two parameters have one name
    return {"answer": second(A, first(A, X)), "A": A, "X": X}


@exercise.check(
    points=1, dtype="float64", hint="nd.eye makes float32 unless it is told dtype=A.dtype."
)
def keeps_float64(solution, case):
    """Answers in float64 after cast('float64')."""
    n, units, in_units = sizes(case, 5, 5, 2)
    A, X = graph(case, n, edges=1, weighted=True) / 3, case.normal(n, in_units)
    return filled(case, solution.GCNLayer(units), A, X)(A, X)


@exercise.check(
    points=1, device="cpu:1", hint="Make I where A is: nd.eye(n, ctx=A.context, dtype=A.dtype)."
)
def stays_on_its_context(solution, case):
    """Computes where A, X and W are."""
    n, units, in_units = sizes(case, 7, 2, 4)
    A, X = graph(case, n), case.normal(n, in_units)
    return filled(case, solution.GCNLayer(units), A, X)(A, X)
