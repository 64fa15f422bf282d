"""Wrong versions of `initialize_normal` and `initialize_default` that learners write, each with
the sentence that would help."""

from contextlib import suppress

from mxnet import init, nd
from mxnet.gluon import nn

from grader.course import Mistake


class keeps_old_values(Mistake):
    """Layers that have values keep them, and MXNet only warns: pass force_reinit=True in any case."""

    def initialize_normal(net, sigma):
        net.initialize(init.Normal(sigma))


class passes_the_variance(Mistake):
    """init.Normal takes the standard deviation: pass sigma, not sigma squared."""

    def initialize_normal(net, sigma):
        net.initialize(init.Normal(sigma**2), force_reinit=True)


class passes_the_root(Mistake):
    """You take the root of sigma, which is the standard deviation already: pass it as it is."""

    def initialize_normal(net, sigma):
        net.initialize(init.Normal(sigma**0.5), force_reinit=True)


class has_its_own_sigma(Mistake):
    """The standard deviation is always 0.01, which is also what init.Normal() takes by itself: pass the argument sigma."""

    def initialize_normal(net, sigma):
        net.initialize(init.Normal(sigma=0.01), force_reinit=True)


class draws_from_a_uniform(Mistake):
    """The standard deviation of your weights is only about half of sigma, for example because init.Uniform(sigma) draws them: pass init.Normal(sigma)."""

    def initialize_normal(net, sigma):
        net.initialize(init.Uniform(sigma), force_reinit=True)


class draws_by_xavier(Mistake):
    """Xavier's width comes from the layer's sizes: here the standard deviation is sigma."""

    def initialize_normal(net, sigma):
        net.initialize(init.Xavier(rnd_type="gaussian"), force_reinit=True)


class draws_by_xavier_evenly(Mistake):
    """You draw by Xavier's rule, whose width comes from the layer's sizes: here the standard deviation is sigma, init.Normal(sigma)."""

    def initialize_normal(net, sigma):
        net.initialize(init.Xavier(), force_reinit=True)


class passes_a_number(Mistake):
    """initialize takes an initialiser, and what you pass is none: pass init.Normal(sigma), not a number, a class or an init.Mixed. It sets the biases to 0 by itself."""

    def initialize_normal(net, sigma):
        net.initialize(sigma, force_reinit=True)


class passes_the_mean_too(Mistake):
    """init.Normal takes one number, the standard deviation, for its mean is always 0: init.Normal(sigma)."""

    def initialize_normal(net, sigma):
        net.initialize(init.Normal(0, sigma), force_reinit=True)


class names_the_deviation_std(Mistake):
    """init.Normal has no argument `std`, for it calls the standard deviation sigma: init.Normal(sigma)."""

    def initialize_normal(net, sigma):
        net.initialize(init.Normal(std=sigma), force_reinit=True)


class names_the_mean(Mistake):
    """init.Normal has no argument `mean`, for its mean is always 0: it takes the standard deviation alone, init.Normal(sigma)."""

    def initialize_normal(net, sigma):
        net.initialize(init.Normal(mean=0, std=sigma), force_reinit=True)


class misnames_force_reinit(Mistake):
    """initialize has no argument force_init: the one that gives new values to a net that has some is force_reinit=True."""

    def initialize_normal(net, sigma):
        net.initialize(init.Normal(sigma), force_init=True)


class draws_biases_too(Mistake):
    """You draw the biases like the weights: biases start at 0."""

    def initialize_normal(net, sigma):
        for parameter in net.collect_params().values():
            parameter.initialize(init.Normal(sigma), force_reinit=True)


class draws_biases_afterwards(Mistake):
    """You draw the biases too, after the weights: leave them at 0, as net.initialize(init.Normal(sigma), force_reinit=True) makes them by itself."""

    def initialize_normal(net, sigma):
        net.initialize(init.Normal(sigma), force_reinit=True)
        for parameter in net.collect_params(".*bias").values():
            parameter.initialize(init.Normal(sigma), force_reinit=True)


class sets_data_before_it_exists(Mistake):
    """While input sizes are open there are no arrays that set_data could fill: let net.initialize(init.Normal(sigma)) draw when they are known."""

    def initialize_normal(net, sigma):
        net.initialize(force_reinit=True)
        for name, parameter in net.collect_params().items():
            if name.endswith("weight"):
                parameter.set_data(nd.random.normal(0, sigma, shape=parameter.shape))


class sets_data_of_a_new_net(Mistake):
    """set_data fills parameters that are initialised, and those of a new net are not: net.initialize(init.Normal(sigma), force_reinit=True) does both at once."""

    def initialize_normal(net, sigma):
        for name, parameter in net.collect_params().items():
            if "weight" in name:
                parameter.set_data(nd.random.normal(0, sigma, shape=parameter.shape))
            else:
                parameter.set_data(nd.zeros(parameter.shape))


class initialises_one_layer(Mistake):
    """net[0] is only the first layer: call initialize on the net itself."""

    def initialize_normal(net, sigma):
        net[0].initialize(init.Normal(sigma), force_reinit=True)


class looks_one_level_deep(Mistake):
    """Some layers stay uninitialised: net.initialize(init.Normal(sigma), ...) reaches all of them, convolutions and nested blocks too."""

    def initialize_normal(net, sigma):
        for layer in net:
            if hasattr(layer, "_units"):
                layer.initialize(init.Normal(sigma), force_reinit=True)


class asks_each_layer_for_its_bias(Mistake):
    """Not every layer has a bias, and not every weight is a Dense's or a Conv2D's: net.initialize(init.Normal(sigma), force_reinit=True) reaches all there are."""

    def initialize_normal(net, sigma):
        def start(layer):
            if hasattr(layer, "weight"):
                layer.weight.initialize(init.Normal(sigma), force_reinit=True)
                layer.bias.initialize(init.Zero(), force_reinit=True)

        net.apply(start)


class knows_two_kinds_of_layers(Mistake):
    """You draw the weights of some kinds of layers only: net.initialize(init.Normal(sigma), force_reinit=True) reaches every layer, whatever it is and wherever it stands."""

    def initialize_normal(net, sigma):
        def start(layer):
            if isinstance(layer, nn.Dense | nn.Conv2D):
                layer.initialize(init.Normal(sigma), force_reinit=True)

        net.initialize()
        net.apply(start)


class initialises_two_kinds_of_layers(Mistake):
    """Layers that are neither Dense nor Conv2D stay uninitialised: net.initialize(init.Normal(sigma), force_reinit=True) reaches every layer, whatever it is."""

    def initialize_normal(net, sigma):
        def start(layer):
            if isinstance(layer, nn.Dense | nn.Conv2D):
                layer.initialize(init.Normal(sigma), force_reinit=True)

        net.apply(start)


class initialises_dense_layers_only(Mistake):
    """Only Dense layers are initialised, and convolutions have no values at all: net.initialize(init.Normal(sigma), force_reinit=True) reaches every layer, whatever it is."""

    def initialize_normal(net, sigma):
        def start(layer):
            if isinstance(layer, nn.Dense):
                layer.initialize(init.Normal(sigma), force_reinit=True)

        net.apply(start)


class initialises_dense_layers_with_a_bias(Mistake):
    """Only Dense layers are initialised, and not each of them has a bias: net.initialize(init.Normal(sigma), force_reinit=True) reaches every layer, whatever it is."""

    def initialize_normal(net, sigma):
        def start(layer):
            if isinstance(layer, nn.Dense):
                layer.weight.initialize(init.Normal(sigma), force_reinit=True)
                layer.bias.initialize(init.Zero(), force_reinit=True)

        net.apply(start)


class skips_a_single_unit(Mistake):
    """The weight of a single unit is not drawn: a Dense(1) has weights as any other layer has."""

    def initialize_normal(net, sigma):
        class Normal(init.Initializer):
            def _init_weight(self, name, data):
                data[:] = nd.random.normal(0, sigma, shape=data.shape) if len(data) > 1 else 0

        net.initialize(Normal(), force_reinit=True)


class switches_gradients_off(Mistake):
    """grad_req "null" keeps the net from learning: initialise it and change nothing else."""

    def initialize_normal(net, sigma):
        net.initialize(init.Normal(sigma), force_reinit=True)
        net.collect_params().setattr("grad_req", "null")


class takes_sigma_for_the_mean(Mistake):
    """The first number of nd.random.normal is the mean and the second the standard deviation: nd.random.normal(0, sigma, ...)."""

    def initialize_normal(net, sigma):
        class Normal(init.Initializer):
            def _init_weight(self, name, data):
                data[:] = nd.random.normal(sigma, shape=data.shape)

        net.initialize(Normal(), force_reinit=True)


class rebinds_the_name(Mistake):
    """Every weight is 0: draw with init.Normal(sigma). In an initialiser of your own write data[:] = ..., because `data = ...` does not change the array."""

    def initialize_normal(net, sigma):
        class Normal(init.Initializer):
            def _init_weight(self, name, data):
                data = nd.random.normal(0, sigma, shape=data.shape)

        net.initialize(Normal(), force_reinit=True)


class initialises_nothing(Mistake):
    """Both nets stay uninitialised: call initialize on the net that was given. To return an initialiser or a net of your own does nothing to it."""

    def initialize_normal(net, sigma):
        return init.Normal(sigma)

    def initialize_default(net):
        return init.Uniform(0.07)


class sets_one_number(Mistake):
    """Every weight is the same number, so all units of a layer stay equal: draw with init.Normal(sigma)."""

    def initialize_normal(net, sigma):
        net.initialize(init.Constant(sigma), force_reinit=True)


class makes_an_initialiser_only(Mistake):
    """The net that was given stays uninitialised: an initialiser or another net does nothing to it, net.initialize(init.Normal(sigma), force_reinit=True) does."""

    def initialize_normal(net, sigma):
        init.Normal(sigma)


class leaves_the_biases(Mistake):
    """Only the weights are initialised anew, and old biases stay: initialize the whole net."""

    def initialize_normal(net, sigma):
        net.initialize(init.Normal(sigma))
        net.collect_params(".*weight").initialize(init.Normal(sigma), force_reinit=True)


class seeds_in_each_call(Mistake):
    """Two calls give the same numbers, so nets of one shape start equal: seed nothing inside, and keep no draws for the next call."""

    def initialize_normal(net, sigma):
        import mxnet as mx

        mx.random.seed(42)
        net.initialize(init.Normal(sigma), force_reinit=True)


class initialises_weights_only(Mistake):
    """The biases of a new net get no values: initialize the whole net, and they become 0."""

    def initialize_normal(net, sigma):
        net.collect_params(".*weight").initialize(init.Normal(sigma), force_reinit=True)


class calls_the_net(Mistake):
    """A call inside the function fixes the input size, or does not fit it: let the caller call the net."""

    def initialize_normal(net, sigma):
        net.initialize(init.Normal(sigma), force_reinit=True)
        net(nd.zeros((1, 784)))


class takes_normal_for_the_default(Mistake):
    """The draws keep away from -0.07 and 0.07, the ends of Gluon's default, as those of N(0, 0.01²) do: call net.initialize() without arguments."""

    def initialize_default(net):
        net.initialize(init.Normal(sigma=0.01))


class takes_xavier_for_the_default(Mistake):
    """Xavier is not Gluon's default: net.initialize() without arguments draws from U(-0.07, 0.07)."""

    def initialize_default(net):
        net.initialize(init.Xavier())


class takes_one_for_the_width(Mistake):
    """The draws reach from -1 to 1: the default's bound is 0.07."""

    def initialize_default(net):
        net.initialize(init.Uniform(1))


class passes_both_bounds(Mistake):
    """init.Uniform takes one number, the bound: init.Uniform(0.07) draws from U(-0.07, 0.07), as net.initialize() does by itself."""

    def initialize_default(net):
        net.initialize(init.Uniform(-0.07, 0.07))


class names_both_bounds(Mistake):
    """init.Uniform has no argument `low`: it takes the bound alone, init.Uniform(0.07), and net.initialize() by itself does the same."""

    def initialize_default(net):
        net.initialize(init.Uniform(low=-0.07, high=0.07))


class passes_the_lower_bound(Mistake):
    """Your lower bound is above the upper one: init.Uniform takes the upper bound, init.Uniform(0.07). net.initialize() alone does the same."""

    def initialize_default(net):
        net.initialize(init.Uniform(-0.07))


class draws_from_zero_upwards(Mistake):
    """The draws are never negative: U(-0.07, 0.07) is symmetric about 0, as net.initialize() draws by itself."""

    def initialize_default(net):
        class Positive(init.Initializer):
            def _init_weight(self, name, data):
                data[:] = nd.random.uniform(0, 0.07, shape=data.shape)

        net.initialize(Positive())


class zeroes_everything(Mistake):
    """All weights are 0, so all units of a layer stay equal: only biases start at 0."""

    def initialize_default(net):
        net.initialize(init.Zero())


class does_not_call_initialize(Mistake):
    """The net that was given stays uninitialised: call net.initialize(), with its parentheses. An initialiser or another net does nothing to it."""

    def initialize_default(net):
        net.initialize


class fills_the_arrays_by_hand(Mistake):
    """set_data needs sizes that are known, and the net may not know them yet: net.initialize() alone is the default."""

    def initialize_default(net):
        net.initialize()
        for name, parameter in net.collect_params().items():
            if name.endswith("weight"):
                parameter.set_data(nd.random.uniform(-0.07, 0.07, shape=parameter.shape))


class looks_one_level_deep_for_the_default(Mistake):
    """Some layers stay uninitialised: net.initialize() reaches all of them, convolutions and nested blocks too."""

    def initialize_default(net):
        for layer in net:
            if hasattr(layer, "_units"):
                layer.initialize()


class draws_the_default_from_a_normal(Mistake):
    """0.07 is the bound of a uniform distribution, not a standard deviation: net.initialize() without arguments."""

    def initialize_default(net):
        net.initialize(init.Normal(0.07))


class has_another_width(Mistake):
    """The draws are too close together: the default reaches from -0.07 to 0.07."""

    def initialize_default(net):
        net.initialize(init.Uniform(0.01))


class has_a_width_ten_times_as_large(Mistake):
    """The draws reach from -0.7 to 0.7: the default's bound is 0.07."""

    def initialize_default(net):
        net.initialize(init.Uniform(0.7))


class draws_biases_by_default(Mistake):
    """initialize_default draws the biases too: net.initialize() on the whole net sets them to 0."""

    def initialize_default(net):
        for parameter in net.collect_params().values():
            parameter.initialize(init.Uniform(0.07))


class draws_biases_by_default_afterwards(Mistake):
    """initialize_default draws the biases too, after the weights: leave them at 0, as net.initialize() makes them by itself."""

    def initialize_default(net):
        net.initialize()
        for parameter in net.collect_params(".*bias").values():
            parameter.initialize(init.Uniform(0.07), force_reinit=True)


class always_draws_with_one(Mistake):
    """The standard deviation is always 1, whatever sigma is: pass the argument, init.Normal(sigma)."""

    def initialize_normal(net, sigma):
        net.initialize(init.Normal(1), force_reinit=True)


class knows_the_dense_layers_of_the_net_only(Mistake):
    """Only some layers get draws from N(0, sigma²), such as the net's first or its own Dense layers: net.initialize(init.Normal(sigma), force_reinit=True) reaches every layer, nested ones too."""

    def initialize_normal(net, sigma):
        net.initialize()
        for layer in net:
            if isinstance(layer, nn.Dense):
                layer.initialize(init.Normal(sigma), force_reinit=True)


class switches_gradients_off_by_default(Mistake):
    """After initialize_default the net cannot learn, for grad_req is "null": call net.initialize() and change nothing else."""

    def initialize_default(net):
        net.initialize()
        net.collect_params().setattr("grad_req", "null")


class takes_the_base_of_all_initialisers(Mistake):
    """Your initialiser does not say how weights are drawn: init.Initializer itself does not, so pass init.Normal(sigma), or give a class of your own the method _init_weight."""

    def initialize_normal(net, sigma):
        net.initialize(init.Initializer(sigma=sigma), force_reinit=True)


class draws_once_for_equal_shapes(Mistake):
    """Layers of one shape get the same numbers: draw anew for each, as init.Normal(sigma) does."""

    def initialize_normal(net, sigma):
        class Kept(init.Initializer):
            def _init_weight(self, name, data):
                if data.shape not in kept:
                    kept[data.shape] = nd.random.normal(0, sigma, data.shape)
                data[:] = kept[data.shape]

        kept = {}
        net.initialize(Kept(), force_reinit=True)


class starts_only_dense_layers_anew(Mistake):
    """Of the layers that have values only some get new ones, as where you choose them by their class or prefix: net.initialize(init.Normal(sigma), force_reinit=True) draws for all of them."""

    def initialize_normal(net, sigma):
        def start(layer):
            if isinstance(layer, nn.Dense):
                layer.initialize(init.Normal(sigma), force_reinit=True)

        net.initialize(init.Normal(sigma))
        net.apply(start)


class starts_usual_names_anew(Mistake):
    """You choose what gets new values by the names dense and conv, but a layer may have another prefix: net.initialize(init.Normal(sigma), force_reinit=True) draws for all layers."""

    def initialize_normal(net, sigma):
        net.initialize(init.Normal(sigma))
        net.collect_params(".*dense|.*conv").initialize(init.Normal(sigma), force_reinit=True)


class calls_the_net_by_default(Mistake):
    """initialize_default calls the net, which fixes its input sizes: leave the call to the caller, net.initialize() alone is the default."""

    def initialize_default(net):
        net.initialize()
        with suppress(Exception):
            net(nd.zeros((1, 784)))


class splits_names(Mistake):
    """You read a parameter's kind from the middle of its name, but names of nested layers have more parts, as sequential0_dense0_weight: ask name.endswith('weight'), or call net.initialize(init.Normal(sigma), force_reinit=True)."""

    def initialize_normal(net, sigma):
        for name, parameter in net.collect_params().items():
            kind = name.split("_")[1]
            chosen = init.Normal(sigma) if kind == "weight" else init.Zero()
            parameter.initialize(chosen, force_reinit=True)


class shares_sigma_between_nets(Mistake):
    """While input sizes are open nothing is drawn, and by then your sigma is that of a later call, as where it is a global name or belongs to the class: init.Normal(sigma) keeps its own."""

    class Normal(init.Initializer):
        def _init_weight(self, name, data):
            data[:] = nd.random.normal(0, Normal.sigma, shape=data.shape)

    def initialize_normal(net, sigma):
        Normal.sigma = sigma
        net.initialize(Normal(), force_reinit=True)


class loops_over_the_net(Mistake):
    """initialize_normal loops over the net or takes net[0], which only nn.Sequential allows: net.initialize(init.Normal(sigma), force_reinit=True) reaches the layers of every Block."""

    def initialize_normal(net, sigma):
        for layer in net:
            layer.initialize(init.Normal(sigma), force_reinit=True)


class loops_over_the_net_by_default(Mistake):
    """initialize_default loops over the net or takes net[0], which only nn.Sequential allows: net.initialize() reaches the layers of every Block."""

    def initialize_default(net):
        for layer in net:
            layer.initialize()


class loops_over_the_children(Mistake):
    """initialize_normal initialises what the net holds and not the net itself, but a net may be a single layer, which holds none: net.initialize(init.Normal(sigma), force_reinit=True) reaches it, too."""

    def initialize_normal(net, sigma):
        for layer in net._children.values():
            layer.initialize(init.Normal(sigma), force_reinit=True)


class loops_over_the_children_by_default(Mistake):
    """initialize_default initialises what the net holds and not the net itself, but a net may be a single layer, which holds none: net.initialize() reaches it, too."""

    def initialize_default(net):
        for layer in net._children.values():
            layer.initialize()


class passes_the_variance_and_keeps_old_values(Mistake):
    """init.Normal takes the standard deviation, sigma and not sigma squared. Layers that have values keep them, too: pass force_reinit=True."""

    def initialize_normal(net, sigma):
        net.initialize(init.Normal(sigma**2))


class knows_dense_layers_only(Mistake):
    """Only Dense layers get draws from N(0, sigma²): convolutions have weights too, and net.initialize(init.Normal(sigma), force_reinit=True) reaches every layer, whatever it is."""

    def initialize_normal(net, sigma):
        def start(layer):
            if isinstance(layer, nn.Dense):
                layer.initialize(init.Normal(sigma), force_reinit=True)

        net.initialize(force_reinit=True)
        net.apply(start)


class draws_kernels_closer_together(Mistake):
    """The standard deviation of a convolution's weights is not sigma: every weight is drawn from N(0, sigma²), whatever its layer, as init.Normal(sigma) does it."""

    def initialize_normal(net, sigma):
        class Narrow(init.Normal):
            def _init_weight(self, name, data):
                super()._init_weight(name, data)
                data *= 0.7 if data.ndim == 4 else 1

        net.initialize(Narrow(sigma), force_reinit=True)


class draws_kernels_closer_together_by_default(Mistake):
    """initialize_default draws a convolution's weights from another interval than (-0.07, 0.07): net.initialize() alone draws those of every layer from it."""

    def initialize_default(net):
        class Narrow(init.Uniform):
            def _init_weight(self, name, data):
                super()._init_weight(name, data)
                data *= 0.7 if data.ndim == 4 else 1

        net.initialize(Narrow())
