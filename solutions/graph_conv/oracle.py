"""What `GCNLayer` should answer, from its formula, in float64.

`graph` hands out uniform draws, then the upper triangle, then the weights of a weighted graph.
"""

WITHOUT = {"finds_its_input_size": "it asks for names and shapes, not for numbers"}


def graph(draws, upper, weights=1, *, edges=0.4):
    joined = (draws < edges) * upper * weights
    return joined + joined.T


def normalised(xp, A):
    """Element by element: (A + I)[i, j] / sqrt(D[i, i] D[j, j])."""
    A = A + xp.eye(len(A))
    D = A.sum(axis=1)
    return A / xp.sqrt(D.reshape(-1, 1) * D.reshape(1, -1))


def layer(xp, A, X, W):
    return xp.maximum(normalised(xp, A) @ X @ W, 0)


def equals_reference(xp, inputs):
    draws, upper, X, W = inputs
    return layer(xp, graph(draws, upper), X, W)


stays_on_its_context = equals_reference


def keeps_float64(xp, inputs):
    draws, upper, weights, X, W = inputs
    return layer(xp, graph(draws, upper, weights, edges=1) / 3, X, W)


def weighs_edges(xp, inputs):
    *first, X, W = inputs[:5]
    *second, Z = inputs[5:9]
    pair, directed, Y, square, single, narrow, twin = inputs[9:]
    A = graph(*first, edges=0.6)
    calls = [
        (graph(*second, edges=0.9), Z, W),
        (pair, Z[:2], W),
        (1 - pair, Z[:2], W),
        (3 * pair, Z[:2], W),
        (directed, Y, square),
        (A, X, single),
        (directed, Y[:, :1], narrow),
    ]
    both = [layer(xp, G, sign * Y, V) for G, Y, V in calls for sign in (1, -1)]
    return [layer(xp, A, X, W), *both, layer(xp, A, X, twin), layer(xp, 2 * A, X, -twin)]


def keeps_isolated_nodes(xp, inputs):
    draws, upper, X, kept, W = inputs
    A = graph(draws, upper, edges=0.8) * kept
    alone = xp.maximum(X @ W, 0)
    return {
        "node 0 is isolated": layer(xp, A, X, W),
        "no edges": alone,
        "a single node": alone[:1],
        "features of 0": 0 * alone,
    }


def has_the_right_gradients(xp, inputs):
    draws, upper, weights, X, W, _, head = inputs
    scaled = normalised(xp, graph(draws, upper, weights))
    through = head * (scaled @ X @ W > 0)
    return {
        "X": scaled.T @ through @ W.T,
        "parameters": [(scaled @ X).T @ through],
        "a trainer changes": "W",
    }


def leaves_the_graph_unchanged(xp, inputs):
    draws, upper, X, first, _, second = inputs
    A = graph(draws, upper)
    return {"answer": layer(xp, A, layer(xp, A, X, first), second), "A": A, "X": X}
