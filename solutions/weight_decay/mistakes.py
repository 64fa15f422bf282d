"""Wrong versions of `l2_penalty` and `make_trainers` that learners write, each with the sentence
that would help."""

from mxnet import autograd, gluon, init, lr_scheduler, nd
from mxnet.gluon import nn

from grader.course import Mistake


class forgets_the_half(Mistake):
    """Your penalty is the whole sum of squares: divide it by 2, so that its gradient is w and not 2w."""

    def l2_penalty(w):
        return (w**2).sum()


class takes_the_norm(Mistake):
    """You take the square root of the sum of squares, as nd.norm does: the penalty is half the sum and has no root, (w**2).sum() / 2."""

    def l2_penalty(w):
        return nd.norm(w)


class sums_absolute_values(Mistake):
    """The sum of |w| is the L1 penalty: square the elements for L2."""

    def l2_penalty(w):
        return w.abs().sum()


class averages_the_squares(Mistake):
    """You take the mean of the squares, so large layers count less: take their sum."""

    def l2_penalty(w):
        return (w**2).mean() / 2


class squares_the_sum(Mistake):
    """You add first and square then, and elements of opposite sign cancel: square each element first."""

    def l2_penalty(w):
        return w.sum() ** 2 / 2


class forgets_to_add_up(Mistake):
    """There is one number for each element: add them all up with .sum()."""

    def l2_penalty(w):
        return w**2 / 2


class penalises_the_bias_too(Mistake):
    """Your l2_penalty wants a second array, but it is called with one, l2_penalty(w). Biases are not penalised: (w**2).sum() / 2."""

    def l2_penalty(w, b):
        return ((w**2).sum() + (b**2).sum()) / 2


class adds_up_columns(Mistake):
    """There is one number for each column, as sum(axis=0) and Python's sum(...) leave it: the method .sum() without an axis adds all elements."""

    def l2_penalty(w):
        return (w**2).sum(axis=0) / 2


class adds_up_rows(Mistake):
    """There is one number for each row, as sum(axis=-1) leaves it: the method .sum() without an axis adds all elements."""

    def l2_penalty(w):
        return (w**2).sum(axis=-1) / 2


class adds_up_rows_of_matrices(Mistake):
    """sum(axis=1) leaves one number for each row, and an array with one axis has no axis 1: the method .sum() without an axis adds all elements of any array."""

    def l2_penalty(w):
        return (w**2).sum(axis=1) / 2


class returns_the_first_row(Mistake):
    """Only the first row of w counts, as where the `return` stands inside a loop over the rows: (w**2).sum() / 2 adds up all elements."""

    def l2_penalty(w):
        for row in w:
            return (row**2).sum() / 2


class does_not_call_sum(Mistake):
    """.sum without parentheses is the method itself: call it, .sum()."""

    def l2_penalty(w):
        return (w**2).sum / 2


class answers_with_a_number(Mistake):
    """You return a Python number, and no gradient flows through it: leave float, asscalar and asnumpy out, and return the NDArray of shape (1,)."""

    def l2_penalty(w):
        return float((w**2).sum().asscalar()) / 2


class starts_from_zeros(Mistake):
    """nd.zeros((1,)) is float32 on the CPU whatever w is: (w**2).sum() needs no array to start from."""

    def l2_penalty(w):
        return nd.zeros((1,)) + (w**2).sum() / 2


class computes_outside_the_graph(Mistake):
    """No gradient flows back from your penalty to w: leave out asnumpy, asscalar, detach and autograd.pause, and use NDArray operations only."""

    def l2_penalty(w):
        total = (w.asnumpy() ** 2).sum() / 2
        return nd.array([total], ctx=w.context, dtype=w.dtype)


class decays_the_bias_too(Mistake):
    """Both trainers have 'wd': biases are not penalised, so leave it out of the second."""

    def make_trainers(net, lr, wd):
        settings = {"learning_rate": lr, "wd": wd}
        return (
            gluon.Trainer(net.collect_params(".*weight"), "sgd", settings),
            gluon.Trainer(net.collect_params(".*bias"), "sgd", settings),
        )


class forgets_wd(Mistake):
    """Nothing decays in the first trainer's steps: give it 'wd': wd in its settings, and set neither wd nor wd_mult to 0 afterwards."""

    def make_trainers(net, lr, wd):
        return (
            gluon.Trainer(net.collect_params(".*weight"), "sgd", {"learning_rate": lr}),
            gluon.Trainer(net.collect_params(".*bias"), "sgd", {"learning_rate": lr}),
        )


class returns_them_in_the_other_order(Mistake):
    """Your first trainer has the biases: the weights' trainer comes first."""

    def make_trainers(net, lr, wd):
        return (
            gluon.Trainer(net.collect_params(".*bias"), "sgd", {"learning_rate": lr}),
            gluon.Trainer(net.collect_params(".*weight"), "sgd", {"learning_rate": lr, "wd": wd}),
        )


class decays_the_wrong_ones(Mistake):
    """The biases decay and the weights do not: 'wd' belongs into the trainer of the weights."""

    def make_trainers(net, lr, wd):
        return (
            gluon.Trainer(net.collect_params(".*weight"), "sgd", {"learning_rate": lr}),
            gluon.Trainer(net.collect_params(".*bias"), "sgd", {"learning_rate": lr, "wd": wd}),
        )


class gives_everything_to_the_first(Mistake):
    """The first trainer has the biases too: collect_params('.*weight') finds the weights alone, collect_params() all parameters."""

    def make_trainers(net, lr, wd):
        return (
            gluon.Trainer(net.collect_params(), "sgd", {"learning_rate": lr, "wd": wd}),
            gluon.Trainer(net.collect_params(".*bias"), "sgd", {"learning_rate": lr}),
        )


class makes_one_trainer(Mistake):
    """You return a single trainer: weights and biases need one each, and both are returned as a pair."""

    def make_trainers(net, lr, wd):
        return gluon.Trainer(net.collect_params(), "sgd", {"learning_rate": lr, "wd": wd})


class makes_groups_of_parameters(Mistake):
    """A list of dicts, with settings for each group of parameters, is PyTorch's way: make two trainers, gluon.Trainer(net.collect_params('.*weight'), ...) and one for '.*bias'."""

    def make_trainers(net, lr, wd):
        groups = [
            {"params": net.collect_params(".*weight"), "weight_decay": wd},
            {"params": net.collect_params(".*bias")},
        ]
        return gluon.Trainer(groups, "sgd", {"learning_rate": lr})


class returns_one_trainer_twice(Mistake):
    """Both trainers that you return are that of the weights, so the biases never move: return that of the biases second, made of net.collect_params(".*bias") without 'wd'."""

    def make_trainers(net, lr, wd):
        weights = net.collect_params(".*weight")
        trainer = gluon.Trainer(weights, "sgd", {"learning_rate": lr, "wd": wd})
        return trainer, trainer


class calls_it_weight_decay(Mistake):
    """Gluon's name for the setting is 'wd'; 'weight_decay' is PyTorch's."""

    def make_trainers(net, lr, wd):
        settings = {"learning_rate": lr, "weight_decay": wd}
        return (
            gluon.Trainer(net.collect_params(".*weight"), "sgd", settings),
            gluon.Trainer(net.collect_params(".*bias"), "sgd", {"learning_rate": lr}),
        )


class takes_the_first_layer_only(Mistake):
    """Only the first layer's weight and bias are stepped: collect those of the whole net, net.collect_params('.*weight')."""

    def make_trainers(net, lr, wd):
        return (
            gluon.Trainer([net[0].weight], "sgd", {"learning_rate": lr, "wd": wd}),
            gluon.Trainer([net[0].bias], "sgd", {"learning_rate": lr}),
        )


class collects_from_the_first_layer_only(Mistake):
    """Only the first layer is stepped, as with net[0].collect_params(...), and not every net has a net[0]: collect from the net itself, net.collect_params('.*weight')."""

    def make_trainers(net, lr, wd):
        weights, biases = net[0].collect_params(".*weight"), net[0].collect_params(".*bias")
        return (
            gluon.Trainer(weights, "sgd", {"learning_rate": lr, "wd": wd}),
            gluon.Trainer(biases, "sgd", {"learning_rate": lr}),
        )


class forgets_the_second_learning_rate(Mistake):
    """The biases' trainer does not use lr: give both trainers {'learning_rate': lr}, for without it the rate is 0.01."""

    def make_trainers(net, lr, wd):
        return (
            gluon.Trainer(net.collect_params(".*weight"), "sgd", {"learning_rate": lr, "wd": wd}),
            gluon.Trainer(net.collect_params(".*bias"), "sgd"),
        )


class multiplies_by_the_learning_rate(Mistake):
    """SGD multiplies the decay by lr itself: pass wd as it is, not lr * wd."""

    def make_trainers(net, lr, wd):
        settings = {"learning_rate": lr, "wd": lr * wd}
        return (
            gluon.Trainer(net.collect_params(".*weight"), "sgd", settings),
            gluon.Trainer(net.collect_params(".*bias"), "sgd", {"learning_rate": lr}),
        )


class uses_adam(Mistake):
    """You use Adam, whose steps do not follow the formula: the optimiser asked for is 'sgd'."""

    def make_trainers(net, lr, wd):
        settings = {"learning_rate": lr, "wd": wd}
        return (
            gluon.Trainer(net.collect_params(".*weight"), "adam", settings),
            gluon.Trainer(net.collect_params(".*bias"), "adam", {"learning_rate": lr}),
        )


class uses_adam_for_the_weights(Mistake):
    """The first trainer uses Adam, whose steps do not follow the formula: the optimiser asked for is 'sgd', in both trainers."""

    def make_trainers(net, lr, wd):
        settings = {"learning_rate": lr, "wd": wd}
        return (
            gluon.Trainer(net.collect_params(".*weight"), "adam", settings),
            gluon.Trainer(net.collect_params(".*bias"), "sgd", {"learning_rate": lr}),
        )


class adds_momentum(Mistake):
    """With momentum the second step also repeats a part of the first: plain 'sgd' has none."""

    def make_trainers(net, lr, wd):
        settings = {"learning_rate": lr, "momentum": 0.9}
        return (
            gluon.Trainer(net.collect_params(".*weight"), "sgd", {**settings, "wd": wd}),
            gluon.Trainer(net.collect_params(".*bias"), "sgd", settings),
        )


class adds_momentum_to_the_weights(Mistake):
    """The first trainer has a momentum of 0.9, so each of its steps also repeats a part of those before: plain 'sgd' has none, so leave 'momentum' out."""

    def make_trainers(net, lr, wd):
        settings = {"learning_rate": lr, "momentum": 0.9, "wd": wd}
        return (
            gluon.Trainer(net.collect_params(".*weight"), "sgd", settings),
            gluon.Trainer(net.collect_params(".*bias"), "sgd", {"learning_rate": lr}),
        )


class has_its_own_numbers(Mistake):
    """The learning rate and the decay are written into the code: use the arguments lr and wd."""

    def make_trainers(net, lr, wd):
        return (
            gluon.Trainer(net.collect_params(".*weight"), "sgd", {"learning_rate": 0.1, "wd": 3}),
            gluon.Trainer(net.collect_params(".*bias"), "sgd", {"learning_rate": 0.1}),
        )


class has_the_numbers_of_the_example(Mistake):
    """Your learning rate and your decay are always 0.1 and 0.5, as in the example: use the arguments lr and wd."""

    def make_trainers(net, lr, wd):
        return (
            gluon.Trainer(net.collect_params(".*weight"), "sgd", {"learning_rate": 0.1, "wd": 0.5}),
            gluon.Trainer(net.collect_params(".*bias"), "sgd", {"learning_rate": 0.1}),
        )


class wants_the_arrays(Mistake):
    """Before the first call the arrays do not exist: leave the Parameters alone and hand them to gluon.Trainer as they are."""

    def make_trainers(net, lr, wd):
        weights = {k: p for k, p in net.collect_params(".*weight").items() if p.data().size}
        biases = {k: p for k, p in net.collect_params(".*bias").items() if p.data().size}
        return (
            gluon.Trainer(weights, "sgd", {"learning_rate": lr, "wd": wd}),
            gluon.Trainer(biases, "sgd", {"learning_rate": lr}),
        )


class forgets_to_return(Mistake):
    """The trainers are made and then lost: return both of them."""

    def make_trainers(net, lr, wd):
        gluon.Trainer(net.collect_params(".*weight"), "sgd", {"learning_rate": lr, "wd": wd})
        gluon.Trainer(net.collect_params(".*bias"), "sgd", {"learning_rate": lr})


class forgets_the_wildcard(Mistake):
    """At least one of your trainers gets no parameters. A pattern must match a name from its first letter on: write '.*weight' and '.*bias'."""

    def make_trainers(net, lr, wd):
        return (
            gluon.Trainer(net.collect_params("weight"), "sgd", {"learning_rate": lr, "wd": wd}),
            gluon.Trainer(net.collect_params("bias"), "sgd", {"learning_rate": lr}),
        )


class looks_at_dense_layers_only(Mistake):
    """You take the parameters of dense layers only, by their names or by their class, so a convolution is never updated: '.*weight' and '.*bias' find all."""

    def make_trainers(net, lr, wd):
        return (
            gluon.Trainer(
                net.collect_params(".*dense.*weight"), "sgd", {"learning_rate": lr, "wd": wd}
            ),
            gluon.Trainer(net.collect_params(".*dense.*bias"), "sgd", {"learning_rate": lr}),
        )


class gives_everything_to_the_second(Mistake):
    """The second trainer has the weights too, and steps them once more: ask for '.*bias'."""

    def make_trainers(net, lr, wd):
        return (
            gluon.Trainer(net.collect_params(".*weight"), "sgd", {"learning_rate": lr, "wd": wd}),
            gluon.Trainer(net.collect_params(), "sgd", {"learning_rate": lr}),
        )


class gives_the_weights_to_both(Mistake):
    """The second trainer has the weights too, and no biases: give it net.collect_params('.*bias')."""

    def make_trainers(net, lr, wd):
        weights = net.collect_params(".*weight")
        return (
            gluon.Trainer(weights, "sgd", {"learning_rate": lr, "wd": wd}),
            gluon.Trainer(weights, "sgd", {"learning_rate": lr}),
        )


class gives_the_biases_to_both(Mistake):
    """The first trainer has the biases, as the second has, and no weights: give it net.collect_params('.*weight')."""

    def make_trainers(net, lr, wd):
        biases = net.collect_params(".*bias")
        return (
            gluon.Trainer(biases, "sgd", {"learning_rate": lr, "wd": wd}),
            gluon.Trainer(biases, "sgd", {"learning_rate": lr}),
        )


class halves_the_norm(Mistake):
    """You take the square root of the sum of squares, as nd.norm does, and halve it: the penalty has no root, (w**2).sum() / 2."""

    def l2_penalty(w):
        return nd.norm(w) / 2


class looks_one_level_deep(Mistake):
    """You look for layers that stand directly in the net: collect_params finds those of nested blocks too."""

    def make_trainers(net, lr, wd):
        layers = [layer for layer in net if hasattr(layer, "weight")]
        biases = [b for layer in layers if (b := getattr(layer, "bias", None)) is not None]
        return (
            gluon.Trainer(
                [layer.weight for layer in layers], "sgd", {"learning_rate": lr, "wd": wd}
            ),
            gluon.Trainer(biases, "sgd", {"learning_rate": lr}),
        )


class loops_over_the_net(Mistake):
    """You loop over the net and ask each layer for its weight and bias, but it may be a Sequential, which has neither, and net may be a single layer: collect_params finds the parameters of all."""

    def make_trainers(net, lr, wd):
        weights, biases = [layer.weight for layer in net], [layer.bias for layer in net]
        return (
            gluon.Trainer(weights, "sgd", {"learning_rate": lr, "wd": wd}),
            gluon.Trainer(biases, "sgd", {"learning_rate": lr}),
        )


class has_loose_patterns(Mistake):
    """'.*w' and '.*b' match any name with that letter in it, so some parameters are stepped twice: write '.*weight' and '.*bias'."""

    def make_trainers(net, lr, wd):
        return (
            gluon.Trainer(net.collect_params(".*w"), "sgd", {"learning_rate": lr, "wd": wd}),
            gluon.Trainer(net.collect_params(".*b"), "sgd", {"learning_rate": lr}),
        )


class has_a_loose_pattern_for_the_biases(Mistake):
    """'.*b' matches every name with a b anywhere, such as below_dense0_weight, so the second trainer may step weights once more: write '.*bias'."""

    def make_trainers(net, lr, wd):
        return (
            gluon.Trainer(net.collect_params(".*weight"), "sgd", {"learning_rate": lr, "wd": wd}),
            gluon.Trainer(net.collect_params(".*b"), "sgd", {"learning_rate": lr}),
        )


class has_a_loose_pattern_for_the_weights(Mistake):
    """'.*w' matches every name with a w anywhere, such as below_dense0_bias, so the first trainer may step and decay biases: write '.*weight'."""

    def make_trainers(net, lr, wd):
        return (
            gluon.Trainer(net.collect_params(".*w"), "sgd", {"learning_rate": lr, "wd": wd}),
            gluon.Trainer(net.collect_params(".*bias"), "sgd", {"learning_rate": lr}),
        )


class names_one_layer(Mistake):
    """The first trainer's pattern does not find every weight, such as '.*dense0_weight', for each net's layers have other numbers: '.*weight' finds all of them."""

    def make_trainers(net, lr, wd):
        return (
            gluon.Trainer(
                net.collect_params(".*dense0_weight"), "sgd", {"learning_rate": lr, "wd": wd}
            ),
            gluon.Trainer(net.collect_params(".*bias"), "sgd", {"learning_rate": lr}),
        )


class gives_everything_to_the_second_and_spares_biases(Mistake):
    """The second trainer has the weights too, and steps and decays them once more: give it net.collect_params('.*bias') and no 'wd'."""

    def make_trainers(net, lr, wd):
        settings = {"learning_rate": lr, "wd": wd}
        weights = gluon.Trainer(net.collect_params(".*weight"), "sgd", settings)
        net.collect_params(".*bias").setattr("wd_mult", 0)
        return weights, gluon.Trainer(net.collect_params(), "sgd", settings)


class halves_the_decay(Mistake):
    """Your weights decay half as fast as they should: pass wd as it is, not wd / 2, and set no wd_mult."""

    def make_trainers(net, lr, wd):
        settings = {"learning_rate": lr, "wd": wd / 2}
        return (
            gluon.Trainer(net.collect_params(".*weight"), "sgd", settings),
            gluon.Trainer(net.collect_params(".*bias"), "sgd", {"learning_rate": lr}),
        )


class doubles_the_decay(Mistake):
    """Your weights decay twice as fast as they should: pass wd as it is, not 2 * wd, for the penalty is halved and its gradient is w, not 2w."""

    def make_trainers(net, lr, wd):
        settings = {"learning_rate": lr, "wd": 2 * wd}
        return (
            gluon.Trainer(net.collect_params(".*weight"), "sgd", settings),
            gluon.Trainer(net.collect_params(".*bias"), "sgd", {"learning_rate": lr}),
        )


class forgets_the_learning_rate(Mistake):
    """Your trainers do not use lr: give both {'learning_rate': lr}, for without it the rate is 0.01."""

    def make_trainers(net, lr, wd):
        return (
            gluon.Trainer(net.collect_params(".*weight"), "sgd", {"wd": wd}),
            gluon.Trainer(net.collect_params(".*bias"), "sgd"),
        )


class calls_it_lr(Mistake):
    """The setting's name is 'learning_rate', not 'lr'."""

    def make_trainers(net, lr, wd):
        return (
            gluon.Trainer(net.collect_params(".*weight"), "sgd", {"lr": lr, "wd": wd}),
            gluon.Trainer(net.collect_params(".*bias"), "sgd", {"lr": lr}),
        )


class halves_the_absolute_values(Mistake):
    """Half the sum of |w| is no L2 penalty: square the elements instead of taking their absolute values."""

    def l2_penalty(w):
        return w.abs().sum() / 2


class halves_before_squaring(Mistake):
    """Your penalty is a quarter of the sum of squares, as where w is halved before it is squared, or the sum is halved twice: square, add up, and then divide by 2."""

    def l2_penalty(w):
        return ((w / 2) ** 2).sum()


class multiplies_matrices(Mistake):
    """nd.dot(w.T, w) is a matrix, with the squares of w's columns on its diagonal: (w**2).sum() / 2 is one number for any shape."""

    def l2_penalty(w):
        return nd.dot(w.T, w) / 2


class writes_a_glob(Mistake):
    """'*weight' is no regular expression, for * repeats what stands before it: '.*weight' is any letters and then weight."""

    def make_trainers(net, lr, wd):
        return (
            gluon.Trainer(net.collect_params("*weight"), "sgd", {"learning_rate": lr, "wd": wd}),
            gluon.Trainer(net.collect_params("*bias"), "sgd", {"learning_rate": lr}),
        )


class has_its_own_decay(Mistake):
    """The decay 3 is written into the code: use the argument wd."""

    def make_trainers(net, lr, wd):
        return (
            gluon.Trainer(net.collect_params(".*weight"), "sgd", {"learning_rate": lr, "wd": 3}),
            gluon.Trainer(net.collect_params(".*bias"), "sgd", {"learning_rate": lr}),
        )


class returns_a_dict(Mistake):
    """You return a dict: return the two trainers as a pair, that of the weights first."""

    def make_trainers(net, lr, wd):
        weights, biases = net.collect_params(".*weight"), net.collect_params(".*bias")
        return {
            "weights": gluon.Trainer(weights, "sgd", {"learning_rate": lr, "wd": wd}),
            "biases": gluon.Trainer(biases, "sgd", {"learning_rate": lr}),
        }


class keeps_its_first_trainers(Mistake):
    """A trainer of yours holds parameters of a net from an earlier call, as where trainers or lists are kept in a default argument: make new trainers, of the parameters of the net that is handed in alone."""

    def make_trainers(net, lr, wd, made=[]):
        if not made:
            weights, biases = net.collect_params(".*weight"), net.collect_params(".*bias")
            made.append(gluon.Trainer(weights, "sgd", {"learning_rate": lr, "wd": wd}))
            made.append(gluon.Trainer(biases, "sgd", {"learning_rate": lr}))
        return tuple(made)


class initialises_the_net_anew(Mistake):
    """force_reinit=True draws the parameters anew, and what they were is lost: the net comes initialised, so leave it as it is."""

    def make_trainers(net, lr, wd):
        net.initialize(init.Normal(sigma=1), force_reinit=True)
        return (
            gluon.Trainer(net.collect_params(".*weight"), "sgd", {"learning_rate": lr, "wd": wd}),
            gluon.Trainer(net.collect_params(".*bias"), "sgd", {"learning_rate": lr}),
        )


class takes_every_other_parameter(Mistake):
    """You take every other parameter for a weight, but not every layer has a bias: choose by name, '.*weight' and '.*bias'."""

    def make_trainers(net, lr, wd):
        parameters = list(net.collect_params().values())
        return (
            gluon.Trainer(parameters[::2], "sgd", {"learning_rate": lr, "wd": wd}),
            gluon.Trainer(parameters[1::2], "sgd", {"learning_rate": lr}),
        )


class attaches_a_gradient(Mistake):
    """attach_grad cuts w off from what it was computed from, so no gradient flows on from there: leave it out, it is the caller's business."""

    def l2_penalty(w):
        w.attach_grad()
        return (w**2).sum() / 2


class answers_with_a_scalar(Mistake):
    """You return a number from outside MXNet, as asscalar and asnumpy give it, and no gradient flows through it: return the NDArray of shape (1,)."""

    def l2_penalty(w):
        return (w**2).sum().asscalar() / 2


class takes_matrices_for_weights(Mistake):
    """You take the parameters with two axes for the weights, but a convolution's weight has four: choose by name, '.*weight' and '.*bias'."""

    def make_trainers(net, lr, wd):
        matrices = [p for p in net.collect_params().values() if len(p.shape) == 2]
        return (
            gluon.Trainer(matrices, "sgd", {"learning_rate": lr, "wd": wd}),
            gluon.Trainer(net.collect_params(".*bias"), "sgd", {"learning_rate": lr}),
        )


class wants_dense_at_the_beginning(Mistake):
    """Your patterns ask for names that begin with dense, but a net's prefix may stand before it, and there are other layers: '.*weight' and '.*bias'."""

    def make_trainers(net, lr, wd):
        return (
            gluon.Trainer(
                net.collect_params("dense.*weight"), "sgd", {"learning_rate": lr, "wd": wd}
            ),
            gluon.Trainer(net.collect_params("dense.*bias"), "sgd", {"learning_rate": lr}),
        )


class wants_dense_weights_at_the_beginning(Mistake):
    """Your first trainer takes weights only whose names begin with dense, so a convolution's is never updated, and of a net with a prefix it gets none at all: '.*weight' finds them all."""

    def make_trainers(net, lr, wd):
        return (
            gluon.Trainer(
                net.collect_params("dense.*weight"), "sgd", {"learning_rate": lr, "wd": wd}
            ),
            gluon.Trainer(net.collect_params(".*bias"), "sgd", {"learning_rate": lr}),
        )


class steps_the_biases_of_dense_layers(Mistake):
    """The second trainer's pattern asks for dense layers, so the bias of a convolution is never updated: '.*bias' finds all."""

    def make_trainers(net, lr, wd):
        return (
            gluon.Trainer(net.collect_params(".*weight"), "sgd", {"learning_rate": lr, "wd": wd}),
            gluon.Trainer(net.collect_params(".*dense.*bias"), "sgd", {"learning_rate": lr}),
        )


class takes_the_last_weight_only(Mistake):
    """The first trainer has the last layer's weight only: collect those of the whole net, net.collect_params('.*weight')."""

    def make_trainers(net, lr, wd):
        return (
            gluon.Trainer([net[-1].weight], "sgd", {"learning_rate": lr, "wd": wd}),
            gluon.Trainer(net.collect_params(".*bias"), "sgd", {"learning_rate": lr}),
        )


class forgets_what_comes_back(Mistake):
    """backward gets the gradient of what follows: multiply it by w, head * w."""

    def l2_penalty(w):
        class WithItsOwnGradient(autograd.Function):
            def forward(self, w):
                self.w = w
                return (w**2).sum() / 2

            def backward(self, head):
                return self.w

        return WithItsOwnGradient()(w)


class squares_in_place(Mistake):
    """You write into w, as w *= w and w[:] = ... do, and w is the caller's array: (w**2).sum() / 2 makes a new one."""

    def l2_penalty(w):
        if autograd.is_recording():
            return (w**2).sum() / 2
        w *= w
        return w.sum() / 2


class keeps_the_first_penalty(Mistake):
    """You keep a penalty from an earlier call, by the shape or, as lru_cache does, by the array, so other numbers get it again: compute it anew in every call."""

    kept = {}  # noqa: RUF012  (the patch has it as a global)

    def l2_penalty(w):
        if w.shape not in kept:
            kept[w.shape] = (w**2).sum() / 2
        return kept[w.shape]


class keeps_trainers_for_each_setting(Mistake):
    """You keep trainers from an earlier call with the same lr and wd, and they step the net of that call: make new ones for the net that is handed in."""

    kept = {}  # noqa: RUF012  (the patch has it as a global)

    def make_trainers(net, lr, wd):
        net = kept.setdefault((lr, wd), net)
        return (
            gluon.Trainer(net.collect_params(".*weight"), "sgd", {"learning_rate": lr, "wd": wd}),
            gluon.Trainer(net.collect_params(".*bias"), "sgd", {"learning_rate": lr}),
        )


class keeps_the_trainers_of_each_net(Mistake):
    """You keep the trainers of a net, so a second call for it gets those of the first, whose lr and wd were other ones: make new trainers in each call."""

    def make_trainers(net, lr, wd):
        if not hasattr(net, "kept_trainers"):
            net.kept_trainers = (
                gluon.Trainer(
                    net.collect_params(".*weight"), "sgd", {"learning_rate": lr, "wd": wd}
                ),
                gluon.Trainer(net.collect_params(".*bias"), "sgd", {"learning_rate": lr}),
            )
        return net.kept_trainers


class writes_wd_into_the_parameters(Mistake):
    """You write wd into the net's parameters, as wd_mult, so trainers made later for the same net change these: give wd to the first trainer, {'learning_rate': lr, 'wd': wd}."""

    def make_trainers(net, lr, wd):
        weights = net.collect_params(".*weight")
        weights.setattr("wd_mult", wd)
        return (
            gluon.Trainer(weights, "sgd", {"learning_rate": lr, "wd": 1}),
            gluon.Trainer(net.collect_params(".*bias"), "sgd", {"learning_rate": lr}),
        )


class takes_one_axis_for_a_bias(Mistake):
    """For an array with one axis you answer 0, as if it were a bias: l2_penalty is half the sum of squares for every shape, and the caller chooses what to penalise."""

    def l2_penalty(w):
        return (w**2).sum() / 2 if w.ndim > 1 else (w * 0).sum()


class decays_without_being_asked(Mistake):
    """wd = 0 is no missing argument, as `wd or 1e-4` takes it: pass wd on as it is."""

    def make_trainers(net, lr, wd):
        return (
            gluon.Trainer(
                net.collect_params(".*weight"), "sgd", {"learning_rate": lr, "wd": wd or 1e-4}
            ),
            gluon.Trainer(net.collect_params(".*bias"), "sgd", {"learning_rate": lr}),
        )


class divides_by_the_largest(Mistake):
    """Where all of w is 0 you divide by 0, its largest element: (w**2).sum() / 2 needs no division by w."""

    def l2_penalty(w):
        largest = w.abs().max()
        return largest**2 * ((w / largest) ** 2).sum() / 2


class leaves_small_elements_out(Mistake):
    """Elements near 0, such as those below 0.001, are missing from your sum: every element counts, however small."""

    def l2_penalty(w):
        return (nd.where(w.abs() < 1e-3, nd.zeros_like(w), w) ** 2).sum() / 2


class knows_some_classes_of_layers(Mistake):
    """You look for layers of certain classes, and others are never updated, such as nn.Embedding: '.*weight' and '.*bias' find the parameters of all."""

    def make_trainers(net, lr, wd):
        layers = []

        def visit(block):
            if isinstance(block, nn.Dense | nn.Conv2D):
                layers.append(block)

        net.apply(visit)
        biases = [layer.bias for layer in layers if layer.bias is not None]
        return (
            gluon.Trainer(
                [layer.weight for layer in layers], "sgd", {"learning_rate": lr, "wd": wd}
            ),
            gluon.Trainer(biases, "sgd", {"learning_rate": lr}),
        )


class knows_more_classes_of_layers(Mistake):
    """You look for layers of certain classes, and others are never updated, such as nn.Conv1D: '.*weight' and '.*bias' find the parameters of all."""

    def make_trainers(net, lr, wd):
        layers = []

        def visit(block):
            if isinstance(block, nn.Dense | nn.Conv2D | nn.Embedding):
                layers.append(block)

        net.apply(visit)
        biases = [b for layer in layers if (b := getattr(layer, "bias", None)) is not None]
        return (
            gluon.Trainer(
                [layer.weight for layer in layers], "sgd", {"learning_rate": lr, "wd": wd}
            ),
            gluon.Trainer(biases, "sgd", {"learning_rate": lr}),
        )


class asks_layers_for_weight_and_bias(Mistake):
    """You take .weight and .bias of each layer, but a layer may have several weights under longer names, such as l0_i2h_weight of gluon.rnn.RNN: '.*weight' and '.*bias' find all."""

    def make_trainers(net, lr, wd):
        weights, biases = [], []

        def visit(block):
            if getattr(block, "weight", None) is not None:
                weights.append(block.weight)
            if getattr(block, "bias", None) is not None:
                biases.append(block.bias)

        net.apply(visit)
        return (
            gluon.Trainer(weights, "sgd", {"learning_rate": lr, "wd": wd}),
            gluon.Trainer(biases, "sgd", {"learning_rate": lr}),
        )


class initialises_what_is_still_open(Mistake):
    """You call net.initialize again, so parameters whose size is still open get other numbers than they were to have: the net comes initialised, so leave it as it is."""

    def make_trainers(net, lr, wd):
        net.initialize(init.Normal(sigma=1))
        return (
            gluon.Trainer(net.collect_params(".*weight"), "sgd", {"learning_rate": lr, "wd": wd}),
            gluon.Trainer(net.collect_params(".*bias"), "sgd", {"learning_rate": lr}),
        )


class leaves_a_single_element_alone(Mistake):
    """Where w has one element only, your penalty has another shape than (1,): .sum() gives (1,) for any shape, so ask nothing of w's size."""

    def l2_penalty(w):
        return (w**2).sum() / 2 if w.size > 1 else w**2 / 2


class schedules_the_learning_rate(Mistake):
    """The first trainer's learning rate changes from step to step, as by an lr_scheduler: both trainers step with lr, however many steps they make."""

    def make_trainers(net, lr, wd):
        halves = lr_scheduler.FactorScheduler(step=5, factor=0.5, base_lr=lr)
        settings = {"learning_rate": lr, "wd": wd, "lr_scheduler": halves}
        return (
            gluon.Trainer(net.collect_params(".*weight"), "sgd", settings),
            gluon.Trainer(net.collect_params(".*bias"), "sgd", {"learning_rate": lr}),
        )


class gives_everything_to_both(Mistake):
    """Both trainers have all parameters, so each steps weights and biases: give the first net.collect_params('.*weight') and the second net.collect_params('.*bias')."""

    def make_trainers(net, lr, wd):
        return (
            gluon.Trainer(net.collect_params(), "sgd", {"learning_rate": lr, "wd": wd}),
            gluon.Trainer(net.collect_params(), "sgd", {"learning_rate": lr}),
        )


class decays_everything_with_both(Mistake):
    """Both trainers have all parameters and 'wd', so weights and biases are stepped and decayed twice: the first gets net.collect_params('.*weight') and 'wd', the second net.collect_params('.*bias') without it."""

    def make_trainers(net, lr, wd):
        settings = {"learning_rate": lr, "wd": wd}
        return (
            gluon.Trainer(net.collect_params(), "sgd", settings),
            gluon.Trainer(net.collect_params(), "sgd", settings),
        )


class forgets_the_first_learning_rate(Mistake):
    """The weights' trainer does not use lr: give both trainers 'learning_rate': lr, for without it the rate is 0.01."""

    def make_trainers(net, lr, wd):
        return (
            gluon.Trainer(net.collect_params(".*weight"), "sgd", {"wd": wd}),
            gluon.Trainer(net.collect_params(".*bias"), "sgd", {"learning_rate": lr}),
        )


class has_the_numbers_of_the_book(Mistake):
    """You use the learning rate 0.003 and the decay 3, whatever make_trainers is given, as where lr and wd are variables outside of it: use the arguments lr and wd."""

    lr, wd = 0.003, 3

    def make_trainers(net, learning_rate, weight_decay):
        return (
            gluon.Trainer(net.collect_params(".*weight"), "sgd", {"learning_rate": lr, "wd": wd}),
            gluon.Trainer(net.collect_params(".*bias"), "sgd", {"learning_rate": lr}),
        )


class swaps_lr_and_wd(Mistake):
    """The learning rate and the decay change places: the second argument is lr, the third wd, make_trainers(net, lr, wd)."""

    def make_trainers(net, wd, lr):
        return (
            gluon.Trainer(net.collect_params(".*weight"), "sgd", {"learning_rate": lr, "wd": wd}),
            gluon.Trainer(net.collect_params(".*bias"), "sgd", {"learning_rate": lr}),
        )


class swaps_them_in_the_first_trainer(Mistake):
    """In the first trainer the learning rate and the decay change places: {"learning_rate": lr, "wd": wd}."""

    def make_trainers(net, lr, wd):
        return (
            gluon.Trainer(net.collect_params(".*weight"), "sgd", {"learning_rate": wd, "wd": lr}),
            gluon.Trainer(net.collect_params(".*bias"), "sgd", {"learning_rate": lr}),
        )


class takes_a_net_outside(Mistake):
    """Your trainers have the parameters of another net than the one that is handed in, such as a net of the notebook: use the argument net."""

    net = nn.Sequential()
    net.add(nn.Dense(1))
    net.initialize()

    def make_trainers(model, lr, wd):
        return (
            gluon.Trainer(net.collect_params(".*weight"), "sgd", {"learning_rate": lr, "wd": wd}),
            gluon.Trainer(net.collect_params(".*bias"), "sgd", {"learning_rate": lr}),
        )


class takes_a_net_outside_that_has_seen_data(Mistake):
    """Your trainers step another net than the one that is handed in, such as one that the notebook has trained before: use the argument net."""

    net = nn.Sequential()
    net.add(nn.Dense(1, in_units=2))
    net.initialize()

    def make_trainers(model, lr, wd):
        return (
            gluon.Trainer(net.collect_params(".*weight"), "sgd", {"learning_rate": lr, "wd": wd}),
            gluon.Trainer(net.collect_params(".*bias"), "sgd", {"learning_rate": lr}),
        )


class has_its_own_rate(Mistake):
    """Your learning rate is always 0.1: use the argument lr."""

    def make_trainers(net, lr, wd):
        return (
            gluon.Trainer(net.collect_params(".*weight"), "sgd", {"learning_rate": 0.1, "wd": wd}),
            gluon.Trainer(net.collect_params(".*bias"), "sgd", {"learning_rate": 0.1}),
        )


class has_its_own_small_rate(Mistake):
    """Your learning rate is always 0.03: use the argument lr."""

    def make_trainers(net, lr, wd):
        return (
            gluon.Trainer(net.collect_params(".*weight"), "sgd", {"learning_rate": 0.03, "wd": wd}),
            gluon.Trainer(net.collect_params(".*bias"), "sgd", {"learning_rate": 0.03}),
        )


class has_its_own_small_numbers(Mistake):
    """Your learning rate and your decay are always 0.03 and 3: use the arguments lr and wd."""

    def make_trainers(net, lr, wd):
        return (
            gluon.Trainer(net.collect_params(".*weight"), "sgd", {"learning_rate": 0.03, "wd": 3}),
            gluon.Trainer(net.collect_params(".*bias"), "sgd", {"learning_rate": 0.03}),
        )
