"""Wrong versions of `make_net`, `evaluate_accuracy` and `train_epoch` that learners write, each with
the sentence that would help."""

import mxnet as mx
from mxnet import autograd, gluon, init, nd
from mxnet.gluon import nn

from grader.course import Mistake


class forgets_where_dense_is(Mistake):
    """Dense lives in nn: write nn.Dense(10)."""

    def make_net():
        net = nn.Sequential()
        net.add(Dense(10))
        net.initialize(init.Normal(sigma=0.01))
        return net


class gives_inputs_and_outputs(Mistake):
    """nn.Dense(784, 10) is PyTorch's way, and Gluon takes the second number for an activation: give the number of outputs alone, nn.Dense(10)."""

    def make_net():
        net = nn.Sequential()
        net.add(nn.Dense(784, 10))
        net.initialize(init.Normal(sigma=0.01))
        return net


class does_not_initialise(Mistake):
    """Parameters are left without values: call net.initialize(init.Normal(sigma=0.01)) in make_net, after net.add."""

    def make_net():
        net = nn.Sequential()
        net.add(nn.Dense(10))
        return net


class initialises_by_default(Mistake):
    """The weights are not from N(0, 0.01²): pass init.Normal(sigma=0.01), for net.initialize() alone draws from U(-0.07, 0.07)."""

    def make_net():
        net = nn.Sequential()
        net.add(nn.Dense(10))
        net.initialize()
        return net


class has_one_output(Mistake):
    """One output is a regression: ten classes need ten outputs, nn.Dense(10)."""

    def make_net():
        net = nn.Sequential()
        net.add(nn.Dense(1))
        net.initialize(init.Normal(sigma=0.01))
        return net


class activates_the_scores(Mistake):
    """relu makes all negative scores 0, and they can no longer be told apart: the last layer has no activation."""

    def make_net():
        net = nn.Sequential()
        net.add(nn.Dense(10, activation="relu"))
        net.initialize(init.Normal(sigma=0.01))
        return net


class applies_softmax_in_the_net(Mistake):
    """The net must answer scores, for SoftmaxCrossEntropyLoss applies softmax itself: leave it out of the net."""

    def make_net():
        net = nn.Sequential()
        net.add(nn.Dense(10), nn.Lambda(lambda X: nd.softmax(X)))
        net.initialize(init.Normal(sigma=0.01))
        return net


class activates_the_scores_by_softmax(Mistake):
    """nn.Dense has no activation "softmax", and none is needed: the net answers scores, for SoftmaxCrossEntropyLoss applies softmax itself, so leave it out."""

    def make_net():
        net = nn.Sequential()
        net.add(nn.Dense(10, activation="softmax"))
        net.initialize(init.Normal(sigma=0.01))
        return net


class does_not_flatten(Mistake):
    """flatten=False applies the layer to every row of every image: leave it out, and nn.Dense flattens each image."""

    def make_net():
        net = nn.Sequential()
        net.add(nn.Dense(10, flatten=False))
        net.initialize(init.Normal(sigma=0.01))
        return net


class forgets_to_return_the_net(Mistake):
    """make_net builds the net and returns None: end it with `return net`."""

    def make_net():
        net = nn.Sequential()
        net.add(nn.Dense(10))
        net.initialize(init.Normal(sigma=0.01))


class averages_the_accuracies(Mistake):
    """You average the accuracies of the minibatches, so an example in a short one counts more: add up right predictions and examples, and divide once."""

    def evaluate_accuracy(data_iter, net):
        right, count = 0, 0
        for X, y in data_iter:
            predicted = net(X).argmax(axis=1)
            right += float((predicted == y.astype(predicted.dtype)).mean().asscalar())
            count += 1
        return right / count


class adds_up_accuracies(Mistake):
    """You add up the minibatches' accuracies and divide by the number of examples, which divides twice: add up right predictions, .sum()."""

    def evaluate_accuracy(data_iter, net):
        right, count = 0, 0
        for X, y in data_iter:
            predicted = net(X).argmax(axis=1)
            right += float((predicted == y.astype(predicted.dtype)).mean().asscalar())
            count += y.size
        return right / count


class compares_float_with_int(Mistake):
    """argmax answers floats, and MXNet does not compare them with int32 labels: y.astype(predicted.dtype) first."""

    def evaluate_accuracy(data_iter, net):
        right, count = 0, 0
        for X, y in data_iter:
            predicted = net(X).argmax(axis=1)
            right += float((predicted == y).sum().asscalar())
            count += y.size
        return right / count


class counts_columns(Mistake):
    """argmax(axis=0) finds the best example of each class: axis=1 finds the best class of each example."""

    def evaluate_accuracy(data_iter, net):
        right, count = 0, 0
        for X, y in data_iter:
            predicted = net(X).argmax(axis=0)
            right += float((predicted == y.astype(predicted.dtype)).sum().asscalar())
            count += y.size
        return right / count


class counts_the_right_ones_only(Mistake):
    """You return how many are right, a number above 1: divide by the number of examples."""

    def evaluate_accuracy(data_iter, net):
        right, count = 0, 0
        for X, y in data_iter:
            predicted = net(X).argmax(axis=1)
            right += float((predicted == y.astype(predicted.dtype)).sum().asscalar())
            count += y.size
        return right


class counts_what_is_wrong(Mistake):
    """This is the error rate, the fraction that is wrong: count where the prediction equals the label."""

    def evaluate_accuracy(data_iter, net):
        right, count = 0, 0
        for X, y in data_iter:
            predicted = net(X).argmax(axis=1)
            right += float((predicted != y.astype(predicted.dtype)).sum().asscalar())
            count += y.size
        return right / count


class answers_in_percent(Mistake):
    """You answer percent: the accuracy is a fraction between 0 and 1."""

    def evaluate_accuracy(data_iter, net):
        right, count = 0, 0
        for X, y in data_iter:
            predicted = net(X).argmax(axis=1)
            right += float((predicted == y.astype(predicted.dtype)).sum().asscalar())
            count += y.size
        return 100 * right / count


class looks_at_the_last_minibatch(Mistake):
    """Only the last minibatch counts: set the sums to 0 before the loop, and add to them with += inside it."""

    def evaluate_accuracy(data_iter, net):
        right, count = 0, 0
        for X, y in data_iter:
            right, count = 0, 0
            predicted = net(X).argmax(axis=1)
            right += float((predicted == y.astype(predicted.dtype)).sum().asscalar())
            count += y.size
        return right / count


class returns_inside_the_loop(Mistake):
    """A return or break ends the loop after the first minibatch: leave the break out, and put the
    return after the loop."""

    def evaluate_accuracy(data_iter, net):
        right, count = 0, 0
        for X, y in data_iter:
            predicted = net(X).argmax(axis=1)
            right += float((predicted == y.astype(predicted.dtype)).sum().asscalar())
            count += y.size
            return right / count


class counts_the_minibatches(Mistake):
    """You divide by the number of minibatches: divide by the number of examples, y.size added up."""

    def evaluate_accuracy(data_iter, net):
        right, count = 0, 0
        for X, y in data_iter:
            predicted = net(X).argmax(axis=1)
            right += float((predicted == y.astype(predicted.dtype)).sum().asscalar())
            count += 1
        return right / count


class answers_an_array(Mistake):
    """You return an NDArray: turn the count into a number with .asscalar()."""

    def evaluate_accuracy(data_iter, net):
        right, count = 0, 0
        for X, y in data_iter:
            predicted = net(X).argmax(axis=1)
            right += (predicted == y.astype(predicted.dtype)).sum()
            count += y.size
        return right / count


class takes_the_largest_score(Mistake):
    """max gives the largest score itself: argmax gives the class that it belongs to."""

    def evaluate_accuracy(data_iter, net):
        right, count = 0, 0
        for X, y in data_iter:
            predicted = net(X).max(axis=1)
            right += float((predicted == y.astype(predicted.dtype)).sum().asscalar())
            count += y.size
        return right / count


class unpacks_the_maximum(Mistake):
    """You take an NDArray for a pair of two values. In MXNet max(axis=1) gives the largest scores alone, and no pair as in PyTorch: the classes are net(X).argmax(axis=1)."""

    def evaluate_accuracy(data_iter, net):
        right, count = 0, 0
        for X, y in data_iter:
            _, predicted = net(X).max(axis=1)
            right += float((predicted == y.astype(predicted.dtype)).sum().asscalar())
            count += y.size
        return right / count


class prints_the_accuracy(Mistake):
    """evaluate_accuracy shows the number and returns None: return it instead of printing it."""

    def evaluate_accuracy(data_iter, net):
        right, count = 0, 0
        for X, y in data_iter:
            predicted = net(X).argmax(axis=1)
            right += float((predicted == y.astype(predicted.dtype)).sum().asscalar())
            count += y.size
        print(right / count)


class forgets_to_record(Mistake):
    """backward finds nothing that was recorded: compute net(X), the loss and its .sum() inside `with autograd.record():`, without detach or asscalar. Call backward only once for each minibatch."""

    def train_epoch(net, train_iter, loss, trainer, batch_size):
        loss_sum, right, count = 0, 0, 0
        for X, y in train_iter:
            y_hat = net(X)
            losses = loss(y_hat, y).sum()
            losses.backward()
            trainer.step(batch_size)
            predicted = y_hat.argmax(axis=1)
            loss_sum += float(losses.asscalar())
            right += float((predicted == y.astype(predicted.dtype)).sum().asscalar())
            count += y.size
        return loss_sum / count, right / count


class forgets_to_call_sum(Mistake):
    """`.sum` without parentheses is the function itself, which has no backward: write .sum()."""

    def train_epoch(net, train_iter, loss, trainer, batch_size):
        loss_sum, right, count = 0, 0, 0
        for X, y in train_iter:
            with autograd.record():
                y_hat = net(X)
                losses = loss(y_hat, y).sum
            losses.backward()
            trainer.step(batch_size)
            predicted = y_hat.argmax(axis=1)
            loss_sum += float(losses.asscalar())
            right += float((predicted == y.astype(predicted.dtype)).sum().asscalar())
            count += y.size
        return loss_sum / count, right / count


class forgets_to_start_at_zero(Mistake):
    """train_l_sum is added to before it has a value: set the sums to 0 before the loop."""

    def train_epoch(net, train_iter, loss, trainer, batch_size):
        right, count = 0, 0
        for X, y in train_iter:
            with autograd.record():
                y_hat = net(X)
                losses = loss(y_hat, y).sum()
            losses.backward()
            trainer.step(batch_size)
            predicted = y_hat.argmax(axis=1)
            train_l_sum += float(losses.asscalar())
            right += float((predicted == y.astype(predicted.dtype)).sum().asscalar())
            count += y.size
        return train_l_sum / count, right / count


class misspells_asscalar(Mistake):
    """The method is asscalar, not acscalar."""

    def train_epoch(net, train_iter, loss, trainer, batch_size):
        loss_sum, right, count = 0, 0, 0
        for X, y in train_iter:
            with autograd.record():
                y_hat = net(X)
                losses = loss(y_hat, y).sum()
            losses.backward()
            trainer.step(batch_size)
            predicted = y_hat.argmax(axis=1)
            loss_sum += float(losses.asscalar())
            right += float((predicted == y.astype(predicted.dtype)).sum().acscalar())
            count += y.size
        return loss_sum / count, right / count


class goes_backward_from_the_mean(Mistake):
    """The gradient of the mean is divided by the batch size already, and trainer.step divides again: go backward from the sum."""

    def train_epoch(net, train_iter, loss, trainer, batch_size):
        loss_sum, right, count = 0, 0, 0
        for X, y in train_iter:
            with autograd.record():
                y_hat = net(X)
                losses = loss(y_hat, y)
                mean = losses.mean()
            mean.backward()
            trainer.step(batch_size)
            predicted = y_hat.argmax(axis=1)
            loss_sum += float(losses.sum().asscalar())
            right += float((predicted == y.astype(predicted.dtype)).sum().asscalar())
            count += y.size
        return loss_sum / count, right / count


class takes_the_mean_for_the_sum(Mistake):
    """You take the mean of the losses and divide it by the number of examples once more, in trainer.step and in what you return: take the sum, l = loss(y_hat, y).sum()."""

    def train_epoch(net, train_iter, loss, trainer, batch_size):
        loss_sum, right, count = 0, 0, 0
        for X, y in train_iter:
            with autograd.record():
                y_hat = net(X)
                losses = loss(y_hat, y).mean()
            losses.backward()
            trainer.step(batch_size)
            predicted = y_hat.argmax(axis=1)
            loss_sum += float(losses.asscalar())
            right += float((predicted == y.astype(predicted.dtype)).sum().asscalar())
            count += y.size
        return loss_sum / count, right / count


class steps_by_one(Mistake):
    """trainer.step(1) divides the summed gradient by 1: pass batch_size."""

    def train_epoch(net, train_iter, loss, trainer, batch_size):
        loss_sum, right, count = 0, 0, 0
        for X, y in train_iter:
            with autograd.record():
                y_hat = net(X)
                losses = loss(y_hat, y).sum()
            losses.backward()
            trainer.step(1)
            predicted = y_hat.argmax(axis=1)
            loss_sum += float(losses.asscalar())
            right += float((predicted == y.astype(predicted.dtype)).sum().asscalar())
            count += y.size
        return loss_sum / count, right / count


class steps_without_the_batch_size(Mistake):
    """trainer.step needs a number to divide the gradient by: trainer.step(batch_size)."""

    def train_epoch(net, train_iter, loss, trainer, batch_size):
        loss_sum, right, count = 0, 0, 0
        for X, y in train_iter:
            with autograd.record():
                y_hat = net(X)
                losses = loss(y_hat, y).sum()
            losses.backward()
            trainer.step()
            predicted = y_hat.argmax(axis=1)
            loss_sum += float(losses.asscalar())
            right += float((predicted == y.astype(predicted.dtype)).sum().asscalar())
            count += y.size
        return loss_sum / count, right / count


class forgets_to_step(Mistake):
    """The parameters never change: call trainer.step(batch_size) after backward."""

    def train_epoch(net, train_iter, loss, trainer, batch_size):
        loss_sum, right, count = 0, 0, 0
        for X, y in train_iter:
            with autograd.record():
                y_hat = net(X)
                losses = loss(y_hat, y).sum()
            losses.backward()
            predicted = y_hat.argmax(axis=1)
            loss_sum += float(losses.asscalar())
            right += float((predicted == y.astype(predicted.dtype)).sum().asscalar())
            count += y.size
        return loss_sum / count, right / count


class forgets_to_go_backward(Mistake):
    """trainer.step finds no new gradients: call losses.backward() before each step, after the `with autograd.record():` block, and step only once after it. The losses must come from the net whose parameters the trainer has."""

    def train_epoch(net, train_iter, loss, trainer, batch_size):
        loss_sum, right, count = 0, 0, 0
        for X, y in train_iter:
            with autograd.record():
                y_hat = net(X)
                losses = loss(y_hat, y).sum()
            trainer.step(batch_size)
            predicted = y_hat.argmax(axis=1)
            loss_sum += float(losses.asscalar())
            right += float((predicted == y.astype(predicted.dtype)).sum().asscalar())
            count += y.size
        return loss_sum / count, right / count


class steps_once_an_epoch(Mistake):
    """trainer.step stands after the loop: indent it, so that every minibatch has its update."""

    def train_epoch(net, train_iter, loss, trainer, batch_size):
        loss_sum, right, count = 0, 0, 0
        for X, y in train_iter:
            with autograd.record():
                y_hat = net(X)
                losses = loss(y_hat, y).sum()
            losses.backward()
            predicted = y_hat.argmax(axis=1)
            loss_sum += float(losses.asscalar())
            right += float((predicted == y.astype(predicted.dtype)).sum().asscalar())
            count += y.size
        trainer.step(batch_size)
        return loss_sum / count, right / count


class averages_the_means(Mistake):
    """You average the minibatches' mean losses, so an example in a short one counts more: add up the sums and divide once by the number of examples."""

    def train_epoch(net, train_iter, loss, trainer, batch_size):
        loss_sum, right, count, minibatches = 0, 0, 0, 0
        for X, y in train_iter:
            with autograd.record():
                y_hat = net(X)
                losses = loss(y_hat, y).sum()
            losses.backward()
            trainer.step(batch_size)
            predicted = y_hat.argmax(axis=1)
            loss_sum += float(losses.asscalar()) / y.size
            right += float((predicted == y.astype(predicted.dtype)).sum().asscalar())
            count += y.size
            minibatches += 1
        return loss_sum / minibatches, right / count


class assumes_full_minibatches(Mistake):
    """You count batch_size examples for each minibatch, but the last one may be shorter: add y.size."""

    def train_epoch(net, train_iter, loss, trainer, batch_size):
        loss_sum, right, count = 0, 0, 0
        for X, y in train_iter:
            with autograd.record():
                y_hat = net(X)
                losses = loss(y_hat, y).sum()
            losses.backward()
            trainer.step(batch_size)
            predicted = y_hat.argmax(axis=1)
            loss_sum += float(losses.asscalar())
            right += float((predicted == y.astype(predicted.dtype)).sum().asscalar())
            count += batch_size
        return loss_sum / count, right / count


class weighs_every_minibatch_as_full(Mistake):
    """Each minibatch counts as batch_size examples, in the sum of the losses and in their number, but the last one may be shorter: add up l.sum() and y.size."""

    def train_epoch(net, train_iter, loss, trainer, batch_size):
        loss_sum, right, count = 0, 0, 0
        for X, y in train_iter:
            with autograd.record():
                y_hat = net(X)
                losses = loss(y_hat, y)
            losses.backward()
            trainer.step(batch_size)
            predicted = y_hat.argmax(axis=1)
            loss_sum += float(losses.mean().asscalar()) * batch_size
            right += float((predicted == y.astype(predicted.dtype)).sum().asscalar())
            count += batch_size
        return loss_sum / count, right / count


class predicts_again_after_the_step(Mistake):
    """You predict anew after the update: count what the net answered before it, y_hat."""

    def train_epoch(net, train_iter, loss, trainer, batch_size):
        loss_sum, right, count = 0, 0, 0
        for X, y in train_iter:
            with autograd.record():
                y_hat = net(X)
                losses = loss(y_hat, y).sum()
            losses.backward()
            trainer.step(batch_size)
            losses = loss(net(X), y).sum()
            predicted = net(X).argmax(axis=1)
            loss_sum += float(losses.asscalar())
            right += float((predicted == y.astype(predicted.dtype)).sum().asscalar())
            count += y.size
        return loss_sum / count, right / count


class compares_floats_with_ints(Mistake):
    """train_epoch compares argmax's floats with int32 labels, which MXNet does not do: y.astype(predicted.dtype) first."""

    def train_epoch(net, train_iter, loss, trainer, batch_size):
        loss_sum, right, count = 0, 0, 0
        for X, y in train_iter:
            with autograd.record():
                y_hat = net(X)
                losses = loss(y_hat, y).sum()
            losses.backward()
            trainer.step(batch_size)
            predicted = y_hat.argmax(axis=1)
            loss_sum += float(losses.asscalar())
            right += float((predicted == y).sum().asscalar())
            count += y.size
        return loss_sum / count, right / count


class returns_sums(Mistake):
    """You return sums over all examples: divide both by their number."""

    def train_epoch(net, train_iter, loss, trainer, batch_size):
        loss_sum, right, count = 0, 0, 0
        for X, y in train_iter:
            with autograd.record():
                y_hat = net(X)
                losses = loss(y_hat, y).sum()
            losses.backward()
            trainer.step(batch_size)
            predicted = y_hat.argmax(axis=1)
            loss_sum += float(losses.asscalar())
            right += float((predicted == y.astype(predicted.dtype)).sum().asscalar())
            count += y.size
        return loss_sum, right


class swaps_the_results(Mistake):
    """The mean loss comes first, the accuracy second."""

    def train_epoch(net, train_iter, loss, trainer, batch_size):
        loss_sum, right, count = 0, 0, 0
        for X, y in train_iter:
            with autograd.record():
                y_hat = net(X)
                losses = loss(y_hat, y).sum()
            losses.backward()
            trainer.step(batch_size)
            predicted = y_hat.argmax(axis=1)
            loss_sum += float(losses.asscalar())
            right += float((predicted == y.astype(predicted.dtype)).sum().asscalar())
            count += y.size
        return right / count, loss_sum / count


class returns_the_loss_only(Mistake):
    """train_epoch returns two numbers: the mean loss and the accuracy."""

    def train_epoch(net, train_iter, loss, trainer, batch_size):
        loss_sum, right, count = 0, 0, 0
        for X, y in train_iter:
            with autograd.record():
                y_hat = net(X)
                losses = loss(y_hat, y).sum()
            losses.backward()
            trainer.step(batch_size)
            predicted = y_hat.argmax(axis=1)
            loss_sum += float(losses.asscalar())
            right += float((predicted == y.astype(predicted.dtype)).sum().asscalar())
            count += y.size
        return loss_sum / count


class prints_its_results(Mistake):
    """train_epoch shows its results and returns None: return them instead of printing them."""

    def train_epoch(net, train_iter, loss, trainer, batch_size):
        loss_sum, right, count = 0, 0, 0
        for X, y in train_iter:
            with autograd.record():
                y_hat = net(X)
                losses = loss(y_hat, y).sum()
            losses.backward()
            trainer.step(batch_size)
            predicted = y_hat.argmax(axis=1)
            loss_sum += float(losses.asscalar())
            right += float((predicted == y.astype(predicted.dtype)).sum().asscalar())
            count += y.size
        print(loss_sum / count, right / count)


class moves_everything_to_the_cpu(Mistake):
    """You move every minibatch to the CPU, where the net need not be: leave the data where they are."""

    def train_epoch(net, train_iter, loss, trainer, batch_size):
        loss_sum, right, count = 0, 0, 0
        for X, y in train_iter:
            X, y = X.as_in_context(mx.cpu()), y.as_in_context(mx.cpu())
            with autograd.record():
                y_hat = net(X)
                losses = loss(y_hat, y).sum()
            losses.backward()
            trainer.step(batch_size)
            predicted = y_hat.argmax(axis=1)
            loss_sum += float(losses.asscalar())
            right += float((predicted == y.astype(predicted.dtype)).sum().asscalar())
            count += y.size
        return loss_sum / count, right / count


class evaluates_as_in_training(Mistake):
    """evaluate_accuracy calls the net in training mode, where dropout is active: autograd.record() and autograd.train_mode() are for training only."""

    def evaluate_accuracy(data_iter, net):
        right, count = 0, 0
        with autograd.record():
            for X, y in data_iter:
                predicted = net(X).argmax(axis=1)
                right += float((predicted == y.astype(predicted.dtype)).sum().asscalar())
                count += y.size
        return right / count


class counts_after_the_update(Mistake):
    """You count right predictions after the update: take the y_hat from before it, as for the loss."""

    def train_epoch(net, train_iter, loss, trainer, batch_size):
        loss_sum, right, count = 0, 0, 0
        for X, y in train_iter:
            with autograd.record():
                losses = loss(net(X), y).sum()
            losses.backward()
            trainer.step(batch_size)
            predicted = net(X).argmax(axis=1)
            loss_sum += float(losses.asscalar())
            right += float((predicted == y.astype(predicted.dtype)).sum().asscalar())
            count += y.size
        return loss_sum / count, right / count


class fixes_the_input_size(Mistake):
    """make_net fixes the number of inputs: leave in_units out, and call the net on no data of your own; Gluon infers it from the first images."""

    def make_net():
        net = nn.Sequential()
        net.add(nn.Dense(10, in_units=784))
        net.initialize(init.Normal(sigma=0.01))
        return net


class has_a_hidden_layer(Mistake):
    """Softmax regression is a single dense layer: the hidden one belongs to the multilayer perceptron."""

    def make_net():
        net = nn.Sequential()
        net.add(nn.Dense(256, activation="relu"), nn.Dense(10))
        net.initialize(init.Normal(sigma=0.01))
        return net


class adds_dropout(Mistake):
    """Softmax regression is a single dense layer: a dropout layer makes its scores random while it is trained."""

    def make_net():
        net = nn.Sequential()
        net.add(nn.Dense(10), nn.Dropout(0.5))
        net.initialize(init.Normal(sigma=0.01))
        return net


class looks_for_the_class_in_the_data(Mistake):
    """You take the argmax of the data themselves: the class is where the net's scores are largest, net(X).argmax(axis=1)."""

    def evaluate_accuracy(data_iter, net):
        right, count = 0, 0
        for X, y in data_iter:
            predicted = X.argmax(axis=1)
            right += float((predicted == y.astype(predicted.dtype)).sum().asscalar())
            count += y.size
        return right / count


class counts_all_elements(Mistake):
    """You count the elements of a matrix, such as X.size or y_hat.size: the number of examples is y.size, or len(X)."""

    def evaluate_accuracy(data_iter, net):
        right, count = 0, 0
        for X, y in data_iter:
            predicted = net(X).argmax(axis=1)
            right += float((predicted == y.astype(predicted.dtype)).sum().asscalar())
            count += X.size
        return right / count


class makes_its_own_loss(Mistake):
    """train_epoch makes a loss of its own: call the argument, loss(y_hat, y)."""

    def train_epoch(net, train_iter, loss, trainer, batch_size):
        loss = gluon.loss.SoftmaxCrossEntropyLoss()
        loss_sum, right, count = 0, 0, 0
        for X, y in train_iter:
            with autograd.record():
                y_hat = net(X)
                losses = loss(y_hat, y).sum()
            losses.backward()
            trainer.step(batch_size)
            predicted = y_hat.argmax(axis=1)
            loss_sum += float(losses.asscalar())
            right += float((predicted == y.astype(predicted.dtype)).sum().asscalar())
            count += y.size
        return loss_sum / count, right / count


class swaps_the_arguments_of_the_loss(Mistake):
    """The loss is called as loss(y_hat, y): the net's answer first, then the labels."""

    def train_epoch(net, train_iter, loss, trainer, batch_size):
        loss_sum, right, count = 0, 0, 0
        for X, y in train_iter:
            with autograd.record():
                y_hat = net(X)
                losses = loss(y, y_hat).sum()
            losses.backward()
            trainer.step(batch_size)
            predicted = y_hat.argmax(axis=1)
            loss_sum += float(losses.asscalar())
            right += float((predicted == y.astype(predicted.dtype)).sum().asscalar())
            count += y.size
        return loss_sum / count, right / count


class applies_softmax_before_the_loss(Mistake):
    """SoftmaxCrossEntropyLoss applies softmax itself: hand it the scores as the net answers them."""

    def train_epoch(net, train_iter, loss, trainer, batch_size):
        loss_sum, right, count = 0, 0, 0
        for X, y in train_iter:
            with autograd.record():
                y_hat = nd.softmax(net(X))
                losses = loss(y_hat, y).sum()
            losses.backward()
            trainer.step(batch_size)
            predicted = y_hat.argmax(axis=1)
            loss_sum += float(losses.asscalar())
            right += float((predicted == y.astype(predicted.dtype)).sum().asscalar())
            count += y.size
        return loss_sum / count, right / count


class has_its_own_batch_size(Mistake):
    """The batch size 256 is written into the code: use the argument batch_size."""

    def train_epoch(net, train_iter, loss, trainer, batch_size):
        loss_sum, right, count = 0, 0, 0
        for X, y in train_iter:
            with autograd.record():
                y_hat = net(X)
                losses = loss(y_hat, y).sum()
            losses.backward()
            trainer.step(256)
            predicted = y_hat.argmax(axis=1)
            loss_sum += float(losses.asscalar())
            right += float((predicted == y.astype(predicted.dtype)).sum().asscalar())
            count += y.size
        return loss_sum / count, right / count


class starts_anew_with_each_minibatch(Mistake):
    """train_epoch returns what the last minibatch alone gives: set the sums to 0 before the loop, and add to them with += inside it."""

    def train_epoch(net, train_iter, loss, trainer, batch_size):
        for X, y in train_iter:
            loss_sum, right, count = 0, 0, 0
            with autograd.record():
                y_hat = net(X)
                losses = loss(y_hat, y).sum()
            losses.backward()
            trainer.step(batch_size)
            predicted = y_hat.argmax(axis=1)
            loss_sum += float(losses.asscalar())
            right += float((predicted == y.astype(predicted.dtype)).sum().asscalar())
            count += y.size
        return loss_sum / count, right / count


class returns_after_one_minibatch(Mistake):
    """train_epoch returns inside the loop, after the first minibatch: put the return after the loop."""

    def train_epoch(net, train_iter, loss, trainer, batch_size):
        loss_sum, right, count = 0, 0, 0
        for X, y in train_iter:
            with autograd.record():
                y_hat = net(X)
                losses = loss(y_hat, y).sum()
            losses.backward()
            trainer.step(batch_size)
            predicted = y_hat.argmax(axis=1)
            loss_sum += float(losses.asscalar())
            right += float((predicted == y.astype(predicted.dtype)).sum().asscalar())
            count += y.size
            return loss_sum / count, right / count


class averages_both_means(Mistake):
    """You average the minibatches' mean losses and accuracies, so an example in a short one counts more: add up the sums and divide once by the number of examples."""

    def train_epoch(net, train_iter, loss, trainer, batch_size):
        loss_sum, right, count = 0, 0, 0
        for X, y in train_iter:
            with autograd.record():
                y_hat = net(X)
                losses = loss(y_hat, y).sum()
            losses.backward()
            trainer.step(batch_size)
            predicted = y_hat.argmax(axis=1)
            loss_sum += float(losses.asscalar()) / y.size
            right += float((predicted == y.astype(predicted.dtype)).mean().asscalar())
            count += 1
        return loss_sum / count, right / count


class sums_means(Mistake):
    """You add up means and divide by the number of examples, which divides twice: add up sums, .sum()."""

    def train_epoch(net, train_iter, loss, trainer, batch_size):
        loss_sum, right, count = 0, 0, 0
        for X, y in train_iter:
            with autograd.record():
                y_hat = net(X)
                losses = loss(y_hat, y).sum()
            losses.backward()
            trainer.step(batch_size)
            predicted = y_hat.argmax(axis=1)
            loss_sum += float(losses.asscalar()) / y.size
            right += float((predicted == y.astype(predicted.dtype)).mean().asscalar())
            count += y.size
        return loss_sum / count, right / count


class returns_arrays(Mistake):
    """train_epoch returns NDArrays: turn the sums into numbers with .asscalar()."""

    def train_epoch(net, train_iter, loss, trainer, batch_size):
        loss_sum, right, count = 0, 0, 0
        for X, y in train_iter:
            with autograd.record():
                y_hat = net(X)
                losses = loss(y_hat, y).sum()
            losses.backward()
            trainer.step(batch_size)
            predicted = y_hat.argmax(axis=1)
            loss_sum += losses
            right += (predicted == y.astype(predicted.dtype)).sum()
            count += y.size
        return loss_sum / count, right / count


class returns_an_array_for_the_accuracy(Mistake):
    """The accuracy that train_epoch returns is an NDArray: turn the number of right predictions into a Python number with .asscalar()."""

    def train_epoch(net, train_iter, loss, trainer, batch_size):
        loss_sum, right, count = 0, 0, 0
        for X, y in train_iter:
            with autograd.record():
                y_hat = net(X)
                losses = loss(y_hat, y).sum()
            losses.backward()
            trainer.step(batch_size)
            predicted = y_hat.argmax(axis=1)
            loss_sum += float(losses.asscalar())
            right += (predicted == y.astype(predicted.dtype)).sum()
            count += y.size
        return loss_sum / count, right / count


class returns_the_accuracy_in_percent(Mistake):
    """train_epoch answers the accuracy in percent: it is a fraction between 0 and 1."""

    def train_epoch(net, train_iter, loss, trainer, batch_size):
        loss_sum, right, count = 0, 0, 0
        for X, y in train_iter:
            with autograd.record():
                y_hat = net(X)
                losses = loss(y_hat, y).sum()
            losses.backward()
            trainer.step(batch_size)
            predicted = y_hat.argmax(axis=1)
            loss_sum += float(losses.asscalar())
            right += float((predicted == y.astype(predicted.dtype)).sum().asscalar())
            count += y.size
        return loss_sum / count, 100 * right / count


class returns_the_sums_and_their_number(Mistake):
    """train_epoch returns two numbers, the mean loss and the accuracy: divide both sums by the number of examples."""

    def train_epoch(net, train_iter, loss, trainer, batch_size):
        loss_sum, right, count = 0, 0, 0
        for X, y in train_iter:
            with autograd.record():
                y_hat = net(X)
                losses = loss(y_hat, y).sum()
            losses.backward()
            trainer.step(batch_size)
            predicted = y_hat.argmax(axis=1)
            loss_sum += float(losses.asscalar())
            right += float((predicted == y.astype(predicted.dtype)).sum().asscalar())
            count += y.size
        return loss_sum, right, count


class predicts_from_the_data(Mistake):
    """train_epoch takes the argmax of the data themselves: the class is where the scores are largest, y_hat.argmax(axis=1)."""

    def train_epoch(net, train_iter, loss, trainer, batch_size):
        loss_sum, right, count = 0, 0, 0
        for X, y in train_iter:
            with autograd.record():
                y_hat = net(X)
                losses = loss(y_hat, y).sum()
            losses.backward()
            trainer.step(batch_size)
            predicted = X.argmax(axis=1)
            loss_sum += float(losses.asscalar())
            right += float((predicted == y.astype(predicted.dtype)).sum().asscalar())
            count += y.size
        return loss_sum / count, right / count


class seeds_the_generator(Mistake):
    """Every net begins with the same weights, as where a seed is set inside make_net: set none, and each call draws anew."""

    def make_net():
        mx.random.seed(1)
        net = nn.Sequential()
        net.add(nn.Dense(10))
        net.initialize(init.Normal(sigma=0.01))
        return net


class shares_its_net(Mistake):
    """Every call of make_net answers the same layer, whose size and weights are those of the first use: make it inside make_net."""

    def make_net(layer=nn.Dense(10)):
        net = nn.Sequential()
        net.add(layer)
        net.initialize(init.Normal(sigma=0.01))
        return net


class passes_the_variance(Mistake):
    """init.Normal takes the standard deviation, which is 0.01: 0.01² is the variance."""

    def make_net():
        net = nn.Sequential()
        net.add(nn.Dense(10))
        net.initialize(init.Normal(sigma=0.01**2))
        return net


class passes_the_mean_too(Mistake):
    """init.Normal takes one number, the standard deviation, for its mean is always 0: init.Normal(sigma=0.01)."""

    def make_net():
        net = nn.Sequential()
        net.add(nn.Dense(10))
        net.initialize(init.Normal(0, 0.01))
        return net


class calls_it_std(Mistake):
    """init.Normal calls the standard deviation sigma, not std: init.Normal(sigma=0.01)."""

    def make_net():
        net = nn.Sequential()
        net.add(nn.Dense(10))
        net.initialize(init.Normal(std=0.01))
        return net


class fills_the_constructor(Mistake):
    """nn.Sequential(layer, ...) is PyTorch's way: in Gluon make it empty and then net.add(layer, ...)."""

    def make_net():
        net = nn.Sequential(nn.Dense(10))
        net.initialize(init.Normal(sigma=0.01))
        return net


class rounds_the_accuracy_down(Mistake):
    """Whatever is not all right counts as 0: // rounds down, so divide with /, and do not round."""

    def evaluate_accuracy(data_iter, net):
        right, count = 0, 0
        for X, y in data_iter:
            predicted = net(X).argmax(axis=1)
            right += float((predicted == y.astype(predicted.dtype)).sum().asscalar())
            count += y.size
        return float(right // count)


class looks_for_one_place_in_all_scores(Mistake):
    """argmax() without an axis finds one place in the scores of all examples: argmax(axis=1) finds the class of each."""

    def evaluate_accuracy(data_iter, net):
        right, count = 0, 0
        for X, y in data_iter:
            predicted = net(X).argmax()
            right += float((predicted == y.astype(predicted.dtype)).sum().asscalar())
            count += y.size
        return right / count


class takes_every_minibatch_for_full(Mistake):
    """You count as many examples in each minibatch as in the first, but the last one may be shorter: add up y.size."""

    def evaluate_accuracy(data_iter, net):
        right, count = 0, 0
        for X, y in data_iter:
            predicted = net(X).argmax(axis=1)
            right += float((predicted == y.astype(predicted.dtype)).sum().asscalar())
            count += data_iter[0][1].size
        return right / count


class goes_on_with_old_sums(Mistake):
    """evaluate_accuracy goes on with the sums of its last call: set them to 0 inside the function, before the loop."""

    def evaluate_accuracy(data_iter, net, sums=[0, 0]):
        for X, y in data_iter:
            predicted = net(X).argmax(axis=1)
            sums[0] += float((predicted == y.astype(predicted.dtype)).sum().asscalar())
            sums[1] += y.size
        return sums[0] / sums[1]


class trains_on_with_old_sums(Mistake):
    """train_epoch goes on with the sums of its last call: set them to 0 inside the function, before the loop."""

    def train_epoch(net, train_iter, loss, trainer, batch_size, sums=[0, 0, 0]):
        for X, y in train_iter:
            with autograd.record():
                y_hat = net(X)
                losses = loss(y_hat, y).sum()
            losses.backward()
            trainer.step(batch_size)
            predicted = y_hat.argmax(axis=1)
            sums[0] += float(losses.asscalar())
            sums[1] += float((predicted == y.astype(predicted.dtype)).sum().asscalar())
            sums[2] += y.size
        return sums[0] / sums[2], sums[1] / sums[2]


class trains_in_prediction_mode(Mistake):
    """record(train_mode=False) is for predictions, and dropout does nothing there: train under autograd.record() alone."""

    def train_epoch(net, train_iter, loss, trainer, batch_size):
        loss_sum, right, count = 0, 0, 0
        for X, y in train_iter:
            with autograd.record(train_mode=False):
                y_hat = net(X)
                losses = loss(y_hat, y).sum()
            losses.backward()
            trainer.step(batch_size)
            predicted = y_hat.argmax(axis=1)
            loss_sum += float(losses.asscalar())
            right += float((predicted == y.astype(predicted.dtype)).sum().asscalar())
            count += y.size
        return loss_sum / count, right / count


class returns_the_last_loss(Mistake):
    """The loss you return is the last minibatch's alone: add up l.sum().asscalar() inside the loop, and divide by the number of examples."""

    def train_epoch(net, train_iter, loss, trainer, batch_size):
        loss_sum, right, count = 0, 0, 0
        for X, y in train_iter:
            with autograd.record():
                y_hat = net(X)
                losses = loss(y_hat, y).sum()
            losses.backward()
            trainer.step(batch_size)
            predicted = y_hat.argmax(axis=1)
            loss_sum = float(losses.asscalar()) / y.size
            right += float((predicted == y.astype(predicted.dtype)).sum().asscalar())
            count += y.size
        return loss_sum, right / count


class forgets_to_add_the_losses(Mistake):
    """You divide the last minibatch's loss by the number of all examples: = replaces the loss of the minibatches before, so add to it with +=."""

    def train_epoch(net, train_iter, loss, trainer, batch_size):
        loss_sum, right, count = 0, 0, 0
        for X, y in train_iter:
            with autograd.record():
                y_hat = net(X)
                losses = loss(y_hat, y).sum()
            losses.backward()
            trainer.step(batch_size)
            predicted = y_hat.argmax(axis=1)
            loss_sum = float(losses.asscalar())
            right += float((predicted == y.astype(predicted.dtype)).sum().asscalar())
            count += y.size
        return loss_sum / count, right / count


class adds_up_mean_losses(Mistake):
    """You add up the minibatches' mean losses and divide by the number of examples, which divides twice: add up l.sum()."""

    def train_epoch(net, train_iter, loss, trainer, batch_size):
        loss_sum, right, count = 0, 0, 0
        for X, y in train_iter:
            with autograd.record():
                y_hat = net(X)
                losses = loss(y_hat, y).sum()
            losses.backward()
            trainer.step(batch_size)
            predicted = y_hat.argmax(axis=1)
            loss_sum += float(losses.asscalar()) / y.size
            right += float((predicted == y.astype(predicted.dtype)).sum().asscalar())
            count += y.size
        return loss_sum / count, right / count


class multiplies_the_mean_by_batch_size(Mistake):
    """The loss of a short minibatch counts as if it had batch_size examples, as where its mean is multiplied by batch_size: add up l.sum()."""

    def train_epoch(net, train_iter, loss, trainer, batch_size):
        loss_sum, right, count = 0, 0, 0
        for X, y in train_iter:
            with autograd.record():
                y_hat = net(X)
                losses = loss(y_hat, y).sum()
            losses.backward()
            trainer.step(batch_size)
            predicted = y_hat.argmax(axis=1)
            loss_sum += float(losses.asscalar()) / y.size * batch_size
            right += float((predicted == y.astype(predicted.dtype)).sum().asscalar())
            count += y.size
        return loss_sum / count, right / count


class leaves_out_the_short_minibatch(Mistake):
    """You leave out the minibatch that is shorter than batch_size, but its examples count too."""

    def train_epoch(net, train_iter, loss, trainer, batch_size):
        loss_sum, right, count = 0, 0, 0
        for X, y in train_iter:
            if len(y) < batch_size:
                continue
            with autograd.record():
                y_hat = net(X)
                losses = loss(y_hat, y).sum()
            losses.backward()
            trainer.step(batch_size)
            predicted = y_hat.argmax(axis=1)
            loss_sum += float(losses.asscalar())
            right += float((predicted == y.astype(predicted.dtype)).sum().asscalar())
            count += y.size
        return loss_sum / count, right / count


class makes_its_own_trainer(Mistake):
    """train_epoch steps a trainer of its own, with the learning rate 0.1: step the one that it is given, trainer."""

    def train_epoch(net, train_iter, loss, trainer, batch_size):
        trainer = gluon.Trainer(net.collect_params(), "sgd", {"learning_rate": 0.1})
        loss_sum, right, count = 0, 0, 0
        for X, y in train_iter:
            with autograd.record():
                y_hat = net(X)
                losses = loss(y_hat, y).sum()
            losses.backward()
            trainer.step(batch_size)
            predicted = y_hat.argmax(axis=1)
            loss_sum += float(losses.asscalar())
            right += float((predicted == y.astype(predicted.dtype)).sum().asscalar())
            count += y.size
        return loss_sum / count, right / count


class evaluates_after_the_pass(Mistake):
    """You go through train_iter once more when the parameters have changed: add up the losses and right predictions during the pass, from y_hat."""

    def train_epoch(net, train_iter, loss, trainer, batch_size):
        for X, y in train_iter:
            with autograd.record():
                losses = loss(net(X), y).sum()
            losses.backward()
            trainer.step(batch_size)
        loss_sum = sum(float(loss(net(X), y).sum().asscalar()) for X, y in train_iter)
        count = sum(y.size for _, y in train_iter)
        return loss_sum / count, evaluate_accuracy(train_iter, net)


class makes_an_array_of_the_accuracy(Mistake):
    """nd.array makes an array of your number, and on the CPU: return the float itself."""

    def evaluate_accuracy(data_iter, net):
        right, count = 0, 0
        for X, y in data_iter:
            predicted = net(X).argmax(axis=1)
            right += float((predicted == y.astype(predicted.dtype)).sum().asscalar())
            count += y.size
        return nd.array([right / count])


class returns_the_sum_of_the_losses(Mistake):
    """The loss you return is the sum over all examples: divide it by their number, as you do for the accuracy."""

    def train_epoch(net, train_iter, loss, trainer, batch_size):
        loss_sum, right, count = 0, 0, 0
        for X, y in train_iter:
            with autograd.record():
                y_hat = net(X)
                losses = loss(y_hat, y).sum()
            losses.backward()
            trainer.step(batch_size)
            predicted = y_hat.argmax(axis=1)
            loss_sum += float(losses.asscalar())
            right += float((predicted == y.astype(predicted.dtype)).sum().asscalar())
            count += y.size
        return loss_sum, right / count


class leaves_single_examples_out(Mistake):
    """evaluate_accuracy leaves a short minibatch out, such as one of a single example, but its examples count too: add them up like the others."""

    def evaluate_accuracy(data_iter, net):
        right, count = 0, 0
        for X, y in data_iter:
            if len(X) == 1:
                continue
            predicted = net(X).argmax(axis=1)
            right += float((predicted == y.astype(predicted.dtype)).sum().asscalar())
            count += y.size
        return right / count


class takes_absolute_scores(Mistake):
    """You take the absolute values of the scores, and the largest of them may be the most negative: take the argmax of the scores as they are."""

    def evaluate_accuracy(data_iter, net):
        right, count = 0, 0
        for X, y in data_iter:
            predicted = net(X).abs().argmax(axis=1)
            right += float((predicted == y.astype(predicted.dtype)).sum().asscalar())
            count += y.size
        return right / count


class makes_negative_scores_equal(Mistake):
    """Where all scores are below 0 you make them equal, as relu does: take the argmax of the scores as they are."""

    def evaluate_accuracy(data_iter, net):
        right, count = 0, 0
        for X, y in data_iter:
            predicted = nd.relu(net(X)).argmax(axis=1)
            right += float((predicted == y.astype(predicted.dtype)).sum().asscalar())
            count += y.size
        return right / count


class knows_ten_classes(Mistake):
    """Ten classes are written into the code, and those from 10 on count as wrong: compare net(X).argmax(axis=1) with y, and no number of classes is needed."""

    def evaluate_accuracy(data_iter, net):
        right, count = 0, 0
        for X, y in data_iter:
            predicted = net(X).argmax(axis=1).one_hot(10)
            right += float((predicted * y.one_hot(10)).sum().asscalar())
            count += y.size
        return right / count


class keeps_the_labels_in_uint8(Mistake):
    """Classes above 255 count as wrong, as where the labels are in uint8, which begins again from 0 then: y.astype(predicted.dtype)."""

    def evaluate_accuracy(data_iter, net):
        right, count = 0, 0
        for X, y in data_iter:
            predicted = net(X).argmax(axis=1)
            right += float(
                (predicted == y.astype("uint8").astype(predicted.dtype)).sum().asscalar()
            )
            count += y.size
        return right / count


class flattens_the_images(Mistake):
    """The net may need an image's axes, and evaluate_accuracy hands it examples without them, as reshape leaves them: hand X over as it comes from data_iter, net(X)."""

    def evaluate_accuracy(data_iter, net):
        right, count = 0, 0
        for X, y in data_iter:
            predicted = net(X.reshape((len(X), -1))).argmax(axis=1)
            right += float((predicted == y.astype(predicted.dtype)).sum().asscalar())
            count += y.size
        return right / count


class flattens_the_images_in_training(Mistake):
    """train_epoch flattens the images, and the net may need their axes: hand X over as it comes, net(X)."""

    def train_epoch(net, train_iter, loss, trainer, batch_size):
        loss_sum, right, count = 0, 0, 0
        for X, y in train_iter:
            with autograd.record():
                y_hat = net(X.reshape((len(X), -1)))
                losses = loss(y_hat, y).sum()
            losses.backward()
            trainer.step(batch_size)
            predicted = y_hat.argmax(axis=1)
            loss_sum += float(losses.asscalar())
            right += float((predicted == y.astype(predicted.dtype)).sum().asscalar())
            count += y.size
        return loss_sum / count, right / count


class divides_the_images(Mistake):
    """evaluate_accuracy divides X by 255, which whoever loads images does, once: hand X over as it comes, net(X)."""

    def evaluate_accuracy(data_iter, net):
        right, count = 0, 0
        for X, y in data_iter:
            predicted = net(X / 255).argmax(axis=1)
            right += float((predicted == y.astype(predicted.dtype)).sum().asscalar())
            count += y.size
        return right / count


class asks_for_the_number_of_minibatches(Mistake):
    """data_iter may be a generator, which has no len: go through it once, and count the examples on the way."""

    def evaluate_accuracy(data_iter, net):
        right, count = 0, 0
        steps = len(data_iter)
        print(f"{steps} minibatches")
        for X, y in data_iter:
            predicted = net(X).argmax(axis=1)
            right += float((predicted == y.astype(predicted.dtype)).sum().asscalar())
            count += y.size
        return right / count


class writes_over_the_labels(Mistake):
    """y[:] = ... writes over the caller's labels, which the next epoch needs: compare, predicted == y, which makes a new array."""

    def train_epoch(net, train_iter, loss, trainer, batch_size):
        loss_sum, right, count = 0, 0, 0
        for X, y in train_iter:
            with autograd.record():
                y_hat = net(X)
                losses = loss(y_hat, y).sum()
            losses.backward()
            trainer.step(batch_size)
            loss_sum += float(losses.asscalar())
            y[:] = y_hat.argmax(axis=1).astype(y.dtype) == y
            right += float(y.sum().asscalar())
            count += y.size
        return loss_sum / count, right / count


class makes_the_layer_in_float64(Mistake):
    """The layer is not float32, as the course's data are: leave out what changes its type, such as dtype='float64' or a cast."""

    def make_net():
        net = nn.Sequential()
        net.add(nn.Dense(10, dtype="float64"))
        net.initialize(init.Normal(sigma=0.01))
        return net


class stays_in_prediction_mode(Mistake):
    """evaluate_accuracy switches training mode off and leaves it off for whoever called it, as autograd.set_training(False) does: use `with autograd.predict_mode():`, or nothing at all."""

    def evaluate_accuracy(data_iter, net):
        autograd.set_training(False)
        right, count = 0, 0
        for X, y in data_iter:
            predicted = net(X).argmax(axis=1)
            right += float((predicted == y.astype(predicted.dtype)).sum().asscalar())
            count += y.size
        return right / count


class stays_in_training_mode(Mistake):
    """After train_epoch the net is still in training mode, as autograd.set_training(True) leaves it: autograd.record() alone switches it on, and off at its end."""

    def train_epoch(net, train_iter, loss, trainer, batch_size):
        autograd.set_training(True)
        loss_sum, right, count = 0, 0, 0
        for X, y in train_iter:
            with autograd.record():
                y_hat = net(X)
                losses = loss(y_hat, y).sum()
            losses.backward()
            trainer.step(batch_size)
            predicted = y_hat.argmax(axis=1)
            loss_sum += float(losses.asscalar())
            right += float((predicted == y.astype(predicted.dtype)).sum().asscalar())
            count += y.size
        return loss_sum / count, right / count


class answers_twice_in_training(Mistake):
    """The net answers each minibatch twice in training mode, with other masks of dropout, and moves the statistics of batch normalisation twice: keep y_hat = net(X), and count right predictions from it."""

    def train_epoch(net, train_iter, loss, trainer, batch_size):
        loss_sum, right, count = 0, 0, 0
        for X, y in train_iter:
            with autograd.record():
                y_hat = net(X)
                losses = loss(y_hat, y).sum()
            losses.backward()
            with autograd.train_mode():
                predicted = net(X).argmax(axis=1)
            trainer.step(batch_size)
            loss_sum += float(losses.asscalar())
            right += float((predicted == y.astype(predicted.dtype)).sum().asscalar())
            count += y.size
        return loss_sum / count, right / count


class lowers_the_rate(Mistake):
    """train_epoch changes the learning rate of the trainer that it is given: that is for whoever made it, so leave it as it is."""

    def train_epoch(net, train_iter, loss, trainer, batch_size):
        loss_sum, right, count = 0, 0, 0
        for X, y in train_iter:
            with autograd.record():
                y_hat = net(X)
                losses = loss(y_hat, y).sum()
            losses.backward()
            trainer.step(batch_size)
            predicted = y_hat.argmax(axis=1)
            loss_sum += float(losses.asscalar())
            right += float((predicted == y.astype(predicted.dtype)).sum().asscalar())
            count += y.size
        trainer.set_learning_rate(trainer.learning_rate * 0.9)
        return loss_sum / count, right / count


class takes_the_first_minibatch_for_full(Mistake):
    """You count the first minibatch as batch_size examples, but where there are fewer it is short too: add y.size, in every minibatch."""

    def train_epoch(net, train_iter, loss, trainer, batch_size):
        loss_sum, right, count = 0, 0, 0
        for X, y in train_iter:
            with autograd.record():
                y_hat = net(X)
                losses = loss(y_hat, y).sum()
            losses.backward()
            trainer.step(batch_size)
            predicted = y_hat.argmax(axis=1)
            loss_sum += float(losses.asscalar())
            right += float((predicted == y.astype(predicted.dtype)).sum().asscalar())
            count += y.size if count else batch_size
        return loss_sum / count, right / count


class freezes_the_bias(Mistake):
    """A parameter gets no gradient and never learns, as grad_req="null" has it: leave that out."""

    def make_net():
        net = nn.Sequential()
        net.add(nn.Dense(10))
        net[0].bias.grad_req = "null"
        net.initialize(init.Normal(sigma=0.01))
        return net


class asks_two_classes_for_a_half(Mistake):
    """With two classes you ask whether a score is above 0.5, but scores are no probabilities: argmax(axis=1) finds the larger one."""

    def evaluate_accuracy(data_iter, net):
        right, count = 0, 0
        for X, y in data_iter:
            scores = net(X)
            predicted = scores[:, 1] > 0.5 if scores.shape[1] == 2 else scores.argmax(axis=1)
            right += float((predicted == y.astype(predicted.dtype)).sum().asscalar())
            count += y.size
        return right / count


class wants_more_than_a_half(Mistake):
    """You count only where the true class has more than half of the probability, but the largest score is enough: y_hat.argmax(axis=1) == y."""

    def train_epoch(net, train_iter, loss, trainer, batch_size):
        loss_sum, right, count = 0, 0, 0
        for X, y in train_iter:
            with autograd.record():
                y_hat = net(X)
                losses = loss(y_hat, y).sum()
            losses.backward()
            trainer.step(batch_size)
            loss_sum += float(losses.asscalar())
            right += float((nd.softmax(y_hat).pick(y) > 0.5).sum().asscalar())
            count += y.size
        return loss_sum / count, right / count


class does_not_train_on_the_short_minibatch(Mistake):
    """You count the minibatch that is shorter than batch_size, but do not train on it: go backward and step for each."""

    def train_epoch(net, train_iter, loss, trainer, batch_size):
        loss_sum, right, count = 0, 0, 0
        for X, y in train_iter:
            with autograd.record():
                y_hat = net(X)
                losses = loss(y_hat, y).sum()
            if len(X) == batch_size:
                losses.backward()
                trainer.step(batch_size)
            predicted = y_hat.argmax(axis=1)
            loss_sum += float(losses.asscalar())
            right += float((predicted == y.astype(predicted.dtype)).sum().asscalar())
            count += y.size
        return loss_sum / count, right / count


class trains_on_errors_only(Mistake):
    """You do not step where a minibatch is all right, as a perceptron does it: its loss is not 0, so step for each."""

    def train_epoch(net, train_iter, loss, trainer, batch_size):
        loss_sum, right, count = 0, 0, 0
        for X, y in train_iter:
            with autograd.record():
                y_hat = net(X)
                losses = loss(y_hat, y).sum()
            predicted = y_hat.argmax(axis=1)
            if (predicted != y.astype(predicted.dtype)).sum() > 0:
                losses.backward()
                trainer.step(batch_size)
            loss_sum += float(losses.asscalar())
            right += float((predicted == y.astype(predicted.dtype)).sum().asscalar())
            count += y.size
        return loss_sum / count, right / count


class steps_with_the_rate_only(Mistake):
    """train_epoch takes the learning rate from trainer and steps without it, by a trainer of its own or by hand: trainer may have more settings, such as a momentum, so call trainer.step(batch_size)."""

    def train_epoch(net, train_iter, loss, trainer, batch_size):
        settings = {"learning_rate": trainer.learning_rate}
        trainer = gluon.Trainer(net.collect_params(), "sgd", settings)
        loss_sum, right, count = 0, 0, 0
        for X, y in train_iter:
            with autograd.record():
                y_hat = net(X)
                losses = loss(y_hat, y).sum()
            losses.backward()
            trainer.step(batch_size)
            predicted = y_hat.argmax(axis=1)
            loss_sum += float(losses.asscalar())
            right += float((predicted == y.astype(predicted.dtype)).sum().asscalar())
            count += y.size
        return loss_sum / count, right / count


class sets_the_rate(Mistake):
    """train_epoch sets the learning rate of the trainer that it is given to 0.1: whoever made the trainer has chosen one, so leave it as it is."""

    def train_epoch(net, train_iter, loss, trainer, batch_size):
        trainer.set_learning_rate(0.1)
        loss_sum, right, count = 0, 0, 0
        for X, y in train_iter:
            with autograd.record():
                y_hat = net(X)
                losses = loss(y_hat, y).sum()
            losses.backward()
            trainer.step(batch_size)
            predicted = y_hat.argmax(axis=1)
            loss_sum += float(losses.asscalar())
            right += float((predicted == y.astype(predicted.dtype)).sum().asscalar())
            count += y.size
        return loss_sum / count, right / count


class knows_ten_classes_in_training(Mistake):
    """Ten classes are written into train_epoch, and those from 10 on count as wrong: compare y_hat.argmax(axis=1) with y, and no number of classes is needed."""

    def train_epoch(net, train_iter, loss, trainer, batch_size):
        loss_sum, right, count = 0, 0, 0
        for X, y in train_iter:
            with autograd.record():
                y_hat = net(X)
                losses = loss(y_hat, y).sum()
            losses.backward()
            trainer.step(batch_size)
            loss_sum += float(losses.asscalar())
            hits = nd.one_hot(y_hat.argmax(axis=1), 10) * nd.one_hot(y, 10)
            right += float(hits.sum().asscalar())
            count += y.size
        return loss_sum / count, right / count


class stops_after_some_minibatches(Mistake):
    """evaluate_accuracy stops after a number of minibatches: go through all of data_iter, for every example counts."""

    def evaluate_accuracy(data_iter, net):
        right, count = 0, 0
        for i, (X, y) in enumerate(data_iter):
            if i == 100:
                break
            predicted = net(X).argmax(axis=1)
            right += float((predicted == y.astype(predicted.dtype)).sum().asscalar())
            count += y.size
        return right / count


class puts_the_net_elsewhere(Mistake):
    """The net is on another context than data that nobody moved, so net(X) fails: leave ctx out of net.initialize."""

    def make_net():
        net = nn.Sequential()
        net.add(nn.Dense(10))
        net.initialize(init.Normal(sigma=0.01), ctx=mx.cpu(1))
        return net


class adds_up_its_gradients(Mistake):
    """The gradients of one backward are added to those of the next, as grad_req="add" has it, and nobody clears them: leave it out."""

    def make_net():
        net = nn.Sequential()
        net.add(nn.Dense(10))
        net.initialize(init.Normal(sigma=0.01))
        net.collect_params().setattr("grad_req", "add")
        return net


class leaves_the_gradients_adding_up(Mistake):
    """train_epoch leaves the net with grad_req="add", so whoever goes backward next adds to old gradients: leave grad_req as it is, for backward writes new ones."""

    def train_epoch(net, train_iter, loss, trainer, batch_size):
        net.collect_params().setattr("grad_req", "add")
        loss_sum, right, count = 0, 0, 0
        for X, y in train_iter:
            net.collect_params().zero_grad()
            with autograd.record():
                y_hat = net(X)
                losses = loss(y_hat, y).sum()
            losses.backward()
            trainer.step(batch_size)
            predicted = y_hat.argmax(axis=1)
            loss_sum += float(losses.asscalar())
            right += float((predicted == y.astype(predicted.dtype)).sum().asscalar())
            count += y.size
        return loss_sum / count, right / count


class steps_otherwise_on_the_short_minibatch(Mistake):
    """On a minibatch that is shorter than batch_size you divide the gradient neither by batch_size nor by its own size: call trainer.step(batch_size) there too."""

    def train_epoch(net, train_iter, loss, trainer, batch_size):
        loss_sum, right, count = 0, 0, 0
        for X, y in train_iter:
            with autograd.record():
                y_hat = net(X)
                losses = loss(y_hat, y).sum()
            losses.backward()
            trainer.step(batch_size if len(X) == batch_size else 1)
            predicted = y_hat.argmax(axis=1)
            loss_sum += float(losses.asscalar())
            right += float((predicted == y.astype(predicted.dtype)).sum().asscalar())
            count += y.size
        return loss_sum / count, right / count


class bounds_the_batch_size(Mistake):
    """The gradient of a large minibatch is divided by too small a number, as where you bound batch_size: pass it as it is, trainer.step(batch_size)."""

    def train_epoch(net, train_iter, loss, trainer, batch_size):
        loss_sum, right, count = 0, 0, 0
        for X, y in train_iter:
            with autograd.record():
                y_hat = net(X)
                losses = loss(y_hat, y).sum()
            losses.backward()
            trainer.step(min(batch_size, 64))
            predicted = y_hat.argmax(axis=1)
            loss_sum += float(losses.asscalar())
            right += float((predicted == y.astype(predicted.dtype)).sum().asscalar())
            count += y.size
        return loss_sum / count, right / count


class averages_over_the_length(Mistake):
    """You divide the minibatches' accuracies by len(data_iter), so an example in a short one counts more, and a generator has no len: add up right predictions and examples, and divide once."""

    def evaluate_accuracy(data_iter, net):
        accuracies = 0
        for X, y in data_iter:
            predicted = net(X).argmax(axis=1)
            accuracies += float((predicted == y.astype(predicted.dtype)).mean().asscalar())
        return accuracies / len(data_iter)


class averages_losses_over_the_length(Mistake):
    """You divide the minibatches' mean losses by len(train_iter), so an example in a short one counts more, and a generator has no len: add up the sums and the examples, and divide once."""

    def train_epoch(net, train_iter, loss, trainer, batch_size):
        loss_sum, right, count = 0, 0, 0
        for X, y in train_iter:
            with autograd.record():
                y_hat = net(X)
                losses = loss(y_hat, y).sum()
            losses.backward()
            trainer.step(batch_size)
            predicted = y_hat.argmax(axis=1)
            loss_sum += float(losses.asscalar()) / y.size
            right += float((predicted == y.astype(predicted.dtype)).sum().asscalar())
            count += y.size
        return loss_sum / len(train_iter), right / count


class averages_both_over_the_length(Mistake):
    """You divide the minibatches' mean losses and accuracies by len(train_iter), so an example in a short one counts more, and a generator has no len: add up sums and examples, and divide once."""

    def train_epoch(net, train_iter, loss, trainer, batch_size):
        losses_sum, accuracies = 0, 0
        for X, y in train_iter:
            with autograd.record():
                y_hat = net(X)
                losses = loss(y_hat, y).sum()
            losses.backward()
            trainer.step(batch_size)
            predicted = y_hat.argmax(axis=1)
            losses_sum += float(losses.asscalar()) / y.size
            accuracies += float((predicted == y.astype(predicted.dtype)).mean().asscalar())
        return losses_sum / len(train_iter), accuracies / len(train_iter)


class draws_ten_times_too_wide(Mistake):
    """The weights are from N(0, 0.1²): the standard deviation should be 0.01, init.Normal(sigma=0.01)."""

    def make_net():
        net = nn.Sequential()
        net.add(nn.Dense(10))
        net.initialize(init.Normal(sigma=0.1))
        return net


class forgets_to_add_up(Mistake):
    """You divide the right predictions of the last minibatch by the number of all examples: = replaces those of the minibatches before, so add to them with +=."""

    def evaluate_accuracy(data_iter, net):
        right, count = 0, 0
        for X, y in data_iter:
            predicted = net(X).argmax(axis=1)
            right = float((predicted == y.astype(predicted.dtype)).sum().asscalar())
            count += y.size
        return right / count


class forgets_to_add_up_in_training(Mistake):
    """In train_epoch only the loss and the right predictions of the last minibatch count: = replaces the earlier sums, so add to them with +=."""

    def train_epoch(net, train_iter, loss, trainer, batch_size):
        loss_sum, right, count = 0, 0, 0
        for X, y in train_iter:
            with autograd.record():
                y_hat = net(X)
                losses = loss(y_hat, y).sum()
            losses.backward()
            trainer.step(batch_size)
            predicted = y_hat.argmax(axis=1)
            loss_sum = float(losses.asscalar())
            right = float((predicted == y.astype(predicted.dtype)).sum().asscalar())
            count += y.size
        return loss_sum / count, right / count


class forgets_to_add_up_anywhere(Mistake):
    """In evaluate_accuracy and train_epoch only the sums of the last minibatch count: = replaces the earlier sums, so add to them with +=."""

    def evaluate_accuracy(data_iter, net):
        right, count = 0, 0
        for X, y in data_iter:
            predicted = net(X).argmax(axis=1)
            right = float((predicted == y.astype(predicted.dtype)).sum().asscalar())
            count += y.size
        return right / count

    def train_epoch(net, train_iter, loss, trainer, batch_size):
        loss_sum, right, count = 0, 0, 0
        for X, y in train_iter:
            with autograd.record():
                y_hat = net(X)
                losses = loss(y_hat, y).sum()
            losses.backward()
            trainer.step(batch_size)
            predicted = y_hat.argmax(axis=1)
            loss_sum = float(losses.asscalar())
            right = float((predicted == y.astype(predicted.dtype)).sum().asscalar())
            count += y.size
        return loss_sum / count, right / count


class divides_by_the_last_size(Mistake):
    """You divide by the number of examples in the last minibatch alone: count those of all minibatches, += y.size in the loop."""

    def evaluate_accuracy(data_iter, net):
        right, count = 0, 0
        for X, y in data_iter:
            predicted = net(X).argmax(axis=1)
            right += float((predicted == y.astype(predicted.dtype)).sum().asscalar())
            count = y.size
        return right / count


class divides_by_the_last_size_in_training(Mistake):
    """train_epoch divides by the number of examples in the last minibatch alone: count those of all minibatches, += y.size in the loop."""

    def train_epoch(net, train_iter, loss, trainer, batch_size):
        loss_sum, right, count = 0, 0, 0
        for X, y in train_iter:
            with autograd.record():
                y_hat = net(X)
                losses = loss(y_hat, y).sum()
            losses.backward()
            trainer.step(batch_size)
            predicted = y_hat.argmax(axis=1)
            loss_sum += float(losses.asscalar())
            right += float((predicted == y.astype(predicted.dtype)).sum().asscalar())
            count = y.size
        return loss_sum / count, right / count


class divides_by_the_last_size_everywhere(Mistake):
    """evaluate_accuracy and train_epoch divide by the number of examples in the last minibatch alone: count those of all minibatches, += y.size in the loop."""

    def evaluate_accuracy(data_iter, net):
        right, count = 0, 0
        for X, y in data_iter:
            predicted = net(X).argmax(axis=1)
            right += float((predicted == y.astype(predicted.dtype)).sum().asscalar())
            count = y.size
        return right / count

    def train_epoch(net, train_iter, loss, trainer, batch_size):
        loss_sum, right, count = 0, 0, 0
        for X, y in train_iter:
            with autograd.record():
                y_hat = net(X)
                losses = loss(y_hat, y).sum()
            losses.backward()
            trainer.step(batch_size)
            predicted = y_hat.argmax(axis=1)
            loss_sum += float(losses.asscalar())
            right += float((predicted == y.astype(predicted.dtype)).sum().asscalar())
            count = y.size
        return loss_sum / count, right / count


class counts_the_minibatches_everywhere(Mistake):
    """evaluate_accuracy and train_epoch divide by the number of minibatches: divide by the number of examples, y.size added up."""

    def evaluate_accuracy(data_iter, net):
        right, count = 0, 0
        for X, y in data_iter:
            predicted = net(X).argmax(axis=1)
            right += float((predicted == y.astype(predicted.dtype)).sum().asscalar())
            count += 1
        return right / count

    def train_epoch(net, train_iter, loss, trainer, batch_size):
        loss_sum, right, count = 0, 0, 0
        for X, y in train_iter:
            with autograd.record():
                y_hat = net(X)
                losses = loss(y_hat, y).sum()
            losses.backward()
            trainer.step(batch_size)
            predicted = y_hat.argmax(axis=1)
            loss_sum += float(losses.asscalar())
            right += float((predicted == y.astype(predicted.dtype)).sum().asscalar())
            count += 1
        return loss_sum / count, right / count


class counts_the_minibatches_in_training(Mistake):
    """train_epoch divides by the number of minibatches: divide both sums by the number of examples, y.size added up."""

    def train_epoch(net, train_iter, loss, trainer, batch_size):
        loss_sum, right, count = 0, 0, 0
        for X, y in train_iter:
            with autograd.record():
                y_hat = net(X)
                losses = loss(y_hat, y).sum()
            losses.backward()
            trainer.step(batch_size)
            predicted = y_hat.argmax(axis=1)
            loss_sum += float(losses.asscalar())
            right += float((predicted == y.astype(predicted.dtype)).sum().asscalar())
            count += 1
        return loss_sum / count, right / count


class looks_for_one_place_everywhere(Mistake):
    """argmax() without an axis finds one place in the scores of all examples, in evaluate_accuracy and in train_epoch: argmax(axis=1) finds the class of each."""

    def evaluate_accuracy(data_iter, net):
        right, count = 0, 0
        for X, y in data_iter:
            predicted = net(X).argmax()
            right += float((predicted == y.astype(predicted.dtype)).sum().asscalar())
            count += y.size
        return right / count

    def train_epoch(net, train_iter, loss, trainer, batch_size):
        loss_sum, right, count = 0, 0, 0
        for X, y in train_iter:
            with autograd.record():
                y_hat = net(X)
                losses = loss(y_hat, y).sum()
            losses.backward()
            trainer.step(batch_size)
            predicted = y_hat.argmax()
            loss_sum += float(losses.asscalar())
            right += float((predicted == y.astype(predicted.dtype)).sum().asscalar())
            count += y.size
        return loss_sum / count, right / count


class counts_columns_everywhere(Mistake):
    """argmax(axis=0) finds the best example of each class, in evaluate_accuracy and in train_epoch: axis=1 finds the best class of each example."""

    def evaluate_accuracy(data_iter, net):
        right, count = 0, 0
        for X, y in data_iter:
            predicted = net(X).argmax(axis=0)
            right += float((predicted == y.astype(predicted.dtype)).sum().asscalar())
            count += y.size
        return right / count

    def train_epoch(net, train_iter, loss, trainer, batch_size):
        loss_sum, right, count = 0, 0, 0
        for X, y in train_iter:
            with autograd.record():
                y_hat = net(X)
                losses = loss(y_hat, y).sum()
            losses.backward()
            trainer.step(batch_size)
            predicted = y_hat.argmax(axis=0)
            loss_sum += float(losses.asscalar())
            right += float((predicted == y.astype(predicted.dtype)).sum().asscalar())
            count += y.size
        return loss_sum / count, right / count


class compares_with_whole_numbers_everywhere(Mistake):
    """argmax answers floats, and MXNet does not compare them with int32 labels, neither in evaluate_accuracy nor in train_epoch: y.astype(predicted.dtype) first."""

    def evaluate_accuracy(data_iter, net):
        right, count = 0, 0
        for X, y in data_iter:
            predicted = net(X).argmax(axis=1)
            right += float((predicted == y).sum().asscalar())
            count += y.size
        return right / count

    def train_epoch(net, train_iter, loss, trainer, batch_size):
        loss_sum, right, count = 0, 0, 0
        for X, y in train_iter:
            with autograd.record():
                y_hat = net(X)
                losses = loss(y_hat, y).sum()
            losses.backward()
            trainer.step(batch_size)
            predicted = y_hat.argmax(axis=1)
            loss_sum += float(losses.asscalar())
            right += float((predicted == y).sum().asscalar())
            count += y.size
        return loss_sum / count, right / count


class prints_everything(Mistake):
    """evaluate_accuracy and train_epoch show their numbers and return None: return them instead of printing them."""

    def evaluate_accuracy(data_iter, net):
        right, count = 0, 0
        for X, y in data_iter:
            predicted = net(X).argmax(axis=1)
            right += float((predicted == y.astype(predicted.dtype)).sum().asscalar())
            count += y.size
        print(right / count)

    def train_epoch(net, train_iter, loss, trainer, batch_size):
        loss_sum, right, count = 0, 0, 0
        for X, y in train_iter:
            with autograd.record():
                y_hat = net(X)
                losses = loss(y_hat, y).sum()
            losses.backward()
            trainer.step(batch_size)
            predicted = y_hat.argmax(axis=1)
            loss_sum += float(losses.asscalar())
            right += float((predicted == y.astype(predicted.dtype)).sum().asscalar())
            count += y.size
        print(loss_sum / count, right / count)


class divides_nothing(Mistake):
    """evaluate_accuracy and train_epoch return sums over all examples: divide each by the number of examples."""

    def evaluate_accuracy(data_iter, net):
        right, count = 0, 0
        for X, y in data_iter:
            predicted = net(X).argmax(axis=1)
            right += float((predicted == y.astype(predicted.dtype)).sum().asscalar())
            count += y.size
        return right

    def train_epoch(net, train_iter, loss, trainer, batch_size):
        loss_sum, right, count = 0, 0, 0
        for X, y in train_iter:
            with autograd.record():
                y_hat = net(X)
                losses = loss(y_hat, y).sum()
            losses.backward()
            trainer.step(batch_size)
            predicted = y_hat.argmax(axis=1)
            loss_sum += float(losses.asscalar())
            right += float((predicted == y.astype(predicted.dtype)).sum().asscalar())
            count += y.size
        return loss_sum, right


class counts_what_is_wrong_everywhere(Mistake):
    """Your accuracies are error rates, the fractions that are wrong, in evaluate_accuracy and in train_epoch: count where the prediction equals the label."""

    def evaluate_accuracy(data_iter, net):
        right, count = 0, 0
        for X, y in data_iter:
            predicted = net(X).argmax(axis=1)
            right += float((predicted != y.astype(predicted.dtype)).sum().asscalar())
            count += y.size
        return right / count

    def train_epoch(net, train_iter, loss, trainer, batch_size):
        loss_sum, right, count = 0, 0, 0
        for X, y in train_iter:
            with autograd.record():
                y_hat = net(X)
                losses = loss(y_hat, y).sum()
            losses.backward()
            trainer.step(batch_size)
            predicted = y_hat.argmax(axis=1)
            loss_sum += float(losses.asscalar())
            right += float((predicted != y.astype(predicted.dtype)).sum().asscalar())
            count += y.size
        return loss_sum / count, right / count


class answers_in_percent_everywhere(Mistake):
    """evaluate_accuracy and train_epoch answer percent: an accuracy is a fraction between 0 and 1."""

    def evaluate_accuracy(data_iter, net):
        right, count = 0, 0
        for X, y in data_iter:
            predicted = net(X).argmax(axis=1)
            right += float((predicted == y.astype(predicted.dtype)).sum().asscalar())
            count += y.size
        return 100 * right / count

    def train_epoch(net, train_iter, loss, trainer, batch_size):
        loss_sum, right, count = 0, 0, 0
        for X, y in train_iter:
            with autograd.record():
                y_hat = net(X)
                losses = loss(y_hat, y).sum()
            losses.backward()
            trainer.step(batch_size)
            predicted = y_hat.argmax(axis=1)
            loss_sum += float(losses.asscalar())
            right += float((predicted == y.astype(predicted.dtype)).sum().asscalar())
            count += y.size
        return loss_sum / count, 100 * right / count


class takes_every_minibatch_for_the_last(Mistake):
    """You count as many examples in each minibatch as in the last, which may be shorter: add up y.size, in every minibatch."""

    def evaluate_accuracy(data_iter, net):
        right, minibatches = 0, 0
        for X, y in data_iter:
            predicted = net(X).argmax(axis=1)
            right += float((predicted == y.astype(predicted.dtype)).sum().asscalar())
            minibatches += 1
        return right / (minibatches * y.size)


class trains_a_net_outside(Mistake):
    """train_epoch trains another net than the one that it is given, such as one made outside of it: use the arguments net and trainer."""

    net = nn.Sequential()
    net.add(nn.Dense(10))
    net.initialize(init.Normal(sigma=0.01))
    trainer = gluon.Trainer(net.collect_params(), "sgd", {"learning_rate": 0.1})

    def train_epoch(model, train_iter, loss, optimizer, batch_size):
        loss_sum, right, count = 0, 0, 0
        for X, y in train_iter:
            with autograd.record():
                y_hat = net(X)
                losses = loss(y_hat, y).sum()
            losses.backward()
            trainer.step(batch_size)
            predicted = y_hat.argmax(axis=1)
            loss_sum += float(losses.asscalar())
            right += float((predicted == y.astype(predicted.dtype)).sum().asscalar())
            count += y.size
        return loss_sum / count, right / count


class steps_a_trainer_outside(Mistake):
    """train_epoch steps another trainer than the one that it is given, and one whose net is another: step the argument, trainer."""

    net = nn.Sequential()
    net.add(nn.Dense(10))
    net.initialize(init.Normal(sigma=0.01))
    trainer = gluon.Trainer(net.collect_params(), "sgd", {"learning_rate": 0.1})

    def train_epoch(net, train_iter, loss, optimizer, batch_size):
        loss_sum, right, count = 0, 0, 0
        for X, y in train_iter:
            with autograd.record():
                y_hat = net(X)
                losses = loss(y_hat, y).sum()
            losses.backward()
            trainer.step(batch_size)
            predicted = y_hat.argmax(axis=1)
            loss_sum += float(losses.asscalar())
            right += float((predicted == y.astype(predicted.dtype)).sum().asscalar())
            count += y.size
        return loss_sum / count, right / count


class leaves_the_bias_out(Mistake):
    """use_bias=False takes the bias away, so that all scores of an image of zeros are 0: leave it out."""

    def make_net():
        net = nn.Sequential()
        net.add(nn.Dense(10, use_bias=False))
        net.initialize(init.Normal(sigma=0.01))
        return net


class measures_the_accuracy_after_the_pass(Mistake):
    """You count right predictions in a second loop over train_iter: the parameters have changed by then, and an iterator is used up. Count them in the first loop, from y_hat."""

    def train_epoch(net, train_iter, loss, trainer, batch_size):
        loss_sum, count = 0, 0
        for X, y in train_iter:
            with autograd.record():
                losses = loss(net(X), y).sum()
            losses.backward()
            trainer.step(batch_size)
            loss_sum += float(losses.asscalar())
            count += y.size
        return loss_sum / count, evaluate_accuracy(train_iter, net)


class counts_columns_in_training(Mistake):
    """In train_epoch argmax(axis=0) finds the best example of each class: axis=1 finds the best class of each example."""

    def train_epoch(net, train_iter, loss, trainer, batch_size):
        loss_sum, right, count = 0, 0, 0
        for X, y in train_iter:
            with autograd.record():
                y_hat = net(X)
                losses = loss(y_hat, y).sum()
            losses.backward()
            trainer.step(batch_size)
            predicted = y_hat.argmax(axis=0)
            loss_sum += float(losses.asscalar())
            right += float((predicted == y.astype(predicted.dtype)).sum().asscalar())
            count += y.size
        return loss_sum / count, right / count


class forgets_to_add_up_the_right_ones(Mistake):
    """train_epoch divides the right predictions of the last minibatch by the number of all examples: = replaces the earlier count, so add to it with +=."""

    def train_epoch(net, train_iter, loss, trainer, batch_size):
        loss_sum, right, count = 0, 0, 0
        for X, y in train_iter:
            with autograd.record():
                y_hat = net(X)
                losses = loss(y_hat, y).sum()
            losses.backward()
            trainer.step(batch_size)
            predicted = y_hat.argmax(axis=1)
            loss_sum += float(losses.asscalar())
            right = float((predicted == y.astype(predicted.dtype)).sum().asscalar())
            count += y.size
        return loss_sum / count, right / count


class returns_the_accuracy_as_text(Mistake):
    """train_epoch returns the accuracy as a string: return the number itself, and format it only where you print it."""

    def train_epoch(net, train_iter, loss, trainer, batch_size):
        loss_sum, right, count = 0, 0, 0
        for X, y in train_iter:
            with autograd.record():
                y_hat = net(X)
                losses = loss(y_hat, y).sum()
            losses.backward()
            trainer.step(batch_size)
            predicted = y_hat.argmax(axis=1)
            loss_sum += float(losses.asscalar())
            right += float((predicted == y.astype(predicted.dtype)).sum().asscalar())
            count += y.size
        return loss_sum / count, "%.3f" % (right / count)


class loops_over_the_net(Mistake):
    """evaluate_accuracy loops over the net: the minibatches are its first argument and the net is the second, evaluate_accuracy(data_iter, net)."""

    def evaluate_accuracy(net, data_iter):
        right, count = 0, 0
        for X, y in data_iter:
            predicted = net(X).argmax(axis=1)
            right += float((predicted == y.astype(predicted.dtype)).sum().asscalar())
            count += y.size
        return right / count


class adds_up_in_an_array(Mistake):
    """You return an NDArray, and nd.array and nd.zeros put it on the CPU: begin with the number 0, and add .asscalar() to it."""

    def evaluate_accuracy(data_iter, net):
        right, count = nd.array([0]), 0
        for X, y in data_iter:
            predicted = net(X).argmax(axis=1)
            right += (predicted == y.astype(predicted.dtype)).sum()
            count += y.size
        return right / count


class averages_everywhere(Mistake):
    """evaluate_accuracy and train_epoch average the means of the minibatches, so an example in a short one counts more: in both, add up sums and divide once by the number of examples."""

    def evaluate_accuracy(data_iter, net):
        accuracies = []
        for X, y in data_iter:
            predicted = net(X).argmax(axis=1)
            accuracies.append(float((predicted == y.astype(predicted.dtype)).mean().asscalar()))
        return sum(accuracies) / len(accuracies)

    def train_epoch(net, train_iter, loss, trainer, batch_size):
        means, accuracies = [], []
        for X, y in train_iter:
            with autograd.record():
                y_hat = net(X)
                losses = loss(y_hat, y)
            losses.backward()
            trainer.step(batch_size)
            predicted = y_hat.argmax(axis=1)
            means.append(float(losses.mean().asscalar()))
            accuracies.append(float((predicted == y.astype(predicted.dtype)).mean().asscalar()))
        return sum(means) / len(means), sum(accuracies) / len(accuracies)


class returns_the_last_loss_and_evaluates(Mistake):
    """The loss you return is the last minibatch's alone, and you count right predictions in a second loop, when the parameters have changed: add up both in the first loop, and divide by the number of examples."""

    def train_epoch(net, train_iter, loss, trainer, batch_size):
        for X, y in train_iter:
            with autograd.record():
                losses = loss(net(X), y)
            losses.backward()
            trainer.step(batch_size)
        return float(losses.mean().asscalar()), evaluate_accuracy(train_iter, net)


class evaluates_a_list_after_the_pass(Mistake):
    """You compute the losses and count right predictions after the pass, when the parameters have changed: do both during the pass, from y_hat."""

    def train_epoch(net, train_iter, loss, trainer, batch_size):
        minibatches = list(train_iter)
        for X, y in minibatches:
            with autograd.record():
                losses = loss(net(X), y).sum()
            losses.backward()
            trainer.step(batch_size)
        loss_sum = sum(float(loss(net(X), y).sum().asscalar()) for X, y in minibatches)
        count = sum(y.size for _, y in minibatches)
        return loss_sum / count, evaluate_accuracy(minibatches, net)
