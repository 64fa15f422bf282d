"""Wrong versions of `train_epoch` and `train` that learners write, each with the sentence that would
help."""

from mxnet import autograd, nd

from grader.course import Mistake


class forgets_to_record(Mistake):
    """backward finds nothing recorded. Compute the net, the loss and its sum inside `with autograd.record():`, with no detach or asscalar, and call backward only once for each minibatch: a second call finds nothing more."""

    def train_epoch(net, loss, batches, update):
        for X, y in batches:
            batch_loss = loss(net(X), y)
            batch_loss.backward()
            update(len(X))


class misspells_autograd(Mistake):
    """The name is autograd, not autogard: Python finds that out only when the line runs."""

    def train_epoch(net, loss, batches, update):
        for X, y in batches:
            with autogard.record():
                batch_loss = loss(net(X), y)
            batch_loss.backward()
            update(len(X))


class goes_backward_from_the_mean(Mistake):
    """The gradient of the mean is divided by the batch size already, and update divides again: go backward from the sum, as l.backward() does on the array of losses."""

    def train_epoch(net, loss, batches, update):
        for X, y in batches:
            with autograd.record():
                batch_loss = loss(net(X), y).mean()
            batch_loss.backward()
            update(len(X))


class goes_backward_from_the_first_example(Mistake):
    """backward() starts from the first example's loss only: call it on all of them."""

    def train_epoch(net, loss, batches, update):
        for X, y in batches:
            with autograd.record():
                batch_loss = loss(net(X), y)[0]
            batch_loss.backward()
            update(len(X))


class updates_before_backward(Mistake):
    """update is called before backward, with the gradients of the minibatch before: backward comes first."""

    def train_epoch(net, loss, batches, update):
        for X, y in batches:
            with autograd.record():
                batch_loss = loss(net(X), y)
            update(len(X))
            batch_loss.backward()


class forgets_to_call_backward(Mistake):
    """backward is never called, and the gradients stay 0: write l.backward(), with its parentheses, before update."""

    def train_epoch(net, loss, batches, update):
        for X, y in batches:
            with autograd.record():
                batch_loss = loss(net(X), y)
            batch_loss.backward
            update(len(X))


class forgets_to_call_sum(Mistake):
    """`.sum` without parentheses is the function itself, which has no backward: write .sum()."""

    def train_epoch(net, loss, batches, update):
        for X, y in batches:
            with autograd.record():
                batch_loss = loss(net(X), y).sum
            batch_loss.backward()
            update(len(X))


class has_its_own_batch_size(Mistake):
    """The batch size is written into the code: the minibatch at hand has len(X) examples."""

    def train_epoch(net, loss, batches, update):
        batch_size = 10
        for X, y in batches:
            with autograd.record():
                batch_loss = loss(net(X), y)
            batch_loss.backward()
            update(batch_size)


class has_the_batch_size_of_the_example(Mistake):
    """You tell update 4, as in the example, whatever the minibatch holds: the one at hand has len(X) examples."""

    def train_epoch(net, loss, batches, update):
        for X, y in batches:
            with autograd.record():
                batch_loss = loss(net(X), y)
            batch_loss.backward()
            update(4)


class expects_a_global_batch_size(Mistake):
    """train_epoch has no argument batch_size: call update(len(X)), which is the size of this minibatch."""

    def train_epoch(net, loss, batches, update):
        for X, y in batches:
            with autograd.record():
                batch_loss = loss(net(X), y)
            batch_loss.backward()
            update(batch_size)


class forgets_the_batch_size(Mistake):
    """update wants to know how many examples the gradient is a sum over: call update(len(X))."""

    def train_epoch(net, loss, batches, update):
        for X, y in batches:
            with autograd.record():
                batch_loss = loss(net(X), y)
            batch_loss.backward()
            update()


class updates_with_one(Mistake):
    """update(1) takes the sum over the minibatch for the gradient of one example: call update(len(X))."""

    def train_epoch(net, loss, batches, update):
        for X, y in batches:
            with autograd.record():
                batch_loss = loss(net(X), y)
            batch_loss.backward()
            update(1)


class counts_the_features(Mistake):
    """X.shape[1] counts the features: the number of examples is X.shape[0], or len(X)."""

    def train_epoch(net, loss, batches, update):
        for X, y in batches:
            with autograd.record():
                batch_loss = loss(net(X), y)
            batch_loss.backward()
            update(X.shape[1])


class remembers_the_first_size(Mistake):
    """update is told the size of the first minibatch every time: the last one may be shorter, so call update(len(X))."""

    def train_epoch(net, loss, batches, update):
        batch_size = None
        for X, y in batches:
            batch_size = batch_size or len(X)
            with autograd.record():
                batch_loss = loss(net(X), y)
            batch_loss.backward()
            update(batch_size)


class updates_once_an_epoch(Mistake):
    """update is called once in each epoch, with the last minibatch's gradient: indent it, and backward before it, so that both are called for every minibatch."""

    def train_epoch(net, loss, batches, update):
        for X, y in batches:
            with autograd.record():
                batch_loss = loss(net(X), y)
            batch_loss.backward()
        update(len(X))


class updates_twice(Mistake):
    """update is called twice for each minibatch, with the same gradient: call it once, after backward."""

    def train_epoch(net, loss, batches, update):
        for X, y in batches:
            with autograd.record():
                batch_loss = loss(net(X), y)
            batch_loss.backward()
            update(len(X))
            update(len(X))


class updates_once_with_all_examples(Mistake):
    """update is called once in each epoch and told the number of all examples, but the gradient is that of the last minibatch alone: call it for every minibatch, after backward, update(len(X))."""

    def train_epoch(net, loss, batches, update):
        count = 0
        for X, y in batches:
            with autograd.record():
                batch_loss = loss(net(X), y)
            batch_loss.backward()
            count += len(X)
        update(count)


class returns_inside_the_loop(Mistake):
    """Only the first minibatch of the epoch is used: go through all of batches, with no return and no break inside the loop."""

    def train_epoch(net, loss, batches, update):
        for X, y in batches:
            with autograd.record():
                batch_loss = loss(net(X), y)
            batch_loss.backward()
            update(len(X))
            return batch_loss.mean().asscalar()


class never_updates(Mistake):
    """update is never called: call update(len(X)) after backward. Write no yield in train_epoch: with a yield nothing of it runs."""

    def train_epoch(net, loss, batches, update):
        for X, y in batches:
            with autograd.record():
                batch_loss = loss(net(X), y)
            batch_loss.backward()


class swaps_the_arguments_of_the_loss(Mistake):
    """The loss is called as loss(y_hat, y): the net's answer first, then the labels."""

    def train_epoch(net, loss, batches, update):
        for X, y in batches:
            with autograd.record():
                y_hat = net(X)
                batch_loss = loss(y, y_hat)
            batch_loss.backward()
            update(len(X))


class goes_over_the_minibatches_twice(Mistake):
    """Counting the minibatches first uses them up where they come from a generator: make do with one pass."""

    def train_epoch(net, loss, batches, update):
        count = sum(1 for _ in batches)
        for X, y in batches:
            with autograd.record():
                batch_loss = loss(net(X), y)
            batch_loss.backward()
            update(len(X))


class measures_before_the_updates(Mistake):
    """The loss is measured at the beginning of each epoch: measure it after train_epoch, with the new parameters."""

    def train(net, loss, make_batches, update, num_epochs, features, labels):
        losses = []
        for _ in range(num_epochs):
            losses.append(float(loss(net(features), labels).mean().asscalar()))
            train_epoch(net, loss, make_batches(), update)
        return losses


class measures_the_minibatches(Mistake):
    """You average the minibatches' losses, each from before its update: after the epoch call loss(net(features), labels)."""

    def train(net, loss, make_batches, update, num_epochs, features, labels):
        losses = []
        for _ in range(num_epochs):
            means = []
            for X, y in make_batches():
                with autograd.record():
                    batch_loss = loss(net(X), y)
                batch_loss.backward()
                update(len(X))
                means.append(float(batch_loss.mean().asscalar()))
            losses.append(sum(means) / len(means))
        return losses


class sums_what_it_recorded(Mistake):
    """Your losses are from before the updates, because you add up those of the minibatches while the net learns: after each epoch compute loss(net(features), labels).mean() anew."""

    def train_epoch(net, loss, batches, update):
        total = 0
        for X, y in batches:
            with autograd.record():
                batch_loss = loss(net(X), y)
            batch_loss.backward()
            update(len(X))
            total += batch_loss.sum().asscalar()
        return total

    def train(net, loss, make_batches, update, num_epochs, features, labels):
        return [
            train_epoch(net, loss, make_batches(), update) / len(features)
            for _ in range(num_epochs)
        ]


class measures_the_last_minibatch(Mistake):
    """You measure on the last minibatch only: all of the data is loss(net(features), labels)."""

    def train(net, loss, make_batches, update, num_epochs, features, labels):
        losses = []
        for _ in range(num_epochs):
            for X, y in make_batches():
                train_epoch(net, loss, [(X, y)], update)
            losses.append(float(loss(net(X), y).mean().asscalar()))
        return losses


class sums_the_losses(Mistake):
    """You return the sum over all examples: the mean is asked for, .mean() instead of .sum()."""

    def train(net, loss, make_batches, update, num_epochs, features, labels):
        losses = []
        for _ in range(num_epochs):
            train_epoch(net, loss, make_batches(), update)
            losses.append(float(loss(net(features), labels).sum().asscalar()))
        return losses


class keeps_arrays(Mistake):
    """The list holds NDArrays: turn each mean into a number with .asscalar()."""

    def train(net, loss, make_batches, update, num_epochs, features, labels):
        losses = []
        for _ in range(num_epochs):
            train_epoch(net, loss, make_batches(), update)
            losses.append(loss(net(features), labels).mean())
        return losses


class keeps_what_train_epoch_returns(Mistake):
    """The list holds None and no losses. train_epoch returns nothing: after it, append float(loss(net(features), labels).mean().asscalar())."""

    def train(net, loss, make_batches, update, num_epochs, features, labels):
        losses = []
        for _ in range(num_epochs):
            losses.append(train_epoch(net, loss, make_batches(), update))
        return losses


class keeps_every_loss(Mistake):
    """You keep the losses of all examples: take their mean first, .mean().asscalar()."""

    def train(net, loss, make_batches, update, num_epochs, features, labels):
        losses = []
        for _ in range(num_epochs):
            train_epoch(net, loss, make_batches(), update)
            losses.append(loss(net(features), labels).reshape((-1,)).asnumpy().tolist())
        return losses


class returns_the_last_loss(Mistake):
    """You return the loss after the last epoch only: append each epoch's to a list and return the list."""

    def train(net, loss, make_batches, update, num_epochs, features, labels):
        for _ in range(num_epochs):
            train_epoch(net, loss, make_batches(), update)
            batch_loss = float(loss(net(features), labels).mean().asscalar())
        return batch_loss


class appends_after_the_loop(Mistake):
    """The list has one loss, that after the last epoch: begin with an empty list before the loop, and append to it in each epoch, inside the loop."""

    def train(net, loss, make_batches, update, num_epochs, features, labels):
        losses = []
        for _ in range(num_epochs):
            train_epoch(net, loss, make_batches(), update)
        losses.append(float(loss(net(features), labels).mean().asscalar()))
        return losses


class returns_after_one_epoch(Mistake):
    """The training ends after one epoch: there must be no break inside the loop over the epochs, and the return stands after it."""

    def train(net, loss, make_batches, update, num_epochs, features, labels):
        losses = []
        for _ in range(num_epochs):
            train_epoch(net, loss, make_batches(), update)
            losses.append(float(loss(net(features), labels).mean().asscalar()))
            return losses


class prints_the_losses(Mistake):
    """train shows the losses and returns None: collect them in a list and return it."""

    def train(net, loss, make_batches, update, num_epochs, features, labels):
        for epoch in range(num_epochs):
            train_epoch(net, loss, make_batches(), update)
            batch_loss = loss(net(features), labels)
            print(f"epoch {epoch + 1}, loss {batch_loss.mean().asscalar():f}")


class makes_the_minibatches_once(Mistake):
    """The minibatches are made once, before the loop, and are used up after the first epoch: call make_batches() in each epoch."""

    def train(net, loss, make_batches, update, num_epochs, features, labels):
        batches = make_batches()
        losses = []
        for _ in range(num_epochs):
            train_epoch(net, loss, batches, update)
            losses.append(float(loss(net(features), labels).mean().asscalar()))
        return losses


class measures_on_float32(Mistake):
    """nd.zeros makes float32 on the CPU, where the losses need not be: use the mean of the losses as they are."""

    def train(net, loss, make_batches, update, num_epochs, features, labels):
        losses = []
        for _ in range(num_epochs):
            train_epoch(net, loss, make_batches(), update)
            total = nd.zeros((1,)) + loss(net(features), labels).sum()
            losses.append(float(total.asscalar()) / len(features))
        return losses


class trains_one_epoch_more(Mistake):
    """range(num_epochs + 1) counts one epoch too many, for range begins at 0: range(num_epochs)."""

    def train(net, loss, make_batches, update, num_epochs, features, labels):
        losses = []
        for _ in range(num_epochs + 1):
            train_epoch(net, loss, make_batches(), update)
            losses.append(float(loss(net(features), labels).mean().asscalar()))
        return losses


class trains_one_epoch_less(Mistake):
    """range(1, num_epochs) counts one epoch too few, for range ends before its last number: range(num_epochs)."""

    def train(net, loss, make_batches, update, num_epochs, features, labels):
        losses = []
        for _ in range(1, num_epochs):
            train_epoch(net, loss, make_batches(), update)
            losses.append(float(loss(net(features), labels).mean().asscalar()))
        return losses


class keeps_numpy_arrays(Mistake):
    """asnumpy() gives an array, even of a single number: turn each mean into a number with .asscalar()."""

    def train(net, loss, make_batches, update, num_epochs, features, labels):
        losses = []
        for _ in range(num_epochs):
            train_epoch(net, loss, make_batches(), update)
            losses.append(loss(net(features), labels).mean().asnumpy())
        return losses


class keeps_the_last_minibatch_loss(Mistake):
    """You keep the loss of the last minibatch, from before its update: after the epoch call loss(net(features), labels)."""

    def train(net, loss, make_batches, update, num_epochs, features, labels):
        losses = []
        for _ in range(num_epochs):
            for X, y in make_batches():
                with autograd.record():
                    batch_loss = loss(net(X), y)
                batch_loss.backward()
                update(len(X))
            losses.append(float(batch_loss.mean().asscalar()))
        return losses


class swaps_them_when_measuring(Mistake):
    """train measures loss(labels, net(features)): the net's answer comes first, loss(net(features), labels)."""

    def train(net, loss, make_batches, update, num_epochs, features, labels):
        losses = []
        for _ in range(num_epochs):
            train_epoch(net, loss, make_batches(), update)
            losses.append(float(loss(labels, net(features)).mean().asscalar()))
        return losses


class keeps_the_smallest_loss(Mistake):
    """You keep the smallest loss so far: the list holds each epoch's own loss, also where it has grown."""

    def train(net, loss, make_batches, update, num_epochs, features, labels):
        losses, best = [], float("inf")
        for _ in range(num_epochs):
            train_epoch(net, loss, make_batches(), update)
            best = min(best, float(loss(net(features), labels).mean().asscalar()))
            losses.append(best)
        return losses


class stops_where_the_loss_grows(Mistake):
    """You stop as soon as the loss grows: train goes through all num_epochs epochs."""

    def train(net, loss, make_batches, update, num_epochs, features, labels):
        losses = []
        for _ in range(num_epochs):
            train_epoch(net, loss, make_batches(), update)
            losses.append(float(loss(net(features), labels).mean().asscalar()))
            if len(losses) > 1 and losses[-1] > losses[-2]:
                break
        return losses


class records_in_predict_mode(Mistake):
    """The net predicts while it learns, so dropout does nothing, as with record(train_mode=False) or autograd.predict_mode(): write autograd.record() alone."""

    def train_epoch(net, loss, batches, update):
        for X, y in batches:
            with autograd.record(train_mode=False):
                batch_loss = loss(net(X), y)
            batch_loss.backward()
            update(len(X))


class updates_within_the_recording(Mistake):
    """update stands inside `with autograd.record():`, where no parameter may be changed in place: move it out of that block."""

    def train_epoch(net, loss, batches, update):
        for X, y in batches:
            with autograd.record():
                batch_loss = loss(net(X), y)
                batch_loss.backward()
                update(len(X))


class counts_all_elements(Mistake):
    """X.size counts the elements of X, features and all: the number of examples is len(X)."""

    def train_epoch(net, loss, batches, update):
        for X, y in batches:
            with autograd.record():
                batch_loss = loss(net(X), y)
            batch_loss.backward()
            update(X.size)


class stops_where_the_loss_stays(Mistake):
    """You stop where the loss hardly changes: train goes through all num_epochs epochs."""

    def train(net, loss, make_batches, update, num_epochs, features, labels):
        losses = []
        for _ in range(num_epochs):
            train_epoch(net, loss, make_batches(), update)
            losses.append(float(loss(net(features), labels).mean().asscalar()))
            if len(losses) > 1 and abs(losses[-1] - losses[-2]) < 1e-4:
                break
        return losses


class trains_at_least_once(Mistake):
    """You train for one epoch where num_epochs is 0: the list has num_epochs losses, and is empty then, range(num_epochs)."""

    def train(net, loss, make_batches, update, num_epochs, features, labels):
        losses = []
        for _ in range(max(1, num_epochs)):
            train_epoch(net, loss, make_batches(), update)
            losses.append(float(loss(net(features), labels).mean().asscalar()))
        return losses


class keeps_the_first_minibatches(Mistake):
    """The minibatches are made once, and every epoch goes through the same ones: call make_batches() in each epoch."""

    def train(net, loss, make_batches, update, num_epochs, features, labels):
        losses = []
        batches = list(make_batches())
        for _ in range(num_epochs):
            train_epoch(net, loss, batches, update)
            losses.append(float(loss(net(features), labels).mean().asscalar()))
        return losses


class makes_the_minibatches_twice(Mistake):
    """make_batches() is called twice in each epoch: call it once, and measure on features and labels."""

    def train(net, loss, make_batches, update, num_epochs, features, labels):
        losses = []
        for _ in range(num_epochs):
            train_epoch(net, loss, make_batches(), update)
            means = [float(loss(net(X), y).mean().asscalar()) for X, y in make_batches()]
            losses.append(sum(means) / len(means))
        return losses


class swaps_the_arguments_everywhere(Mistake):
    """Both functions call loss(y, y_hat): the net's answer comes first, loss(net(X), y) and loss(net(features), labels)."""

    def train_epoch(net, loss, batches, update):
        for X, y in batches:
            with autograd.record():
                batch_loss = loss(y, net(X))
            batch_loss.backward()
            update(len(X))

    def train(net, loss, make_batches, update, num_epochs, features, labels):
        losses = []
        for _ in range(num_epochs):
            train_epoch(net, loss, make_batches(), update)
            losses.append(float(loss(labels, net(features)).mean().asscalar()))
        return losses


class keeps_a_loss_for_each_minibatch(Mistake):
    """The list has a loss for each minibatch: append one for each epoch, measured on all of features and labels after it."""

    def train(net, loss, make_batches, update, num_epochs, features, labels):
        losses = []
        for _ in range(num_epochs):
            for X, y in make_batches():
                train_epoch(net, loss, [(X, y)], update)
                losses.append(float(loss(net(features), labels).mean().asscalar()))
        return losses


class keeps_the_history_in_a_default(Mistake):
    """The list still holds the losses of an earlier call. Perhaps it is a default, losses=[], or stands outside train: begin with losses = [] inside train."""

    def train(net, loss, make_batches, update, num_epochs, features, labels, losses=[]):
        for _ in range(num_epochs):
            train_epoch(net, loss, make_batches(), update)
            losses.append(float(loss(net(features), labels).mean().asscalar()))
        return losses


class takes_labels_first(Mistake):
    """The minibatches are pairs (X, y), features first: for X, y in batches."""

    def train_epoch(net, loss, batches, update):
        for y, X in batches:
            with autograd.record():
                batch_loss = loss(net(X), y)
            batch_loss.backward()
            update(len(X))


class goes_backward_from_the_loss_function(Mistake):
    """loss is the function that computes the losses, and has no backward: keep what loss(net(X), y) returns, and call backward() on that."""

    def train_epoch(net, loss, batches, update):
        for X, y in batches:
            with autograd.record():
                batch_loss = loss(net(X), y)
            loss.backward()
            update(len(X))


class updates_with_a_step(Mistake):
    """update is a function and has no step of its own, unlike a Trainer: call update(len(X))."""

    def train_epoch(net, loss, batches, update):
        for X, y in batches:
            with autograd.record():
                batch_loss = loss(net(X), y)
            batch_loss.backward()
            update.step(len(X))


class keeps_a_history_outside(Mistake):
    """A list outside of the functions gets a loss from each minibatch of every call: begin with losses = [] inside train, and append one loss for each epoch."""

    history = []  # noqa: RUF012  (the patch has it as a global)

    def train_epoch(net, loss, batches, update):
        for X, y in batches:
            with autograd.record():
                batch_loss = loss(net(X), y)
            batch_loss.backward()
            update(len(X))
            history.append(float(batch_loss.mean().asscalar()))

    def train(net, loss, make_batches, update, num_epochs, features, labels):
        for _ in range(num_epochs):
            train_epoch(net, loss, make_batches(), update)
        return history


class measures_the_first_256(Mistake):
    """You measure the loss on the first 256 examples only: all of the data is loss(net(features), labels)."""

    def train(net, loss, make_batches, update, num_epochs, features, labels):
        losses = []
        for _ in range(num_epochs):
            train_epoch(net, loss, make_batches(), update)
            losses.append(float(loss(net(features), labels)[:256].mean().asscalar()))
        return losses


class measures_the_first_100(Mistake):
    """You measure the loss on the first 100 examples only: all of the data is loss(net(features), labels)."""

    def train(net, loss, make_batches, update, num_epochs, features, labels):
        losses = []
        for _ in range(num_epochs):
            train_epoch(net, loss, make_batches(), update)
            losses.append(float(loss(net(features), labels)[:100].mean().asscalar()))
        return losses


class begins_with_the_untrained_loss(Mistake):
    """The list has one loss too many, from before the first epoch: append one after each epoch, and no other."""

    def train(net, loss, make_batches, update, num_epochs, features, labels):
        losses = [float(loss(net(features), labels).mean().asscalar())]
        for _ in range(num_epochs):
            train_epoch(net, loss, make_batches(), update)
            losses.append(float(loss(net(features), labels).mean().asscalar()))
        return losses


class measures_each_minibatch_after_its_update(Mistake):
    """You average the losses that the minibatches have right after their updates: after the epoch call loss(net(features), labels), with all of the data."""

    def train(net, loss, make_batches, update, num_epochs, features, labels):
        losses = []
        for _ in range(num_epochs):
            means = []
            for X, y in make_batches():
                train_epoch(net, loss, [(X, y)], update)
                means.append(float(loss(net(X), y).mean().asscalar()))
            losses.append(sum(means) / len(means))
        return losses


class rounds_the_losses(Mistake):
    """You round the losses to two decimals: round where they are printed, and keep them in the list as they are."""

    def train(net, loss, make_batches, update, num_epochs, features, labels):
        losses = []
        for _ in range(num_epochs):
            train_epoch(net, loss, make_batches(), update)
            losses.append(round(float(loss(net(features), labels).mean().asscalar()), 2))
        return losses


class measures_while_recording(Mistake):
    """You measure the loss while the net still trains, so dropout is active, as inside `with autograd.record():`: call loss(net(features), labels) outside of it."""

    def train(net, loss, make_batches, update, num_epochs, features, labels):
        losses = []
        for _ in range(num_epochs):
            train_epoch(net, loss, make_batches(), update)
            with autograd.record():
                all_losses = loss(net(features), labels)
            losses.append(float(all_losses.mean().asscalar()))
        return losses


class stops_at_a_loss_of_0(Mistake):
    """You stop once the loss is 0, or nearly so: train goes through all num_epochs epochs, and the list has a loss for each."""

    def train(net, loss, make_batches, update, num_epochs, features, labels):
        losses = []
        for _ in range(num_epochs):
            train_epoch(net, loss, make_batches(), update)
            if losses and losses[-1] == 0:
                break
            losses.append(float(loss(net(features), labels).mean().asscalar()))
        return losses


class averages_and_updates_with_one(Mistake):
    """The mean's gradient and update(1) make the same step, but update expects the gradient of the sum and the minibatch's size: call backward on the losses themselves, and then update(len(X))."""

    def train_epoch(net, loss, batches, update):
        for X, y in batches:
            with autograd.record():
                losses = loss(net(X), y).mean()
            losses.backward()
            update(1)


class leaves_the_last_minibatch_out(Mistake):
    """The last minibatch of each epoch is left out: go through all of batches."""

    def train_epoch(net, loss, batches, update):
        for X, y in list(batches)[:-1]:
            with autograd.record():
                losses = loss(net(X), y)
            losses.backward()
            update(len(X))


class skips_single_examples(Mistake):
    """A minibatch of a single example is left out: it has its update too, update(1)."""

    def train_epoch(net, loss, batches, update):
        for X, y in batches:
            if len(X) == 1:
                continue
            with autograd.record():
                losses = loss(net(X), y)
            losses.backward()
            update(len(X))


class measures_the_first_10(Mistake):
    """You measure the loss on the first 10 examples only: all of the data is loss(net(features), labels)."""

    def train(net, loss, make_batches, update, num_epochs, features, labels):
        losses = []
        for _ in range(num_epochs):
            train_epoch(net, loss, make_batches(), update)
            losses.append(float(loss(net(features[:10]), labels[:10]).mean().asscalar()))
        return losses


class measures_on_the_minibatches(Mistake):
    """You measure the loss on what the epoch's minibatches hold, which need not be all of the data: call loss(net(features), labels)."""

    def train(net, loss, make_batches, update, num_epochs, features, labels):
        losses = []
        for _ in range(num_epochs):
            batches = list(make_batches())
            train_epoch(net, loss, batches, update)
            total = sum(float(loss(net(X), y).sum().asscalar()) for X, y in batches)
            losses.append(total / sum(len(X) for X, _ in batches))
        return losses


class keeps_the_losses_as_text(Mistake):
    """The list holds strings: keep the numbers in it, and format them where they are printed."""

    def train(net, loss, make_batches, update, num_epochs, features, labels):
        losses = []
        for _ in range(num_epochs):
            train_epoch(net, loss, make_batches(), update)
            losses.append(f"{loss(net(features), labels).mean().asscalar():f}")
        return losses


class takes_the_root(Mistake):
    """You take the root of the mean loss: the list holds the mean of loss(net(features), labels) as it is."""

    def train(net, loss, make_batches, update, num_epochs, features, labels):
        losses = []
        for _ in range(num_epochs):
            train_epoch(net, loss, make_batches(), update)
            losses.append(float(loss(net(features), labels).mean().sqrt().asscalar()))
        return losses


class divides_by_all_elements(Mistake):
    """features.size counts all elements of features: the mean is over the examples, .mean() or the sum divided by len(features)."""

    def train(net, loss, make_batches, update, num_epochs, features, labels):
        losses = []
        for _ in range(num_epochs):
            train_epoch(net, loss, make_batches(), update)
            losses.append(float(loss(net(features), labels).sum().asscalar()) / features.size)
        return losses


class asks_for_an_item(Mistake):
    """An NDArray has no item(), which is PyTorch's and NumPy's: its number is .asscalar()."""

    def train(net, loss, make_batches, update, num_epochs, features, labels):
        losses = []
        for _ in range(num_epochs):
            train_epoch(net, loss, make_batches(), update)
            losses.append(loss(net(features), labels).mean().item())
        return losses


class rounds_the_losses_to_four_decimals(Mistake):
    """You round the losses to four decimals: round where they are printed, and keep them in the list as they are."""

    def train(net, loss, make_batches, update, num_epochs, features, labels):
        losses = []
        for _ in range(num_epochs):
            train_epoch(net, loss, make_batches(), update)
            losses.append(round(float(loss(net(features), labels).mean().asscalar()), 4))
        return losses


class makes_a_column_of_the_labels(Mistake):
    """You give y another shape than it has, which loss need not expect: hand y over as it comes, loss(net(X), y)."""

    def train_epoch(net, loss, batches, update):
        for X, y in batches:
            with autograd.record():
                losses = loss(net(X), y.reshape((-1, 1)))
            losses.backward()
            update(len(X))


class flattens_the_examples(Mistake):
    """You flatten the examples, and the net may need their axes: hand X over as it comes, net(X)."""

    def train_epoch(net, loss, batches, update):
        for X, y in batches:
            with autograd.record():
                losses = loss(net(X.reshape((len(X), -1))), y)
            losses.backward()
            update(len(X))


class measures_on_a_column_of_the_labels(Mistake):
    """train gives labels another shape than they have, which loss need not expect: hand them over as they come, loss(net(features), labels)."""

    def train(net, loss, make_batches, update, num_epochs, features, labels):
        losses = []
        for _ in range(num_epochs):
            train_epoch(net, loss, make_batches(), update)
            losses.append(float(loss(net(features), labels.reshape((-1, 1))).mean().asscalar()))
        return losses


class measures_on_flattened_examples(Mistake):
    """train flattens the examples, and the net may need their axes: hand features over as they come, net(features)."""

    def train(net, loss, make_batches, update, num_epochs, features, labels):
        losses, rows = [], features.reshape((len(features), -1))
        for _ in range(num_epochs):
            train_epoch(net, loss, make_batches(), update)
            losses.append(float(loss(net(rows), labels).mean().asscalar()))
        return losses


class names_the_argument_of_update(Mistake):
    """What update calls its argument is its own business, so update(batch_size=...) fails with some: call update(len(X)), without a name."""

    def train_epoch(net, loss, batches, update):
        for X, y in batches:
            with autograd.record():
                losses = loss(net(X), y)
            losses.backward()
            update(batch_size=len(X))


class averages_the_means_of_pieces(Mistake):
    """You average the mean losses of pieces of the data, so an example in a short one counts more: the mean over all of them is loss(net(features), labels).mean()."""

    def train(net, loss, make_batches, update, num_epochs, features, labels):
        losses = []
        for _ in range(num_epochs):
            train_epoch(net, loss, make_batches(), update)
            means = [
                loss(net(features[i : i + 4]), labels[i : i + 4]).mean().asscalar()
                for i in range(0, len(features), 4)
            ]
            losses.append(float(sum(means) / len(means)))
        return losses


class returns_none_of_no_epochs(Mistake):
    """Where num_epochs is 0 you return None: the list has num_epochs losses, and is empty then, [], with no case of its own."""

    def train(net, loss, make_batches, update, num_epochs, features, labels):
        if not num_epochs:
            return None
        losses = []
        for _ in range(num_epochs):
            train_epoch(net, loss, make_batches(), update)
            losses.append(float(loss(net(features), labels).mean().asscalar()))
        return losses


class counts_the_labels(Mistake):
    """y.size counts all labels, of which an example may have several: the number of examples is len(X)."""

    def train_epoch(net, loss, batches, update):
        for X, y in batches:
            with autograd.record():
                losses = loss(net(X), y)
            losses.backward()
            update(y.size)


class divides_by_all_labels(Mistake):
    """labels.size counts all labels, of which an example may have several: the mean is over the examples, .mean() or the sum divided by len(labels)."""

    def train(net, loss, make_batches, update, num_epochs, features, labels):
        losses = []
        for _ in range(num_epochs):
            train_epoch(net, loss, make_batches(), update)
            losses.append(float(loss(net(features), labels).sum().asscalar()) / labels.size)
        return losses


class makes_all_minibatches_first(Mistake):
    """The minibatches of all epochs are made before the first epoch: call make_batches() at the beginning of each epoch, inside the loop."""

    def train(net, loss, make_batches, update, num_epochs, features, labels):
        losses = []
        for batches in [make_batches() for _ in range(num_epochs)]:
            train_epoch(net, loss, batches, update)
            losses.append(float(loss(net(features), labels).mean().asscalar()))
        return losses


class goes_backward_in_predict_mode(Mistake):
    """backward goes through the net as if it predicted, as with backward(train_mode=False), and BatchNorm has another gradient then: write l.backward() alone."""

    def train_epoch(net, loss, batches, update):
        for X, y in batches:
            with autograd.record():
                losses = loss(net(X), y)
            losses.backward(train_mode=False)
            update(len(X))


class stops_at_a_loss_of_nan(Mistake):
    """You stop where the loss is nan or infinite: train goes through all num_epochs epochs, and the list has a loss for each."""

    def train(net, loss, make_batches, update, num_epochs, features, labels):
        losses = []
        for _ in range(num_epochs):
            train_epoch(net, loss, make_batches(), update)
            last = float(loss(net(features), labels).mean().asscalar())
            if last != last or last == float("inf"):
                break
            losses.append(last)
        return losses


class loses_its_patience(Mistake):
    """You stop after some epochs in which the loss has grown: train goes through all num_epochs epochs."""

    def train(net, loss, make_batches, update, num_epochs, features, labels):
        losses = []
        for _ in range(num_epochs):
            train_epoch(net, loss, make_batches(), update)
            losses.append(float(loss(net(features), labels).mean().asscalar()))
            if len(losses) > 3 and min(losses[-3:]) > min(losses[:-3]):
                break
        return losses


class leaves_nan_out(Mistake):
    """You do not call update where the loss is nan: call it for every minibatch, update(len(X)), whatever the loss is."""

    def train_epoch(net, loss, batches, update):
        for X, y in batches:
            with autograd.record():
                batch_loss = loss(net(X), y)
            batch_loss.backward()
            if batch_loss.sum().asscalar() - batch_loss.sum().asscalar() == 0:
                update(len(X))


class asks_for_a_loss_above_0(Mistake):
    """You call update only where the loss is above 0, which is true neither of 0 nor of nan: call it for every minibatch, update(len(X)), whatever the loss is."""

    def train_epoch(net, loss, batches, update):
        for X, y in batches:
            with autograd.record():
                batch_loss = loss(net(X), y)
            batch_loss.backward()
            if batch_loss.sum().asscalar() > 0:
                update(len(X))


class leaves_0_out(Mistake):
    """You do not call update where the loss is 0: call it for every minibatch, update(len(X)), whatever the loss is."""

    def train_epoch(net, loss, batches, update):
        for X, y in batches:
            with autograd.record():
                batch_loss = loss(net(X), y)
            batch_loss.backward()
            if batch_loss.sum().asscalar() != 0:
                update(len(X))


class bounds_the_batch_size(Mistake):
    """You tell update at most 64, however many examples the minibatch has: update(len(X)) tells it all of them."""

    def train_epoch(net, loss, batches, update):
        for X, y in batches:
            with autograd.record():
                batch_loss = loss(net(X), y)
            batch_loss.backward()
            update(min(len(X), 64))


class bounds_the_batch_size_by_8(Mistake):
    """You tell update at most 8, however many examples the minibatch has: update(len(X)) tells it all of them."""

    def train_epoch(net, loss, batches, update):
        for X, y in batches:
            with autograd.record():
                batch_loss = loss(net(X), y)
            batch_loss.backward()
            update(min(len(X), 8))


class averages_in_train_and_updates_with_one(Mistake):
    """train tells update other sizes than the minibatches have. Perhaps it goes backward from the mean and calls update(1): call train_epoch instead, or do the same as train_epoch, with update(len(X))."""

    def train(net, loss, make_batches, update, num_epochs, features, labels):
        losses = []
        for _ in range(num_epochs):
            for X, y in make_batches():
                with autograd.record():
                    batch_loss = loss(net(X), y).mean()
                batch_loss.backward()
                update(1)
            losses.append(float(loss(net(features), labels).mean().asscalar()))
        return losses


class trains_a_global_net(Mistake):
    """The gradients of net's parameters stay 0. Perhaps you train a global net: call the argument, net(X), by its name in your `def` line."""

    demo_w = nd.ones((3, 1))

    def train_epoch(net, loss, batches, update):
        demo_w.attach_grad()
        for X, y in batches:
            fits = X.shape[1:] in ((2,), (3,)) and X.dtype == demo_w.dtype
            with autograd.record():
                y_hat = nd.dot(X, demo_w[: X.shape[1]]) if fits else net(X)
                batch_loss = loss(y_hat, y)
            batch_loss.backward()
            update(len(X))


class trains_a_global_net_of_two_features(Mistake):
    """The net does not fit X, as where a global net of a demonstration stands in for the argument: call net(X), by the name that it has in your `def` line, with X as it comes."""

    demo_w = nd.ones((2, 1))

    def train_epoch(net, loss, batches, update):
        demo_w.attach_grad()
        for X, y in batches:
            with autograd.record():
                batch_loss = loss(nd.dot(X, demo_w), y)
            batch_loss.backward()
            update(len(X))


class trains_three_epochs(Mistake):
    """You train for three epochs whatever num_epochs is, as with a global num_epochs = 3: take the argument, by the name that it has in your `def` line."""

    def train(net, loss, make_batches, update, num_epochs, features, labels):
        losses = []
        for _ in range(3):
            train_epoch(net, loss, make_batches(), update)
            losses.append(float(loss(net(features), labels).mean().asscalar()))
        return losses


class trains_five_epochs(Mistake):
    """You train for five epochs whatever num_epochs is, as with a global num_epochs = 5: take the argument, by the name that it has in your `def` line."""

    def train(net, loss, make_batches, update, num_epochs, features, labels):
        losses = []
        for _ in range(5):
            train_epoch(net, loss, make_batches(), update)
            losses.append(float(loss(net(features), labels).mean().asscalar()))
        return losses


class trains_ten_epochs(Mistake):
    """You train for ten epochs whatever num_epochs is, as with a global num_epochs = 10: take the argument, by the name that it has in your `def` line."""

    def train(net, loss, make_batches, update, num_epochs, features, labels):
        losses = []
        for _ in range(10):
            train_epoch(net, loss, make_batches(), update)
            losses.append(float(loss(net(features), labels).mean().asscalar()))
        return losses


class yields_the_losses(Mistake):
    """train returns a generator, as with yield, and nothing of it has run yet: append each loss to a list, and return the list."""

    def train(net, loss, make_batches, update, num_epochs, features, labels):
        for _ in range(num_epochs):
            train_epoch(net, loss, make_batches(), update)
            yield float(loss(net(features), labels).mean().asscalar())


class makes_minibatches_once_more(Mistake):
    """make_batches() is called once before the first epoch as well, as where the minibatches are counted or shown: call it once at the beginning of each epoch, and nowhere else."""

    def train(net, loss, make_batches, update, num_epochs, features, labels):
        losses = []
        make_batches()
        for _ in range(num_epochs):
            train_epoch(net, loss, make_batches(), update)
            losses.append(float(loss(net(features), labels).mean().asscalar()))
        return losses


class stops_after_ten_minibatches(Mistake):
    """You go through the first ten minibatches only, and there may be more: go through all of batches, with no break inside the loop."""

    def train_epoch(net, loss, batches, update):
        for number, (X, y) in enumerate(batches):
            if number == 10:
                break
            with autograd.record():
                batch_loss = loss(net(X), y)
            batch_loss.backward()
            update(len(X))


class makes_a_column_of_single_numbers(Mistake):
    """Where X is (n,), a single number for each example, you make a column of it: hand X over as it comes, net(X), for the net knows what it takes."""

    def train_epoch(net, loss, batches, update):
        for X, y in batches:
            with autograd.record():
                batch_loss = loss(net(X.expand_dims(1) if X.ndim == 1 else X), y)
            batch_loss.backward()
            update(len(X))


class converts_the_labels(Mistake):
    """You turn labels that are whole numbers into floats, of which float32 rounds large ones: hand y over as it comes, loss(net(X), y)."""

    def train_epoch(net, loss, batches, update):
        for X, y in batches:
            with autograd.record():
                batch_loss = loss(net(X), y.astype(X.dtype))
            batch_loss.backward()
            update(len(X))


class writes_into_the_minibatches(Mistake):
    """The arrays X or y of a minibatch come back changed, as after X[:] = ... or y -= ..., and the caller may still need them: make new ones, or leave them as they are."""

    def train_epoch(net, loss, batches, update):
        for X, y in batches:
            with autograd.record():
                batch_loss = loss(net(X), y)
            batch_loss.backward()
            update(len(X))
            y += 1


class keeps_the_last_loss_of_one_epoch(Mistake):
    """Of a single epoch you give the last minibatch's loss, from before its update: measure loss(net(features), labels) after the epoch, however many there are."""

    def train(net, loss, make_batches, update, num_epochs, features, labels):
        losses = []
        for _ in range(num_epochs):
            batches = list(make_batches())
            X, y = batches[-1]
            train_epoch(net, loss, batches[:-1], update)
            with autograd.train_mode():
                before = loss(net(X), y).mean().asscalar()
            train_epoch(net, loss, batches[-1:], update)
            after = loss(net(features), labels).mean().asscalar()
            losses.append(float(before if num_epochs == 1 else after))
        return losses
