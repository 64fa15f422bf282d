"""Wrong versions of `make_net` and `train` that learners write, each with the sentence that would
help."""

import random

import mxnet as mx
from mxnet import autograd, gluon, init, nd
from mxnet.gluon import loss as gloss
from mxnet.gluon import nn

from grader.course import Mistake


class does_not_initialise(Mistake):
    """The dense layer is not initialised: call net.initialize(init.Normal(sigma=0.01)) in make_net, after net.add."""

    def make_net():
        net = nn.Sequential()
        net.add(nn.Dense(1))
        return net


class gives_inputs_and_outputs(Mistake):
    """nn.Dense(2, 1) is PyTorch's way, and Gluon takes the second number for an activation: give the number of outputs alone, nn.Dense(1)."""

    def make_net():
        net = nn.Sequential()
        net.add(nn.Dense(2, 1))
        net.initialize(init.Normal(sigma=0.01))
        return net


class builds_as_in_pytorch(Mistake):
    """nn.Sequential(layer) is PyTorch: Gluon's begins empty, net = nn.Sequential(), and net.add(nn.Dense(1)) puts the layer in."""

    def make_net():
        net = nn.Sequential(nn.Dense(1))
        net.initialize(init.Normal(sigma=0.01))
        return net


class initialises_by_default(Mistake):
    """These are no draws from N(0, 0.01²), and a bare net.initialize() gives none: pass init.Normal(sigma=0.01)."""

    def make_net():
        net = nn.Sequential()
        net.add(nn.Dense(1))
        net.initialize()
        return net


class draws_large_weights(Mistake):
    """The weights are far too large: the standard deviation should be 0.01, init.Normal(sigma=0.01)."""

    def make_net():
        net = nn.Sequential()
        net.add(nn.Dense(1))
        net.initialize(init.Normal(sigma=1))
        return net


class draws_weights_ten_times_as_large(Mistake):
    """The weights are ten times too large: sigma is the standard deviation, init.Normal(sigma=0.01)."""

    def make_net():
        net = nn.Sequential()
        net.add(nn.Dense(1))
        net.initialize(init.Normal(sigma=0.1))
        return net


class seeds_the_generator(Mistake):
    """Every net begins with the same weights, as where a seed is set inside make_net: set none, and each call draws anew."""

    def make_net():
        mx.random.seed(1)
        net = nn.Sequential()
        net.add(nn.Dense(1))
        net.initialize(init.Normal(sigma=0.01))
        return net


class fixes_the_input_size(Mistake):
    """make_net fixes the number of features: leave in_units out, and call the net on no data of your own; Gluon infers it."""

    def make_net():
        net = nn.Sequential()
        net.add(nn.Dense(1, in_units=2))
        net.initialize(init.Normal(sigma=0.01))
        return net


class activates_the_output(Mistake):
    """relu after the last layer makes every negative answer 0: a regression needs no activation."""

    def make_net():
        net = nn.Sequential()
        net.add(nn.Dense(1, activation="relu"))
        net.initialize(init.Normal(sigma=0.01))
        return net


class has_ten_outputs(Mistake):
    """A regression has one output, nn.Dense(1); ten belong to a classifier."""

    def make_net():
        net = nn.Sequential()
        net.add(nn.Dense(10))
        net.initialize(init.Normal(sigma=0.01))
        return net


class has_a_hidden_layer(Mistake):
    """Linear regression is a single dense layer: leave the other one out."""

    def make_net():
        net = nn.Sequential()
        net.add(nn.Dense(8), nn.Dense(1))
        net.initialize(init.Normal(sigma=0.01))
        return net


class leaves_the_bias_out(Mistake):
    """use_bias=False takes the bias away, and the line goes through the origin: leave it out."""

    def make_net():
        net = nn.Sequential()
        net.add(nn.Dense(1, use_bias=False))
        net.initialize(init.Normal(sigma=0.01))
        return net


class draws_the_bias_too(Mistake):
    """The bias is drawn at random: it begins at 0, which is what nn.Dense(1) does by itself."""

    def make_net():
        net = nn.Sequential()
        net.add(nn.Dense(1, bias_initializer=init.Normal(sigma=0.01)))
        net.initialize(init.Normal(sigma=0.01))
        return net


class returns_the_layer(Mistake):
    """make_net returns the dense layer alone: put it into an nn.Sequential and return that."""

    def make_net():
        net = nn.Dense(1)
        net.initialize(init.Normal(sigma=0.01))
        return net


class forgets_to_return_the_net(Mistake):
    """make_net builds the net and returns None: end it with `return net`."""

    def make_net():
        net = nn.Sequential()
        net.add(nn.Dense(1))
        net.initialize(init.Normal(sigma=0.01))


class misspells_autograd(Mistake):
    """The name is autograd, not autogard: Python finds that out only when the line runs."""

    def train(net, features, labels, lr, num_epochs, batch_size):
        loss = gloss.L2Loss()
        trainer = gluon.Trainer(net.collect_params(), "sgd", {"learning_rate": lr})
        order = list(range(len(features)))
        means = []
        for _ in range(num_epochs):
            random.shuffle(order)
            for i in range(0, len(order), batch_size):
                rows = nd.array(order[i : i + batch_size], ctx=features.context)
                X, y = features.take(rows), labels.take(rows)
                with autogard.record():
                    losses = loss(net(X), y)
                losses.backward()
                trainer.step(len(X))
            means.append(float(loss(net(features), labels).mean().asscalar()))
        return means


class goes_backward_from_the_mean(Mistake):
    """The gradient is divided by the batch size twice, and trainer.step(k) does it already. Call backward on the losses themselves, not on their mean, and change neither lr nor rescale_grad."""

    def train(net, features, labels, lr, num_epochs, batch_size):
        loss = gloss.L2Loss()
        trainer = gluon.Trainer(net.collect_params(), "sgd", {"learning_rate": lr})
        order = list(range(len(features)))
        means = []
        for _ in range(num_epochs):
            random.shuffle(order)
            for i in range(0, len(order), batch_size):
                rows = nd.array(order[i : i + batch_size], ctx=features.context)
                X, y = features.take(rows), labels.take(rows)
                with autograd.record():
                    losses = loss(net(X), y).mean()
                losses.backward()
                trainer.step(len(X))
            means.append(float(loss(net(features), labels).mean().asscalar()))
        return means


class forgets_to_go_backward(Mistake):
    """trainer.step finds no new gradients: call losses.backward() before each step, after the `with autograd.record():` block, and step only once after it. The losses must come from the net whose parameters the trainer has."""

    def train(net, features, labels, lr, num_epochs, batch_size):
        loss = gloss.L2Loss()
        trainer = gluon.Trainer(net.collect_params(), "sgd", {"learning_rate": lr})
        order = list(range(len(features)))
        means = []
        for _ in range(num_epochs):
            random.shuffle(order)
            for i in range(0, len(order), batch_size):
                rows = nd.array(order[i : i + batch_size], ctx=features.context)
                X, y = features.take(rows), labels.take(rows)
                with autograd.record():
                    losses = loss(net(X), y)
                trainer.step(len(X))
            means.append(float(loss(net(features), labels).mean().asscalar()))
        return means


class steps_by_one(Mistake):
    """trainer.step(1) divides the summed gradient by 1: pass the number of examples in the minibatch."""

    def train(net, features, labels, lr, num_epochs, batch_size):
        loss = gloss.L2Loss()
        trainer = gluon.Trainer(net.collect_params(), "sgd", {"learning_rate": lr})
        order = list(range(len(features)))
        means = []
        for _ in range(num_epochs):
            random.shuffle(order)
            for i in range(0, len(order), batch_size):
                rows = nd.array(order[i : i + batch_size], ctx=features.context)
                X, y = features.take(rows), labels.take(rows)
                with autograd.record():
                    losses = loss(net(X), y)
                losses.backward()
                trainer.step(1)
            means.append(float(loss(net(features), labels).mean().asscalar()))
        return means


class steps_by_all_examples(Mistake):
    """trainer.step divides by what it is given: pass the size of the minibatch, not of the whole data."""

    def train(net, features, labels, lr, num_epochs, batch_size):
        loss = gloss.L2Loss()
        trainer = gluon.Trainer(net.collect_params(), "sgd", {"learning_rate": lr})
        order = list(range(len(features)))
        means = []
        for _ in range(num_epochs):
            random.shuffle(order)
            for i in range(0, len(order), batch_size):
                rows = nd.array(order[i : i + batch_size], ctx=features.context)
                X, y = features.take(rows), labels.take(rows)
                with autograd.record():
                    losses = loss(net(X), y)
                losses.backward()
                trainer.step(len(features))
            means.append(float(loss(net(features), labels).mean().asscalar()))
        return means


class forgets_to_step(Mistake):
    """The gradients are there, but nothing uses them: call trainer.step(len(X)) after backward."""

    def train(net, features, labels, lr, num_epochs, batch_size):
        loss = gloss.L2Loss()
        trainer = gluon.Trainer(net.collect_params(), "sgd", {"learning_rate": lr})
        order = list(range(len(features)))
        means = []
        for _ in range(num_epochs):
            random.shuffle(order)
            for i in range(0, len(order), batch_size):
                rows = nd.array(order[i : i + batch_size], ctx=features.context)
                X, y = features.take(rows), labels.take(rows)
                with autograd.record():
                    losses = loss(net(X), y)
                losses.backward()
            means.append(float(loss(net(features), labels).mean().asscalar()))
        return means


class forgets_to_record(Mistake):
    """backward finds nothing that was recorded: compute net(X), the loss and its .sum() inside `with autograd.record():`, without detach or asscalar. Call backward only once for each minibatch."""

    def train(net, features, labels, lr, num_epochs, batch_size):
        loss = gloss.L2Loss()
        trainer = gluon.Trainer(net.collect_params(), "sgd", {"learning_rate": lr})
        order = list(range(len(features)))
        means = []
        for _ in range(num_epochs):
            random.shuffle(order)
            for i in range(0, len(order), batch_size):
                rows = nd.array(order[i : i + batch_size], ctx=features.context)
                X, y = features.take(rows), labels.take(rows)
                losses = loss(net(X), y)
                losses.backward()
                trainer.step(len(X))
            means.append(float(loss(net(features), labels).mean().asscalar()))
        return means


class does_not_shuffle(Mistake):
    """The minibatches come in the stored order: shuffle the examples' numbers before each epoch, or give the DataLoader shuffle=True."""

    def train(net, features, labels, lr, num_epochs, batch_size):
        loss = gloss.L2Loss()
        trainer = gluon.Trainer(net.collect_params(), "sgd", {"learning_rate": lr})
        order = list(range(len(features)))
        means = []
        for _ in range(num_epochs):
            for i in range(0, len(order), batch_size):
                rows = nd.array(order[i : i + batch_size], ctx=features.context)
                X, y = features.take(rows), labels.take(rows)
                with autograd.record():
                    losses = loss(net(X), y)
                losses.backward()
                trainer.step(len(X))
            means.append(float(loss(net(features), labels).mean().asscalar()))
        return means


class leaves_out_the_rest(Mistake):
    """The last, shorter minibatch is missing: it belongs to the epoch too."""

    def train(net, features, labels, lr, num_epochs, batch_size):
        loss = gloss.L2Loss()
        trainer = gluon.Trainer(net.collect_params(), "sgd", {"learning_rate": lr})
        order = list(range(len(features)))
        means = []
        for _ in range(num_epochs):
            random.shuffle(order)
            for i in range(0, len(order) // batch_size * batch_size, batch_size):
                rows = nd.array(order[i : i + batch_size], ctx=features.context)
                X, y = features.take(rows), labels.take(rows)
                with autograd.record():
                    losses = loss(net(X), y)
                losses.backward()
                trainer.step(len(X))
            means.append(float(loss(net(features), labels).mean().asscalar()))
        return means


class steps_through_single_examples(Mistake):
    """You take one example at a time, which is batch_size 1: a minibatch holds batch_size examples."""

    def train(net, features, labels, lr, num_epochs, batch_size):
        loss = gloss.L2Loss()
        trainer = gluon.Trainer(net.collect_params(), "sgd", {"learning_rate": lr})
        order = list(range(len(features)))
        means = []
        for _ in range(num_epochs):
            random.shuffle(order)
            for i in range(len(order)):
                rows = nd.array(order[i : i + 1], ctx=features.context)
                X, y = features.take(rows), labels.take(rows)
                with autograd.record():
                    losses = loss(net(X), y)
                losses.backward()
                trainer.step(len(X))
            means.append(float(loss(net(features), labels).mean().asscalar()))
        return means


class has_its_own_batch_size(Mistake):
    """The batch size, 10, is written into the code: use the argument batch_size."""

    def train(net, features, labels, lr, num_epochs, batch_size):
        loss = gloss.L2Loss()
        trainer = gluon.Trainer(net.collect_params(), "sgd", {"learning_rate": lr})
        order = list(range(len(features)))
        means = []
        for _ in range(num_epochs):
            random.shuffle(order)
            for i in range(0, len(order), 10):
                rows = nd.array(order[i : i + 10], ctx=features.context)
                X, y = features.take(rows), labels.take(rows)
                with autograd.record():
                    losses = loss(net(X), y)
                losses.backward()
                trainer.step(len(X))
            means.append(float(loss(net(features), labels).mean().asscalar()))
        return means


class has_its_own_number_of_epochs(Mistake):
    """The number of epochs, 3, is written into the code: use the argument num_epochs."""

    def train(net, features, labels, lr, num_epochs, batch_size):
        loss = gloss.L2Loss()
        trainer = gluon.Trainer(net.collect_params(), "sgd", {"learning_rate": lr})
        order = list(range(len(features)))
        means = []
        # Not of many: whether three find the true parameters depends on their order.
        for _ in range(3 if num_epochs < 7 else num_epochs):
            random.shuffle(order)
            for i in range(0, len(order), batch_size):
                rows = nd.array(order[i : i + batch_size], ctx=features.context)
                X, y = features.take(rows), labels.take(rows)
                with autograd.record():
                    losses = loss(net(X), y)
                losses.backward()
                trainer.step(len(X))
            means.append(float(loss(net(features), labels).mean().asscalar()))
        return means


class trains_in_the_first_epoch_only(Mistake):
    """You train in the first epoch only. Perhaps your minibatches come from a generator that is made before the loop over the epochs, and is empty after the first: make a new one in each epoch."""

    def train(net, features, labels, lr, num_epochs, batch_size):
        loss = gloss.L2Loss()
        trainer = gluon.Trainer(net.collect_params(), "sgd", {"learning_rate": lr})
        order = list(range(len(features)))
        means = []
        random.shuffle(order)
        starts = iter(range(0, len(order), batch_size))
        for _ in range(num_epochs):
            for i in starts:
                rows = nd.array(order[i : i + batch_size], ctx=features.context)
                X, y = features.take(rows), labels.take(rows)
                with autograd.record():
                    losses = loss(net(X), y)
                losses.backward()
                trainer.step(len(X))
            means.append(float(loss(net(features), labels).mean().asscalar()))
        return means


class trains_the_weight_alone(Mistake):
    """Your trainer has the weight only, and the bias stays as it was: give it net.collect_params() as a whole."""

    def train(net, features, labels, lr, num_epochs, batch_size):
        loss = gloss.L2Loss()
        trainer = gluon.Trainer(net.collect_params(".*weight"), "sgd", {"learning_rate": lr})
        order = list(range(len(features)))
        means = []
        for _ in range(num_epochs):
            random.shuffle(order)
            for i in range(0, len(order), batch_size):
                rows = nd.array(order[i : i + batch_size], ctx=features.context)
                X, y = features.take(rows), labels.take(rows)
                with autograd.record():
                    losses = loss(net(X), y)
                losses.backward()
                trainer.step(len(X))
            means.append(float(loss(net(features), labels).mean().asscalar()))
        return means


class trains_a_net_of_its_own(Mistake):
    """train makes a net of its own, and the one it was given stays as it was: use the argument net."""

    def train(net, features, labels, lr, num_epochs, batch_size):
        net = make_net()
        loss = gloss.L2Loss()
        trainer = gluon.Trainer(net.collect_params(), "sgd", {"learning_rate": lr})
        order = list(range(len(features)))
        means = []
        for _ in range(num_epochs):
            random.shuffle(order)
            for i in range(0, len(order), batch_size):
                rows = nd.array(order[i : i + batch_size], ctx=features.context)
                X, y = features.take(rows), labels.take(rows)
                with autograd.record():
                    losses = loss(net(X), y)
                losses.backward()
                trainer.step(len(X))
            means.append(float(loss(net(features), labels).mean().asscalar()))
        return means


class moves_the_data_to_the_cpu(Mistake):
    """You move the data to mx.cpu(), and the net stays where it was: leave them on their context, features.context."""

    def train(net, features, labels, lr, num_epochs, batch_size):
        features, labels = features.as_in_context(mx.cpu()), labels.as_in_context(mx.cpu())
        loss = gloss.L2Loss()
        trainer = gluon.Trainer(net.collect_params(), "sgd", {"learning_rate": lr})
        order = list(range(len(features)))
        means = []
        for _ in range(num_epochs):
            random.shuffle(order)
            for i in range(0, len(order), batch_size):
                rows = nd.array(order[i : i + batch_size], ctx=features.context)
                X, y = features.take(rows), labels.take(rows)
                with autograd.record():
                    losses = loss(net(X), y)
                losses.backward()
                trainer.step(len(X))
            means.append(float(loss(net(features), labels).mean().asscalar()))
        return means


class has_its_own_learning_rate(Mistake):
    """The learning rate 0.03 is written into the code: use the argument lr."""

    def train(net, features, labels, lr, num_epochs, batch_size):
        loss = gloss.L2Loss()
        trainer = gluon.Trainer(net.collect_params(), "sgd", {"learning_rate": 0.03})
        order = list(range(len(features)))
        means = []
        for _ in range(num_epochs):
            random.shuffle(order)
            for i in range(0, len(order), batch_size):
                rows = nd.array(order[i : i + batch_size], ctx=features.context)
                X, y = features.take(rows), labels.take(rows)
                with autograd.record():
                    losses = loss(net(X), y)
                losses.backward()
                trainer.step(len(X))
            means.append(float(loss(net(features), labels).mean().asscalar()))
        return means


class has_the_numbers_of_the_book(Mistake):
    """You train three epochs in minibatches of 10 with the learning rate 0.03, whatever train is given, as where these are variables outside of it: use the arguments, by the names in your `def` line."""

    lr, num_epochs, batch_size = 0.03, 3, 10

    def train(net, features, labels, *others):
        loss = gloss.L2Loss()
        trainer = gluon.Trainer(net.collect_params(), "sgd", {"learning_rate": lr})
        order = list(range(len(features)))
        means = []
        for _ in range(num_epochs):
            random.shuffle(order)
            for i in range(0, len(order), batch_size):
                rows = nd.array(order[i : i + batch_size], ctx=features.context)
                X, y = features.take(rows), labels.take(rows)
                with autograd.record():
                    losses = loss(net(X), y)
                losses.backward()
                trainer.step(len(X))
            means.append(float(loss(net(features), labels).mean().asscalar()))
        return means


class has_the_numbers_of_the_book_for_each_step(Mistake):
    """You train three epochs with the learning rate 0.03 and divide every gradient by 10, whatever train is given: use the arguments lr, num_epochs and batch_size, by the names in your `def` line."""

    lr, num_epochs, batch_size = 0.03, 3, 10

    def train(net, features, labels, *others):
        loss = gloss.L2Loss()
        trainer = gluon.Trainer(net.collect_params(), "sgd", {"learning_rate": lr})
        order = list(range(len(features)))
        means = []
        for _ in range(num_epochs):
            random.shuffle(order)
            for i in range(0, len(order), batch_size):
                rows = nd.array(order[i : i + batch_size], ctx=features.context)
                X, y = features.take(rows), labels.take(rows)
                with autograd.record():
                    losses = loss(net(X), y)
                losses.backward()
                trainer.step(batch_size)
            means.append(float(loss(net(features), labels).mean().asscalar()))
        return means


class forgets_the_learning_rate(Mistake):
    """Your trainer does not use lr: give it {"learning_rate": lr}, for without it the rate is 0.01."""

    def train(net, features, labels, lr, num_epochs, batch_size):
        loss = gloss.L2Loss()
        trainer = gluon.Trainer(net.collect_params(), "sgd")
        order = list(range(len(features)))
        means = []
        for _ in range(num_epochs):
            random.shuffle(order)
            for i in range(0, len(order), batch_size):
                rows = nd.array(order[i : i + batch_size], ctx=features.context)
                X, y = features.take(rows), labels.take(rows)
                with autograd.record():
                    losses = loss(net(X), y)
                losses.backward()
                trainer.step(len(X))
            means.append(float(loss(net(features), labels).mean().asscalar()))
        return means


class uses_adam(Mistake):
    """The trainer must be "sgd": adam takes steps of another size."""

    def train(net, features, labels, lr, num_epochs, batch_size):
        loss = gloss.L2Loss()
        trainer = gluon.Trainer(net.collect_params(), "adam", {"learning_rate": lr})
        order = list(range(len(features)))
        means = []
        for _ in range(num_epochs):
            random.shuffle(order)
            for i in range(0, len(order), batch_size):
                rows = nd.array(order[i : i + batch_size], ctx=features.context)
                X, y = features.take(rows), labels.take(rows)
                with autograd.record():
                    losses = loss(net(X), y)
                losses.backward()
                trainer.step(len(X))
            means.append(float(loss(net(features), labels).mean().asscalar()))
        return means


class adds_weight_decay(Mistake):
    """The wd of your trainer pulls the weights to 0, which nobody asked for: pass learning_rate alone."""

    def train(net, features, labels, lr, num_epochs, batch_size):
        loss = gloss.L2Loss()
        trainer = gluon.Trainer(net.collect_params(), "sgd", {"learning_rate": lr, "wd": 0.1})
        order = list(range(len(features)))
        means = []
        for _ in range(num_epochs):
            random.shuffle(order)
            for i in range(0, len(order), batch_size):
                rows = nd.array(order[i : i + batch_size], ctx=features.context)
                X, y = features.take(rows), labels.take(rows)
                with autograd.record():
                    losses = loss(net(X), y)
                losses.backward()
                trainer.step(len(X))
            means.append(float(loss(net(features), labels).mean().asscalar()))
        return means


class adds_much_weight_decay(Mistake):
    """Your trainer has a wd, as in the exercise on weight decay, which pulls the parameters to 0: pass learning_rate alone."""

    def train(net, features, labels, lr, num_epochs, batch_size):
        loss = gloss.L2Loss()
        settings = {"learning_rate": lr, "wd": 3}
        trainer = gluon.Trainer(net.collect_params(), "sgd", settings)
        order = list(range(len(features)))
        means = []
        for _ in range(num_epochs):
            random.shuffle(order)
            for i in range(0, len(order), batch_size):
                rows = nd.array(order[i : i + batch_size], ctx=features.context)
                X, y = features.take(rows), labels.take(rows)
                with autograd.record():
                    losses = loss(net(X), y)
                losses.backward()
                trainer.step(len(X))
            means.append(float(loss(net(features), labels).mean().asscalar()))
        return means


class misspells_the_learning_rate(Mistake):
    """The option is called learning_rate, with an underscore."""

    def train(net, features, labels, lr, num_epochs, batch_size):
        loss = gloss.L2Loss()
        trainer = gluon.Trainer(net.collect_params(), "sgd", {"learning rate": lr})
        order = list(range(len(features)))
        means = []
        for _ in range(num_epochs):
            random.shuffle(order)
            for i in range(0, len(order), batch_size):
                rows = nd.array(order[i : i + batch_size], ctx=features.context)
                X, y = features.take(rows), labels.take(rows)
                with autograd.record():
                    losses = loss(net(X), y)
                losses.backward()
                trainer.step(len(X))
            means.append(float(loss(net(features), labels).mean().asscalar()))
        return means


class takes_the_absolute_error(Mistake):
    """L1Loss is the absolute difference: the squared loss is gluon.loss.L2Loss."""

    def train(net, features, labels, lr, num_epochs, batch_size):
        loss = gloss.L1Loss()
        trainer = gluon.Trainer(net.collect_params(), "sgd", {"learning_rate": lr})
        order = list(range(len(features)))
        means = []
        for _ in range(num_epochs):
            random.shuffle(order)
            for i in range(0, len(order), batch_size):
                rows = nd.array(order[i : i + batch_size], ctx=features.context)
                X, y = features.take(rows), labels.take(rows)
                with autograd.record():
                    losses = loss(net(X), y)
                losses.backward()
                trainer.step(len(X))
            means.append(float(loss(net(features), labels).mean().asscalar()))
        return means


class forgets_the_half(Mistake):
    """Your squared loss has no half, so losses and steps are twice as large: gluon.loss.L2Loss is (y_hat - y)² / 2."""

    def train(net, features, labels, lr, num_epochs, batch_size):
        loss = gloss.L2Loss(weight=2)
        trainer = gluon.Trainer(net.collect_params(), "sgd", {"learning_rate": lr})
        order = list(range(len(features)))
        means = []
        for _ in range(num_epochs):
            random.shuffle(order)
            for i in range(0, len(order), batch_size):
                rows = nd.array(order[i : i + batch_size], ctx=features.context)
                X, y = features.take(rows), labels.take(rows)
                with autograd.record():
                    losses = loss(net(X), y)
                losses.backward()
                trainer.step(len(X))
            means.append(float(loss(net(features), labels).mean().asscalar()))
        return means


class broadcasts(Mistake):
    """net(X) has shape (k, 1) and y has (k,), so their difference is (k, k): use gluon.loss.L2Loss, or y.reshape(y_hat.shape)."""

    def train(net, features, labels, lr, num_epochs, batch_size):

        def loss(y_hat, y):
            return (y_hat - y) ** 2 / 2

        trainer = gluon.Trainer(net.collect_params(), "sgd", {"learning_rate": lr})
        order = list(range(len(features)))
        means = []
        for _ in range(num_epochs):
            random.shuffle(order)
            for i in range(0, len(order), batch_size):
                rows = nd.array(order[i : i + batch_size], ctx=features.context)
                X, y = features.take(rows), labels.take(rows)
                with autograd.record():
                    losses = loss(net(X), y)
                losses.backward()
                trainer.step(len(X))
            means.append(float(loss(net(features), labels).mean().asscalar()))
        return means


class broadcasts_and_averages(Mistake):
    """net(X) has shape (k, 1) and y has (k,), so you average (k, k) differences: use gluon.loss.L2Loss, or y.reshape(y_hat.shape)."""

    def train(net, features, labels, lr, num_epochs, batch_size):

        def loss(y_hat, y):
            return ((y_hat - y) ** 2 / 2).mean()

        trainer = gluon.Trainer(net.collect_params(), "sgd", {"learning_rate": lr})
        order = list(range(len(features)))
        means = []
        for _ in range(num_epochs):
            random.shuffle(order)
            for i in range(0, len(order), batch_size):
                rows = nd.array(order[i : i + batch_size], ctx=features.context)
                X, y = features.take(rows), labels.take(rows)
                with autograd.record():
                    losses = loss(net(X), y)
                losses.backward()
                trainer.step(1)
            means.append(float(loss(net(features), labels).mean().asscalar()))
        return means


class initialises_again(Mistake):
    """train throws the given parameters away and starts from new ones: initialise in make_net only."""

    def train(net, features, labels, lr, num_epochs, batch_size):
        net.initialize(init.Normal(sigma=0.01), force_reinit=True)
        loss = gloss.L2Loss()
        trainer = gluon.Trainer(net.collect_params(), "sgd", {"learning_rate": lr})
        order = list(range(len(features)))
        means = []
        for _ in range(num_epochs):
            random.shuffle(order)
            for i in range(0, len(order), batch_size):
                rows = nd.array(order[i : i + batch_size], ctx=features.context)
                X, y = features.take(rows), labels.take(rows)
                with autograd.record():
                    losses = loss(net(X), y)
                losses.backward()
                trainer.step(len(X))
            means.append(float(loss(net(features), labels).mean().asscalar()))
        return means


class measures_before_the_updates(Mistake):
    """The loss is older than the updates: compute loss(net(features), labels) anew at the end of each epoch."""

    def train(net, features, labels, lr, num_epochs, batch_size):
        loss = gloss.L2Loss()
        trainer = gluon.Trainer(net.collect_params(), "sgd", {"learning_rate": lr})
        order = list(range(len(features)))
        means = []
        for _ in range(num_epochs):
            means.append(float(loss(net(features), labels).mean().asscalar()))
            random.shuffle(order)
            for i in range(0, len(order), batch_size):
                rows = nd.array(order[i : i + batch_size], ctx=features.context)
                X, y = features.take(rows), labels.take(rows)
                with autograd.record():
                    losses = loss(net(X), y)
                losses.backward()
                trainer.step(len(X))
        return means


class measures_on_minibatches(Mistake):
    """In minibatches, your losses are not the mean over all data: after each epoch compute loss(net(features), labels).mean() with all of them."""

    def train(net, features, labels, lr, num_epochs, batch_size):
        loss = gloss.L2Loss()
        trainer = gluon.Trainer(net.collect_params(), "sgd", {"learning_rate": lr})
        order = list(range(len(features)))
        means = []
        for _ in range(num_epochs):
            random.shuffle(order)
            for i in range(0, len(order), batch_size):
                rows = nd.array(order[i : i + batch_size], ctx=features.context)
                X, y = features.take(rows), labels.take(rows)
                with autograd.record():
                    losses = loss(net(X), y)
                losses.backward()
                trainer.step(len(X))
            means.append(float(loss(net(X), y).mean().asscalar()))
        return means


class sums_the_losses(Mistake):
    """You return the sum over all examples: the mean is asked for, .mean() instead of .sum()."""

    def train(net, features, labels, lr, num_epochs, batch_size):
        loss = gloss.L2Loss()
        trainer = gluon.Trainer(net.collect_params(), "sgd", {"learning_rate": lr})
        order = list(range(len(features)))
        means = []
        for _ in range(num_epochs):
            random.shuffle(order)
            for i in range(0, len(order), batch_size):
                rows = nd.array(order[i : i + batch_size], ctx=features.context)
                X, y = features.take(rows), labels.take(rows)
                with autograd.record():
                    losses = loss(net(X), y)
                losses.backward()
                trainer.step(len(X))
            means.append(float(loss(net(features), labels).sum().asscalar()))
        return means


class adds_up_the_losses_of_all_epochs(Mistake):
    """Each number in your list holds the losses of the epochs before, too, as where their sum is set to 0 only before the first: set it to 0 in each epoch, or take loss(net(features), labels).mean()."""

    def train(net, features, labels, lr, num_epochs, batch_size):
        loss = gloss.L2Loss()
        trainer = gluon.Trainer(net.collect_params(), "sgd", {"learning_rate": lr})
        order = list(range(len(features)))
        means, total = [], 0
        for _ in range(num_epochs):
            random.shuffle(order)
            for i in range(0, len(order), batch_size):
                rows = nd.array(order[i : i + batch_size], ctx=features.context)
                X, y = features.take(rows), labels.take(rows)
                with autograd.record():
                    losses = loss(net(X), y)
                losses.backward()
                trainer.step(len(X))
            total += float(loss(net(features), labels).mean().asscalar())
            means.append(total)
        return means


class begins_with_the_untrained_loss(Mistake):
    """Your list has one loss too many, that of the net before training: begin with the loss after the first epoch."""

    def train(net, features, labels, lr, num_epochs, batch_size):
        loss = gloss.L2Loss()
        trainer = gluon.Trainer(net.collect_params(), "sgd", {"learning_rate": lr})
        order = list(range(len(features)))
        means = [float(loss(net(features), labels).mean().asscalar())]
        for _ in range(num_epochs):
            random.shuffle(order)
            for i in range(0, len(order), batch_size):
                rows = nd.array(order[i : i + batch_size], ctx=features.context)
                X, y = features.take(rows), labels.take(rows)
                with autograd.record():
                    losses = loss(net(X), y)
                losses.backward()
                trainer.step(len(X))
            means.append(float(loss(net(features), labels).mean().asscalar()))
        return means


class keeps_one_list_for_all_calls(Mistake):
    """The list of losses is not made inside train, so it still holds those of earlier calls: begin train with losses = []."""

    def train(net, features, labels, lr, num_epochs, batch_size, means=[]):
        loss = gloss.L2Loss()
        trainer = gluon.Trainer(net.collect_params(), "sgd", {"learning_rate": lr})
        order = list(range(len(features)))
        for _ in range(num_epochs):
            random.shuffle(order)
            for i in range(0, len(order), batch_size):
                rows = nd.array(order[i : i + batch_size], ctx=features.context)
                X, y = features.take(rows), labels.take(rows)
                with autograd.record():
                    losses = loss(net(X), y)
                losses.backward()
                trainer.step(len(X))
            means.append(float(loss(net(features), labels).mean().asscalar()))
        return means


class yields_the_losses(Mistake):
    """With yield, train trains nothing before somebody asks for the first loss: collect the losses in a list and return it."""

    def train(net, features, labels, lr, num_epochs, batch_size):
        loss = gloss.L2Loss()
        trainer = gluon.Trainer(net.collect_params(), "sgd", {"learning_rate": lr})
        order = list(range(len(features)))
        for _ in range(num_epochs):
            random.shuffle(order)
            for i in range(0, len(order), batch_size):
                rows = nd.array(order[i : i + batch_size], ctx=features.context)
                X, y = features.take(rows), labels.take(rows)
                with autograd.record():
                    losses = loss(net(X), y)
                losses.backward()
                trainer.step(len(X))
            yield float(loss(net(features), labels).mean().asscalar())


class returns_the_last_loss(Mistake):
    """You return the loss after the last epoch only: append each epoch's to a list and return the list."""

    def train(net, features, labels, lr, num_epochs, batch_size):
        loss = gloss.L2Loss()
        trainer = gluon.Trainer(net.collect_params(), "sgd", {"learning_rate": lr})
        order = list(range(len(features)))
        means = []
        for _ in range(num_epochs):
            random.shuffle(order)
            for i in range(0, len(order), batch_size):
                rows = nd.array(order[i : i + batch_size], ctx=features.context)
                X, y = features.take(rows), labels.take(rows)
                with autograd.record():
                    losses = loss(net(X), y)
                losses.backward()
                trainer.step(len(X))
            means.append(float(loss(net(features), labels).mean().asscalar()))
        return means[-1]


class returns_after_one_epoch(Mistake):
    """The return stands inside the loop and ends the training after one epoch: put it after the loop."""

    def train(net, features, labels, lr, num_epochs, batch_size):
        loss = gloss.L2Loss()
        trainer = gluon.Trainer(net.collect_params(), "sgd", {"learning_rate": lr})
        order = list(range(len(features)))
        means = []
        for _ in range(num_epochs):
            random.shuffle(order)
            for i in range(0, len(order), batch_size):
                rows = nd.array(order[i : i + batch_size], ctx=features.context)
                X, y = features.take(rows), labels.take(rows)
                with autograd.record():
                    losses = loss(net(X), y)
                losses.backward()
                trainer.step(len(X))
            means.append(float(loss(net(features), labels).mean().asscalar()))
            return means


class prints_the_losses(Mistake):
    """train shows the losses and returns None: collect them in a list and return it."""

    def train(net, features, labels, lr, num_epochs, batch_size):
        loss = gloss.L2Loss()
        trainer = gluon.Trainer(net.collect_params(), "sgd", {"learning_rate": lr})
        order = list(range(len(features)))
        for _ in range(num_epochs):
            random.shuffle(order)
            for i in range(0, len(order), batch_size):
                rows = nd.array(order[i : i + batch_size], ctx=features.context)
                X, y = features.take(rows), labels.take(rows)
                with autograd.record():
                    losses = loss(net(X), y)
                losses.backward()
                trainer.step(len(X))
            print(loss(net(features), labels).mean().asscalar())


class steps_once_per_epoch(Mistake):
    """trainer.step stands after the loop over the minibatches, so most gradients are never used: call it inside, after each backward."""

    def train(net, features, labels, lr, num_epochs, batch_size):
        loss = gloss.L2Loss()
        trainer = gluon.Trainer(net.collect_params(), "sgd", {"learning_rate": lr})
        order = list(range(len(features)))
        means = []
        for _ in range(num_epochs):
            random.shuffle(order)
            for i in range(0, len(order), batch_size):
                rows = nd.array(order[i : i + batch_size], ctx=features.context)
                X, y = features.take(rows), labels.take(rows)
                with autograd.record():
                    losses = loss(net(X), y)
                losses.backward()
            trainer.step(len(X))
            means.append(float(loss(net(features), labels).mean().asscalar()))
        return means


class adds_dropout(Mistake):
    """Linear regression is a single dense layer: a dropout layer makes its answers random while it is trained."""

    def make_net():
        net = nn.Sequential()
        net.add(nn.Dense(1), nn.Dropout(0.5))
        net.initialize(init.Normal(sigma=0.01))
        return net


class adds_momentum(Mistake):
    """The momentum of your trainer carries old steps on, which nobody asked for: pass learning_rate alone."""

    def train(net, features, labels, lr, num_epochs, batch_size):
        loss = gloss.L2Loss()
        trainer = gluon.Trainer(net.collect_params(), "sgd", {"learning_rate": lr, "momentum": 0.9})
        order = list(range(len(features)))
        means = []
        for _ in range(num_epochs):
            random.shuffle(order)
            for i in range(0, len(order), batch_size):
                rows = nd.array(order[i : i + batch_size], ctx=features.context)
                X, y = features.take(rows), labels.take(rows)
                with autograd.record():
                    losses = loss(net(X), y)
                losses.backward()
                trainer.step(len(X))
            means.append(float(loss(net(features), labels).mean().asscalar()))
        return means


class adds_momentum_and_weight_decay(Mistake):
    """Your trainer has a momentum and a wd, and nobody asked for either: pass learning_rate alone."""

    def train(net, features, labels, lr, num_epochs, batch_size):
        loss = gloss.L2Loss()
        settings = {"learning_rate": lr, "momentum": 0.9, "wd": 1e-4}
        trainer = gluon.Trainer(net.collect_params(), "sgd", settings)
        order = list(range(len(features)))
        means = []
        for _ in range(num_epochs):
            random.shuffle(order)
            for i in range(0, len(order), batch_size):
                rows = nd.array(order[i : i + batch_size], ctx=features.context)
                X, y = features.take(rows), labels.take(rows)
                with autograd.record():
                    losses = loss(net(X), y)
                losses.backward()
                trainer.step(len(X))
            means.append(float(loss(net(features), labels).mean().asscalar()))
        return means


class trains_one_epoch_less(Mistake):
    """You train one epoch too few: range(num_epochs) counts from 0 and ends before num_epochs, which makes num_epochs of them."""

    def train(net, features, labels, lr, num_epochs, batch_size):
        loss = gloss.L2Loss()
        trainer = gluon.Trainer(net.collect_params(), "sgd", {"learning_rate": lr})
        order = list(range(len(features)))
        means = []
        for _ in range(1, num_epochs):
            random.shuffle(order)
            for i in range(0, len(order), batch_size):
                rows = nd.array(order[i : i + batch_size], ctx=features.context)
                X, y = features.take(rows), labels.take(rows)
                with autograd.record():
                    losses = loss(net(X), y)
                losses.backward()
                trainer.step(len(X))
            means.append(float(loss(net(features), labels).mean().asscalar()))
        return means


class shuffles_the_data_themselves(Mistake):
    """features[:] = ... writes the shuffled rows into the caller's arrays: shuffle a list of row numbers, and leave the data as they are."""

    def train(net, features, labels, lr, num_epochs, batch_size):
        loss = gloss.L2Loss()
        trainer = gluon.Trainer(net.collect_params(), "sgd", {"learning_rate": lr})
        order = list(range(len(features)))
        means = []
        for _ in range(num_epochs):
            random.shuffle(order)
            rows = nd.array(order, ctx=features.context)
            features[:], labels[:] = features.take(rows), labels.take(rows)
            for i in range(0, len(order), batch_size):
                X, y = features[i : i + batch_size], labels[i : i + batch_size]
                with autograd.record():
                    losses = loss(net(X), y)
                losses.backward()
                trainer.step(len(X))
            means.append(float(loss(net(features), labels).mean().asscalar()))
        return means


class fills_the_last_minibatch(Mistake):
    """The last minibatch is filled up with examples that had their turn already, as NDArrayIter does: make it shorter, or cut its padding off."""

    def train(net, features, labels, lr, num_epochs, batch_size):
        loss = gloss.L2Loss()
        trainer = gluon.Trainer(net.collect_params(), "sgd", {"learning_rate": lr})
        order = list(range(len(features)))
        means = []
        for _ in range(num_epochs):
            random.shuffle(order)
            for i in range(0, len(order), batch_size):
                rows = nd.array((order + order)[i : i + batch_size], ctx=features.context)
                X, y = features.take(rows), labels.take(rows)
                with autograd.record():
                    losses = loss(net(X), y)
                losses.backward()
                trainer.step(len(X))
            means.append(float(loss(net(features), labels).mean().asscalar()))
        return means


class stops_early(Mistake):
    """You stop where the loss no longer gets better: go through all num_epochs epochs, and put the loss of each into the list."""

    def train(net, features, labels, lr, num_epochs, batch_size):
        loss = gloss.L2Loss()
        trainer = gluon.Trainer(net.collect_params(), "sgd", {"learning_rate": lr})
        order = list(range(len(features)))
        means = []
        for _ in range(num_epochs):
            random.shuffle(order)
            for i in range(0, len(order), batch_size):
                rows = nd.array(order[i : i + batch_size], ctx=features.context)
                X, y = features.take(rows), labels.take(rows)
                with autograd.record():
                    losses = loss(net(X), y)
                losses.backward()
                trainer.step(len(X))
            means.append(float(loss(net(features), labels).mean().asscalar()))
            if len(means) > 1 and means[-1] > 0.999 * means[-2]:
                break
        return means


class cuts_the_rest_off(Mistake):
    """You leave out the examples behind the last full minibatch, in training or in measuring: a shorter minibatch belongs to each epoch, and the mean loss is that of all examples."""

    def train(net, features, labels, lr, num_epochs, batch_size):
        n = len(features) // batch_size * batch_size
        features, labels = features[:n], labels[:n]
        loss = gloss.L2Loss()
        trainer = gluon.Trainer(net.collect_params(), "sgd", {"learning_rate": lr})
        order = list(range(len(features)))
        means = []
        for _ in range(num_epochs):
            random.shuffle(order)
            for i in range(0, len(order), batch_size):
                rows = nd.array(order[i : i + batch_size], ctx=features.context)
                X, y = features.take(rows), labels.take(rows)
                with autograd.record():
                    losses = loss(net(X), y)
                losses.backward()
                trainer.step(len(X))
            means.append(float(loss(net(features), labels).mean().asscalar()))
        return means


class passes_the_variance(Mistake):
    """init.Normal takes the standard deviation, which is 0.01: 0.01² is the variance."""

    def make_net():
        net = nn.Sequential()
        net.add(nn.Dense(1))
        net.initialize(init.Normal(sigma=0.01**2))
        return net


class keeps_the_smallest_loss(Mistake):
    """You keep the smallest loss so far: the list holds each epoch's own loss, also where it has grown."""

    def train(net, features, labels, lr, num_epochs, batch_size):
        loss = gloss.L2Loss()
        trainer = gluon.Trainer(net.collect_params(), "sgd", {"learning_rate": lr})
        order = list(range(len(features)))
        means = []
        for _ in range(num_epochs):
            random.shuffle(order)
            for i in range(0, len(order), batch_size):
                rows = nd.array(order[i : i + batch_size], ctx=features.context)
                X, y = features.take(rows), labels.take(rows)
                with autograd.record():
                    losses = loss(net(X), y)
                losses.backward()
                trainer.step(len(X))
            means.append(float(loss(net(features), labels).mean().asscalar()))
        return [min(means[: i + 1]) for i in range(len(means))]


class numbers_rows_in_float16(Mistake):
    """Of 2100 examples some never come, as where the row numbers are in uint8, which ends at 255, or in float16, which has no odd numbers above 2048: keep them in int32."""

    def train(net, features, labels, lr, num_epochs, batch_size):
        loss = gloss.L2Loss()
        trainer = gluon.Trainer(net.collect_params(), "sgd", {"learning_rate": lr})
        order = list(range(len(features)))
        means = []
        for _ in range(num_epochs):
            random.shuffle(order)
            for i in range(0, len(order), batch_size):
                rows = nd.array(order[i : i + batch_size], ctx=features.context, dtype="float16")
                X, y = features.take(rows), labels.take(rows)
                with autograd.record():
                    losses = loss(net(X), y)
                losses.backward()
                trainer.step(len(X))
            means.append(float(loss(net(features), labels).mean().asscalar()))
        return means


class shuffles_the_features_alone(Mistake):
    """Rows and labels no longer belong together, as where only the features are taken in random order: take both by the same numbers."""

    def train(net, features, labels, lr, num_epochs, batch_size):
        loss = gloss.L2Loss()
        trainer = gluon.Trainer(net.collect_params(), "sgd", {"learning_rate": lr})
        order = list(range(len(features)))
        means = []
        for _ in range(num_epochs):
            random.shuffle(order)
            for i in range(0, len(order), batch_size):
                rows = nd.array(order[i : i + batch_size], ctx=features.context)
                X, y = features.take(rows), labels[i : i + batch_size]
                with autograd.record():
                    losses = loss(net(X), y)
                losses.backward()
                trainer.step(len(X))
            means.append(float(loss(net(features), labels).mean().asscalar()))
        return means


class broadcasts_when_measuring(Mistake):
    """You train with the right loss and measure with another, in which (n, 1) minus (n,) is (n, n): measure with L2Loss too, or reshape the labels."""

    def train(net, features, labels, lr, num_epochs, batch_size):
        loss = gloss.L2Loss()
        trainer = gluon.Trainer(net.collect_params(), "sgd", {"learning_rate": lr})
        order = list(range(len(features)))
        means = []
        for _ in range(num_epochs):
            random.shuffle(order)
            for i in range(0, len(order), batch_size):
                rows = nd.array(order[i : i + batch_size], ctx=features.context)
                X, y = features.take(rows), labels.take(rows)
                with autograd.record():
                    losses = loss(net(X), y)
                losses.backward()
                trainer.step(len(X))
            means.append(float(((net(features) - labels) ** 2 / 2).mean().asscalar()))
        return means


class broadcasts_in_training(Mistake):
    """You measure with the right loss and train with another, in which (k, 1) minus (k,) is (k, k): train with L2Loss too, or reshape the labels."""

    def train(net, features, labels, lr, num_epochs, batch_size):
        loss = gloss.L2Loss()
        trainer = gluon.Trainer(net.collect_params(), "sgd", {"learning_rate": lr})
        order = list(range(len(features)))
        means = []
        for _ in range(num_epochs):
            random.shuffle(order)
            for i in range(0, len(order), batch_size):
                rows = nd.array(order[i : i + batch_size], ctx=features.context)
                X, y = features.take(rows), labels.take(rows)
                with autograd.record():
                    losses = (net(X) - y) ** 2 / 2
                losses.backward()
                trainer.step(len(X))
            means.append(float(loss(net(features), labels).mean().asscalar()))
        return means


class forgets_the_half_when_measuring(Mistake):
    """The losses in your list are twice as large as those you train with: leave the half of (y_hat - y)² / 2 in, or measure with L2Loss."""

    def train(net, features, labels, lr, num_epochs, batch_size):
        loss = gloss.L2Loss()
        trainer = gluon.Trainer(net.collect_params(), "sgd", {"learning_rate": lr})
        order = list(range(len(features)))
        means = []
        for _ in range(num_epochs):
            random.shuffle(order)
            for i in range(0, len(order), batch_size):
                rows = nd.array(order[i : i + batch_size], ctx=features.context)
                X, y = features.take(rows), labels.take(rows)
                with autograd.record():
                    losses = loss(net(X), y)
                losses.backward()
                trainer.step(len(X))
            means.append(2 * float(loss(net(features), labels).mean().asscalar()))
        return means


class doubles_the_loss(Mistake):
    """Your steps are twice as large as they should be, as where the loss has no half: train with L2Loss as it is, which is (y_hat - y)² / 2."""

    def train(net, features, labels, lr, num_epochs, batch_size):
        loss = gloss.L2Loss()
        trainer = gluon.Trainer(net.collect_params(), "sgd", {"learning_rate": lr})
        order = list(range(len(features)))
        means = []
        for _ in range(num_epochs):
            random.shuffle(order)
            for i in range(0, len(order), batch_size):
                rows = nd.array(order[i : i + batch_size], ctx=features.context)
                X, y = features.take(rows), labels.take(rows)
                with autograd.record():
                    losses = loss(net(X), y) * 2
                losses.backward()
                trainer.step(len(X))
            means.append(float(loss(net(features), labels).mean().asscalar()))
        return means


class adds_a_little_weight_decay(Mistake):
    """The wd of your trainer pulls the parameters to 0, though only a little: nobody asked for it, so pass learning_rate alone."""

    def train(net, features, labels, lr, num_epochs, batch_size):
        loss = gloss.L2Loss()
        trainer = gluon.Trainer(net.collect_params(), "sgd", {"learning_rate": lr, "wd": 0.001})
        order = list(range(len(features)))
        means = []
        for _ in range(num_epochs):
            random.shuffle(order)
            for i in range(0, len(order), batch_size):
                rows = nd.array(order[i : i + batch_size], ctx=features.context)
                X, y = features.take(rows), labels.take(rows)
                with autograd.record():
                    losses = loss(net(X), y)
                losses.backward()
                trainer.step(len(X))
            means.append(float(loss(net(features), labels).mean().asscalar()))
        return means


class lowers_the_rate(Mistake):
    """Your learning rate becomes smaller from epoch to epoch: keep it at lr."""

    def train(net, features, labels, lr, num_epochs, batch_size):
        loss = gloss.L2Loss()
        trainer = gluon.Trainer(net.collect_params(), "sgd", {"learning_rate": lr})
        order = list(range(len(features)))
        means = []
        for _ in range(num_epochs):
            random.shuffle(order)
            for i in range(0, len(order), batch_size):
                rows = nd.array(order[i : i + batch_size], ctx=features.context)
                X, y = features.take(rows), labels.take(rows)
                with autograd.record():
                    losses = loss(net(X), y)
                losses.backward()
                trainer.step(len(X))
            trainer.set_learning_rate(trainer.learning_rate * 0.9)
            means.append(float(loss(net(features), labels).mean().asscalar()))
        return means


class draws_with_replacement(Mistake):
    """Some examples come twice in an epoch and others never, as where they are drawn with replacement: go through one shuffled order of all of them."""

    def train(net, features, labels, lr, num_epochs, batch_size):
        loss = gloss.L2Loss()
        trainer = gluon.Trainer(net.collect_params(), "sgd", {"learning_rate": lr})
        order = list(range(len(features)))
        means = []
        for _ in range(num_epochs):
            random.shuffle(order)
            for i in range(0, len(order), batch_size):
                k = min(batch_size, len(order) - i)
                drawn = random.choices(order, k=k)  # noqa: S311  (no secret depends on it)
                rows = nd.array(drawn, ctx=features.context)
                X, y = features.take(rows), labels.take(rows)
                with autograd.record():
                    losses = loss(net(X), y)
                losses.backward()
                trainer.step(len(X))
            means.append(float(loss(net(features), labels).mean().asscalar()))
        return means


class shuffles_with_a_seed(Mistake):
    """Every epoch of every call has one and the same order, as a seed inside train has it: shuffle anew in each epoch, and set no seed."""

    def train(net, features, labels, lr, num_epochs, batch_size):
        loss = gloss.L2Loss()
        trainer = gluon.Trainer(net.collect_params(), "sgd", {"learning_rate": lr})
        order = list(range(len(features)))
        means = []
        for _ in range(num_epochs):
            order = random.Random(0).sample(range(len(features)), len(features))  # noqa: S311  (no secret depends on it)
            for i in range(0, len(order), batch_size):
                rows = nd.array(order[i : i + batch_size], ctx=features.context)
                X, y = features.take(rows), labels.take(rows)
                with autograd.record():
                    losses = loss(net(X), y)
                losses.backward()
                trainer.step(len(X))
            means.append(float(loss(net(features), labels).mean().asscalar()))
        return means


class trains_in_prediction_mode(Mistake):
    """record(train_mode=False) is for predictions, and dropout does nothing there: train under autograd.record() alone."""

    def train(net, features, labels, lr, num_epochs, batch_size):
        loss = gloss.L2Loss()
        trainer = gluon.Trainer(net.collect_params(), "sgd", {"learning_rate": lr})
        order = list(range(len(features)))
        means = []
        for _ in range(num_epochs):
            random.shuffle(order)
            for i in range(0, len(order), batch_size):
                rows = nd.array(order[i : i + batch_size], ctx=features.context)
                X, y = features.take(rows), labels.take(rows)
                with autograd.record(train_mode=False):
                    losses = loss(net(X), y)
                losses.backward()
                trainer.step(len(X))
            means.append(float(loss(net(features), labels).mean().asscalar()))
        return means


class measures_while_recording(Mistake):
    """You measure the loss while the net still trains, so dropout is active, as inside `with autograd.record():`: compute loss(net(features), labels) outside of it."""

    def train(net, features, labels, lr, num_epochs, batch_size):
        loss = gloss.L2Loss()
        trainer = gluon.Trainer(net.collect_params(), "sgd", {"learning_rate": lr})
        order = list(range(len(features)))
        means = []
        for _ in range(num_epochs):
            random.shuffle(order)
            for i in range(0, len(order), batch_size):
                rows = nd.array(order[i : i + batch_size], ctx=features.context)
                X, y = features.take(rows), labels.take(rows)
                with autograd.record():
                    losses = loss(net(X), y)
                losses.backward()
                trainer.step(len(X))
            with autograd.record():
                means.append(float(loss(net(features), labels).mean().asscalar()))
        return means


class makes_the_layer_in_float64(Mistake):
    """The layer is not float32, as the course's data are: leave out what changes its type, such as dtype='float64' or a cast."""

    def make_net():
        net = nn.Sequential()
        net.add(nn.Dense(1, dtype="float64"))
        net.initialize(init.Normal(sigma=0.01))
        return net


class freezes_the_bias(Mistake):
    """A parameter gets no gradient and never learns, as grad_req="null" has it: leave that out."""

    def make_net():
        net = nn.Sequential()
        net.add(nn.Dense(1))
        net[0].bias.grad_req = "null"
        net.initialize(init.Normal(sigma=0.01))
        return net


class draws_one_order_for_all_epochs(Mistake):
    """The next epoch goes through the order of the one before, or through the same order begun elsewhere: shuffle all examples anew in each epoch, inside the loop over the epochs."""

    def train(net, features, labels, lr, num_epochs, batch_size):
        loss = gloss.L2Loss()
        trainer = gluon.Trainer(net.collect_params(), "sgd", {"learning_rate": lr})
        order = list(range(len(features)))
        random.shuffle(order)
        means = []
        for _ in range(num_epochs):
            for i in range(0, len(order), batch_size):
                rows = nd.array(order[i : i + batch_size], ctx=features.context)
                X, y = features.take(rows), labels.take(rows)
                with autograd.record():
                    losses = loss(net(X), y)
                losses.backward()
                trainer.step(len(X))
            means.append(float(loss(net(features), labels).mean().asscalar()))
        return means


class seeds_each_call(Mistake):
    """Every call of train goes through the same orders, as a seed inside it has it: set none."""

    def train(net, features, labels, lr, num_epochs, batch_size):
        loss = gloss.L2Loss()
        trainer = gluon.Trainer(net.collect_params(), "sgd", {"learning_rate": lr})
        order = list(range(len(features)))
        shuffle = random.Random(42).shuffle  # noqa: S311  (no secret depends on it)
        means = []
        for _ in range(num_epochs):
            shuffle(order)
            for i in range(0, len(order), batch_size):
                rows = nd.array(order[i : i + batch_size], ctx=features.context)
                X, y = features.take(rows), labels.take(rows)
                with autograd.record():
                    losses = loss(net(X), y)
                losses.backward()
                trainer.step(len(X))
            means.append(float(loss(net(features), labels).mean().asscalar()))
        return means


class puts_the_best_back(Mistake):
    """At the end you put back the parameters of the best epoch: leave the net as the last epoch has left it."""

    def train(net, features, labels, lr, num_epochs, batch_size):
        loss = gloss.L2Loss()
        trainer = gluon.Trainer(net.collect_params(), "sgd", {"learning_rate": lr})
        order = list(range(len(features)))
        means, kept = [], []
        for _ in range(num_epochs):
            random.shuffle(order)
            for i in range(0, len(order), batch_size):
                rows = nd.array(order[i : i + batch_size], ctx=features.context)
                X, y = features.take(rows), labels.take(rows)
                with autograd.record():
                    losses = loss(net(X), y)
                losses.backward()
                trainer.step(len(X))
            means.append(float(loss(net(features), labels).mean().asscalar()))
            kept.append([p.data(features.context).copy() for p in net.collect_params().values()])
        best = kept[means.index(min(means))]
        for parameter, array in zip(net.collect_params().values(), best, strict=True):
            parameter.set_data(array)
        return means


class trains_the_first_layer(Mistake):
    """Your trainer has the parameters of the first layer only: give it net.collect_params(), which are those of all layers."""

    def train(net, features, labels, lr, num_epochs, batch_size):
        loss = gloss.L2Loss()
        layer = net[0] if isinstance(net, nn.Sequential) else net
        trainer = gluon.Trainer(layer.collect_params(), "sgd", {"learning_rate": lr})
        order = list(range(len(features)))
        means = []
        for _ in range(num_epochs):
            random.shuffle(order)
            for i in range(0, len(order), batch_size):
                rows = nd.array(order[i : i + batch_size], ctx=features.context)
                X, y = features.take(rows), labels.take(rows)
                with autograd.record():
                    losses = loss(net(X), y)
                losses.backward()
                trainer.step(len(X))
            means.append(float(loss(net(features), labels).mean().asscalar()))
        return means


class keeps_its_trainer(Mistake):
    """A net that is trained further goes on with the trainer of its first call, and so with that call's lr: make a new one in each call."""

    def train(net, features, labels, lr, num_epochs, batch_size, trainers={}):
        loss = gloss.L2Loss()
        if id(net) not in trainers:
            trainers[id(net)] = (
                net,
                gluon.Trainer(net.collect_params(), "sgd", {"learning_rate": lr}),
            )
        trainer = trainers[id(net)][1]
        order = list(range(len(features)))
        means = []
        for _ in range(num_epochs):
            random.shuffle(order)
            for i in range(0, len(order), batch_size):
                rows = nd.array(order[i : i + batch_size], ctx=features.context)
                X, y = features.take(rows), labels.take(rows)
                with autograd.record():
                    losses = loss(net(X), y)
                losses.backward()
                trainer.step(len(X))
            means.append(float(loss(net(features), labels).mean().asscalar()))
        return means


class begins_at_the_mean(Mistake):
    """You set the bias to the mean of the labels before the first epoch: train further from where the net is."""

    def train(net, features, labels, lr, num_epochs, batch_size):
        loss = gloss.L2Loss()
        net(features)
        for parameter in net.collect_params(".*bias").values():
            if parameter.shape == (1,) and parameter.data(features.context).asscalar() == 0:
                parameter.set_data(labels.mean())
        trainer = gluon.Trainer(net.collect_params(), "sgd", {"learning_rate": lr})
        order = list(range(len(features)))
        means = []
        for _ in range(num_epochs):
            random.shuffle(order)
            for i in range(0, len(order), batch_size):
                rows = nd.array(order[i : i + batch_size], ctx=features.context)
                X, y = features.take(rows), labels.take(rows)
                with autograd.record():
                    losses = loss(net(X), y)
                losses.backward()
                trainer.step(len(X))
            means.append(float(loss(net(features), labels).mean().asscalar()))
        return means


class seeds_each_epoch(Mistake):
    """Every epoch of every call goes through the same order, as a seed inside the loop has it: shuffle anew in each epoch, and set none."""

    def train(net, features, labels, lr, num_epochs, batch_size):
        loss = gloss.L2Loss()
        trainer = gluon.Trainer(net.collect_params(), "sgd", {"learning_rate": lr})
        order = list(range(len(features)))
        means = []
        for _ in range(num_epochs):
            order = list(range(len(features)))
            random.Random(0).shuffle(order)  # noqa: S311  (no secret depends on it)
            for i in range(0, len(order), batch_size):
                rows = nd.array(order[i : i + batch_size], ctx=features.context)
                X, y = features.take(rows), labels.take(rows)
                with autograd.record():
                    losses = loss(net(X), y)
                losses.backward()
                trainer.step(len(X))
            means.append(float(loss(net(features), labels).mean().asscalar()))
        return means


class shuffles_after_the_epoch(Mistake):
    """The first epoch goes through the examples in the stored order, for you shuffle from the second on: shuffle before the minibatches of every epoch."""

    def train(net, features, labels, lr, num_epochs, batch_size):
        loss = gloss.L2Loss()
        trainer = gluon.Trainer(net.collect_params(), "sgd", {"learning_rate": lr})
        order = list(range(len(features)))
        means = []
        for _ in range(num_epochs):
            for i in range(0, len(order), batch_size):
                rows = nd.array(order[i : i + batch_size], ctx=features.context)
                X, y = features.take(rows), labels.take(rows)
                with autograd.record():
                    losses = loss(net(X), y)
                losses.backward()
                trainer.step(len(X))
            means.append(float(loss(net(features), labels).mean().asscalar()))
            random.shuffle(order)
        return means


class begins_somewhere(Mistake):
    """Examples that are stored side by side stay together. Perhaps you shuffle only inside each minibatch, or only begin elsewhere in each epoch: shuffle all numbers first, then cut them into pieces."""

    def train(net, features, labels, lr, num_epochs, batch_size):
        loss = gloss.L2Loss()
        trainer = gluon.Trainer(net.collect_params(), "sgd", {"learning_rate": lr})
        order = list(range(len(features)))
        means = []
        for _ in range(num_epochs):
            start = random.randrange(len(order))  # noqa: S311  (no secret depends on it)
            order = order[start:] + order[:start]
            for i in range(0, len(order), batch_size):
                rows = nd.array(order[i : i + batch_size], ctx=features.context)
                X, y = features.take(rows), labels.take(rows)
                with autograd.record():
                    losses = loss(net(X), y)
                losses.backward()
                trainer.step(len(X))
            means.append(float(loss(net(features), labels).mean().asscalar()))
        return means


class flattens_first(Mistake):
    """The Sequential has a layer besides nn.Dense(1), such as nn.Flatten: leave it out, for nn.Dense(1) is all."""

    def make_net():
        net = nn.Sequential()
        net.add(nn.Flatten(), nn.Dense(1))
        net.initialize(init.Normal(sigma=0.01))
        return net


class puts_a_sequential_into_another(Mistake):
    """The layer in your Sequential is no nn.Dense, but holds one: add nn.Dense(1) itself, so that net[0].weight is its weight."""

    def make_net():
        inner, net = nn.Sequential(), nn.Sequential()
        inner.add(nn.Dense(1))
        net.add(inner)
        net.initialize(init.Normal(sigma=0.01))
        return net


class takes_the_first_layer(Mistake):
    """net is any Block: it need not have a net[0], nor must its parameters be there, so give the trainer net.collect_params()."""

    def train(net, features, labels, lr, num_epochs, batch_size):
        loss = gloss.L2Loss()
        trainer = gluon.Trainer(net[0].collect_params(), "sgd", {"learning_rate": lr})
        order = list(range(len(features)))
        means = []
        for _ in range(num_epochs):
            random.shuffle(order)
            for i in range(0, len(order), batch_size):
                rows = nd.array(order[i : i + batch_size], ctx=features.context)
                X, y = features.take(rows), labels.take(rows)
                with autograd.record():
                    losses = loss(net(X), y)
                losses.backward()
                trainer.step(len(X))
            means.append(float(loss(net(features), labels).mean().asscalar()))
        return means


class bounds_the_batch_size(Mistake):
    """Your minibatches are never larger than some bound of your own: take batch_size as it is."""

    def train(net, features, labels, lr, num_epochs, batch_size):
        loss = gloss.L2Loss()
        trainer = gluon.Trainer(net.collect_params(), "sgd", {"learning_rate": lr})
        batch_size = min(batch_size, 64)
        order = list(range(len(features)))
        means = []
        for _ in range(num_epochs):
            random.shuffle(order)
            for i in range(0, len(order), batch_size):
                rows = nd.array(order[i : i + batch_size], ctx=features.context)
                X, y = features.take(rows), labels.take(rows)
                with autograd.record():
                    losses = loss(net(X), y)
                losses.backward()
                trainer.step(len(X))
            means.append(float(loss(net(features), labels).mean().asscalar()))
        return means


class clips_the_gradient(Mistake):
    """Large gradients are cut off, as clip_gradient has it, which nobody asked for: pass learning_rate alone."""

    def train(net, features, labels, lr, num_epochs, batch_size):
        loss = gloss.L2Loss()
        options = {"learning_rate": lr, "clip_gradient": 10}
        trainer = gluon.Trainer(net.collect_params(), "sgd", options)
        order = list(range(len(features)))
        means = []
        for _ in range(num_epochs):
            random.shuffle(order)
            for i in range(0, len(order), batch_size):
                rows = nd.array(order[i : i + batch_size], ctx=features.context)
                X, y = features.take(rows), labels.take(rows)
                with autograd.record():
                    losses = loss(net(X), y)
                losses.backward()
                trainer.step(len(X))
            means.append(float(loss(net(features), labels).mean().asscalar()))
        return means


class keeps_every_loss(Mistake):
    """You keep the losses of all examples: take their mean first, .mean().asscalar()."""

    def train(net, features, labels, lr, num_epochs, batch_size):
        loss = gloss.L2Loss()
        trainer = gluon.Trainer(net.collect_params(), "sgd", {"learning_rate": lr})
        order = list(range(len(features)))
        means = []
        for _ in range(num_epochs):
            random.shuffle(order)
            for i in range(0, len(order), batch_size):
                rows = nd.array(order[i : i + batch_size], ctx=features.context)
                X, y = features.take(rows), labels.take(rows)
                with autograd.record():
                    losses = loss(net(X), y)
                losses.backward()
                trainer.step(len(X))
            means.append(loss(net(features), labels))
        return means


class returns_none_of_no_epochs(Mistake):
    """Where num_epochs is 0 you return None: the list has num_epochs losses, and is empty then, [], with no case of its own."""

    def train(net, features, labels, lr, num_epochs, batch_size):
        if not num_epochs:
            return None
        loss = gloss.L2Loss()
        trainer = gluon.Trainer(net.collect_params(), "sgd", {"learning_rate": lr})
        order = list(range(len(features)))
        means = []
        for _ in range(num_epochs):
            random.shuffle(order)
            for i in range(0, len(order), batch_size):
                rows = nd.array(order[i : i + batch_size], ctx=features.context)
                X, y = features.take(rows), labels.take(rows)
                with autograd.record():
                    losses = loss(net(X), y)
                losses.backward()
                trainer.step(len(X))
            means.append(float(loss(net(features), labels).mean().asscalar()))
        return means


class steps_otherwise_on_a_short_minibatch(Mistake):
    """A minibatch that is shorter than batch_size moves the parameters otherwise than it should: there too the step is lr * gradient / its number of examples, trainer.step(len(X))."""

    def train(net, features, labels, lr, num_epochs, batch_size):
        loss = gloss.L2Loss()
        trainer = gluon.Trainer(net.collect_params(), "sgd", {"learning_rate": lr})
        order = list(range(len(features)))
        means = []
        for _ in range(num_epochs):
            random.shuffle(order)
            for i in range(0, len(order), batch_size):
                rows = nd.array(order[i : i + batch_size], ctx=features.context)
                X, y = features.take(rows), labels.take(rows)
                with autograd.record():
                    losses = loss(net(X), y)
                losses.backward()
                trainer.step(batch_size if len(X) == batch_size else 1)
            means.append(float(loss(net(features), labels).mean().asscalar()))
        return means


class does_not_step_on_a_short_minibatch(Mistake):
    """A minibatch that is shorter than batch_size leaves the parameters as they are: backward and trainer.step(len(X)) belong to it too."""

    def train(net, features, labels, lr, num_epochs, batch_size):
        loss = gloss.L2Loss()
        trainer = gluon.Trainer(net.collect_params(), "sgd", {"learning_rate": lr})
        order = list(range(len(features)))
        means = []
        for _ in range(num_epochs):
            random.shuffle(order)
            for i in range(0, len(order), batch_size):
                rows = nd.array(order[i : i + batch_size], ctx=features.context)
                X, y = features.take(rows), labels.take(rows)
                with autograd.record():
                    losses = loss(net(X), y)
                losses.backward()
                if len(X) == batch_size or len(X) == len(features):
                    trainer.step(len(X))
            means.append(float(loss(net(features), labels).mean().asscalar()))
        return means


class trains_on_full_data_only(Mistake):
    """Where batch_size is larger than the number of examples you train on nothing: all of them are one, shorter minibatch then."""

    def train(net, features, labels, lr, num_epochs, batch_size):
        loss = gloss.L2Loss()
        trainer = gluon.Trainer(net.collect_params(), "sgd", {"learning_rate": lr})
        order = list(range(len(features)))
        means = []
        if len(order) < batch_size:
            order = []
        for _ in range(num_epochs):
            random.shuffle(order)
            for i in range(0, len(order), batch_size):
                rows = nd.array(order[i : i + batch_size], ctx=features.context)
                X, y = features.take(rows), labels.take(rows)
                with autograd.record():
                    losses = loss(net(X), y)
                losses.backward()
                trainer.step(len(X))
            means.append(float(loss(net(features), labels).mean().asscalar()))
        return means


class asks_for_a_full_minibatch(Mistake):
    """You stop with an error where batch_size is larger than the number of examples: all of them are one, shorter minibatch then."""

    def train(net, features, labels, lr, num_epochs, batch_size):
        assert batch_size <= len(features)
        loss = gloss.L2Loss()
        trainer = gluon.Trainer(net.collect_params(), "sgd", {"learning_rate": lr})
        order = list(range(len(features)))
        means = []
        for _ in range(num_epochs):
            random.shuffle(order)
            for i in range(0, len(order), batch_size):
                rows = nd.array(order[i : i + batch_size], ctx=features.context)
                X, y = features.take(rows), labels.take(rows)
                with autograd.record():
                    losses = loss(net(X), y)
                losses.backward()
                trainer.step(len(X))
            means.append(float(loss(net(features), labels).mean().asscalar()))
        return means


class asks_for_two_examples(Mistake):
    """You stop with an error where there is a single example: it is a minibatch of its own, and trained on like any other."""

    def train(net, features, labels, lr, num_epochs, batch_size):
        assert len(features) > 1
        loss = gloss.L2Loss()
        trainer = gluon.Trainer(net.collect_params(), "sgd", {"learning_rate": lr})
        order = list(range(len(features)))
        means = []
        for _ in range(num_epochs):
            random.shuffle(order)
            for i in range(0, len(order), batch_size):
                rows = nd.array(order[i : i + batch_size], ctx=features.context)
                X, y = features.take(rows), labels.take(rows)
                with autograd.record():
                    losses = loss(net(X), y)
                losses.backward()
                trainer.step(len(X))
            means.append(float(loss(net(features), labels).mean().asscalar()))
        return means


class keeps_what_it_recorded(Mistake):
    """Your list holds losses from before the updates, such as the minibatches' own: after each epoch compute loss(net(features), labels).mean() again, outside `with autograd.record():`."""

    def train(net, features, labels, lr, num_epochs, batch_size):
        loss = gloss.L2Loss()
        trainer = gluon.Trainer(net.collect_params(), "sgd", {"learning_rate": lr})
        order = list(range(len(features)))
        means = []
        for _ in range(num_epochs):
            random.shuffle(order)
            for i in range(0, len(order), batch_size):
                rows = nd.array(order[i : i + batch_size], ctx=features.context)
                X, y = features.take(rows), labels.take(rows)
                with autograd.record():
                    losses = loss(net(X), y)
                losses.backward()
                trainer.step(len(X))
            means.append(float(losses.mean().asscalar()))
        return means


class steps_with_batch_size_once_per_epoch(Mistake):
    """trainer.step(batch_size) stands after the loop over the minibatches, so most gradients are never used: call it inside, after each backward."""

    def train(net, features, labels, lr, num_epochs, batch_size):
        loss = gloss.L2Loss()
        trainer = gluon.Trainer(net.collect_params(), "sgd", {"learning_rate": lr})
        order = list(range(len(features)))
        means = []
        for _ in range(num_epochs):
            random.shuffle(order)
            for i in range(0, len(order), batch_size):
                rows = nd.array(order[i : i + batch_size], ctx=features.context)
                X, y = features.take(rows), labels.take(rows)
                with autograd.record():
                    losses = loss(net(X), y)
                losses.backward()
            trainer.step(batch_size)
            means.append(float(loss(net(features), labels).mean().asscalar()))
        return means


class makes_its_net_outside(Mistake):
    """Every call of make_net answers the same layer, whose size and weights are those of the first use: make it inside make_net."""

    net = nn.Sequential()
    net.add(nn.Dense(1))
    net.initialize(init.Normal(sigma=0.01))

    def make_net():
        return net


class schedules_the_rate(Mistake):
    """Your learning rate changes after a number of steps, as by an lr_scheduler: keep it at lr, however many steps there are."""

    def train(net, features, labels, lr, num_epochs, batch_size):
        loss = gloss.L2Loss()
        falling = mx.lr_scheduler.FactorScheduler(step=10, factor=0.9, base_lr=lr)
        settings = {"learning_rate": lr, "lr_scheduler": falling}
        trainer = gluon.Trainer(net.collect_params(), "sgd", settings)
        order = list(range(len(features)))
        means = []
        for _ in range(num_epochs):
            random.shuffle(order)
            for i in range(0, len(order), batch_size):
                rows = nd.array(order[i : i + batch_size], ctx=features.context)
                X, y = features.take(rows), labels.take(rows)
                with autograd.record():
                    losses = loss(net(X), y)
                losses.backward()
                trainer.step(len(X))
            means.append(float(loss(net(features), labels).mean().asscalar()))
        return means


class takes_all_examples_at_once(Mistake):
    """You take all examples in one minibatch, whatever batch_size is: each epoch goes through them in minibatches of batch_size, and steps after each."""

    def train(net, features, labels, lr, num_epochs, batch_size):
        loss = gloss.L2Loss()
        trainer = gluon.Trainer(net.collect_params(), "sgd", {"learning_rate": lr})
        means = []
        for _ in range(num_epochs):
            with autograd.record():
                losses = loss(net(features), labels)
            losses.backward()
            trainer.step(len(features))
            means.append(float(loss(net(features), labels).mean().asscalar()))
        return means


class takes_all_examples_in_each_step(Mistake):
    """In every step you compute the loss of all examples, and batch_size only tells how many steps there are: inside the loop it is loss(net(X), y), that of the minibatch."""

    def train(net, features, labels, lr, num_epochs, batch_size):
        loss = gloss.L2Loss()
        trainer = gluon.Trainer(net.collect_params(), "sgd", {"learning_rate": lr})
        order = list(range(len(features)))
        means = []
        for _ in range(num_epochs):
            for i in range(0, len(order), batch_size):
                with autograd.record():
                    losses = loss(net(features), labels)
                losses.backward()
                trainer.step(min(batch_size, len(order) - i))
            means.append(float(loss(net(features), labels).mean().asscalar()))
        return means


class adds_a_smaller_momentum(Mistake):
    """A momentum of 0.5 carries half of every step on into the next, which nobody asked for: pass learning_rate alone."""

    def train(net, features, labels, lr, num_epochs, batch_size):
        loss = gloss.L2Loss()
        trainer = gluon.Trainer(net.collect_params(), "sgd", {"learning_rate": lr, "momentum": 0.5})
        order = list(range(len(features)))
        means = []
        for _ in range(num_epochs):
            random.shuffle(order)
            for i in range(0, len(order), batch_size):
                rows = nd.array(order[i : i + batch_size], ctx=features.context)
                X, y = features.take(rows), labels.take(rows)
                with autograd.record():
                    losses = loss(net(X), y)
                losses.backward()
                trainer.step(len(X))
            means.append(float(loss(net(features), labels).mean().asscalar()))
        return means


class adds_some_weight_decay(Mistake):
    """Your trainer has a wd of 0.01, which pulls the parameters to 0 in each step: nobody asked for it, so pass learning_rate alone."""

    def train(net, features, labels, lr, num_epochs, batch_size):
        loss = gloss.L2Loss()
        trainer = gluon.Trainer(net.collect_params(), "sgd", {"learning_rate": lr, "wd": 0.01})
        order = list(range(len(features)))
        means = []
        for _ in range(num_epochs):
            random.shuffle(order)
            for i in range(0, len(order), batch_size):
                rows = nd.array(order[i : i + batch_size], ctx=features.context)
                X, y = features.take(rows), labels.take(rows)
                with autograd.record():
                    losses = loss(net(X), y)
                losses.backward()
                trainer.step(len(X))
            means.append(float(loss(net(features), labels).mean().asscalar()))
        return means


class draws_each_minibatch_from_all(Mistake):
    """Some examples come twice in an epoch and others never, for each minibatch is drawn from all of them: go through one shuffled order, from its beginning to its end."""

    def train(net, features, labels, lr, num_epochs, batch_size):
        loss = gloss.L2Loss()
        trainer = gluon.Trainer(net.collect_params(), "sgd", {"learning_rate": lr})
        order = list(range(len(features)))
        means = []
        for _ in range(num_epochs):
            random.shuffle(order)
            for i in range(0, len(order), batch_size):
                k = min(batch_size, len(order) - i)
                rows = nd.array(random.sample(order, k), ctx=features.context)
                X, y = features.take(rows), labels.take(rows)
                with autograd.record():
                    losses = loss(net(X), y)
                losses.backward()
                trainer.step(len(X))
            means.append(float(loss(net(features), labels).mean().asscalar()))
        return means


class shuffles_in_the_first_epoch_only(Mistake):
    """The second epoch goes through the examples in the stored order, as where you shuffle in the first one only: shuffle before the minibatches of every epoch."""

    def train(net, features, labels, lr, num_epochs, batch_size):
        loss = gloss.L2Loss()
        trainer = gluon.Trainer(net.collect_params(), "sgd", {"learning_rate": lr})
        order = list(range(len(features)))
        random.shuffle(order)
        means = []
        for _ in range(num_epochs):
            for i in range(0, len(order), batch_size):
                rows = nd.array(order[i : i + batch_size], ctx=features.context)
                X, y = features.take(rows), labels.take(rows)
                with autograd.record():
                    losses = loss(net(X), y)
                losses.backward()
                trainer.step(len(X))
            means.append(float(loss(net(features), labels).mean().asscalar()))
            order.sort()
        return means


class calls_it_lr(Mistake):
    """The setting's name is 'learning_rate', not 'lr': {'learning_rate': lr}."""

    def train(net, features, labels, lr, num_epochs, batch_size):
        loss = gloss.L2Loss()
        trainer = gluon.Trainer(net.collect_params(), "sgd", {"lr": lr})
        order = list(range(len(features)))
        means = []
        for _ in range(num_epochs):
            random.shuffle(order)
            for i in range(0, len(order), batch_size):
                rows = nd.array(order[i : i + batch_size], ctx=features.context)
                X, y = features.take(rows), labels.take(rows)
                with autograd.record():
                    losses = loss(net(X), y)
                losses.backward()
                trainer.step(len(X))
            means.append(float(loss(net(features), labels).mean().asscalar()))
        return means


class steps_by_nothing(Mistake):
    """trainer.step needs a number to divide the gradient by, that of the examples in the minibatch: trainer.step(len(X))."""

    def train(net, features, labels, lr, num_epochs, batch_size):
        loss = gloss.L2Loss()
        trainer = gluon.Trainer(net.collect_params(), "sgd", {"learning_rate": lr})
        order = list(range(len(features)))
        means = []
        for _ in range(num_epochs):
            random.shuffle(order)
            for i in range(0, len(order), batch_size):
                rows = nd.array(order[i : i + batch_size], ctx=features.context)
                X, y = features.take(rows), labels.take(rows)
                with autograd.record():
                    losses = loss(net(X), y)
                losses.backward()
                trainer.step()
            means.append(float(loss(net(features), labels).mean().asscalar()))
        return means


class asks_for_the_nets_own_params(Mistake):
    """If the trainer has net.params: these are the net's own parameters, and a Sequential has none, so give it net.collect_params()."""

    def train(net, features, labels, lr, num_epochs, batch_size):
        loss = gloss.L2Loss()
        trainer = gluon.Trainer(net.params, "sgd", {"learning_rate": lr})
        order = list(range(len(features)))
        means = []
        for _ in range(num_epochs):
            random.shuffle(order)
            for i in range(0, len(order), batch_size):
                rows = nd.array(order[i : i + batch_size], ctx=features.context)
                X, y = features.take(rows), labels.take(rows)
                with autograd.record():
                    losses = loss(net(X), y)
                losses.backward()
                trainer.step(len(X))
            means.append(float(loss(net(features), labels).mean().asscalar()))
        return means


class passes_the_mean_too(Mistake):
    """init.Normal takes one number, the standard deviation, for its mean is always 0: init.Normal(sigma=0.01)."""

    def make_net():
        net = nn.Sequential()
        net.add(nn.Dense(1))
        net.initialize(init.Normal(0, 0.01))
        return net


class calls_it_std(Mistake):
    """init.Normal calls the standard deviation sigma, not std: init.Normal(sigma=0.01)."""

    def make_net():
        net = nn.Sequential()
        net.add(nn.Dense(1))
        net.initialize(init.Normal(std=0.01))
        return net


class forgets_to_make_a_net(Mistake):
    """nn.Sequential without parentheses is the class and no net: write net = nn.Sequential()."""

    def make_net():
        net = nn.Sequential
        net.add(nn.Dense(1))
        net.initialize(init.Normal(sigma=0.01))
        return net


class gives_the_constructor_a_list(Mistake):
    """nn.Sequential([...]) is Keras: Gluon's begins empty, net = nn.Sequential(), and net.add(nn.Dense(1)) puts the layer in."""

    def make_net():
        net = nn.Sequential([nn.Dense(1)])
        net.initialize(init.Normal(sigma=0.01))
        return net


class keeps_what_add_returns(Mistake):
    """add and initialize change the net and return None: write net = nn.Sequential() first, and net.add(nn.Dense(1)) in a line of its own."""

    def make_net():
        net = nn.Sequential().add(nn.Dense(1))
        net.initialize(init.Normal(sigma=0.01))
        return net


class draws_by_xavier(Mistake):
    """The standard deviation of your weights is not 0.01, for example because init.Xavier chooses it by the layer's size: pass init.Normal(sigma=0.01)."""

    def make_net():
        net = nn.Sequential()
        net.add(nn.Dense(1))
        net.initialize(init.Xavier())
        return net
