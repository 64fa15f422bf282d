"""What `data_iter`, `iterations_per_epoch` and `num_updates` should answer, counted by hand."""

WITHOUT = {"keeps_type_and_place": "it asks for types and contexts; there are no numbers"}


def minibatches(n, batch_size):
    """The sizes of an epoch's minibatches, taken off one after the other."""
    sizes = []
    while n > 0:
        sizes.append(min(n, batch_size))
        n -= batch_size
    return sizes


def yields_every_example_once(xp, inputs):
    features = inputs[0]
    return {
        "a minibatch is written over by the next one": False,
        "examples": len(features),
        "examples that never come": "none",
        "none of them twice": True,
        "labels that labels does not have": False,
        "numbers that features does not have": False,
        "every example of a large data set comes": True,
        "every example comes in each pass, one after the other": True,
        "every example comes in both of two passes that are under way at once": "always",
        "every example comes where labels repeat": "always",
    }


def keeps_rows_together(xp, inputs):
    return {
        "examples seen": True,
        "each with its own label": True,
        "each with its own label, with other data of that shape": True,
        "its own row, but with other numbers": False,
        "each with its own label in another pass over the same data": True,
        "each with its own label in a short last minibatch": True,
        "each with its own label where one minibatch holds all": True,
        "each with its own label in int32 or int64": True,
        "each with its own label where each has two": True,
        "each image with its own label": True,
        "images with other numbers, or in another order": False,
    }


def ends_with_a_short_minibatch(xp, inputs):
    found = {}
    for features, batch_size in zip(inputs[::2], (4, 3, 8, 6, 1, 3), strict=True):
        n, d = features.shape
        full, rest = divmod(n, batch_size)
        sizes = [(full, batch_size), (1 if rest else 0, rest)]
        shapes = [f"{count} of X ({k}, {d}) y ({k},)" for count, k in sizes if count]
        found[f"n = {n}, batch_size = {batch_size}"] = ", ".join(shapes)
    return found


def draws_a_new_order(xp, inputs):
    features = inputs[0]
    return {
        "examples": len(features),
        "an order again, or backwards, or begun elsewhere": False,
        "no example ever stays in its place": False,
        "the very same example in one place in every pass": False,
        "the same examples in front again": False,
        "the stored order, begun elsewhere": False,
        "the stored first half early in every pass": False,
        "the stored first half mostly in one half of a pass": False,
        "the stored order where one minibatch holds all": False,
    }


def leaves_the_data_alone(xp, inputs):
    return {
        "yields minibatches": True,
        "leaves both during the pass": True,
        "leaves both after the pass": True,
        "lends neither of them as a minibatch": True,
    }


def counts_iterations(xp, inputs):
    batch_size = int(inputs[0])
    sizes = [(50_000, 500), (10, 3), (3, 10), (64, 64), (1, 1), (60_000, 256), (50_001, 500)]
    sizes += [(10_001, 2000), (2**24 + 1, 2**22)]
    sizes += [(batch_size * 7 + extra, batch_size) for extra in (-1, 0, 1)]
    return {f"{n} examples, batch_size {b}": len(minibatches(n, b)) for n, b in sizes}


def counts_updates(xp, inputs):
    batch_size, epochs = (int(number) for number in inputs)
    sizes = [(50_000, 500, 10), (10, 3, 2), (10, 4, 2), (3, 10, 5), (20, 20, 1)]
    sizes += [(10, 3, 7), (7, 1, 3), (1, 4, 6)]
    sizes += [(batch_size * 4 + extra, batch_size, epochs) for extra in (-1, 0, 1)]
    return {
        f"{n} examples, batch_size {b}, {e} epochs": len(minibatches(n, b) * e) for n, b, e in sizes
    }
