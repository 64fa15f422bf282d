"""Wrong versions of `sgd` that learners write, each with the sentence that would help."""

from mxnet import nd

from grader.course import Mistake


class rebinds_the_name(Mistake):
    """The parameters are as before. The caller sees neither what you return nor new arrays, as `param = ...` and asnumpy() make them: in every call, write the new values into each array of params, param[:] = ... or param -= ..."""

    def sgd(params, lr, batch_size):
        for param in params:
            param = param - lr * param.grad / batch_size


class forgets_the_batch_size(Mistake):
    """The step is batch_size times too large: divide the gradient by batch_size, and make one step for each parameter, not batch_size steps."""

    def sgd(params, lr, batch_size):
        for param in params:
            param[:] = param - lr * param.grad


class takes_no_batch_size(Mistake):
    """The call here is sgd(params, lr, batch_size), and the step is lr * grad / batch_size; yours is an older text's sgd(params, lr)."""

    def sgd(params, lr):
        for param in params:
            param[:] = param - lr * param.grad


class takes_states_and_hyperparams(Mistake):
    """The last argument is a number, and a number has no entries: the call is sgd(params, lr, batch_size), and the step is lr * param.grad / batch_size. A later chapter has another function, sgd(params, states, hyperparams)."""

    def sgd(params, states, hyperparams):
        for param in params:
            param[:] -= hyperparams["lr"] * param.grad


class ascends(Mistake):
    """This climbs the loss: subtract the gradient, do not add it."""

    def sgd(params, lr, batch_size):
        for param in params:
            param[:] = param + lr * param.grad / batch_size


class multiplies_by_the_batch_size(Mistake):
    """You multiply by batch_size: the mean gradient is the sum divided by it."""

    def sgd(params, lr, batch_size):
        for param in params:
            param[:] = param - lr * param.grad * batch_size


class assigns_the_step(Mistake):
    """The parameter becomes the step itself: start from its old value, param - lr * ..."""

    def sgd(params, lr, batch_size):
        for param in params:
            param[:] = -lr * param.grad / batch_size


class returns_inside_the_loop(Mistake):
    """Only the first parameter moves: loop over all of params, with no return and no break inside the loop."""

    def sgd(params, lr, batch_size):
        for param in params:
            param[:] = param - lr * param.grad / batch_size
            return params


class forgets_the_gradient(Mistake):
    """The step is made of the parameter's value: it must be made of param.grad."""

    def sgd(params, lr, batch_size):
        for param in params:
            param[:] = param - lr * param / batch_size


class averages_in_the_gradient(Mistake):
    """You divide inside param.grad, and so change what the caller may still need: compute the step in a new array."""

    def sgd(params, lr, batch_size):
        for param in params:
            param.grad[:] = param.grad / batch_size
            param[:] = param - lr * param.grad


class has_its_own_batch_size(Mistake):
    """The batch size is written into the code: use the argument batch_size."""

    def sgd(params, lr, batch_size):
        batch_size = 10
        for param in params:
            param[:] = param - lr * param.grad / batch_size


class has_its_own_learning_rate(Mistake):
    """The learning rate is written into the code: use the argument lr."""

    def sgd(params, lr, batch_size):
        lr = 0.03
        for param in params:
            param[:] = param - lr * param.grad / batch_size


class divides_by_the_rows(Mistake):
    """You divide by the length of the parameter: the number of examples in the minibatch is batch_size."""

    def sgd(params, lr, batch_size):
        for param in params:
            param[:] = param - lr * param.grad / len(param)


class divides_the_difference(Mistake):
    """You divide the parameter too: only the gradient is divided by batch_size, so mind the parentheses."""

    def sgd(params, lr, batch_size):
        for param in params:
            param[:] = (param - lr * param.grad) / batch_size


class divides_whole_numbers(Mistake):
    """lr // batch_size rounds down, mostly to 0: divide with a single slash."""

    def sgd(params, lr, batch_size):
        for param in params:
            param[:] = param - lr // batch_size * param.grad


class averages_over_the_parameter(Mistake):
    """param.grad.mean() averages over the parameter's elements: each element moves by its own gradient, divided by batch_size."""

    def sgd(params, lr, batch_size):
        for param in params:
            param[:] = param - lr * param.grad.mean()


class expects_weights_and_bias(Mistake):
    """You update params[0] and params[1] only: loop over all of params."""

    def sgd(params, lr, batch_size):
        w, b = params[0], params[1]
        w[:] = w - lr * w.grad / batch_size
        b[:] = b - lr * b.grad / batch_size


class makes_an_array_of_the_rate(Mistake):
    """nd.array makes float32 on the CPU, whatever the parameter is. You need no new array: multiply the number lr by param.grad itself."""

    def sgd(params, lr, batch_size):
        rate = nd.array([lr / batch_size])
        for param in params:
            param[:] = param - rate * param.grad


class divides_by_the_number_of_parameters(Mistake):
    """len(params) counts the parameters, not the examples: the gradient is a sum over batch_size examples."""

    def sgd(params, lr, batch_size):
        for param in params:
            param[:] = param - lr * param.grad / len(params)


class takes_the_parameters_off_the_list(Mistake):
    """You empty the caller's list, as params.pop() does, and the next call finds nothing in it: loop with `for param in params`."""

    def sgd(params, lr, batch_size):
        while params:
            param = params.pop()
            param[:] = param - lr * param.grad / batch_size


class goes_through_float32(Mistake):
    """A float64 parameter loses digits in float32, which nd.array and astype('float32') make: compute with param and param.grad themselves."""

    def sgd(params, lr, batch_size):
        for param in params:
            param[:] = nd.array(param.asnumpy() - lr * param.grad.asnumpy() / batch_size)


class forgets_the_learning_rate(Mistake):
    """The learning rate is missing: the step is lr * param.grad / batch_size."""

    def sgd(params, lr, batch_size):
        for param in params:
            param[:] = param - param.grad / batch_size


class swaps_rate_and_size(Mistake):
    """You multiply by batch_size and divide by lr: the step is lr * param.grad / batch_size, and the arguments are params, lr, batch_size, in this order."""

    def sgd(params, batch_size, lr):
        for param in params:
            param[:] = param - lr * param.grad / batch_size


class updates_after_the_loop(Mistake):
    """Only the last parameter moves, perhaps because the update stands after the loop: move it into the loop, so that every parameter has its own."""

    def sgd(params, lr, batch_size):
        for param in params:
            step = lr * param.grad / batch_size
        param[:] = param - step


class leaves_the_last_one_out(Mistake):
    """The last parameter never moves, as with range(len(params) - 1) or params[:-1]: loop over all of params, `for param in params`."""

    def sgd(params, lr, batch_size):
        for param in params[:-1]:
            param[:] = param - lr * param.grad / batch_size


class leaves_the_first_one_out(Mistake):
    """The first parameter never moves, as with range(1, len(params)) or params[1:]: loop over all of params, `for param in params`."""

    def sgd(params, lr, batch_size):
        for param in params[1:]:
            param[:] = param - lr * param.grad / batch_size


class has_its_own_rate_and_size(Mistake):
    """The step is made with a learning rate of 0.03 and a batch size of 10, whatever the arguments are: use lr and batch_size."""

    def sgd(params, lr, batch_size):
        lr, batch_size = 0.03, 10
        for param in params:
            param[:] = param - lr * param.grad / batch_size


class clips_the_gradient(Mistake):
    """You clip the gradient: the step is made of all of it, however large it is."""

    def sgd(params, lr, batch_size):
        for param in params:
            param[:] = param - lr * nd.clip(param.grad / batch_size, -5, 5)


class clips_the_gradient_at_one(Mistake):
    """You clip the gradient at 1: the step is made of all of it, however large it is."""

    def sgd(params, lr, batch_size):
        for param in params:
            param[:] = param - lr * nd.clip(param.grad / batch_size, -1, 1)


class clips_the_sum_at_one(Mistake):
    """You clip the gradient at 1, before you divide it: the step is made of all of it, however large it is."""

    def sgd(params, lr, batch_size):
        for param in params:
            param[:] = param - lr * nd.clip(param.grad, -1, 1) / batch_size


class clears_the_gradient_with_zero_(Mistake):
    """An NDArray has no zero_, and the gradients need no clearing, for each backward writes over them: leave the line out."""

    def sgd(params, lr, batch_size):
        for param in params:
            param[:] = param - lr * param.grad / batch_size
            param.grad.zero_()


class assigns_the_gradient(Mistake):
    """`param.grad = ...` fails, for grad has no setter: the gradients need no clearing and no change, so leave the line out."""

    def sgd(params, lr, batch_size):
        for param in params:
            param[:] = param - lr * param.grad / batch_size
            param.grad = 0


class clears_the_gradient_first(Mistake):
    """The gradients are 0 before the step is made of them, so nothing moves: leave out what clears them, such as param.grad[:] = 0 or attach_grad()."""

    def sgd(params, lr, batch_size):
        for param in params:
            param.attach_grad()
            param[:] = param - lr * param.grad / batch_size


class stops_at_a_zero_gradient(Mistake):
    """A gradient of 0 ends your loop, and the parameters after it stay as they were: it makes a step of 0 by itself, so ask nothing of it."""

    def sgd(params, lr, batch_size):
        for param in params:
            if param.grad.abs().sum().asscalar() == 0:
                break
            param[:] = param - lr * param.grad / batch_size


class replaces_the_parameters(Mistake):
    """You put other arrays into the caller's list, which have no gradients: write into the arrays that are there, param[:] = ..., and leave the list alone."""

    def sgd(params, lr, batch_size):
        for i, param in enumerate(params):
            param[:] = param - lr * param.grad / batch_size
            params[i] = param.copy()


class looks_the_gradient_up_by_shape(Mistake):
    """Of two parameters of one shape, one moves by the gradient of the other: take each one's own, param.grad."""

    def sgd(params, lr, batch_size):
        grads = {param.shape: param.grad for param in reversed(params)}
        for param in params:
            param[:] = param - lr * grads[param.shape] / batch_size


class keeps_copies(Mistake):
    """You keep a copy of each parameter from one call to the next, and what the caller writes into it meanwhile is lost: start from param itself in every call."""

    copies = {}  # noqa: RUF012  (the patch has it as a global)

    def sgd(params, lr, batch_size):
        for param in params:
            _, copy = copies.setdefault(id(param), (param, param.copy()))
            copy -= lr * param.grad / batch_size
            param[:] = copy


class attaches_other_gradients(Mistake):
    """attach_grad() replaces the array that holds the gradient, and a grad_req such as 'add' is lost: call it nowhere in sgd, and only read param.grad."""

    def sgd(params, lr, batch_size):
        for param in params:
            grad = param.grad
            param[:] = param - lr * grad / batch_size
            param.attach_grad()
            param.grad[:] = grad


class skips_gradients_that_sum_to_0(Mistake):
    """A parameter whose gradient sums to 0, such as [4, -4], stays as it was: a gradient of 0 makes a step of 0 by itself, so ask nothing of it."""

    def sgd(params, lr, batch_size):
        for param in params:
            if param.grad.sum().asscalar() == 0:
                continue
            param[:] = param - lr * param.grad / batch_size


class takes_0_for_no_rate(Mistake):
    """With a learning rate of 0 your parameters move, as where `lr or 0.01` takes 0 for none: use the argument as it is."""

    def sgd(params, lr, batch_size):
        lr = lr or 0.01
        for param in params:
            param[:] = param - lr * param.grad / batch_size


class updates_one_of_each_size(Mistake):
    """Of several parameters of one shape only the first moves: every array in params has its own step, however alike they are."""

    def sgd(params, lr, batch_size):
        done = set()
        for param in params:
            if param.shape not in done:
                param[:] = param - lr * param.grad / batch_size
            done.add(param.shape)


class leaves_nan_out(Mistake):
    """Where the gradient is nan the parameter stays as it was, which hides that the training has failed: make the step whatever the gradient is."""

    def sgd(params, lr, batch_size):
        for param in params:
            grad = nd.where(param.grad == param.grad, param.grad, nd.zeros_like(param))
            param[:] = param - lr * grad / batch_size


class updates_the_first_two(Mistake):
    """Only the first two parameters move, as params[:2] has them: a net may have more layers than one, so loop over all of params."""

    def sgd(params, lr, batch_size):
        for param in params[:2]:
            param[:] = param - lr * param.grad / batch_size


class updates_the_first_three(Mistake):
    """Only the first three parameters move, as params[:3] has them: a net may have any number of them, so loop over all of params."""

    def sgd(params, lr, batch_size):
        for param in params[:3]:
            param[:] = param - lr * param.grad / batch_size


class updates_the_first_four(Mistake):
    """Only the first four parameters move, which are those of two layers: a net may have any number of them, so loop over all of params."""

    def sgd(params, lr, batch_size):
        for param in params[:4]:
            param[:] = param - lr * param.grad / batch_size


class turns_a_square_gradient(Mistake):
    """A square parameter moves by its gradient transposed: param and param.grad have one shape, so subtract element by element, with no .T."""

    def sgd(params, lr, batch_size):
        for param in params:
            square = param.ndim == 2 and param.shape[0] == param.shape[1]
            param[:] = param - lr * (param.grad.T if square else param.grad) / batch_size


class rounds_the_parameters(Mistake):
    """You round the new values, and small ones become 0: write param - lr * param.grad / batch_size as it is."""

    def sgd(params, lr, batch_size):
        for param in params:
            param[:] = nd.round((param - lr * param.grad / batch_size) * 1e6) / 1e6


class leaves_zeros_out(Mistake):
    """A parameter that is 0 never moves: its gradient says where it should go, and biases begin at 0, so step whatever the value is."""

    def sgd(params, lr, batch_size):
        for param in params:
            step = lr * param.grad / batch_size
            param[:] = nd.where(param == 0, param, param - step)


class rebinds_in_the_list(Mistake):
    """You put new arrays into the list, as params[i] = ... does, and the caller's arrays stay as they were: write into those arrays, params[i][:] = ..."""

    def sgd(params, lr, batch_size):
        for i, param in enumerate(params):
            params[i] = param - lr * param.grad / batch_size


class loses_what_has_no_gradient(Mistake):
    """Where an element of the gradient is 0 your parameter gets another number: such an element makes a step of 0 by itself, so ask nothing of it."""

    def sgd(params, lr, batch_size):
        for param in params:
            step = lr * param.grad / batch_size
            param[:] = nd.where(param.grad == 0, nd.zeros_like(param), param - step)


class leaves_small_gradients_out(Mistake):
    """Elements of the gradient near 0, such as those below 0.001, make no step: each counts, however small."""

    def sgd(params, lr, batch_size):
        for param in params:
            grad = param.grad * (param.grad.abs() > 1e-3)
            param[:] = param - lr * grad / batch_size


class limits_the_batch_size(Mistake):
    """A large batch_size counts as a smaller one, as by min(batch_size, 256): divide by the argument, however large it is."""

    def sgd(params, lr, batch_size):
        for param in params:
            param[:] = param - lr * param.grad / min(batch_size, 256)


class rebinds_two_names(Mistake):
    """`w = w - ...` makes an array that the caller never sees, and params need not hold two: loop over all of params, and write the new values into those arrays, param[:] = ... or param -= ..."""

    def sgd(params, lr, batch_size):
        w, b = params
        w = w - lr * w.grad / batch_size
        b = b - lr * b.grad / batch_size


class writes_into_data(Mistake):
    """An NDArray has no .data, as PyTorch's tensors and Gluon's parameters have it: write into the array itself, param[:] = ... or param -= ..."""

    def sgd(params, lr, batch_size):
        for param in params:
            param.data -= lr * param.grad / batch_size


class divides_twice(Mistake):
    """You divide by batch_size twice: the step is lr * param.grad / batch_size, with lr as it is."""

    def sgd(params, lr, batch_size):
        rate = lr / batch_size
        for param in params:
            param[:] = param - rate * param.grad / batch_size


class loops_within_a_loop(Mistake):
    """Your step is as many times too large as there are parameters, as where a loop over params stands inside another one: one loop is enough, with one step for each parameter."""

    def sgd(params, lr, batch_size):
        for _ in params:
            for param in params:
                param[:] = param - lr * param.grad / batch_size


class ascends_undivided(Mistake):
    """The step goes the wrong way and is batch_size times too large: subtract lr * param.grad / batch_size."""

    def sgd(params, lr, batch_size):
        for param in params:
            param[:] = param + lr * param.grad


class writes_into_the_list(Mistake):
    """This array is new, so its .grad is None. params is the list, and param is one of its arrays: take param.grad, and write param[:] = ..., not params[:] = ..."""

    def sgd(params, lr, batch_size):
        for param in params:
            params[:] = param - lr * param.grad / batch_size
