"""Wrong versions of `batch_norm` and `BatchNorm` that learners write, each with the sentence that
would help."""

from mxnet import autograd, init, nd
from mxnet.gluon import nn

from grader.course import Mistake


class normalises_rows(Mistake):
    """You normalise each example: mean and variance are taken over the examples, axis=0."""

    def batch_norm(X, gamma, beta, moving_mean, moving_var, eps, momentum):
        if not autograd.is_training():
            X_hat = (X - moving_mean) / nd.sqrt(moving_var + eps)
        else:
            axes = 1 if len(X.shape) == 2 else (1, 2, 3)
            mean = X.mean(axis=axes, keepdims=True)
            var = ((X - mean) ** 2).mean(axis=axes, keepdims=True)
            X_hat = (X - mean) / nd.sqrt(var + eps)
            moving_mean = momentum * moving_mean + (1 - momentum) * mean.mean()
            moving_var = momentum * moving_var + (1 - momentum) * var.mean()
        return gamma * X_hat + beta, moving_mean, moving_var


class takes_one_mean_for_all(Mistake):
    """There is one mean and one variance for the whole array: each column, or channel, has its own."""

    def batch_norm(X, gamma, beta, moving_mean, moving_var, eps, momentum):
        if not autograd.is_training():
            X_hat = (X - moving_mean) / nd.sqrt(moving_var + eps)
        else:
            mean = X.mean()
            var = ((X - mean) ** 2).mean()
            X_hat = (X - mean) / nd.sqrt(var + eps)
            moving_mean = momentum * moving_mean + (1 - momentum) * mean
            moving_var = momentum * moving_var + (1 - momentum) * var
        return gamma * X_hat + beta, moving_mean, moving_var


class normalises_each_pixel(Mistake):
    """For images you average over the examples only, so each pixel has its own mean: axis=(0, 2, 3) gives one for each channel."""

    def batch_norm(X, gamma, beta, moving_mean, moving_var, eps, momentum):
        if not autograd.is_training():
            X_hat = (X - moving_mean) / nd.sqrt(moving_var + eps)
        else:
            mean = X.mean(axis=0, keepdims=True)
            var = ((X - mean) ** 2).mean(axis=0, keepdims=True)
            X_hat = (X - mean) / nd.sqrt(var + eps)
            moving_mean = momentum * moving_mean + (1 - momentum) * mean
            moving_var = momentum * moving_var + (1 - momentum) * var
        return gamma * X_hat + beta, moving_mean, moving_var


class forgets_keepdims(Mistake):
    """Channel means of shape (c,) do not line up with images (n, c, h, w): pass keepdims=True."""

    def batch_norm(X, gamma, beta, moving_mean, moving_var, eps, momentum):
        if not autograd.is_training():
            X_hat = (X - moving_mean) / nd.sqrt(moving_var + eps)
        else:
            axes = 0 if len(X.shape) == 2 else (0, 2, 3)
            mean = X.mean(axis=axes)
            var = ((X - mean) ** 2).mean(axis=axes)
            X_hat = (X - mean) / nd.sqrt(var + eps)
            moving_mean = momentum * moving_mean + (1 - momentum) * mean
            moving_var = momentum * moving_var + (1 - momentum) * var
        return gamma * X_hat + beta, moving_mean, moving_var


class divides_by_n_minus_one(Mistake):
    """You divide the squared deviations by n - 1: here the variance is their mean, divided by n."""

    def batch_norm(X, gamma, beta, moving_mean, moving_var, eps, momentum):
        if not autograd.is_training():
            X_hat = (X - moving_mean) / nd.sqrt(moving_var + eps)
        else:
            axes = 0 if len(X.shape) == 2 else (0, 2, 3)
            mean = X.mean(axis=axes, keepdims=True)
            n = X.size / mean.size
            var = ((X - mean) ** 2).sum(axis=axes, keepdims=True) / (n - 1)
            X_hat = (X - mean) / nd.sqrt(var + eps)
            moving_mean = momentum * moving_mean + (1 - momentum) * mean
            moving_var = momentum * moving_var + (1 - momentum) * var
        return gamma * X_hat + beta, moving_mean, moving_var


class forgets_the_root(Mistake):
    """You divide by the variance: divide by its square root, the standard deviation."""

    def batch_norm(X, gamma, beta, moving_mean, moving_var, eps, momentum):
        if not autograd.is_training():
            X_hat = (X - moving_mean) / (moving_var + eps)
        else:
            axes = 0 if len(X.shape) == 2 else (0, 2, 3)
            mean = X.mean(axis=axes, keepdims=True)
            var = ((X - mean) ** 2).mean(axis=axes, keepdims=True)
            X_hat = (X - mean) / (var + eps)
            moving_mean = momentum * moving_mean + (1 - momentum) * mean
            moving_var = momentum * moving_var + (1 - momentum) * var
        return gamma * X_hat + beta, moving_mean, moving_var


class adds_eps_after_the_root(Mistake):
    """You add eps to the standard deviation: add it to the variance, inside the root."""

    def batch_norm(X, gamma, beta, moving_mean, moving_var, eps, momentum):
        if not autograd.is_training():
            X_hat = (X - moving_mean) / (nd.sqrt(moving_var) + eps)
        else:
            axes = 0 if len(X.shape) == 2 else (0, 2, 3)
            mean = X.mean(axis=axes, keepdims=True)
            var = ((X - mean) ** 2).mean(axis=axes, keepdims=True)
            X_hat = (X - mean) / (nd.sqrt(var) + eps)
            moving_mean = momentum * moving_mean + (1 - momentum) * mean
            moving_var = momentum * moving_var + (1 - momentum) * var
        return gamma * X_hat + beta, moving_mean, moving_var


class forgets_eps(Mistake):
    """Without eps a column whose variance is 0 becomes 0 / 0: add eps to the variance."""

    def batch_norm(X, gamma, beta, moving_mean, moving_var, eps, momentum):
        if not autograd.is_training():
            X_hat = (X - moving_mean) / nd.sqrt(moving_var)
        else:
            axes = 0 if len(X.shape) == 2 else (0, 2, 3)
            mean = X.mean(axis=axes, keepdims=True)
            var = ((X - mean) ** 2).mean(axis=axes, keepdims=True)
            X_hat = (X - mean) / nd.sqrt(var)
            moving_mean = momentum * moving_mean + (1 - momentum) * mean
            moving_var = momentum * moving_var + (1 - momentum) * var
        return gamma * X_hat + beta, moving_mean, moving_var

    class BatchNorm(nn.Block):
        def __init__(self, num_features, num_dims, **kwargs):
            super().__init__(**kwargs)
            shape = (1, num_features) if num_dims == 2 else (1, num_features, 1, 1)
            self.gamma = self.params.get("gamma", shape=shape, init=init.One())
            self.beta = self.params.get("beta", shape=shape, init=init.Zero())
            self.moving = nd.zeros(shape), nd.ones(shape)

        def forward(self, x):
            moving = [a.as_in_context(x.context).astype(x.dtype) for a in self.moving]
            Y, *self.moving = batch_norm(x, self.gamma.data(), self.beta.data(), *moving, 1e-5, 0.9)
            return Y


class turns_momentum_round(Mistake):
    """Your momentum is the share of the new minibatch, as in PyTorch: here it is the share of the old average, 0.9 in the layer."""

    def batch_norm(X, gamma, beta, moving_mean, moving_var, eps, momentum):
        if not autograd.is_training():
            X_hat = (X - moving_mean) / nd.sqrt(moving_var + eps)
        else:
            axes = 0 if len(X.shape) == 2 else (0, 2, 3)
            mean = X.mean(axis=axes, keepdims=True)
            var = ((X - mean) ** 2).mean(axis=axes, keepdims=True)
            X_hat = (X - mean) / nd.sqrt(var + eps)
            moving_mean = (1 - momentum) * moving_mean + momentum * mean
            moving_var = (1 - momentum) * moving_var + momentum * var
        return gamma * X_hat + beta, moving_mean, moving_var


class exchanges_eps_and_momentum(Mistake):
    """Your function takes momentum before eps, so each gets the other's number: the arguments end in eps, momentum."""

    def batch_norm(X, gamma, beta, moving_mean, moving_var, momentum, eps):
        if not autograd.is_training():
            X_hat = (X - moving_mean) / nd.sqrt(moving_var + eps)
        else:
            axes = 0 if len(X.shape) == 2 else (0, 2, 3)
            mean = X.mean(axis=axes, keepdims=True)
            var = ((X - mean) ** 2).mean(axis=axes, keepdims=True)
            X_hat = (X - mean) / nd.sqrt(var + eps)
            moving_mean = momentum * moving_mean + (1 - momentum) * mean
            moving_var = momentum * moving_var + (1 - momentum) * var
        return gamma * X_hat + beta, moving_mean, moving_var


class keeps_the_old_variance(Mistake):
    """Your moving variance never takes in the minibatch's: moving_var = momentum * moving_var + (1 - momentum) * var, as for the mean."""

    def batch_norm(X, gamma, beta, moving_mean, moving_var, eps, momentum):
        if not autograd.is_training():
            X_hat = (X - moving_mean) / nd.sqrt(moving_var + eps)
        else:
            axes = 0 if len(X.shape) == 2 else (0, 2, 3)
            mean = X.mean(axis=axes, keepdims=True)
            var = ((X - mean) ** 2).mean(axis=axes, keepdims=True)
            X_hat = (X - mean) / nd.sqrt(var + eps)
            moving_mean = momentum * moving_mean + (1 - momentum) * mean
        return gamma * X_hat + beta, moving_mean, moving_var


class trains_with_moving_averages(Mistake):
    """In training Y comes from the minibatch's own mean and variance: the moving averages are for prediction."""

    def batch_norm(X, gamma, beta, moving_mean, moving_var, eps, momentum):
        if autograd.is_training():
            axes = 0 if len(X.shape) == 2 else (0, 2, 3)
            mean = X.mean(axis=axes, keepdims=True)
            var = ((X - mean) ** 2).mean(axis=axes, keepdims=True)
            moving_mean = momentum * moving_mean + (1 - momentum) * mean
            moving_var = momentum * moving_var + (1 - momentum) * var
        X_hat = (X - moving_mean) / nd.sqrt(moving_var + eps)
        return gamma * X_hat + beta, moving_mean, moving_var


class always_trains(Mistake):
    """You use the minibatch's statistics in prediction too: ask autograd.is_training(), with its parentheses, for the function itself counts as true."""

    def batch_norm(X, gamma, beta, moving_mean, moving_var, eps, momentum):
        axes = 0 if len(X.shape) == 2 else (0, 2, 3)
        mean = X.mean(axis=axes, keepdims=True)
        var = ((X - mean) ** 2).mean(axis=axes, keepdims=True)
        X_hat = (X - mean) / nd.sqrt(var + eps)
        moving_mean = momentum * moving_mean + (1 - momentum) * mean
        moving_var = momentum * moving_var + (1 - momentum) * var
        return gamma * X_hat + beta, moving_mean, moving_var


class asks_whether_it_is_recorded(Mistake):
    """is_recording() is not is_training(): under record(train_mode=False) the moving averages are used."""

    def batch_norm(X, gamma, beta, moving_mean, moving_var, eps, momentum):
        if not autograd.is_recording():
            X_hat = (X - moving_mean) / nd.sqrt(moving_var + eps)
        else:
            axes = 0 if len(X.shape) == 2 else (0, 2, 3)
            mean = X.mean(axis=axes, keepdims=True)
            var = ((X - mean) ** 2).mean(axis=axes, keepdims=True)
            X_hat = (X - mean) / nd.sqrt(var + eps)
            moving_mean = momentum * moving_mean + (1 - momentum) * mean
            moving_var = momentum * moving_var + (1 - momentum) * var
        return gamma * X_hat + beta, moving_mean, moving_var


class turns_the_condition(Mistake):
    """Training and prediction are exchanged: the minibatch's statistics belong to training."""

    def batch_norm(X, gamma, beta, moving_mean, moving_var, eps, momentum):
        if autograd.is_training():
            X_hat = (X - moving_mean) / nd.sqrt(moving_var + eps)
        else:
            axes = 0 if len(X.shape) == 2 else (0, 2, 3)
            mean = X.mean(axis=axes, keepdims=True)
            var = ((X - mean) ** 2).mean(axis=axes, keepdims=True)
            X_hat = (X - mean) / nd.sqrt(var + eps)
            moving_mean = momentum * moving_mean + (1 - momentum) * mean
            moving_var = momentum * moving_var + (1 - momentum) * var
        return gamma * X_hat + beta, moving_mean, moving_var


class forgets_gamma_and_beta(Mistake):
    """You return the normalised numbers themselves: multiply them by gamma and add beta."""

    def batch_norm(X, gamma, beta, moving_mean, moving_var, eps, momentum):
        if not autograd.is_training():
            X_hat = (X - moving_mean) / nd.sqrt(moving_var + eps)
        else:
            axes = 0 if len(X.shape) == 2 else (0, 2, 3)
            mean = X.mean(axis=axes, keepdims=True)
            var = ((X - mean) ** 2).mean(axis=axes, keepdims=True)
            X_hat = (X - mean) / nd.sqrt(var + eps)
            moving_mean = momentum * moving_mean + (1 - momentum) * mean
            moving_var = momentum * moving_var + (1 - momentum) * var
        return X_hat, moving_mean, moving_var


class forgets_gamma_and_beta_in_prediction(Mistake):
    """In prediction you return the normalised numbers themselves: there too multiply them by gamma and add beta."""

    def batch_norm(X, gamma, beta, moving_mean, moving_var, eps, momentum):
        if not autograd.is_training():
            return (X - moving_mean) / nd.sqrt(moving_var + eps), moving_mean, moving_var
        axes = 0 if len(X.shape) == 2 else (0, 2, 3)
        mean = X.mean(axis=axes, keepdims=True)
        var = ((X - mean) ** 2).mean(axis=axes, keepdims=True)
        X_hat = (X - mean) / nd.sqrt(var + eps)
        moving_mean = momentum * moving_mean + (1 - momentum) * mean
        moving_var = momentum * moving_var + (1 - momentum) * var
        return gamma * X_hat + beta, moving_mean, moving_var


class returns_y_only(Mistake):
    """You return Y alone: the new moving mean and moving variance are asked for too."""

    def batch_norm(X, gamma, beta, moving_mean, moving_var, eps, momentum):
        axes = 0 if len(X.shape) == 2 else (0, 2, 3)
        mean, var = moving_mean, moving_var
        if autograd.is_training():
            mean = X.mean(axis=axes, keepdims=True)
            var = ((X - mean) ** 2).mean(axis=axes, keepdims=True)
        return gamma * (X - mean) / nd.sqrt(var + eps) + beta

    class BatchNorm(nn.Block):
        def __init__(self, num_features, num_dims, **kwargs):
            super().__init__(**kwargs)
            shape = (1, num_features) if num_dims == 2 else (1, num_features, 1, 1)
            self.gamma = self.params.get("gamma", shape=shape, init=init.One())
            self.beta = self.params.get("beta", shape=shape, init=init.Zero())
            self.moving = nd.zeros(shape), nd.zeros(shape)

        def forward(self, x):
            old = [a.as_in_context(x.context).astype(x.dtype) for a in self.moving]
            if autograd.is_training():
                axes = 0 if len(x.shape) == 2 else (0, 2, 3)
                mean = x.mean(axis=axes, keepdims=True)
                var = ((x - mean) ** 2).mean(axis=axes, keepdims=True)
                self.moving = [0.9 * a + 0.1 * b for a, b in zip(old, (mean, var), strict=True)]
            return batch_norm(x, self.gamma.data(), self.beta.data(), *old, 1e-5, 0.9)


class updates_in_place(Mistake):
    """moving_mean[:] = ... and moving_mean *= ... write into the caller's array: return a new one."""

    def batch_norm(X, gamma, beta, moving_mean, moving_var, eps, momentum):
        if not autograd.is_training():
            X_hat = (X - moving_mean) / nd.sqrt(moving_var + eps)
        else:
            axes = 0 if len(X.shape) == 2 else (0, 2, 3)
            mean = X.mean(axis=axes, keepdims=True)
            var = ((X - mean) ** 2).mean(axis=axes, keepdims=True)
            X_hat = (X - mean) / nd.sqrt(var + eps)
            with autograd.pause():
                moving_mean[:] = momentum * moving_mean + (1 - momentum) * mean
                moving_var[:] = momentum * moving_var + (1 - momentum) * var
        return gamma * X_hat + beta, moving_mean, moving_var


class has_its_own_numbers(Mistake):
    """eps and momentum are written into the code: use the arguments."""

    def batch_norm(X, gamma, beta, moving_mean, moving_var, eps, momentum):
        if not autograd.is_training():
            X_hat = (X - moving_mean) / nd.sqrt(moving_var + 1e-5)
        else:
            axes = 0 if len(X.shape) == 2 else (0, 2, 3)
            mean = X.mean(axis=axes, keepdims=True)
            var = ((X - mean) ** 2).mean(axis=axes, keepdims=True)
            X_hat = (X - mean) / nd.sqrt(var + 1e-5)
            moving_mean = 0.9 * moving_mean + 0.1 * mean
            moving_var = 0.9 * moving_var + 0.1 * var
        return gamma * X_hat + beta, moving_mean, moving_var


class cuts_the_statistics_off(Mistake):
    """No gradient flows through your minibatch's mean and variance. They depend on X: compute with them as they come, without detach and asnumpy."""

    def batch_norm(X, gamma, beta, moving_mean, moving_var, eps, momentum):
        if not autograd.is_training():
            X_hat = (X - moving_mean) / nd.sqrt(moving_var + eps)
        else:
            axes = 0 if len(X.shape) == 2 else (0, 2, 3)
            mean = X.mean(axis=axes, keepdims=True).detach()
            var = ((X - mean) ** 2).mean(axis=axes, keepdims=True).detach()
            X_hat = (X - mean) / nd.sqrt(var + eps)
            moving_mean = momentum * moving_mean + (1 - momentum) * mean
            moving_var = momentum * moving_var + (1 - momentum) * var
        return gamma * X_hat + beta, moving_mean, moving_var


class fixes_the_type_and_place(Mistake):
    """batch_norm makes an array on the CPU, wherever X is: give nd.array, nd.zeros and nd.ones both ctx=X.context and dtype=X.dtype."""

    def batch_norm(X, gamma, beta, moving_mean, moving_var, eps, momentum):
        small = nd.array([eps])
        if not autograd.is_training():
            X_hat = (X - moving_mean) / nd.sqrt(nd.broadcast_add(moving_var, small))
        else:
            axes = 0 if len(X.shape) == 2 else (0, 2, 3)
            mean = X.mean(axis=axes, keepdims=True)
            var = ((X - mean) ** 2).mean(axis=axes, keepdims=True)
            X_hat = (X - mean) / nd.sqrt(nd.broadcast_add(var, small))
            moving_mean = momentum * moving_mean + (1 - momentum) * mean
            moving_var = momentum * moving_var + (1 - momentum) * var
        return gamma * X_hat + beta, moving_mean, moving_var


class keeps_another_variance(Mistake):
    """Y is right, but the moving variance takes in a variance divided by n - 1, as in PyTorch: here it is the same one, divided by n."""

    def batch_norm(X, gamma, beta, moving_mean, moving_var, eps, momentum):
        if not autograd.is_training():
            X_hat = (X - moving_mean) / nd.sqrt(moving_var + eps)
        else:
            axes = 0 if len(X.shape) == 2 else (0, 2, 3)
            mean = X.mean(axis=axes, keepdims=True)
            var = ((X - mean) ** 2).mean(axis=axes, keepdims=True)
            X_hat = (X - mean) / nd.sqrt(var + eps)
            n = X.size / mean.size
            moving_mean = momentum * moving_mean + (1 - momentum) * mean
            moving_var = momentum * moving_var + (1 - momentum) * var * n / (n - 1)
        return gamma * X_hat + beta, moving_mean, moving_var


class averages_over_the_channels(Mistake):
    """For images axis=1 is the axis of the channels, and averages over them: axis=(0, 2, 3) gives one mean for each channel."""

    def batch_norm(X, gamma, beta, moving_mean, moving_var, eps, momentum):
        if not autograd.is_training():
            X_hat = (X - moving_mean) / nd.sqrt(moving_var + eps)
        else:
            axes = 0 if len(X.shape) == 2 else 1
            mean = X.mean(axis=axes, keepdims=True)
            var = ((X - mean) ** 2).mean(axis=axes, keepdims=True)
            X_hat = (X - mean) / nd.sqrt(var + eps)
            moving_mean = momentum * moving_mean + (1 - momentum) * mean
            moving_var = momentum * moving_var + (1 - momentum) * var
        return gamma * X_hat + beta, moving_mean, moving_var


class layer_forgets_its_averages(Mistake):
    """Your layer's averages stay 0, as they start: keep all three results, Y, self.moving_mean, self.moving_var = batch_norm(...), and let momentum be 0.9."""

    class BatchNorm(nn.Block):
        def __init__(self, num_features, num_dims, **kwargs):
            super().__init__(**kwargs)
            shape = (1, num_features) if num_dims == 2 else (1, num_features, 1, 1)
            self.gamma = self.params.get("gamma", shape=shape, init=init.One())
            self.beta = self.params.get("beta", shape=shape, init=init.Zero())
            self.moving_mean = nd.zeros(shape)
            self.moving_var = nd.zeros(shape)

        def forward(self, x):
            ctx, dtype = x.context, x.dtype
            return batch_norm(
                x,
                self.gamma.data(),
                self.beta.data(),
                self.moving_mean.as_in_context(ctx).astype(dtype),
                self.moving_var.as_in_context(ctx).astype(dtype),
                1e-5,
                0.9,
            )[0]


class layer_returns_all_three(Mistake):
    """Your layer returns what batch_norm returns: a layer returns Y alone."""

    class BatchNorm(nn.Block):
        def __init__(self, num_features, num_dims, **kwargs):
            super().__init__(**kwargs)
            shape = (1, num_features) if num_dims == 2 else (1, num_features, 1, 1)
            self.gamma = self.params.get("gamma", shape=shape, init=init.One())
            self.beta = self.params.get("beta", shape=shape, init=init.Zero())
            self.moving = nd.zeros(shape), nd.zeros(shape)

        def forward(self, x):
            moving = [a.as_in_context(x.context).astype(x.dtype) for a in self.moving]
            Y, *self.moving = batch_norm(x, self.gamma.data(), self.beta.data(), *moving, 1e-5, 0.9)
            return Y, self.moving[0], self.moving[1]


class layer_returns_the_call(Mistake):
    """Your layer returns all that batch_norm returns, and keeps nothing of it: write Y, self.moving_mean, self.moving_var = batch_norm(...), and return Y."""

    class BatchNorm(nn.Block):
        def __init__(self, num_features, num_dims, **kwargs):
            super().__init__(**kwargs)
            shape = (1, num_features) if num_dims == 2 else (1, num_features, 1, 1)
            self.gamma = self.params.get("gamma", shape=shape, init=init.One())
            self.beta = self.params.get("beta", shape=shape, init=init.Zero())
            self.moving = nd.zeros(shape), nd.zeros(shape)

        def forward(self, x):
            moving = [a.as_in_context(x.context).astype(x.dtype) for a in self.moving]
            return batch_norm(x, self.gamma.data(), self.beta.data(), *moving, 1e-5, 0.9)


class layer_returns_the_call_from_ones(Mistake):
    """Your layer returns the three results of batch_norm, and its averages stay as they began: write Y, self.moving_mean, self.moving_var = batch_norm(...), and return Y."""

    class BatchNorm(nn.Block):
        def __init__(self, num_features, num_dims, **kwargs):
            super().__init__(**kwargs)
            shape = (1, num_features) if num_dims == 2 else (1, num_features, 1, 1)
            self.gamma = self.params.get("gamma", shape=shape, init=init.One())
            self.beta = self.params.get("beta", shape=shape, init=init.Zero())
            self.moving = nd.zeros(shape), nd.ones(shape)

        def forward(self, x):
            moving = [a.as_in_context(x.context).astype(x.dtype) for a in self.moving]
            return batch_norm(x, self.gamma.data(), self.beta.data(), *moving, 1e-5, 0.9)


class layer_brings_x_to_the_cpu(Mistake):
    """Your layer brings x to its running averages, and the answer stays there: bring the averages to x, self.moving_mean.as_in_context(x.context)."""

    class BatchNorm(nn.Block):
        def __init__(self, num_features, num_dims, **kwargs):
            super().__init__(**kwargs)
            shape = (1, num_features) if num_dims == 2 else (1, num_features, 1, 1)
            self.gamma = self.params.get("gamma", shape=shape, init=init.One())
            self.beta = self.params.get("beta", shape=shape, init=init.Zero())
            self.moving_mean = nd.zeros(shape)
            self.moving_var = nd.zeros(shape)

        def forward(self, x):
            ctx = self.moving_mean.context
            Y, self.moving_mean, self.moving_var = batch_norm(
                x.as_in_context(ctx),
                self.gamma.data().as_in_context(ctx),
                self.beta.data().as_in_context(ctx),
                self.moving_mean,
                self.moving_var,
                1e-5,
                0.9,
            )
            return Y


class layer_starts_gamma_at_zero(Mistake):
    """gamma starts as zeros, so the layer answers beta whatever comes in: give gamma init=init.One()."""

    class BatchNorm(nn.Block):
        def __init__(self, num_features, num_dims, **kwargs):
            super().__init__(**kwargs)
            shape = (1, num_features) if num_dims == 2 else (1, num_features, 1, 1)
            self.gamma = self.params.get("gamma", shape=shape, init=init.Zero())
            self.beta = self.params.get("beta", shape=shape, init=init.Zero())
            self.moving = nd.zeros(shape), nd.zeros(shape)

        def forward(self, x):
            moving = [a.as_in_context(x.context).astype(x.dtype) for a in self.moving]
            Y, *self.moving = batch_norm(x, self.gamma.data(), self.beta.data(), *moving, 1e-5, 0.9)
            return Y


class layer_has_random_gamma(Mistake):
    """Without init= gamma and beta get whatever initialize() is given, random numbers mostly: init=init.One() and init=init.Zero()."""

    class BatchNorm(nn.Block):
        def __init__(self, num_features, num_dims, **kwargs):
            super().__init__(**kwargs)
            shape = (1, num_features) if num_dims == 2 else (1, num_features, 1, 1)
            self.gamma = self.params.get("gamma", shape=shape)
            self.beta = self.params.get("beta", shape=shape)
            self.moving = nd.zeros(shape), nd.zeros(shape)

        def forward(self, x):
            moving = [a.as_in_context(x.context).astype(x.dtype) for a in self.moving]
            Y, *self.moving = batch_norm(x, self.gamma.data(), self.beta.data(), *moving, 1e-5, 0.9)
            return Y


class layer_has_no_parameters(Mistake):
    """gamma and beta are plain arrays, so no trainer finds them: make them with self.params.get(...)."""

    class BatchNorm(nn.Block):
        def __init__(self, num_features, num_dims, **kwargs):
            super().__init__(**kwargs)
            shape = (1, num_features) if num_dims == 2 else (1, num_features, 1, 1)
            self.arrays = nd.ones(shape), nd.zeros(shape), nd.zeros(shape), nd.zeros(shape)

        def forward(self, x):
            arrays = [a.as_in_context(x.context).astype(x.dtype) for a in self.arrays]
            Y, *moving = batch_norm(x, *arrays, 1e-5, 0.9)
            self.arrays = (*arrays[:2], *moving)
            return Y


class layer_has_the_momentum_of_another(Mistake):
    """Your layer's momentum is 0.99: this one has momentum = 0.9 and eps = 1e-5."""

    class BatchNorm(nn.Block):
        def __init__(self, num_features, num_dims, **kwargs):
            super().__init__(**kwargs)
            shape = (1, num_features) if num_dims == 2 else (1, num_features, 1, 1)
            self.gamma = self.params.get("gamma", shape=shape, init=init.One())
            self.beta = self.params.get("beta", shape=shape, init=init.Zero())
            self.moving = nd.zeros(shape), nd.zeros(shape)

        def forward(self, x):
            moving = [a.as_in_context(x.context).astype(x.dtype) for a in self.moving]
            Y, *self.moving = batch_norm(
                x, self.gamma.data(), self.beta.data(), *moving, 1e-5, 0.99
            )
            return Y


class layer_knows_images_only(Mistake):
    """gamma and beta have the shape for images whatever num_dims is: for num_dims = 2 it is (1, num_features)."""

    class BatchNorm(nn.Block):
        def __init__(self, num_features, num_dims, **kwargs):
            super().__init__(**kwargs)
            shape = (1, num_features, 1, 1)
            self.gamma = self.params.get("gamma", shape=shape, init=init.One())
            self.beta = self.params.get("beta", shape=shape, init=init.Zero())
            self.moving = nd.zeros(shape), nd.zeros(shape)

        def forward(self, x):
            moving = [a.as_in_context(x.context).astype(x.dtype) for a in self.moving]
            Y, *self.moving = batch_norm(x, self.gamma.data(), self.beta.data(), *moving, 1e-5, 0.9)
            return Y


class layer_knows_three_features_only(Mistake):
    """Your layer takes 3 features only, as those of the example: the number is the argument, and gamma and beta have the shape (1, num_features), or (1, num_features, 1, 1) for images."""

    class BatchNorm(nn.Block):
        def __init__(self, num_features, num_dims, **kwargs):
            super().__init__(**kwargs)
            shape = (1, 3) if num_dims == 2 else (1, 3, 1, 1)
            self.gamma = self.params.get("gamma", shape=shape, init=init.One())
            self.beta = self.params.get("beta", shape=shape, init=init.Zero())
            self.moving = nd.zeros(shape), nd.zeros(shape)

        def forward(self, x):
            moving = [a.as_in_context(x.context).astype(x.dtype) for a in self.moving]
            Y, *self.moving = batch_norm(x, self.gamma.data(), self.beta.data(), *moving, 1e-5, 0.9)
            return Y


class layer_turns_its_arguments_round(Mistake):
    """The constructor is BatchNorm(num_features, num_dims): the features come first."""

    class BatchNorm(nn.Block):
        def __init__(self, num_dims, num_features, **kwargs):
            super().__init__(**kwargs)
            shape = (1, num_features) if num_dims == 2 else (1, num_features, 1, 1)
            self.gamma = self.params.get("gamma", shape=shape, init=init.One())
            self.beta = self.params.get("beta", shape=shape, init=init.Zero())
            self.moving = nd.zeros(shape), nd.zeros(shape)

        def forward(self, x):
            moving = [a.as_in_context(x.context).astype(x.dtype) for a in self.moving]
            Y, *self.moving = batch_norm(x, self.gamma.data(), self.beta.data(), *moving, 1e-5, 0.9)
            return Y


class layer_trains_its_averages(Mistake):
    """The running averages are parameters like gamma, so a trainer changes them: make them plain arrays, or parameters with grad_req='null'."""

    class BatchNorm(nn.Block):
        def __init__(self, num_features, num_dims, **kwargs):
            super().__init__(**kwargs)
            shape = (1, num_features) if num_dims == 2 else (1, num_features, 1, 1)
            self.gamma = self.params.get("gamma", shape=shape, init=init.One())
            self.beta = self.params.get("beta", shape=shape, init=init.Zero())
            self.mean = self.params.get("running_mean", shape=shape, init=init.Zero())
            self.var = self.params.get("running_var", shape=shape, init=init.One())

        def forward(self, x):
            Y, mean, var = batch_norm(
                x,
                self.gamma.data(),
                self.beta.data(),
                self.mean.data(),
                self.var.data(),
                1e-5,
                0.9,
            )
            with autograd.pause():
                self.mean.set_data(mean.detach())
                self.var.set_data(var.detach())
            return Y


class layer_trains_its_averages_and_sets_them_recorded(Mistake):
    """The running averages are parameters with a gradient, which nothing may write into while autograd records: make them plain arrays, or parameters with grad_req='null', for no trainer may change them."""

    class BatchNorm(nn.Block):
        def __init__(self, num_features, num_dims, **kwargs):
            super().__init__(**kwargs)
            shape = (1, num_features) if num_dims == 2 else (1, num_features, 1, 1)
            self.gamma = self.params.get("gamma", shape=shape, init=init.One())
            self.beta = self.params.get("beta", shape=shape, init=init.Zero())
            self.mean = self.params.get("running_mean", shape=shape, init=init.Zero())
            self.var = self.params.get("running_var", shape=shape, init=init.One())

        def forward(self, x):
            parameters = self.gamma, self.beta, self.mean, self.var
            Y, mean, var = batch_norm(x, *(p.data(x.context) for p in parameters), 1e-5, 0.9)
            self.mean.set_data(mean)
            self.var.set_data(var)
            return Y


class layer_trains_its_averages_from_zeros_and_sets_them_recorded(Mistake):
    """While autograd records, nothing may write into a parameter with a gradient, and your running averages are such: make them plain arrays, or parameters with grad_req='null', for no trainer may change them."""

    class BatchNorm(nn.Block):
        def __init__(self, num_features, num_dims, **kwargs):
            super().__init__(**kwargs)
            shape = (1, num_features) if num_dims == 2 else (1, num_features, 1, 1)
            self.gamma = self.params.get("gamma", shape=shape, init=init.One())
            self.beta = self.params.get("beta", shape=shape, init=init.Zero())
            self.mean = self.params.get("moving_mean", shape=shape, init=init.Zero())
            self.var = self.params.get("moving_var", shape=shape, init=init.Zero())

        def forward(self, x):
            parameters = self.gamma, self.beta, self.mean, self.var
            Y, mean, var = batch_norm(x, *(p.data(x.context) for p in parameters), 1e-5, 0.9)
            self.mean.set_data(mean)
            self.var.set_data(var)
            return Y


class layer_turns_momentum_round(Mistake):
    """Your layer's momentum is 0.1, the share of the new minibatch in PyTorch: here it is the share of the old average, 0.9."""

    class BatchNorm(nn.Block):
        def __init__(self, num_features, num_dims, **kwargs):
            super().__init__(**kwargs)
            shape = (1, num_features) if num_dims == 2 else (1, num_features, 1, 1)
            self.gamma = self.params.get("gamma", shape=shape, init=init.One())
            self.beta = self.params.get("beta", shape=shape, init=init.Zero())
            self.moving = nd.zeros(shape), nd.zeros(shape)

        def forward(self, x):
            moving = [a.as_in_context(x.context).astype(x.dtype) for a in self.moving]
            Y, *self.moving = batch_norm(x, self.gamma.data(), self.beta.data(), *moving, 1e-5, 0.1)
            return Y


class layer_shares_its_averages(Mistake):
    """All your layers share their running averages, which belong to the class or to the file: make them in __init__, self.moving_mean = ..."""

    class BatchNorm(nn.Block):
        moving = {}  # noqa: RUF012  (the mistake itself)

        def __init__(self, num_features, num_dims, **kwargs):
            super().__init__(**kwargs)
            shape = (1, num_features) if num_dims == 2 else (1, num_features, 1, 1)
            self.gamma = self.params.get("gamma", shape=shape, init=init.One())
            self.beta = self.params.get("beta", shape=shape, init=init.Zero())
            self.shape = shape

        def forward(self, x):
            old = self.moving.get(self.shape, (nd.zeros(self.shape), nd.zeros(self.shape)))
            old = [a.as_in_context(x.context).astype(x.dtype) for a in old]
            Y, *new = batch_norm(x, self.gamma.data(), self.beta.data(), *old, 1e-5, 0.9)
            self.moving[self.shape] = new
            return Y


class predicts_for_one_example(Mistake):
    """In training a batch of one example is normalised like any other, with variance 0: autograd.is_training() alone decides."""

    def batch_norm(X, gamma, beta, moving_mean, moving_var, eps, momentum):
        if not autograd.is_training() or X.shape[0] == 1:
            X_hat = (X - moving_mean) / nd.sqrt(moving_var + eps)
        else:
            axes = 0 if len(X.shape) == 2 else (0, 2, 3)
            mean = X.mean(axis=axes, keepdims=True)
            var = ((X - mean) ** 2).mean(axis=axes, keepdims=True)
            X_hat = (X - mean) / nd.sqrt(var + eps)
            moving_mean = momentum * moving_mean + (1 - momentum) * mean
            moving_var = momentum * moving_var + (1 - momentum) * var
        return gamma * X_hat + beta, moving_mean, moving_var


class layer_has_the_eps_of_another(Mistake):
    """Your layer's eps is 1e-3: this one has eps = 1e-5 and momentum = 0.9."""

    class BatchNorm(nn.Block):
        def __init__(self, num_features, num_dims, **kwargs):
            super().__init__(**kwargs)
            shape = (1, num_features) if num_dims == 2 else (1, num_features, 1, 1)
            self.gamma = self.params.get("gamma", shape=shape, init=init.One())
            self.beta = self.params.get("beta", shape=shape, init=init.Zero())
            self.moving = nd.zeros(shape), nd.zeros(shape)

        def forward(self, x):
            moving = [a.as_in_context(x.context).astype(x.dtype) for a in self.moving]
            Y, *self.moving = batch_norm(x, self.gamma.data(), self.beta.data(), *moving, 1e-3, 0.9)
            return Y


class layer_exchanges_eps_and_momentum(Mistake):
    """Your layer gives batch_norm eps and momentum in the wrong order: they come last, eps = 1e-5 before momentum = 0.9, or each by its name."""

    class BatchNorm(nn.Block):
        def __init__(self, num_features, num_dims, **kwargs):
            super().__init__(**kwargs)
            shape = (1, num_features) if num_dims == 2 else (1, num_features, 1, 1)
            self.gamma = self.params.get("gamma", shape=shape, init=init.One())
            self.beta = self.params.get("beta", shape=shape, init=init.Zero())
            self.moving = nd.zeros(shape), nd.zeros(shape)

        def forward(self, x):
            moving = [a.as_in_context(x.context).astype(x.dtype) for a in self.moving]
            Y, *self.moving = batch_norm(x, self.gamma.data(), self.beta.data(), *moving, 0.9, 1e-5)
            return Y


class layer_exchanges_the_averages(Mistake):
    """Your layer keeps the new moving mean as the variance, and the variance as the mean: batch_norm returns Y, then the mean, then the variance."""

    class BatchNorm(nn.Block):
        def __init__(self, num_features, num_dims, **kwargs):
            super().__init__(**kwargs)
            shape = (1, num_features) if num_dims == 2 else (1, num_features, 1, 1)
            self.gamma = self.params.get("gamma", shape=shape, init=init.One())
            self.beta = self.params.get("beta", shape=shape, init=init.Zero())
            self.moving = nd.zeros(shape), nd.zeros(shape)

        def forward(self, x):
            moving = [a.as_in_context(x.context).astype(x.dtype) for a in self.moving]
            Y, mean, var = batch_norm(x, self.gamma.data(), self.beta.data(), *moving, 1e-5, 0.9)
            self.moving = var, mean
            return Y


class layer_keeps_the_averages_it_starts_with(Mistake):
    """Your layer's averages stay 0 and 1 for ever: keep all three results, Y, self.moving_mean, self.moving_var = batch_norm(...), and let momentum be 0.9."""

    class BatchNorm(nn.Block):
        def __init__(self, num_features, num_dims, **kwargs):
            super().__init__(**kwargs)
            shape = (1, num_features) if num_dims == 2 else (1, num_features, 1, 1)
            self.gamma = self.params.get("gamma", shape=shape, init=init.One())
            self.beta = self.params.get("beta", shape=shape, init=init.Zero())
            self.moving = nd.zeros(shape), nd.ones(shape)

        def forward(self, x):
            moving = [a.as_in_context(x.context).astype(x.dtype) for a in self.moving]
            return batch_norm(x, self.gamma.data(), self.beta.data(), *moving, 1e-5, 0.9)[0]


class layer_leaves_its_averages_on_the_cpu(Mistake):
    """Something of your layer stays on the CPU, wherever x is. Bring the running averages to x, self.moving_mean.as_in_context(x.context), and do not call initialize() yourself."""

    class BatchNorm(nn.Block):
        def __init__(self, num_features, num_dims, **kwargs):
            super().__init__(**kwargs)
            shape = (1, num_features) if num_dims == 2 else (1, num_features, 1, 1)
            self.gamma = self.params.get("gamma", shape=shape, init=init.One())
            self.beta = self.params.get("beta", shape=shape, init=init.Zero())
            self.moving = nd.zeros(shape), nd.zeros(shape)

        def forward(self, x):
            Y, *self.moving = batch_norm(
                x, self.gamma.data(), self.beta.data(), *self.moving, 1e-5, 0.9
            )
            return Y


class works_on_x_in_prediction(Mistake):
    """X -= ... writes into the caller's X in prediction: compute with X - moving_mean, a new array."""

    def batch_norm(X, gamma, beta, moving_mean, moving_var, eps, momentum):
        if not autograd.is_training():
            X -= moving_mean
            X_hat = X / nd.sqrt(moving_var + eps)
        else:
            axes = 0 if len(X.shape) == 2 else (0, 2, 3)
            mean = X.mean(axis=axes, keepdims=True)
            var = ((X - mean) ** 2).mean(axis=axes, keepdims=True)
            X_hat = (X - mean) / nd.sqrt(var + eps)
            moving_mean = momentum * moving_mean + (1 - momentum) * mean
            moving_var = momentum * moving_var + (1 - momentum) * var
        return gamma * X_hat + beta, moving_mean, moving_var


class works_on_gamma_in_place(Mistake):
    """gamma *= ... and gamma[:] = ... write into the caller's gamma, and the next call finds what they left there: compute with a new array."""

    def batch_norm(X, gamma, beta, moving_mean, moving_var, eps, momentum):
        if not autograd.is_training():
            X_hat = (X - moving_mean) / nd.sqrt(moving_var + eps)
        else:
            axes = 0 if len(X.shape) == 2 else (0, 2, 3)
            mean = X.mean(axis=axes, keepdims=True)
            var = ((X - mean) ** 2).mean(axis=axes, keepdims=True)
            X_hat = (X - mean) / nd.sqrt(var + eps)
            moving_mean = momentum * moving_mean + (1 - momentum) * mean
            moving_var = momentum * moving_var + (1 - momentum) * var
        if not autograd.is_recording():
            gamma *= 2
            X_hat = X_hat / 2
        return gamma * X_hat + beta, moving_mean, moving_var


class drops_the_axes_of_single_pixels(Mistake):
    """For images of one pixel Y comes back with two axes: it has X's shape, (n, c, 1, 1)."""

    def batch_norm(X, gamma, beta, moving_mean, moving_var, eps, momentum):
        if not autograd.is_training():
            X_hat = (X - moving_mean) / nd.sqrt(moving_var + eps)
        else:
            axes = 0 if len(X.shape) == 2 else (0, 2, 3)
            mean = X.mean(axis=axes, keepdims=True)
            var = ((X - mean) ** 2).mean(axis=axes, keepdims=True)
            X_hat = (X - mean) / nd.sqrt(var + eps)
            moving_mean = momentum * moving_mean + (1 - momentum) * mean
            moving_var = momentum * moving_var + (1 - momentum) * var
        Y = gamma * X_hat + beta
        if X.shape[2:] == (1, 1):
            Y = Y.reshape((X.shape[0], X.shape[1]))
        return Y, moving_mean, moving_var


class turns_the_condition_from_ones(Mistake):
    """You use the minibatch's statistics in prediction and the moving averages in training: it is the other way round, `if autograd.is_training()`."""

    def batch_norm(X, gamma, beta, moving_mean, moving_var, eps, momentum):
        if autograd.is_training():
            X_hat = (X - moving_mean) / nd.sqrt(moving_var + eps)
        else:
            axes = 0 if len(X.shape) == 2 else (0, 2, 3)
            mean = X.mean(axis=axes, keepdims=True)
            var = ((X - mean) ** 2).mean(axis=axes, keepdims=True)
            X_hat = (X - mean) / nd.sqrt(var + eps)
            moving_mean = momentum * moving_mean + (1 - momentum) * mean
            moving_var = momentum * moving_var + (1 - momentum) * var
        return gamma * X_hat + beta, moving_mean, moving_var

    class BatchNorm(nn.Block):
        def __init__(self, num_features, num_dims, **kwargs):
            super().__init__(**kwargs)
            shape = (1, num_features) if num_dims == 2 else (1, num_features, 1, 1)
            self.gamma = self.params.get("gamma", shape=shape, init=init.One())
            self.beta = self.params.get("beta", shape=shape, init=init.Zero())
            self.moving = nd.zeros(shape), nd.ones(shape)

        def forward(self, x):
            moving = [a.as_in_context(x.context).astype(x.dtype) for a in self.moving]
            Y, *self.moving = batch_norm(x, self.gamma.data(), self.beta.data(), *moving, 1e-5, 0.9)
            return Y


class trains_with_moving_averages_from_ones(Mistake):
    """You update the moving averages and normalise with them in training too: there Y comes from the minibatch's own mean and variance."""

    def batch_norm(X, gamma, beta, moving_mean, moving_var, eps, momentum):
        if autograd.is_training():
            axes = 0 if len(X.shape) == 2 else (0, 2, 3)
            mean = X.mean(axis=axes, keepdims=True)
            var = ((X - mean) ** 2).mean(axis=axes, keepdims=True)
            moving_mean = momentum * moving_mean + (1 - momentum) * mean
            moving_var = momentum * moving_var + (1 - momentum) * var
        X_hat = (X - moving_mean) / nd.sqrt(moving_var + eps)
        return gamma * X_hat + beta, moving_mean, moving_var

    class BatchNorm(nn.Block):
        def __init__(self, num_features, num_dims, **kwargs):
            super().__init__(**kwargs)
            shape = (1, num_features) if num_dims == 2 else (1, num_features, 1, 1)
            self.gamma = self.params.get("gamma", shape=shape, init=init.One())
            self.beta = self.params.get("beta", shape=shape, init=init.Zero())
            self.moving = nd.zeros(shape), nd.ones(shape)

        def forward(self, x):
            moving = [a.as_in_context(x.context).astype(x.dtype) for a in self.moving]
            Y, *self.moving = batch_norm(x, self.gamma.data(), self.beta.data(), *moving, 1e-5, 0.9)
            return Y


class exchanges_gamma_and_beta(Mistake):
    """gamma and beta are exchanged: multiply by gamma, add beta."""

    def batch_norm(X, gamma, beta, moving_mean, moving_var, eps, momentum):
        if not autograd.is_training():
            X_hat = (X - moving_mean) / nd.sqrt(moving_var + eps)
        else:
            axes = 0 if len(X.shape) == 2 else (0, 2, 3)
            mean = X.mean(axis=axes, keepdims=True)
            var = ((X - mean) ** 2).mean(axis=axes, keepdims=True)
            X_hat = (X - mean) / nd.sqrt(var + eps)
            moving_mean = momentum * moving_mean + (1 - momentum) * mean
            moving_var = momentum * moving_var + (1 - momentum) * var
        return beta * X_hat + gamma, moving_mean, moving_var


class forgets_gamma(Mistake):
    """You add beta without multiplying by gamma first: gamma * X_hat + beta."""

    def batch_norm(X, gamma, beta, moving_mean, moving_var, eps, momentum):
        if not autograd.is_training():
            X_hat = (X - moving_mean) / nd.sqrt(moving_var + eps)
        else:
            axes = 0 if len(X.shape) == 2 else (0, 2, 3)
            mean = X.mean(axis=axes, keepdims=True)
            var = ((X - mean) ** 2).mean(axis=axes, keepdims=True)
            X_hat = (X - mean) / nd.sqrt(var + eps)
            moving_mean = momentum * moving_mean + (1 - momentum) * mean
            moving_var = momentum * moving_var + (1 - momentum) * var
        return X_hat + beta, moving_mean, moving_var


class forgets_beta(Mistake):
    """You multiply by gamma and add nothing: gamma * X_hat + beta."""

    def batch_norm(X, gamma, beta, moving_mean, moving_var, eps, momentum):
        if not autograd.is_training():
            X_hat = (X - moving_mean) / nd.sqrt(moving_var + eps)
        else:
            axes = 0 if len(X.shape) == 2 else (0, 2, 3)
            mean = X.mean(axis=axes, keepdims=True)
            var = ((X - mean) ** 2).mean(axis=axes, keepdims=True)
            X_hat = (X - mean) / nd.sqrt(var + eps)
            moving_mean = momentum * moving_mean + (1 - momentum) * mean
            moving_var = momentum * moving_var + (1 - momentum) * var
        return gamma * X_hat, moving_mean, moving_var


class subtracts_beta(Mistake):
    """You subtract beta: add it, gamma * X_hat + beta."""

    def batch_norm(X, gamma, beta, moving_mean, moving_var, eps, momentum):
        if not autograd.is_training():
            X_hat = (X - moving_mean) / nd.sqrt(moving_var + eps)
        else:
            axes = 0 if len(X.shape) == 2 else (0, 2, 3)
            mean = X.mean(axis=axes, keepdims=True)
            var = ((X - mean) ** 2).mean(axis=axes, keepdims=True)
            X_hat = (X - mean) / nd.sqrt(var + eps)
            moving_mean = momentum * moving_mean + (1 - momentum) * mean
            moving_var = momentum * moving_var + (1 - momentum) * var
        return gamma * X_hat - beta, moving_mean, moving_var


class forgets_the_root_in_training(Mistake):
    """In training you divide by the variance: divide by its square root, as you do in prediction."""

    def batch_norm(X, gamma, beta, moving_mean, moving_var, eps, momentum):
        if not autograd.is_training():
            X_hat = (X - moving_mean) / nd.sqrt(moving_var + eps)
        else:
            axes = 0 if len(X.shape) == 2 else (0, 2, 3)
            mean = X.mean(axis=axes, keepdims=True)
            var = ((X - mean) ** 2).mean(axis=axes, keepdims=True)
            X_hat = (X - mean) / (var + eps)
            moving_mean = momentum * moving_mean + (1 - momentum) * mean
            moving_var = momentum * moving_var + (1 - momentum) * var
        return gamma * X_hat + beta, moving_mean, moving_var


class forgets_eps_in_training(Mistake):
    """In training eps is missing, so a column whose variance is 0 becomes 0 / 0: add it to the variance there too."""

    def batch_norm(X, gamma, beta, moving_mean, moving_var, eps, momentum):
        if not autograd.is_training():
            X_hat = (X - moving_mean) / nd.sqrt(moving_var + eps)
        else:
            axes = 0 if len(X.shape) == 2 else (0, 2, 3)
            mean = X.mean(axis=axes, keepdims=True)
            var = ((X - mean) ** 2).mean(axis=axes, keepdims=True)
            X_hat = (X - mean) / nd.sqrt(var)
            moving_mean = momentum * moving_mean + (1 - momentum) * mean
            moving_var = momentum * moving_var + (1 - momentum) * var
        return gamma * X_hat + beta, moving_mean, moving_var


class takes_the_last_axis_for_channels(Mistake):
    """You keep the last axis, the width of the images: the channels are axis 1, so average over the others, axis=(0, 2, 3)."""

    def batch_norm(X, gamma, beta, moving_mean, moving_var, eps, momentum):
        if not autograd.is_training():
            X_hat = (X - moving_mean) / nd.sqrt(moving_var + eps)
        else:
            axes = 0 if len(X.shape) == 2 else (0, 1, 2)
            mean = X.mean(axis=axes, keepdims=True)
            var = ((X - mean) ** 2).mean(axis=axes, keepdims=True)
            X_hat = (X - mean) / nd.sqrt(var + eps)
            moving_mean = momentum * moving_mean + (1 - momentum) * mean
            moving_var = momentum * moving_var + (1 - momentum) * var
        return gamma * X_hat + beta, moving_mean, moving_var


class normalises_each_image(Mistake):
    """You normalise each image by itself: average over the examples as well as over the pixels, axis=(0, 2, 3)."""

    def batch_norm(X, gamma, beta, moving_mean, moving_var, eps, momentum):
        if not autograd.is_training():
            X_hat = (X - moving_mean) / nd.sqrt(moving_var + eps)
        else:
            axes = 0 if len(X.shape) == 2 else (2, 3)
            mean = X.mean(axis=axes, keepdims=True)
            var = ((X - mean) ** 2).mean(axis=axes, keepdims=True)
            X_hat = (X - mean) / nd.sqrt(var + eps)
            moving_mean = momentum * moving_mean + (1 - momentum) * mean.mean(axis=0, keepdims=True)
            moving_var = momentum * moving_var + (1 - momentum) * var.mean(axis=0, keepdims=True)
        return gamma * X_hat + beta, moving_mean, moving_var


class keeps_the_last_minibatch(Mistake):
    """You replace the moving averages by the minibatch's mean and variance: keep momentum of the old and add 1 - momentum of the new."""

    def batch_norm(X, gamma, beta, moving_mean, moving_var, eps, momentum):
        if not autograd.is_training():
            X_hat = (X - moving_mean) / nd.sqrt(moving_var + eps)
        else:
            axes = 0 if len(X.shape) == 2 else (0, 2, 3)
            mean = X.mean(axis=axes, keepdims=True)
            var = ((X - mean) ** 2).mean(axis=axes, keepdims=True)
            X_hat = (X - mean) / nd.sqrt(var + eps)
            moving_mean = mean
            moving_var = var
        return gamma * X_hat + beta, moving_mean, moving_var


class cuts_the_variance_off(Mistake):
    """No gradient flows through your minibatch's variance, which detach and asnumpy take out of the graph: it depends on X, so compute with it as it comes."""

    def batch_norm(X, gamma, beta, moving_mean, moving_var, eps, momentum):
        if not autograd.is_training():
            X_hat = (X - moving_mean) / nd.sqrt(moving_var + eps)
        else:
            axes = 0 if len(X.shape) == 2 else (0, 2, 3)
            mean = X.mean(axis=axes, keepdims=True)
            var = ((X - mean) ** 2).mean(axis=axes, keepdims=True)
            X_hat = (X - mean) / nd.sqrt(var.detach() + eps)
            moving_mean = momentum * moving_mean + (1 - momentum) * mean
            moving_var = momentum * moving_var + (1 - momentum) * var
        return gamma * X_hat + beta, moving_mean, moving_var


class keeps_another_variance_of_many(Mistake):
    """Y is right, but the moving variance takes in a variance divided by n - 1 where n is above 1, as in PyTorch: here it is the same one, divided by n."""

    def batch_norm(X, gamma, beta, moving_mean, moving_var, eps, momentum):
        if not autograd.is_training():
            X_hat = (X - moving_mean) / nd.sqrt(moving_var + eps)
        else:
            axes = 0 if len(X.shape) == 2 else (0, 2, 3)
            mean = X.mean(axis=axes, keepdims=True)
            var = ((X - mean) ** 2).mean(axis=axes, keepdims=True)
            X_hat = (X - mean) / nd.sqrt(var + eps)
            n = X.size / mean.size
            moving_mean = momentum * moving_mean + (1 - momentum) * mean
            moving_var = momentum * moving_var + (1 - momentum) * var * n / max(n - 1, 1)
        return gamma * X_hat + beta, moving_mean, moving_var


class layer_starts_anew_after_predicting(Mistake):
    """Your layer starts its averages anew when it trains again after a prediction: they go on from epoch to epoch, whatever comes between."""

    class BatchNorm(nn.Block):
        def __init__(self, num_features, num_dims, **kwargs):
            super().__init__(**kwargs)
            shape = (1, num_features) if num_dims == 2 else (1, num_features, 1, 1)
            self.gamma = self.params.get("gamma", shape=shape, init=init.One())
            self.beta = self.params.get("beta", shape=shape, init=init.Zero())
            self.moving = nd.zeros(shape), nd.zeros(shape)
            self.trained = True

        def forward(self, x):
            if autograd.is_training() and not self.trained:
                self.moving = [nd.zeros_like(a) for a in self.moving]
            self.trained = autograd.is_training()
            moving = [a.as_in_context(x.context).astype(x.dtype) for a in self.moving]
            Y, *self.moving = batch_norm(x, self.gamma.data(), self.beta.data(), *moving, 1e-5, 0.9)
            return Y


class layer_uses_other_names(Mistake):
    """The parameters are to be called `gamma` and `beta`, not `weight` and `bias` as in PyTorch: self.params.get('gamma', ...) and self.params.get('beta', ...)."""

    class BatchNorm(nn.Block):
        def __init__(self, num_features, num_dims, **kwargs):
            super().__init__(**kwargs)
            shape = (1, num_features) if num_dims == 2 else (1, num_features, 1, 1)
            self.gamma = self.params.get("weight", shape=shape, init=init.One())
            self.beta = self.params.get("bias", shape=shape, init=init.Zero())
            self.moving = nd.zeros(shape), nd.zeros(shape)

        def forward(self, x):
            moving = [a.as_in_context(x.context).astype(x.dtype) for a in self.moving]
            Y, *self.moving = batch_norm(x, self.gamma.data(), self.beta.data(), *moving, 1e-5, 0.9)
            return Y


class layer_keeps_plain_arrays_on_the_cpu(Mistake):
    """gamma and beta are plain arrays: no trainer finds them, and they stay on the CPU wherever x is, so make them with self.params.get(...)."""

    class BatchNorm(nn.Block):
        def __init__(self, num_features, num_dims, **kwargs):
            super().__init__(**kwargs)
            shape = (1, num_features) if num_dims == 2 else (1, num_features, 1, 1)
            self.gamma = nd.ones(shape)
            self.beta = nd.zeros(shape)
            self.moving = nd.zeros(shape), nd.zeros(shape)

        def forward(self, x):
            moving = [a.as_in_context(x.context).astype(x.dtype) for a in self.moving]
            Y, *self.moving = batch_norm(x, self.gamma, self.beta, *moving, 1e-5, 0.9)
            return Y


class layer_has_random_gamma_alone(Mistake):
    """Without init= gamma gets whatever initialize() is given, random numbers mostly: init=init.One()."""

    class BatchNorm(nn.Block):
        def __init__(self, num_features, num_dims, **kwargs):
            super().__init__(**kwargs)
            shape = (1, num_features) if num_dims == 2 else (1, num_features, 1, 1)
            self.gamma = self.params.get("gamma", shape=shape)
            self.beta = self.params.get("beta", shape=shape, init=init.Zero())
            self.moving = nd.zeros(shape), nd.zeros(shape)

        def forward(self, x):
            moving = [a.as_in_context(x.context).astype(x.dtype) for a in self.moving]
            Y, *self.moving = batch_norm(x, self.gamma.data(), self.beta.data(), *moving, 1e-5, 0.9)
            return Y


class layer_predicts_untrained_from_the_minibatch(Mistake):
    """Before it has trained, your layer predicts with the batch's own mean and variance, so an example's answer depends on the others: prediction takes the running averages as they are."""

    class BatchNorm(nn.Block):
        def __init__(self, num_features, num_dims, **kwargs):
            super().__init__(**kwargs)
            shape = (1, num_features) if num_dims == 2 else (1, num_features, 1, 1)
            self.gamma = self.params.get("gamma", shape=shape, init=init.One())
            self.beta = self.params.get("beta", shape=shape, init=init.Zero())
            self.moving = nd.zeros(shape), nd.zeros(shape)
            self.trained = False

        def forward(self, x):
            if not autograd.is_training() and not self.trained:
                with autograd.train_mode():
                    return batch_norm(
                        x, self.gamma.data(), self.beta.data(), *self.moving, 1e-5, 0.9
                    )[0]
            self.trained = True
            moving = [a.as_in_context(x.context).astype(x.dtype) for a in self.moving]
            Y, *self.moving = batch_norm(x, self.gamma.data(), self.beta.data(), *moving, 1e-5, 0.9)
            return Y


class keeps_variances_from_being_small(Mistake):
    """In prediction you replace small variances by a larger number: eps alone keeps the root from 0, nd.sqrt(moving_var + eps)."""

    def batch_norm(X, gamma, beta, moving_mean, moving_var, eps, momentum):
        if not autograd.is_training():
            X_hat = (X - moving_mean) / nd.sqrt(nd.maximum(moving_var, 0.01) + eps)
        else:
            axes = 0 if len(X.shape) == 2 else (0, 2, 3)
            mean = X.mean(axis=axes, keepdims=True)
            var = ((X - mean) ** 2).mean(axis=axes, keepdims=True)
            X_hat = (X - mean) / nd.sqrt(var + eps)
            moving_mean = momentum * moving_mean + (1 - momentum) * mean
            moving_var = momentum * moving_var + (1 - momentum) * var
        return gamma * X_hat + beta, moving_mean, moving_var


class layer_starts_anew_for_another_size(Mistake):
    """Your averages start anew when a batch of another size comes: they go on, whatever the number of examples."""

    class BatchNorm(nn.Block):
        def __init__(self, num_features, num_dims, **kwargs):
            super().__init__(**kwargs)
            shape = (1, num_features) if num_dims == 2 else (1, num_features, 1, 1)
            self.gamma = self.params.get("gamma", shape=shape, init=init.One())
            self.beta = self.params.get("beta", shape=shape, init=init.Zero())
            self.moving = nd.zeros(shape), nd.zeros(shape)
            self.n = None

        def forward(self, x):
            if self.n not in (None, x.shape[0]):
                self.moving = [nd.zeros_like(a) for a in self.moving]
            self.n = x.shape[0]
            moving = [a.as_in_context(x.context).astype(x.dtype) for a in self.moving]
            Y, *self.moving = batch_norm(x, self.gamma.data(), self.beta.data(), *moving, 1e-5, 0.9)
            return Y


class keeps_the_last_minibatch_without_its_axis(Mistake):
    """You replace the moving averages by the minibatch's mean and variance, of shape (d,): keep momentum of the old, (1, d), and add 1 - momentum of the new."""

    def batch_norm(X, gamma, beta, moving_mean, moving_var, eps, momentum):
        if not autograd.is_training():
            X_hat = (X - moving_mean) / nd.sqrt(moving_var + eps)
        else:
            axes = 0 if len(X.shape) == 2 else (0, 2, 3)
            keepdims = len(X.shape) == 4
            mean = X.mean(axis=axes, keepdims=keepdims)
            var = ((X - mean) ** 2).mean(axis=axes, keepdims=keepdims)
            X_hat = (X - mean) / nd.sqrt(var + eps)
            moving_mean, moving_var = mean, var
        return gamma * X_hat + beta, moving_mean, moving_var


class returns_one_example_as_it_is(Mistake):
    """A batch of one example comes back without being normalised: it is normalised like any other, in prediction and in training."""

    def batch_norm(X, gamma, beta, moving_mean, moving_var, eps, momentum):
        if X.shape[0] == 1:
            return gamma * X + beta, moving_mean, moving_var
        if not autograd.is_training():
            X_hat = (X - moving_mean) / nd.sqrt(moving_var + eps)
        else:
            axes = 0 if len(X.shape) == 2 else (0, 2, 3)
            mean = X.mean(axis=axes, keepdims=True)
            var = ((X - mean) ** 2).mean(axis=axes, keepdims=True)
            X_hat = (X - mean) / nd.sqrt(var + eps)
            moving_mean = momentum * moving_mean + (1 - momentum) * mean
            moving_var = momentum * moving_var + (1 - momentum) * var
        return gamma * X_hat + beta, moving_mean, moving_var


class updates_step_by_step_in_place(Mistake):
    """moving_mean *= momentum and += write into the caller's array, which autograd may refuse under record(): moving_mean = momentum * moving_mean + ... makes a new one."""

    def batch_norm(X, gamma, beta, moving_mean, moving_var, eps, momentum):
        if not autograd.is_training():
            X_hat = (X - moving_mean) / nd.sqrt(moving_var + eps)
        else:
            axes = 0 if len(X.shape) == 2 else (0, 2, 3)
            mean = X.mean(axis=axes, keepdims=True)
            var = ((X - mean) ** 2).mean(axis=axes, keepdims=True)
            X_hat = (X - mean) / nd.sqrt(var + eps)
            moving_mean *= momentum
            moving_mean += (1 - momentum) * mean
            moving_var *= momentum
            moving_var += (1 - momentum) * var
        return gamma * X_hat + beta, moving_mean, moving_var


class normalises_rows_keeping_the_axis(Mistake):
    """You normalise each row, so the averages get a number for each example: mean and variance are taken over the examples, axis=0."""

    def batch_norm(X, gamma, beta, moving_mean, moving_var, eps, momentum):
        if not autograd.is_training():
            X_hat = (X - moving_mean) / nd.sqrt(moving_var + eps)
        else:
            axes = 1 if len(X.shape) == 2 else (0, 2, 3)
            mean = X.mean(axis=axes, keepdims=True)
            var = ((X - mean) ** 2).mean(axis=axes, keepdims=True)
            X_hat = (X - mean) / nd.sqrt(var + eps)
            moving_mean = momentum * moving_mean + (1 - momentum) * mean
            moving_var = momentum * moving_var + (1 - momentum) * var
        return gamma * X_hat + beta, moving_mean, moving_var


class normalises_examples_keeping_the_axis(Mistake):
    """You normalise each example by itself, row or image, as layer normalisation does: mean and variance are taken over the examples, axis=0 for columns and axis=(0, 2, 3) for images."""

    def batch_norm(X, gamma, beta, moving_mean, moving_var, eps, momentum):
        if not autograd.is_training():
            X_hat = (X - moving_mean) / nd.sqrt(moving_var + eps)
        else:
            axes = 1 if len(X.shape) == 2 else (1, 2, 3)
            mean = X.mean(axis=axes, keepdims=True)
            var = ((X - mean) ** 2).mean(axis=axes, keepdims=True)
            X_hat = (X - mean) / nd.sqrt(var + eps)
            moving_mean = momentum * moving_mean + (1 - momentum) * mean
            moving_var = momentum * moving_var + (1 - momentum) * var
        return gamma * X_hat + beta, moving_mean, moving_var


class normalises_along_the_last_axis(Mistake):
    """You average over the last axis, axis=-1: for columns mean and variance are taken over the examples, axis=0, and for images axis=(0, 2, 3)."""

    def batch_norm(X, gamma, beta, moving_mean, moving_var, eps, momentum):
        if not autograd.is_training():
            X_hat = (X - moving_mean) / nd.sqrt(moving_var + eps)
        else:
            axes = -1
            mean = X.mean(axis=axes, keepdims=True)
            var = ((X - mean) ** 2).mean(axis=axes, keepdims=True)
            X_hat = (X - mean) / nd.sqrt(var + eps)
            moving_mean = momentum * moving_mean + (1 - momentum) * mean
            moving_var = momentum * moving_var + (1 - momentum) * var
        return gamma * X_hat + beta, moving_mean, moving_var


class keeps_the_last_mean(Mistake):
    """You replace the moving mean by the minibatch's: keep momentum of the old and add 1 - momentum of the new, as for the variance."""

    def batch_norm(X, gamma, beta, moving_mean, moving_var, eps, momentum):
        if not autograd.is_training():
            X_hat = (X - moving_mean) / nd.sqrt(moving_var + eps)
        else:
            axes = 0 if len(X.shape) == 2 else (0, 2, 3)
            mean = X.mean(axis=axes, keepdims=True)
            var = ((X - mean) ** 2).mean(axis=axes, keepdims=True)
            X_hat = (X - mean) / nd.sqrt(var + eps)
            moving_mean = mean
            moving_var = momentum * moving_var + (1 - momentum) * var
        return gamma * X_hat + beta, moving_mean, moving_var


class keeps_the_last_mean_without_its_axis(Mistake):
    """You replace the moving mean by the minibatch's, of shape (d,): keep momentum of the old, (1, d), and add 1 - momentum of the new, as for the variance."""

    def batch_norm(X, gamma, beta, moving_mean, moving_var, eps, momentum):
        if not autograd.is_training():
            X_hat = (X - moving_mean) / nd.sqrt(moving_var + eps)
        else:
            axes = 0 if len(X.shape) == 2 else (0, 2, 3)
            keepdims = len(X.shape) == 4
            mean = X.mean(axis=axes, keepdims=keepdims)
            var = ((X - mean) ** 2).mean(axis=axes, keepdims=keepdims)
            X_hat = (X - mean) / nd.sqrt(var + eps)
            moving_mean = mean
            moving_var = momentum * moving_var + (1 - momentum) * var
        return gamma * X_hat + beta, moving_mean, moving_var


class divides_columns_by_n_minus_one(Mistake):
    """For columns you divide the squared deviations by n - 1: here the variance is their mean, divided by n, as it is for images."""

    def batch_norm(X, gamma, beta, moving_mean, moving_var, eps, momentum):
        if not autograd.is_training():
            X_hat = (X - moving_mean) / nd.sqrt(moving_var + eps)
        else:
            axes = 0 if len(X.shape) == 2 else (0, 2, 3)
            mean = X.mean(axis=axes, keepdims=True)
            var = ((X - mean) ** 2).mean(axis=axes, keepdims=True)
            if len(X.shape) == 2:
                var = ((X - mean) ** 2).sum(axis=0, keepdims=True) / (X.shape[0] - 1)
            X_hat = (X - mean) / nd.sqrt(var + eps)
            moving_mean = momentum * moving_mean + (1 - momentum) * mean
            moving_var = momentum * moving_var + (1 - momentum) * var
        return gamma * X_hat + beta, moving_mean, moving_var


class keeps_another_variance_by_the_examples(Mistake):
    """Y is right, but the moving variance takes in the variance times n / (n - 1), with n examples: here it is the same one, divided by n."""

    def batch_norm(X, gamma, beta, moving_mean, moving_var, eps, momentum):
        if not autograd.is_training():
            X_hat = (X - moving_mean) / nd.sqrt(moving_var + eps)
        else:
            axes = 0 if len(X.shape) == 2 else (0, 2, 3)
            mean = X.mean(axis=axes, keepdims=True)
            var = ((X - mean) ** 2).mean(axis=axes, keepdims=True)
            X_hat = (X - mean) / nd.sqrt(var + eps)
            n = X.shape[0]
            moving_mean = momentum * moving_mean + (1 - momentum) * mean
            moving_var = momentum * moving_var + (1 - momentum) * var * (n / (n - 1))
        return gamma * X_hat + beta, moving_mean, moving_var


class exchanges_the_moving_averages(Mistake):
    """Your moving averages come in the wrong order, the variance first: return Y, moving_mean, moving_var."""

    def batch_norm(X, gamma, beta, moving_mean, moving_var, eps, momentum):
        if not autograd.is_training():
            X_hat = (X - moving_mean) / nd.sqrt(moving_var + eps)
        else:
            axes = 0 if len(X.shape) == 2 else (0, 2, 3)
            mean = X.mean(axis=axes, keepdims=True)
            var = ((X - mean) ** 2).mean(axis=axes, keepdims=True)
            X_hat = (X - mean) / nd.sqrt(var + eps)
            moving_mean = momentum * moving_mean + (1 - momentum) * mean
            moving_var = momentum * moving_var + (1 - momentum) * var
        return gamma * X_hat + beta, moving_var, moving_mean


class layer_forgets_to_call_its_parent(Mistake):
    """A Block without super().__init__(**kwargs) is only half made and has no self.params: call it first in __init__."""

    class BatchNorm(nn.Block):
        def __init__(self, num_features, num_dims, **kwargs):
            shape = (1, num_features) if num_dims == 2 else (1, num_features, 1, 1)
            self.gamma = self.params.get("gamma", shape=shape, init=init.One())
            self.beta = self.params.get("beta", shape=shape, init=init.Zero())
            self.moving = nd.zeros(shape), nd.zeros(shape)

        def forward(self, x):
            moving = [a.as_in_context(x.context).astype(x.dtype) for a in self.moving]
            Y, *self.moving = batch_norm(x, self.gamma.data(), self.beta.data(), *moving, 1e-5, 0.9)
            return Y


class keeps_another_variance_by_a_float(Mistake):
    """Y is right, but the moving variance takes in the variance times n / (n - 1), n being X.shape[0]: here it is the same one, divided by n."""

    def batch_norm(X, gamma, beta, moving_mean, moving_var, eps, momentum):
        if not autograd.is_training():
            X_hat = (X - moving_mean) / nd.sqrt(moving_var + eps)
        else:
            axes = 0 if len(X.shape) == 2 else (0, 2, 3)
            mean = X.mean(axis=axes, keepdims=True)
            var = ((X - mean) ** 2).mean(axis=axes, keepdims=True)
            X_hat = (X - mean) / nd.sqrt(var + eps)
            n = float(X.shape[0])
            moving_mean = momentum * moving_mean + (1 - momentum) * mean
            moving_var = momentum * moving_var + (1 - momentum) * var * (n / (n - 1))
        return gamma * X_hat + beta, moving_mean, moving_var


class keeps_another_variance_or_nan(Mistake):
    """Y is right, but the moving variance takes in the variance times n / (n - 1), n being X.shape[0], which is nan for one example: here it is the same variance, divided by n."""

    def batch_norm(X, gamma, beta, moving_mean, moving_var, eps, momentum):
        if not autograd.is_training():
            X_hat = (X - moving_mean) / nd.sqrt(moving_var + eps)
        else:
            axes = 0 if len(X.shape) == 2 else (0, 2, 3)
            mean = X.mean(axis=axes, keepdims=True)
            var = ((X - mean) ** 2).mean(axis=axes, keepdims=True)
            X_hat = (X - mean) / nd.sqrt(var + eps)
            n = X.shape[0]
            moving_mean = momentum * moving_mean + (1 - momentum) * mean
            moving_var = momentum * moving_var + (1 - momentum) * var * n / (n - 1)
        return gamma * X_hat + beta, moving_mean, moving_var


class subtracts_the_squared_mean(Mistake):
    """The mean of the squares less the square of the mean loses a small variance in rounding: take the mean of the squared deviations, ((X - mean) ** 2).mean(...)."""

    def batch_norm(X, gamma, beta, moving_mean, moving_var, eps, momentum):
        if autograd.is_training():
            axes = 0 if X.ndim == 2 else (0, 2, 3)
            mean = X.mean(axis=axes, keepdims=True)
            var = (X**2).mean(axis=axes, keepdims=True) - mean**2
            moving_mean = momentum * moving_mean + (1 - momentum) * mean
            moving_var = momentum * moving_var + (1 - momentum) * var
        else:
            mean, var = moving_mean, moving_var
        return gamma * (X - mean) / nd.sqrt(var + eps) + beta, moving_mean, moving_var


class takes_an_eps_of_zero_for_missing(Mistake):
    """You put another number in the place of eps = 0, as `eps or ...` and max(eps, ...) do: use the argument as it is."""

    def batch_norm(X, gamma, beta, moving_mean, moving_var, eps, momentum):
        eps = eps or 1e-5
        if autograd.is_training():
            axes = 0 if X.ndim == 2 else (0, 2, 3)
            mean = X.mean(axis=axes, keepdims=True)
            var = ((X - mean) ** 2).mean(axis=axes, keepdims=True)
            moving_mean = momentum * moving_mean + (1 - momentum) * mean
            moving_var = momentum * moving_var + (1 - momentum) * var
        else:
            mean, var = moving_mean, moving_var
        return gamma * (X - mean) / nd.sqrt(var + eps) + beta, moving_mean, moving_var


class takes_a_momentum_of_zero_for_missing(Mistake):
    """`momentum or ...` takes 0 for a missing momentum: use the argument as it is."""

    def batch_norm(X, gamma, beta, moving_mean, moving_var, eps, momentum):
        momentum = momentum or 0.9
        if autograd.is_training():
            axes = 0 if X.ndim == 2 else (0, 2, 3)
            mean = X.mean(axis=axes, keepdims=True)
            var = ((X - mean) ** 2).mean(axis=axes, keepdims=True)
            moving_mean = momentum * moving_mean + (1 - momentum) * mean
            moving_var = momentum * moving_var + (1 - momentum) * var
        else:
            mean, var = moving_mean, moving_var
        return gamma * (X - mean) / nd.sqrt(var + eps) + beta, moving_mean, moving_var


class layer_starts_anew_for_another_size_in_training(Mistake):
    """Your averages start anew when a training batch of another size comes: they go on, whatever the number of examples."""

    class BatchNorm(nn.Block):
        def __init__(self, num_features, num_dims, **kwargs):
            super().__init__(**kwargs)
            shape = (1, num_features) if num_dims == 2 else (1, num_features, 1, 1)
            self.gamma = self.params.get("gamma", shape=shape, init=init.One())
            self.beta = self.params.get("beta", shape=shape, init=init.Zero())
            self.moving = nd.zeros(shape), nd.zeros(shape)
            self.n = None

        def forward(self, x):
            if autograd.is_training() and self.n != x.shape[0]:
                self.moving = [nd.zeros_like(a) for a in self.moving]
                self.n = x.shape[0]
            moving = [a.as_in_context(x.context).astype(x.dtype) for a in self.moving]
            Y, *self.moving = batch_norm(x, self.gamma.data(), self.beta.data(), *moving, 1e-5, 0.9)
            return Y


class layer_updates_while_recording_only(Mistake):
    """Your layer keeps the new averages only while autograd records: training alone decides, autograd.is_training()."""

    class BatchNorm(nn.Block):
        def __init__(self, num_features, num_dims, **kwargs):
            super().__init__(**kwargs)
            shape = (1, num_features) if num_dims == 2 else (1, num_features, 1, 1)
            self.gamma = self.params.get("gamma", shape=shape, init=init.One())
            self.beta = self.params.get("beta", shape=shape, init=init.Zero())
            self.moving = nd.zeros(shape), nd.zeros(shape)

        def forward(self, x):
            moving = [a.as_in_context(x.context).astype(x.dtype) for a in self.moving]
            Y, *moving = batch_norm(x, self.gamma.data(), self.beta.data(), *moving, 1e-5, 0.9)
            if autograd.is_recording():
                self.moving = moving
            return Y


class layer_squeezes_flat_images(Mistake):
    """Images one pixel high or wide lose that axis in your answer: it has x's shape, whatever its sizes."""

    class BatchNorm(nn.Block):
        def __init__(self, num_features, num_dims, **kwargs):
            super().__init__(**kwargs)
            shape = (1, num_features) if num_dims == 2 else (1, num_features, 1, 1)
            self.gamma = self.params.get("gamma", shape=shape, init=init.One())
            self.beta = self.params.get("beta", shape=shape, init=init.Zero())
            self.moving = nd.zeros(shape), nd.zeros(shape)

        def forward(self, x):
            moving = [a.as_in_context(x.context).astype(x.dtype) for a in self.moving]
            Y, *moving = batch_norm(x, self.gamma.data(), self.beta.data(), *moving, 1e-5, 0.9)
            self.moving = moving
            return Y.squeeze() if 1 in x.shape[2:] else Y


class takes_one_channel_for_columns(Mistake):
    """Images of one channel are normalised pixel by pixel: X.ndim tells images from columns, not the number of channels."""

    def batch_norm(X, gamma, beta, moving_mean, moving_var, eps, momentum):
        if autograd.is_training():
            axes = 0 if X.ndim == 2 or X.shape[1] == 1 else (0, 2, 3)
            mean = X.mean(axis=axes, keepdims=True)
            var = ((X - mean) ** 2).mean(axis=axes, keepdims=True)
            rest = (0, 2, 3) if X.ndim == 4 else 0
            new = mean.mean(axis=rest, keepdims=True), var.mean(axis=rest, keepdims=True)
            moving_mean = momentum * moving_mean + (1 - momentum) * new[0]
            moving_var = momentum * moving_var + (1 - momentum) * new[1]
        else:
            mean, var = moving_mean, moving_var
        return gamma * (X - mean) / nd.sqrt(var + eps) + beta, moving_mean, moving_var


class cuts_the_gradient_in_prediction(Mistake):
    """In prediction no gradient flows back to X, which detach and asnumpy take out of the graph: compute with X as it comes."""

    def batch_norm(X, gamma, beta, moving_mean, moving_var, eps, momentum):
        if not autograd.is_training():
            X = X.detach()
        if autograd.is_training():
            axes = 0 if X.ndim == 2 else (0, 2, 3)
            mean = X.mean(axis=axes, keepdims=True)
            var = ((X - mean) ** 2).mean(axis=axes, keepdims=True)
            moving_mean = momentum * moving_mean + (1 - momentum) * mean
            moving_var = momentum * moving_var + (1 - momentum) * var
        else:
            mean, var = moving_mean, moving_var
        return gamma * (X - mean) / nd.sqrt(var + eps) + beta, moving_mean, moving_var


class takes_gamma_for_positive(Mistake):
    """In prediction you multiply by gamma's absolute value: gamma may be negative, so take it as it is."""

    def batch_norm(X, gamma, beta, moving_mean, moving_var, eps, momentum):
        if not autograd.is_training():
            X_hat = (X - moving_mean) / nd.sqrt(moving_var + eps)
            return nd.abs(gamma) * X_hat + beta, moving_mean, moving_var
        axes = 0 if X.ndim == 2 else (0, 2, 3)
        mean = X.mean(axis=axes, keepdims=True)
        var = ((X - mean) ** 2).mean(axis=axes, keepdims=True)
        moving_mean = momentum * moving_mean + (1 - momentum) * mean
        moving_var = momentum * moving_var + (1 - momentum) * var
        return gamma * (X - mean) / nd.sqrt(var + eps) + beta, moving_mean, moving_var


class layer_trains_whenever_recorded(Mistake):
    """Your layer trains whenever something is recorded, under record(train_mode=False) too: leave autograd's mode alone, and let autograd.is_training() decide."""

    class BatchNorm(nn.Block):
        def __init__(self, num_features, num_dims, **kwargs):
            super().__init__(**kwargs)
            shape = (1, num_features) if num_dims == 2 else (1, num_features, 1, 1)
            self.gamma = self.params.get("gamma", shape=shape, init=init.One())
            self.beta = self.params.get("beta", shape=shape, init=init.Zero())
            self.moving = nd.zeros(shape), nd.zeros(shape)

        def forward(self, x):
            moving = [a.as_in_context(x.context).astype(x.dtype) for a in self.moving]
            training = autograd.is_training() or autograd.is_recording()
            with autograd.train_mode() if training else autograd.predict_mode():
                Y, *self.moving = batch_norm(
                    x, self.gamma.data(), self.beta.data(), *moving, 1e-5, 0.9
                )
            return Y


class layer_keeps_what_it_predicted_with(Mistake):
    """Your layer predicts with the gamma and beta of an earlier prediction: they may have changed since, so take self.gamma.data() and self.beta.data() in each call."""

    class BatchNorm(nn.Block):
        def __init__(self, num_features, num_dims, **kwargs):
            super().__init__(**kwargs)
            shape = (1, num_features) if num_dims == 2 else (1, num_features, 1, 1)
            self.gamma = self.params.get("gamma", shape=shape, init=init.One())
            self.beta = self.params.get("beta", shape=shape, init=init.Zero())
            self.moving = nd.zeros(shape), nd.zeros(shape)
            self.folded = None

        def forward(self, x):
            mean, var = [a.as_in_context(x.context).astype(x.dtype) for a in self.moving]
            if autograd.is_training():
                self.folded = None
                Y, *self.moving = batch_norm(
                    x, self.gamma.data(), self.beta.data(), mean, var, 1e-5, 0.9
                )
                return Y
            if self.folded is None:
                scale = self.gamma.data() / nd.sqrt(var + 1e-5)
                self.folded = scale, self.beta.data() - mean * scale
            scale, shift = self.folded
            return x * scale + shift


class layer_keeps_gamma_reshaped(Mistake):
    """Your layer reshapes gamma and beta once and keeps the results, which autograd has not recorded, so neither learns: reshape self.gamma.data() in each call."""

    class BatchNorm(nn.Block):
        def __init__(self, num_features, num_dims, **kwargs):
            super().__init__(**kwargs)
            self.shape = (1, num_features) if num_dims == 2 else (1, num_features, 1, 1)
            self.gamma = self.params.get("gamma", shape=(num_features,), init=init.One())
            self.beta = self.params.get("beta", shape=(num_features,), init=init.Zero())
            self.moving = nd.zeros(self.shape), nd.zeros(self.shape)
            self.kept = None

        def forward(self, x):
            if self.kept is None:
                self.kept = [p.data().reshape(self.shape) for p in (self.gamma, self.beta)]
            moving = [a.as_in_context(x.context).astype(x.dtype) for a in self.moving]
            Y, *self.moving = batch_norm(x, *self.kept, *moving, 1e-5, 0.9)
            return Y


class finds_the_axis_by_its_size(Mistake):
    """You look for the axis that is as long as gamma, but another axis may be as long: columns and channels are axis 1 whatever the sizes, X.ndim tells which they are."""

    def batch_norm(X, gamma, beta, moving_mean, moving_var, eps, momentum):
        mean, var = moving_mean, moving_var
        if autograd.is_training():
            axes = tuple(i for i in range(X.ndim) if i != X.shape.index(gamma.size))
            mean = X.mean(axis=axes, keepdims=True)
            var = ((X - mean) ** 2).mean(axis=axes, keepdims=True)
            moving_mean = momentum * moving_mean + (1 - momentum) * mean
            moving_var = momentum * moving_var + (1 - momentum) * var
        return gamma * (X - mean) / nd.sqrt(var + eps) + beta, moving_mean, moving_var


class takes_the_last_axis_where_it_is_as_long(Mistake):
    """Where images are as wide as they have channels you take their width for the channels: those are axis 1 whatever the sizes, so average over axis=(0, 2, 3)."""

    def batch_norm(X, gamma, beta, moving_mean, moving_var, eps, momentum):
        mean, var = moving_mean, moving_var
        if autograd.is_training():
            last = X.ndim == 4 and X.shape[3] == X.shape[1]
            axes = 0 if X.ndim == 2 else (0, 1, 2) if last else (0, 2, 3)
            mean = X.mean(axis=axes, keepdims=True)
            var = ((X - mean) ** 2).mean(axis=axes, keepdims=True)
            moving_mean = momentum * moving_mean + (1 - momentum) * mean
            moving_var = momentum * moving_var + (1 - momentum) * var
        return gamma * (X - mean) / nd.sqrt(var + eps) + beta, moving_mean, moving_var


class leaves_a_single_row_as_it_is(Mistake):
    """In training a batch of one row comes out as gamma * X + beta: it is normalised like any other, so X less its mean is 0 there, and Y is beta."""

    def batch_norm(X, gamma, beta, moving_mean, moving_var, eps, momentum):
        mean, var = moving_mean, moving_var
        if autograd.is_training():
            axes = 0 if X.ndim == 2 else (0, 2, 3)
            mean = X.mean(axis=axes, keepdims=True)
            var = ((X - mean) ** 2).mean(axis=axes, keepdims=True)
            moving_mean = momentum * moving_mean + (1 - momentum) * mean
            moving_var = momentum * moving_var + (1 - momentum) * var
            if X.ndim == 2 and len(X) == 1:
                return gamma * X + beta, moving_mean, moving_var
        return gamma * (X - mean) / nd.sqrt(var + eps) + beta, moving_mean, moving_var


class subtracts_eps(Mistake):
    """In training you take eps off the variance, and a negative number has no root: add it, nd.sqrt(var + eps)."""

    def batch_norm(X, gamma, beta, moving_mean, moving_var, eps, momentum):
        if not autograd.is_training():
            X_hat = (X - moving_mean) / nd.sqrt(moving_var + eps)
            return gamma * X_hat + beta, moving_mean, moving_var
        axes = 0 if X.ndim == 2 else (0, 2, 3)
        mean = X.mean(axis=axes, keepdims=True)
        var = ((X - mean) ** 2).mean(axis=axes, keepdims=True)
        moving_mean = momentum * moving_mean + (1 - momentum) * mean
        moving_var = momentum * moving_var + (1 - momentum) * var
        return gamma * (X - mean) / nd.sqrt(var - eps) + beta, moving_mean, moving_var


class keeps_eps_in_the_moving_variance(Mistake):
    """Y is right, but the moving variance takes in eps too: add eps where the root is taken, nd.sqrt(var + eps), and leave var itself as it is."""

    def batch_norm(X, gamma, beta, moving_mean, moving_var, eps, momentum):
        if not autograd.is_training():
            X_hat = (X - moving_mean) / nd.sqrt(moving_var + eps)
            return gamma * X_hat + beta, moving_mean, moving_var
        axes = 0 if X.ndim == 2 else (0, 2, 3)
        mean = X.mean(axis=axes, keepdims=True)
        var = ((X - mean) ** 2).mean(axis=axes, keepdims=True) + eps
        moving_mean = momentum * moving_mean + (1 - momentum) * mean
        moving_var = momentum * moving_var + (1 - momentum) * var
        return gamma * (X - mean) / nd.sqrt(var) + beta, moving_mean, moving_var


class layer_exchanges_ones_and_zeros(Mistake):
    """gamma starts as zeros and beta as ones: it is the other way round, gamma with init=init.One() and beta with init=init.Zero()."""

    class BatchNorm(nn.Block):
        def __init__(self, num_features, num_dims, **kwargs):
            super().__init__(**kwargs)
            shape = (1, num_features) if num_dims == 2 else (1, num_features, 1, 1)
            self.gamma = self.params.get("gamma", shape=shape, init=init.Zero())
            self.beta = self.params.get("beta", shape=shape, init=init.One())
            self.moving_mean, self.moving_var = nd.zeros(shape), nd.zeros(shape)

        def forward(self, x):
            where = x.context
            mean, var = self.moving_mean.as_in_context(where), self.moving_var.as_in_context(where)
            Y, self.moving_mean, self.moving_var = batch_norm(
                x, self.gamma.data(where), self.beta.data(where), mean, var, 1e-5, 0.9
            )
            return Y


class subtracts_the_squared_mean_of_images(Mistake):
    """For images the mean of the squares less the square of the mean loses a small variance in rounding: take the mean of the squared deviations, ((X - mean) ** 2).mean(...), as for columns."""

    def batch_norm(X, gamma, beta, moving_mean, moving_var, eps, momentum):
        mean, var = moving_mean, moving_var
        if autograd.is_training():
            axes = 0 if X.ndim == 2 else (0, 2, 3)
            mean = X.mean(axis=axes, keepdims=True)
            if X.ndim == 2:
                var = ((X - mean) ** 2).mean(axis=axes, keepdims=True)
            else:
                var = (X**2).mean(axis=axes, keepdims=True) - mean**2
            moving_mean = momentum * moving_mean + (1 - momentum) * mean
            moving_var = momentum * moving_var + (1 - momentum) * var
        return gamma * (X - mean) / nd.sqrt(var + eps) + beta, moving_mean, moving_var


class subtracts_the_squared_mean_of_columns(Mistake):
    """For columns the mean of the squares less the square of the mean loses a small variance in rounding: take the mean of the squared deviations, ((X - mean) ** 2).mean(...), as for images."""

    def batch_norm(X, gamma, beta, moving_mean, moving_var, eps, momentum):
        mean, var = moving_mean, moving_var
        if autograd.is_training():
            axes = 0 if X.ndim == 2 else (0, 2, 3)
            mean = X.mean(axis=axes, keepdims=True)
            if X.ndim == 2:
                var = (X**2).mean(axis=axes, keepdims=True) - mean**2
            else:
                var = ((X - mean) ** 2).mean(axis=axes, keepdims=True)
            moving_mean = momentum * moving_mean + (1 - momentum) * mean
            moving_var = momentum * moving_var + (1 - momentum) * var
        return gamma * (X - mean) / nd.sqrt(var + eps) + beta, moving_mean, moving_var


class predicts_for_one_row(Mistake):
    """In training a batch of one row is normalised with its own mean and variance, as a single image is, and not with the moving averages: autograd.is_training() alone decides."""

    def batch_norm(X, gamma, beta, moving_mean, moving_var, eps, momentum):
        mean, var = moving_mean, moving_var
        if autograd.is_training() and not (X.ndim == 2 and len(X) == 1):
            axes = 0 if X.ndim == 2 else (0, 2, 3)
            mean = X.mean(axis=axes, keepdims=True)
            var = ((X - mean) ** 2).mean(axis=axes, keepdims=True)
            moving_mean = momentum * moving_mean + (1 - momentum) * mean
            moving_var = momentum * moving_var + (1 - momentum) * var
        return gamma * (X - mean) / nd.sqrt(var + eps) + beta, moving_mean, moving_var


class starts_with_the_first_minibatch(Mistake):
    """Where the moving mean is 0 and the moving variance 1 you replace them by the minibatch's: they are averages like any other, so keep momentum of them."""

    def batch_norm(X, gamma, beta, moving_mean, moving_var, eps, momentum):
        mean, var = moving_mean, moving_var
        if autograd.is_training():
            axes = 0 if X.ndim == 2 else (0, 2, 3)
            mean = X.mean(axis=axes, keepdims=True)
            var = ((X - mean) ** 2).mean(axis=axes, keepdims=True)
            if (moving_mean == 0).min() == 1 and (moving_var == 1).min() == 1:
                moving_mean, moving_var = mean, var
            moving_mean = momentum * moving_mean + (1 - momentum) * mean
            moving_var = momentum * moving_var + (1 - momentum) * var
        return gamma * (X - mean) / nd.sqrt(var + eps) + beta, moving_mean, moving_var


class layer_attaches_a_gradient(Mistake):
    """x is cut off from what it was computed from, as x.attach_grad() and x.detach() do it, so no gradient reaches the layers below: compute with x itself."""

    class BatchNorm(nn.Block):
        def __init__(self, num_features, num_dims, **kwargs):
            super().__init__(**kwargs)
            shape = (1, num_features) if num_dims == 2 else (1, num_features, 1, 1)
            self.gamma = self.params.get("gamma", shape=shape, init=init.One())
            self.beta = self.params.get("beta", shape=shape, init=init.Zero())
            self.moving = nd.zeros(shape), nd.zeros(shape)

        def forward(self, x):
            x.attach_grad()
            moving = [a.as_in_context(x.context).astype(x.dtype) for a in self.moving]
            Y, *self.moving = batch_norm(x, self.gamma.data(), self.beta.data(), *moving, 1e-5, 0.9)
            return Y


class layer_remembers_its_answer_to_x(Mistake):
    """For the same array x you answer again what you answered before, in training perhaps: prediction computes with the running averages."""

    class BatchNorm(nn.Block):
        def __init__(self, num_features, num_dims, **kwargs):
            super().__init__(**kwargs)
            shape = (1, num_features) if num_dims == 2 else (1, num_features, 1, 1)
            self.gamma = self.params.get("gamma", shape=shape, init=init.One())
            self.beta = self.params.get("beta", shape=shape, init=init.Zero())
            self.moving = nd.zeros(shape), nd.zeros(shape)
            self.x = None

        def forward(self, x):
            if self.x is not x or autograd.is_training():
                moving = [a.as_in_context(x.context).astype(x.dtype) for a in self.moving]
                self.x = x
                self.answer, *self.moving = batch_norm(
                    x, self.gamma.data(), self.beta.data(), *moving, 1e-5, 0.9
                )
            return self.answer


class layer_hands_x_on_untrained(Mistake):
    """Before any training your layer predicts without gamma and beta: they count in prediction always, and the running averages as they are."""

    class BatchNorm(nn.Block):
        def __init__(self, num_features, num_dims, **kwargs):
            super().__init__(**kwargs)
            shape = (1, num_features) if num_dims == 2 else (1, num_features, 1, 1)
            self.gamma = self.params.get("gamma", shape=shape, init=init.One())
            self.beta = self.params.get("beta", shape=shape, init=init.Zero())
            self.moving = nd.zeros(shape), nd.zeros(shape)

        def forward(self, x):
            if not autograd.is_training() and self.moving[1].sum() == 0:
                return x
            moving = [a.as_in_context(x.context).astype(x.dtype) for a in self.moving]
            Y, *self.moving = batch_norm(x, self.gamma.data(), self.beta.data(), *moving, 1e-5, 0.9)
            return Y


class updates_in_prediction_too(Mistake):
    """In prediction batch_norm returns other moving averages than it was given: only training updates them, so return moving_mean and moving_var as they are."""

    def batch_norm(X, gamma, beta, moving_mean, moving_var, eps, momentum):
        axes = 0 if X.ndim == 2 else (0, 2, 3)
        mean = X.mean(axis=axes, keepdims=True)
        var = ((X - mean) ** 2).mean(axis=axes, keepdims=True)
        new_mean = momentum * moving_mean + (1 - momentum) * mean
        new_var = momentum * moving_var + (1 - momentum) * var
        if not autograd.is_training():
            mean, var = moving_mean, moving_var
        return gamma * (X - mean) / nd.sqrt(var + eps) + beta, new_mean, new_var


class updates_the_mean_in_prediction(Mistake):
    """You update the moving mean in prediction too: there both averages are returned as they are, so update them only if autograd.is_training()."""

    def batch_norm(X, gamma, beta, moving_mean, moving_var, eps, momentum):
        axes = 0 if len(X.shape) == 2 else (0, 2, 3)
        mean = X.mean(axis=axes, keepdims=True)
        var = ((X - mean) ** 2).mean(axis=axes, keepdims=True)
        if autograd.is_training():
            X_hat = (X - mean) / nd.sqrt(var + eps)
            moving_var = momentum * moving_var + (1 - momentum) * var
        else:
            X_hat = (X - moving_mean) / nd.sqrt(moving_var + eps)
        moving_mean = momentum * moving_mean + (1 - momentum) * mean
        return gamma * X_hat + beta, moving_mean, moving_var


class layer_updates_in_prediction_too(Mistake):
    """Your layer updates its running averages in prediction too, so the next answer is another one: there it uses them and changes nothing."""

    class BatchNorm(nn.Block):
        def __init__(self, num_features, num_dims, **kwargs):
            super().__init__(**kwargs)
            shape = (1, num_features) if num_dims == 2 else (1, num_features, 1, 1)
            self.gamma = self.params.get("gamma", shape=shape, init=init.One())
            self.beta = self.params.get("beta", shape=shape, init=init.Zero())
            self.moving = nd.zeros(shape), nd.zeros(shape)

        def forward(self, x):
            moving = [a.as_in_context(x.context).astype(x.dtype) for a in self.moving]
            arguments = x, self.gamma.data(), self.beta.data(), *moving, 1e-5, 0.9
            Y = batch_norm(*arguments)[0]
            with autograd.pause(train_mode=True):
                _, *self.moving = batch_norm(*arguments)
            return Y


class layer_has_no_eps(Mistake):
    """Before it has trained, your layer predicts numbers that are not finite: eps = 1e-5, added to a running variance of 0, keeps it from dividing by 0."""

    class BatchNorm(nn.Block):
        def __init__(self, num_features, num_dims, **kwargs):
            super().__init__(**kwargs)
            shape = (1, num_features) if num_dims == 2 else (1, num_features, 1, 1)
            self.gamma = self.params.get("gamma", shape=shape, init=init.One())
            self.beta = self.params.get("beta", shape=shape, init=init.Zero())
            self.moving = nd.zeros(shape), nd.zeros(shape)

        def forward(self, x):
            moving = [a.as_in_context(x.context).astype(x.dtype) for a in self.moving]
            Y, *self.moving = batch_norm(x, self.gamma.data(), self.beta.data(), *moving, 0, 0.9)
            return Y


class layer_has_an_eps_of_zero(Mistake):
    """In training your layer answers nan where a column or a channel does not vary: eps = 1e-5, added to the variance, keeps it from 0 / 0."""

    class BatchNorm(nn.Block):
        def __init__(self, num_features, num_dims, **kwargs):
            super().__init__(**kwargs)
            shape = (1, num_features) if num_dims == 2 else (1, num_features, 1, 1)
            self.gamma = self.params.get("gamma", shape=shape, init=init.One())
            self.beta = self.params.get("beta", shape=shape, init=init.Zero())
            self.moving = nd.zeros(shape), nd.ones(shape)

        def forward(self, x):
            moving = [a.as_in_context(x.context).astype(x.dtype) for a in self.moving]
            Y, *self.moving = batch_norm(x, self.gamma.data(), self.beta.data(), *moving, 0, 0.9)
            return Y


class layer_gives_gamma_and_averages_one_axis(Mistake):
    """For images gamma, beta and the running averages have the shape (num_features,), which does not line up with x: give them (1, num_features, 1, 1) for num_dims = 4."""

    class BatchNorm(nn.Block):
        def __init__(self, num_features, num_dims, **kwargs):
            super().__init__(**kwargs)
            shape = (num_features,)
            self.gamma = self.params.get("gamma", shape=shape, init=init.One())
            self.beta = self.params.get("beta", shape=shape, init=init.Zero())
            self.moving = nd.zeros(shape), nd.zeros(shape)

        def forward(self, x):
            moving = [a.as_in_context(x.context).astype(x.dtype) for a in self.moving]
            Y, *self.moving = batch_norm(x, self.gamma.data(), self.beta.data(), *moving, 1e-5, 0.9)
            return Y


class layer_gives_gamma_one_axis(Mistake):
    """For images gamma and beta have the shape (num_features,), which does not line up with x: make it (1, num_features, 1, 1) for num_dims = 4, or reshape self.gamma.data() in each call."""

    class BatchNorm(nn.Block):
        def __init__(self, num_features, num_dims, **kwargs):
            super().__init__(**kwargs)
            shape = (num_features,)
            self.gamma = self.params.get("gamma", shape=shape, init=init.One())
            self.beta = self.params.get("beta", shape=shape, init=init.Zero())
            if num_dims == 4:
                shape = (1, num_features, 1, 1)
            self.moving = nd.zeros(shape), nd.zeros(shape)

        def forward(self, x):
            moving = [a.as_in_context(x.context).astype(x.dtype) for a in self.moving]
            Y, *self.moving = batch_norm(x, self.gamma.data(), self.beta.data(), *moving, 1e-5, 0.9)
            return Y


class takes_columns_for_images(Mistake):
    """For columns you average over axes that X does not have: axis=0 where X.ndim is 2, and axis=(0, 2, 3) for images."""

    def batch_norm(X, gamma, beta, moving_mean, moving_var, eps, momentum):
        if not autograd.is_training():
            X_hat = (X - moving_mean) / nd.sqrt(moving_var + eps)
        else:
            axes = (0, 2, 3)
            mean = X.mean(axis=axes, keepdims=True)
            var = ((X - mean) ** 2).mean(axis=axes, keepdims=True)
            X_hat = (X - mean) / nd.sqrt(var + eps)
            moving_mean = momentum * moving_mean + (1 - momentum) * mean
            moving_var = momentum * moving_var + (1 - momentum) * var
        return gamma * X_hat + beta, moving_mean, moving_var


class sums_the_squared_deviations(Mistake):
    """Your variance is the sum of the squared deviations: it is their mean, ((X - mean) ** 2).mean(...)."""

    def batch_norm(X, gamma, beta, moving_mean, moving_var, eps, momentum):
        if not autograd.is_training():
            X_hat = (X - moving_mean) / nd.sqrt(moving_var + eps)
        else:
            axes = 0 if len(X.shape) == 2 else (0, 2, 3)
            mean = X.mean(axis=axes, keepdims=True)
            var = ((X - mean) ** 2).sum(axis=axes, keepdims=True)
            X_hat = (X - mean) / nd.sqrt(var + eps)
            moving_mean = momentum * moving_mean + (1 - momentum) * mean
            moving_var = momentum * moving_var + (1 - momentum) * var
        return gamma * X_hat + beta, moving_mean, moving_var


class forgets_the_brackets_of_momentum(Mistake):
    """momentum * old + 1 - momentum * new lacks brackets: momentum * old + (1 - momentum) * new."""

    def batch_norm(X, gamma, beta, moving_mean, moving_var, eps, momentum):
        if not autograd.is_training():
            X_hat = (X - moving_mean) / nd.sqrt(moving_var + eps)
        else:
            axes = 0 if len(X.shape) == 2 else (0, 2, 3)
            mean = X.mean(axis=axes, keepdims=True)
            var = ((X - mean) ** 2).mean(axis=axes, keepdims=True)
            X_hat = (X - mean) / nd.sqrt(var + eps)
            moving_mean = momentum * moving_mean + 1 - momentum * mean
            moving_var = momentum * moving_var + 1 - momentum * var
        return gamma * X_hat + beta, moving_mean, moving_var


class forgets_the_brackets_of_the_difference(Mistake):
    """X - mean / nd.sqrt(var + eps) divides the mean alone: (X - mean) / nd.sqrt(var + eps), with brackets."""

    def batch_norm(X, gamma, beta, moving_mean, moving_var, eps, momentum):
        if not autograd.is_training():
            X_hat = X - moving_mean / nd.sqrt(moving_var + eps)
        else:
            axes = 0 if len(X.shape) == 2 else (0, 2, 3)
            mean = X.mean(axis=axes, keepdims=True)
            var = ((X - mean) ** 2).mean(axis=axes, keepdims=True)
            X_hat = X - mean / nd.sqrt(var + eps)
            moving_mean = momentum * moving_mean + (1 - momentum) * mean
            moving_var = momentum * moving_var + (1 - momentum) * var
        return gamma * X_hat + beta, moving_mean, moving_var


class forgets_the_brackets_in_training(Mistake):
    """In training X - mean / nd.sqrt(var + eps) divides the mean alone: (X - mean) / nd.sqrt(var + eps), with brackets as in prediction."""

    def batch_norm(X, gamma, beta, moving_mean, moving_var, eps, momentum):
        if not autograd.is_training():
            X_hat = (X - moving_mean) / nd.sqrt(moving_var + eps)
        else:
            axes = 0 if len(X.shape) == 2 else (0, 2, 3)
            mean = X.mean(axis=axes, keepdims=True)
            var = ((X - mean) ** 2).mean(axis=axes, keepdims=True)
            X_hat = X - mean / nd.sqrt(var + eps)
            moving_mean = momentum * moving_mean + (1 - momentum) * mean
            moving_var = momentum * moving_var + (1 - momentum) * var
        return gamma * X_hat + beta, moving_mean, moving_var


class asks_whether_it_is_recorded_from_ones(Mistake):
    """You ask autograd.is_recording(), whether gradients are wanted: training or prediction is what autograd.is_training() tells."""

    def batch_norm(X, gamma, beta, moving_mean, moving_var, eps, momentum):
        if not autograd.is_recording():
            X_hat = (X - moving_mean) / nd.sqrt(moving_var + eps)
        else:
            axes = 0 if len(X.shape) == 2 else (0, 2, 3)
            mean = X.mean(axis=axes, keepdims=True)
            var = ((X - mean) ** 2).mean(axis=axes, keepdims=True)
            X_hat = (X - mean) / nd.sqrt(var + eps)
            moving_mean = momentum * moving_mean + (1 - momentum) * mean
            moving_var = momentum * moving_var + (1 - momentum) * var
        return gamma * X_hat + beta, moving_mean, moving_var

    class BatchNorm(nn.Block):
        def __init__(self, num_features, num_dims, **kwargs):
            super().__init__(**kwargs)
            shape = (1, num_features) if num_dims == 2 else (1, num_features, 1, 1)
            self.gamma = self.params.get("gamma", shape=shape, init=init.One())
            self.beta = self.params.get("beta", shape=shape, init=init.Zero())
            self.moving = nd.zeros(shape), nd.ones(shape)

        def forward(self, x):
            moving = [a.as_in_context(x.context).astype(x.dtype) for a in self.moving]
            Y, *self.moving = batch_norm(x, self.gamma.data(), self.beta.data(), *moving, 1e-5, 0.9)
            return Y


class fixes_the_type(Mistake):
    """Something that batch_norm computes with is float32 where X is float64: nd.array, nd.zeros and nd.ones need dtype=X.dtype beside ctx, and nothing needs astype('float32')."""

    def batch_norm(X, gamma, beta, moving_mean, moving_var, eps, momentum):
        if not autograd.is_training():
            X_hat = (X - moving_mean) / nd.sqrt(moving_var + eps)
        else:
            axes = 0 if len(X.shape) == 2 else (0, 2, 3)
            mean = X.mean(axis=axes, keepdims=True)
            var = ((X - mean) ** 2).mean(axis=axes, keepdims=True)
            X_hat = (X - mean) / nd.sqrt(var + eps * nd.ones(var.shape, ctx=X.context))
            moving_mean = momentum * moving_mean + (1 - momentum) * mean
            moving_var = momentum * moving_var + (1 - momentum) * var
        return gamma * X_hat + beta, moving_mean, moving_var


class takes_the_mean_for_the_variance(Mistake):
    """Your moving variance takes in the old moving mean: moving_var = momentum * moving_var + (1 - momentum) * var."""

    def batch_norm(X, gamma, beta, moving_mean, moving_var, eps, momentum):
        if not autograd.is_training():
            X_hat = (X - moving_mean) / nd.sqrt(moving_var + eps)
        else:
            axes = 0 if len(X.shape) == 2 else (0, 2, 3)
            mean = X.mean(axis=axes, keepdims=True)
            var = ((X - mean) ** 2).mean(axis=axes, keepdims=True)
            X_hat = (X - mean) / nd.sqrt(var + eps)
            moving_mean = momentum * moving_mean + (1 - momentum) * mean
            moving_var = momentum * moving_mean + (1 - momentum) * var
        return gamma * X_hat + beta, moving_mean, moving_var


class predicts_with_the_minibatch(Mistake):
    """In prediction Y comes from the minibatch's own mean and variance: there it comes from moving_mean and moving_var, which only training updates."""

    def batch_norm(X, gamma, beta, moving_mean, moving_var, eps, momentum):
        axes = 0 if X.ndim == 2 else (0, 2, 3)
        mean = X.mean(axis=axes, keepdims=True)
        var = ((X - mean) ** 2).mean(axis=axes, keepdims=True)
        if autograd.is_training():
            moving_mean = momentum * moving_mean + (1 - momentum) * mean
            moving_var = momentum * moving_var + (1 - momentum) * var
        return gamma * (X - mean) / nd.sqrt(var + eps) + beta, moving_mean, moving_var


class takes_the_minibatchs_mean_for_the_variance(Mistake):
    """Your moving variance takes in the minibatch's mean: moving_var = momentum * moving_var + (1 - momentum) * var."""

    def batch_norm(X, gamma, beta, moving_mean, moving_var, eps, momentum):
        if not autograd.is_training():
            X_hat = (X - moving_mean) / nd.sqrt(moving_var + eps)
        else:
            axes = 0 if len(X.shape) == 2 else (0, 2, 3)
            mean = X.mean(axis=axes, keepdims=True)
            var = ((X - mean) ** 2).mean(axis=axes, keepdims=True)
            X_hat = (X - mean) / nd.sqrt(var + eps)
            moving_mean = momentum * moving_mean + (1 - momentum) * mean
            moving_var = momentum * moving_var + (1 - momentum) * mean
        return gamma * X_hat + beta, moving_mean, moving_var


class asks_for_a_method_var(Mistake):
    """An NDArray has no method `var`: take the mean of the squared deviations, ((X - mean) ** 2).mean(...)."""

    def batch_norm(X, gamma, beta, moving_mean, moving_var, eps, momentum):
        if not autograd.is_training():
            X_hat = (X - moving_mean) / nd.sqrt(moving_var + eps)
        else:
            axes = 0 if len(X.shape) == 2 else (0, 2, 3)
            mean = X.mean(axis=axes, keepdims=True)
            var = X.var(axis=axes, keepdims=True)
            X_hat = (X - mean) / nd.sqrt(var + eps)
            moving_mean = momentum * moving_mean + (1 - momentum) * mean
            moving_var = momentum * moving_var + (1 - momentum) * var
        return gamma * X_hat + beta, moving_mean, moving_var


class normalises_each_image_over_its_channels(Mistake):
    """For images you average over axis=(1, 2, 3), so each image has a mean of its own: axis=(0, 2, 3) gives one for each channel."""

    def batch_norm(X, gamma, beta, moving_mean, moving_var, eps, momentum):
        if not autograd.is_training():
            X_hat = (X - moving_mean) / nd.sqrt(moving_var + eps)
        else:
            axes = 0 if len(X.shape) == 2 else (1, 2, 3)
            mean = X.mean(axis=axes, keepdims=True)
            var = ((X - mean) ** 2).mean(axis=axes, keepdims=True)
            X_hat = (X - mean) / nd.sqrt(var + eps)
            moving_mean = momentum * moving_mean + (1 - momentum) * mean
            moving_var = momentum * moving_var + (1 - momentum) * var
        return gamma * X_hat + beta, moving_mean, moving_var


class forgets_beta_for_images(Mistake):
    """For images you multiply by gamma and add nothing: gamma * X_hat + beta, as for columns."""

    def batch_norm(X, gamma, beta, moving_mean, moving_var, eps, momentum):
        if not autograd.is_training():
            X_hat = (X - moving_mean) / nd.sqrt(moving_var + eps)
        else:
            axes = 0 if len(X.shape) == 2 else (0, 2, 3)
            mean = X.mean(axis=axes, keepdims=True)
            var = ((X - mean) ** 2).mean(axis=axes, keepdims=True)
            X_hat = (X - mean) / nd.sqrt(var + eps)
            moving_mean = momentum * moving_mean + (1 - momentum) * mean
            moving_var = momentum * moving_var + (1 - momentum) * var
        if X.ndim == 4 and autograd.is_training():
            return gamma * X_hat, moving_mean, moving_var
        return gamma * X_hat + beta, moving_mean, moving_var


class counts_the_examples(Mistake):
    """len(X) is the number of examples: X.ndim, or len(X.shape), is 2 for columns and 4 for images."""

    def batch_norm(X, gamma, beta, moving_mean, moving_var, eps, momentum):
        axes = 0 if len(X) == 2 else (0, 2, 3)
        mean = X.mean(axis=axes, keepdims=True)
        var = ((X - mean) ** 2).mean(axis=axes, keepdims=True)
        if autograd.is_training():
            X_hat = (X - mean) / nd.sqrt(var + eps)
            moving_mean = momentum * moving_mean + (1 - momentum) * mean
            moving_var = momentum * moving_var + (1 - momentum) * var
        else:
            X_hat = (X - moving_mean) / nd.sqrt(moving_var + eps)
        return gamma * X_hat + beta, moving_mean, moving_var


class always_trains_and_turns_momentum_round(Mistake):
    """You use the minibatch's statistics in prediction too: ask autograd.is_training(), with its parentheses. And your momentum is the share of the new minibatch: here it is the share of the old average."""

    def batch_norm(X, gamma, beta, moving_mean, moving_var, eps, momentum):
        axes = 0 if len(X.shape) == 2 else (0, 2, 3)
        mean = X.mean(axis=axes, keepdims=True)
        var = ((X - mean) ** 2).mean(axis=axes, keepdims=True)
        if autograd.is_training():
            moving_mean = (1 - momentum) * moving_mean + momentum * mean
            moving_var = (1 - momentum) * moving_var + momentum * var
        return gamma * (X - mean) / nd.sqrt(var + eps) + beta, moving_mean, moving_var


class divides_by_n_minus_one_of_many(Mistake):
    """You divide the squared deviations by n - 1 where n is above 1: here the variance is their mean, divided by n."""

    def batch_norm(X, gamma, beta, moving_mean, moving_var, eps, momentum):
        if not autograd.is_training():
            X_hat = (X - moving_mean) / nd.sqrt(moving_var + eps)
        else:
            axes = 0 if len(X.shape) == 2 else (0, 2, 3)
            mean = X.mean(axis=axes, keepdims=True)
            n = X.size / mean.size
            var = ((X - mean) ** 2).sum(axis=axes, keepdims=True) / max(n - 1, 1)
            X_hat = (X - mean) / nd.sqrt(var + eps)
            moving_mean = momentum * moving_mean + (1 - momentum) * mean
            moving_var = momentum * moving_var + (1 - momentum) * var
        return gamma * X_hat + beta, moving_mean, moving_var


class adds_eps_after_the_root_in_training(Mistake):
    """In training you add eps to the standard deviation: add it to the variance, inside the root, as in prediction."""

    def batch_norm(X, gamma, beta, moving_mean, moving_var, eps, momentum):
        if not autograd.is_training():
            X_hat = (X - moving_mean) / nd.sqrt(moving_var + eps)
        else:
            axes = 0 if len(X.shape) == 2 else (0, 2, 3)
            mean = X.mean(axis=axes, keepdims=True)
            var = ((X - mean) ** 2).mean(axis=axes, keepdims=True)
            X_hat = (X - mean) / (nd.sqrt(var) + eps)
            moving_mean = momentum * moving_mean + (1 - momentum) * mean
            moving_var = momentum * moving_var + (1 - momentum) * var
        return gamma * X_hat + beta, moving_mean, moving_var


class adds_eps_after_the_root_in_prediction(Mistake):
    """In prediction you add eps to the standard deviation: add it to moving_var, inside the root, as in training."""

    def batch_norm(X, gamma, beta, moving_mean, moving_var, eps, momentum):
        if not autograd.is_training():
            X_hat = (X - moving_mean) / (nd.sqrt(moving_var) + eps)
        else:
            axes = 0 if len(X.shape) == 2 else (0, 2, 3)
            mean = X.mean(axis=axes, keepdims=True)
            var = ((X - mean) ** 2).mean(axis=axes, keepdims=True)
            X_hat = (X - mean) / nd.sqrt(var + eps)
            moving_mean = momentum * moving_mean + (1 - momentum) * mean
            moving_var = momentum * moving_var + (1 - momentum) * var
        return gamma * X_hat + beta, moving_mean, moving_var


class exchanges_the_new_averages(Mistake):
    """In training your moving averages come in the wrong order, the variance first: return Y, moving_mean, moving_var."""

    def batch_norm(X, gamma, beta, moving_mean, moving_var, eps, momentum):
        if not autograd.is_training():
            X_hat = (X - moving_mean) / nd.sqrt(moving_var + eps)
        else:
            axes = 0 if len(X.shape) == 2 else (0, 2, 3)
            mean = X.mean(axis=axes, keepdims=True)
            var = ((X - mean) ** 2).mean(axis=axes, keepdims=True)
            X_hat = (X - mean) / nd.sqrt(var + eps)
            moving_mean = momentum * moving_mean + (1 - momentum) * mean
            moving_var = momentum * moving_var + (1 - momentum) * var
            moving_mean, moving_var = moving_var, moving_mean
        return gamma * X_hat + beta, moving_mean, moving_var


class trains_while_recording_only(Mistake):
    """Without autograd.record() your function predicts in training too: autograd.is_training() alone decides, recorded or not."""

    def batch_norm(X, gamma, beta, moving_mean, moving_var, eps, momentum):
        if not (autograd.is_training() and autograd.is_recording()):
            X_hat = (X - moving_mean) / nd.sqrt(moving_var + eps)
        else:
            axes = 0 if len(X.shape) == 2 else (0, 2, 3)
            mean = X.mean(axis=axes, keepdims=True)
            var = ((X - mean) ** 2).mean(axis=axes, keepdims=True)
            X_hat = (X - mean) / nd.sqrt(var + eps)
            moving_mean = momentum * moving_mean + (1 - momentum) * mean
            moving_var = momentum * moving_var + (1 - momentum) * var
        return gamma * X_hat + beta, moving_mean, moving_var


class layer_learns_nothing_of_one_example(Mistake):
    """Your layer leaves its averages alone where a training batch has one example: every batch goes into them, whatever its size."""

    class BatchNorm(nn.Block):
        def __init__(self, num_features, num_dims, **kwargs):
            super().__init__(**kwargs)
            shape = (1, num_features) if num_dims == 2 else (1, num_features, 1, 1)
            self.gamma = self.params.get("gamma", shape=shape, init=init.One())
            self.beta = self.params.get("beta", shape=shape, init=init.Zero())
            self.moving = nd.zeros(shape), nd.zeros(shape)

        def forward(self, x):
            moving = [a.as_in_context(x.context).astype(x.dtype) for a in self.moving]
            Y, *moving = batch_norm(x, self.gamma.data(), self.beta.data(), *moving, 1e-5, 0.9)
            if x.shape[0] > 1:
                self.moving = moving
            return Y


class trains_while_recording_only_from_ones(Mistake):
    """Your function trains only while autograd records, and predicts otherwise: autograd.is_training() alone tells which."""

    def batch_norm(X, gamma, beta, moving_mean, moving_var, eps, momentum):
        if not (autograd.is_training() and autograd.is_recording()):
            X_hat = (X - moving_mean) / nd.sqrt(moving_var + eps)
        else:
            axes = 0 if len(X.shape) == 2 else (0, 2, 3)
            mean = X.mean(axis=axes, keepdims=True)
            var = ((X - mean) ** 2).mean(axis=axes, keepdims=True)
            X_hat = (X - mean) / nd.sqrt(var + eps)
            moving_mean = momentum * moving_mean + (1 - momentum) * mean
            moving_var = momentum * moving_var + (1 - momentum) * var
        return gamma * X_hat + beta, moving_mean, moving_var

    class BatchNorm(nn.Block):
        def __init__(self, num_features, num_dims, **kwargs):
            super().__init__(**kwargs)
            shape = (1, num_features) if num_dims == 2 else (1, num_features, 1, 1)
            self.gamma = self.params.get("gamma", shape=shape, init=init.One())
            self.beta = self.params.get("beta", shape=shape, init=init.Zero())
            self.moving = nd.zeros(shape), nd.ones(shape)

        def forward(self, x):
            moving = [a.as_in_context(x.context).astype(x.dtype) for a in self.moving]
            Y, *self.moving = batch_norm(x, self.gamma.data(), self.beta.data(), *moving, 1e-5, 0.9)
            return Y


class gives_both_shares_momentum(Mistake):
    """Both shares of your moving averages are momentum: the minibatch's share is 1 - momentum."""

    def batch_norm(X, gamma, beta, moving_mean, moving_var, eps, momentum):
        if not autograd.is_training():
            X_hat = (X - moving_mean) / nd.sqrt(moving_var + eps)
        else:
            axes = 0 if len(X.shape) == 2 else (0, 2, 3)
            mean = X.mean(axis=axes, keepdims=True)
            var = ((X - mean) ** 2).mean(axis=axes, keepdims=True)
            X_hat = (X - mean) / nd.sqrt(var + eps)
            moving_mean = momentum * moving_mean + momentum * mean
            moving_var = momentum * moving_var + momentum * var
        return gamma * X_hat + beta, moving_mean, moving_var


class gives_both_shares_of_the_variance_momentum(Mistake):
    """In your moving variance both shares are momentum: the minibatch's share is 1 - momentum, as for the mean."""

    def batch_norm(X, gamma, beta, moving_mean, moving_var, eps, momentum):
        if not autograd.is_training():
            X_hat = (X - moving_mean) / nd.sqrt(moving_var + eps)
        else:
            axes = 0 if len(X.shape) == 2 else (0, 2, 3)
            mean = X.mean(axis=axes, keepdims=True)
            var = ((X - mean) ** 2).mean(axis=axes, keepdims=True)
            X_hat = (X - mean) / nd.sqrt(var + eps)
            moving_mean = momentum * moving_mean + (1 - momentum) * mean
            moving_var = momentum * moving_var + momentum * var
        return gamma * X_hat + beta, moving_mean, moving_var


class gives_both_shares_of_the_mean_momentum(Mistake):
    """In your moving mean both shares are momentum: the minibatch's share is 1 - momentum, as for the variance."""

    def batch_norm(X, gamma, beta, moving_mean, moving_var, eps, momentum):
        if not autograd.is_training():
            X_hat = (X - moving_mean) / nd.sqrt(moving_var + eps)
        else:
            axes = 0 if len(X.shape) == 2 else (0, 2, 3)
            mean = X.mean(axis=axes, keepdims=True)
            var = ((X - mean) ** 2).mean(axis=axes, keepdims=True)
            X_hat = (X - mean) / nd.sqrt(var + eps)
            moving_mean = momentum * moving_mean + momentum * mean
            moving_var = momentum * moving_var + (1 - momentum) * var
        return gamma * X_hat + beta, moving_mean, moving_var


class keeps_the_standard_deviation(Mistake):
    """Your moving variance takes in the standard deviation: take in the variance itself, without a root."""

    def batch_norm(X, gamma, beta, moving_mean, moving_var, eps, momentum):
        if not autograd.is_training():
            X_hat = (X - moving_mean) / nd.sqrt(moving_var + eps)
        else:
            axes = 0 if len(X.shape) == 2 else (0, 2, 3)
            mean = X.mean(axis=axes, keepdims=True)
            var = ((X - mean) ** 2).mean(axis=axes, keepdims=True)
            X_hat = (X - mean) / nd.sqrt(var + eps)
            moving_mean = momentum * moving_mean + (1 - momentum) * mean
            moving_var = momentum * moving_var + (1 - momentum) * nd.sqrt(var)
        return gamma * X_hat + beta, moving_mean, moving_var


class takes_one_mean_for_all_columns(Mistake):
    """You take one mean and one variance for all columns: each column has its own, axis=0 with keepdims=True."""

    def batch_norm(X, gamma, beta, moving_mean, moving_var, eps, momentum):
        if not autograd.is_training():
            X_hat = (X - moving_mean) / nd.sqrt(moving_var + eps)
        else:
            mean = X.mean() if X.ndim == 2 else X.mean(axis=(0, 2, 3), keepdims=True)
            var = (X - mean) ** 2
            var = var.mean() if X.ndim == 2 else var.mean(axis=(0, 2, 3), keepdims=True)
            X_hat = (X - mean) / nd.sqrt(var + eps)
            moving_mean = momentum * moving_mean + (1 - momentum) * mean
            moving_var = momentum * moving_var + (1 - momentum) * var
        return gamma * X_hat + beta, moving_mean, moving_var


class normalises_each_channel_of_each_image(Mistake):
    """For images you average over axis=(2, 3), so each image has means of its own: axis=(0, 2, 3) averages over the images too."""

    def batch_norm(X, gamma, beta, moving_mean, moving_var, eps, momentum):
        if not autograd.is_training():
            X_hat = (X - moving_mean) / nd.sqrt(moving_var + eps)
        else:
            axes = 0 if len(X.shape) == 2 else (2, 3)
            mean = X.mean(axis=axes, keepdims=True)
            var = ((X - mean) ** 2).mean(axis=axes, keepdims=True)
            X_hat = (X - mean) / nd.sqrt(var + eps)
            moving_mean = momentum * moving_mean + (1 - momentum) * mean
            moving_var = momentum * moving_var + (1 - momentum) * var
        return gamma * X_hat + beta, moving_mean, moving_var


class takes_absolute_deviations(Mistake):
    """Your variance is the mean of the absolute deviations: square them, ((X - mean) ** 2).mean(...)."""

    def batch_norm(X, gamma, beta, moving_mean, moving_var, eps, momentum):
        if not autograd.is_training():
            X_hat = (X - moving_mean) / nd.sqrt(moving_var + eps)
        else:
            axes = 0 if len(X.shape) == 2 else (0, 2, 3)
            mean = X.mean(axis=axes, keepdims=True)
            var = (X - mean).abs().mean(axis=axes, keepdims=True)
            X_hat = (X - mean) / nd.sqrt(var + eps)
            moving_mean = momentum * moving_mean + (1 - momentum) * mean
            moving_var = momentum * moving_var + (1 - momentum) * var
        return gamma * X_hat + beta, moving_mean, moving_var


class takes_the_mean_of_the_squares(Mistake):
    """Your variance is the mean of the squares of X: subtract the mean before you square, ((X - mean) ** 2).mean(...)."""

    def batch_norm(X, gamma, beta, moving_mean, moving_var, eps, momentum):
        if not autograd.is_training():
            X_hat = (X - moving_mean) / nd.sqrt(moving_var + eps)
        else:
            axes = 0 if len(X.shape) == 2 else (0, 2, 3)
            mean = X.mean(axis=axes, keepdims=True)
            var = (X**2).mean(axis=axes, keepdims=True)
            X_hat = (X - mean) / nd.sqrt(var + eps)
            moving_mean = momentum * moving_mean + (1 - momentum) * mean
            moving_var = momentum * moving_var + (1 - momentum) * var
        return gamma * X_hat + beta, moving_mean, moving_var


class never_divides_in_training(Mistake):
    """In training you subtract the mean and divide by nothing: divide by nd.sqrt(var + eps), as in prediction."""

    def batch_norm(X, gamma, beta, moving_mean, moving_var, eps, momentum):
        if not autograd.is_training():
            X_hat = (X - moving_mean) / nd.sqrt(moving_var + eps)
        else:
            axes = 0 if len(X.shape) == 2 else (0, 2, 3)
            mean = X.mean(axis=axes, keepdims=True)
            var = ((X - mean) ** 2).mean(axis=axes, keepdims=True)
            X_hat = X - mean
            moving_mean = momentum * moving_mean + (1 - momentum) * mean
            moving_var = momentum * moving_var + (1 - momentum) * var
        return gamma * X_hat + beta, moving_mean, moving_var


class never_subtracts_in_training(Mistake):
    """In training you divide X itself: subtract the mean first, (X - mean) / nd.sqrt(var + eps), as in prediction."""

    def batch_norm(X, gamma, beta, moving_mean, moving_var, eps, momentum):
        if not autograd.is_training():
            X_hat = (X - moving_mean) / nd.sqrt(moving_var + eps)
        else:
            axes = 0 if len(X.shape) == 2 else (0, 2, 3)
            mean = X.mean(axis=axes, keepdims=True)
            var = ((X - mean) ** 2).mean(axis=axes, keepdims=True)
            X_hat = X / nd.sqrt(var + eps)
            moving_mean = momentum * moving_mean + (1 - momentum) * mean
            moving_var = momentum * moving_var + (1 - momentum) * var
        return gamma * X_hat + beta, moving_mean, moving_var


class never_subtracts(Mistake):
    """You divide X itself, in prediction too: subtract the mean first, (X - mean) / nd.sqrt(var + eps)."""

    def batch_norm(X, gamma, beta, moving_mean, moving_var, eps, momentum):
        if not autograd.is_training():
            X_hat = X / nd.sqrt(moving_var + eps)
        else:
            axes = 0 if len(X.shape) == 2 else (0, 2, 3)
            mean = X.mean(axis=axes, keepdims=True)
            var = ((X - mean) ** 2).mean(axis=axes, keepdims=True)
            X_hat = X / nd.sqrt(var + eps)
            moving_mean = momentum * moving_mean + (1 - momentum) * mean
            moving_var = momentum * moving_var + (1 - momentum) * var
        return gamma * X_hat + beta, moving_mean, moving_var


class has_its_own_numbers_in_training(Mistake):
    """In training eps and 1 - momentum are numbers in your code: use the arguments."""

    def batch_norm(X, gamma, beta, moving_mean, moving_var, eps, momentum):
        if not autograd.is_training():
            X_hat = (X - moving_mean) / nd.sqrt(moving_var + eps)
        else:
            axes = 0 if len(X.shape) == 2 else (0, 2, 3)
            mean = X.mean(axis=axes, keepdims=True)
            var = ((X - mean) ** 2).mean(axis=axes, keepdims=True)
            X_hat = (X - mean) / nd.sqrt(var + 1e-5)
            moving_mean = momentum * moving_mean + 0.1 * mean
            moving_var = momentum * moving_var + 0.1 * var
        return gamma * X_hat + beta, moving_mean, moving_var


class cuts_the_mean_off(Mistake):
    """No gradient flows through your minibatch's mean. It depends on X: compute with it as it comes, without detach and asnumpy."""

    def batch_norm(X, gamma, beta, moving_mean, moving_var, eps, momentum):
        if not autograd.is_training():
            X_hat = (X - moving_mean) / nd.sqrt(moving_var + eps)
        else:
            axes = 0 if len(X.shape) == 2 else (0, 2, 3)
            mean = X.mean(axis=axes, keepdims=True).detach()
            var = ((X - mean) ** 2).mean(axis=axes, keepdims=True)
            X_hat = (X - mean) / nd.sqrt(var + eps)
            moving_mean = momentum * moving_mean + (1 - momentum) * mean
            moving_var = momentum * moving_var + (1 - momentum) * var
        return gamma * X_hat + beta, moving_mean, moving_var


class forgets_eps_in_prediction(Mistake):
    """In prediction eps is missing, so you divide by 0 where the moving variance is 0: nd.sqrt(moving_var + eps), as in training."""

    def batch_norm(X, gamma, beta, moving_mean, moving_var, eps, momentum):
        if not autograd.is_training():
            X_hat = (X - moving_mean) / nd.sqrt(moving_var)
        else:
            axes = 0 if len(X.shape) == 2 else (0, 2, 3)
            mean = X.mean(axis=axes, keepdims=True)
            var = ((X - mean) ** 2).mean(axis=axes, keepdims=True)
            X_hat = (X - mean) / nd.sqrt(var + eps)
            moving_mean = momentum * moving_mean + (1 - momentum) * mean
            moving_var = momentum * moving_var + (1 - momentum) * var
        return gamma * X_hat + beta, moving_mean, moving_var


class forgets_images(Mistake):
    """Your mean gets a value for columns only: X may be images too, with four axes, and then axis=(0, 2, 3)."""

    def batch_norm(X, gamma, beta, moving_mean, moving_var, eps, momentum):
        if not autograd.is_training():
            X_hat = (X - moving_mean) / nd.sqrt(moving_var + eps)
        else:
            if X.ndim == 2:
                mean = X.mean(axis=0, keepdims=True)
                var = ((X - mean) ** 2).mean(axis=0, keepdims=True)
            X_hat = (X - mean) / nd.sqrt(var + eps)
            moving_mean = momentum * moving_mean + (1 - momentum) * mean
            moving_var = momentum * moving_var + (1 - momentum) * var
        return gamma * X_hat + beta, moving_mean, moving_var


class layer_forgets_self_of_gamma(Mistake):
    """Your layer asks for self.gamma, which was never set: write self.gamma = ... in __init__, with self."""

    class BatchNorm(nn.Block):
        def __init__(self, num_features, num_dims, **kwargs):
            super().__init__(**kwargs)
            shape = (1, num_features) if num_dims == 2 else (1, num_features, 1, 1)
            gamma = self.params.get("gamma", shape=shape, init=init.One())
            self.beta = self.params.get("beta", shape=shape, init=init.Zero())
            self.moving_mean = nd.zeros(shape)
            self.moving_var = nd.zeros(shape)

        def forward(self, x):
            Y, self.moving_mean, self.moving_var = batch_norm(
                x, self.gamma.data(), self.beta.data(), self.moving_mean, self.moving_var, 1e-5, 0.9
            )
            return Y


class layer_forgets_self_of_the_moving_mean(Mistake):
    """Your layer asks for self.moving_mean, which was never set: write self.moving_mean = ... in __init__, with self."""

    class BatchNorm(nn.Block):
        def __init__(self, num_features, num_dims, **kwargs):
            super().__init__(**kwargs)
            shape = (1, num_features) if num_dims == 2 else (1, num_features, 1, 1)
            self.gamma = self.params.get("gamma", shape=shape, init=init.One())
            self.beta = self.params.get("beta", shape=shape, init=init.Zero())
            moving_mean = nd.zeros(shape)
            self.moving_var = nd.zeros(shape)

        def forward(self, x):
            Y, self.moving_mean, self.moving_var = batch_norm(
                x, self.gamma.data(), self.beta.data(), self.moving_mean, self.moving_var, 1e-5, 0.9
            )
            return Y


class cuts_the_mean_of_columns_off(Mistake):
    """For columns no gradient flows through your minibatch's mean. It depends on X: compute with it as it comes, without detach and asnumpy."""

    def batch_norm(X, gamma, beta, moving_mean, moving_var, eps, momentum):
        if not autograd.is_training():
            X_hat = (X - moving_mean) / nd.sqrt(moving_var + eps)
        else:
            axes = 0 if len(X.shape) == 2 else (0, 2, 3)
            mean = X.mean(axis=axes, keepdims=True)
            mean = mean.detach() if X.ndim == 2 else mean
            var = ((X - mean) ** 2).mean(axis=axes, keepdims=True)
            X_hat = (X - mean) / nd.sqrt(var + eps)
            moving_mean = momentum * moving_mean + (1 - momentum) * mean
            moving_var = momentum * moving_var + (1 - momentum) * var
        return gamma * X_hat + beta, moving_mean, moving_var
