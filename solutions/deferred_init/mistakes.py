"""Wrong versions of `make_net` and `shapes_before_and_after` that learners write, each with the
sentence that would help."""

from mxnet import nd
from mxnet.gluon import nn

from grader.course import Mistake


class forgets_to_initialise(Mistake):
    """The net comes back uninitialised and cannot be called: net.initialize() before the return."""

    def make_net():
        net = nn.Sequential()
        net.add(nn.Dense(256, activation="relu"), nn.Dense(10))
        return net


class gives_the_input_size(Mistake):
    """The input size is known when the net comes back: give no in_units, leave the first call to the caller, and make a new net each time."""

    def make_net():
        net = nn.Sequential()
        net.add(nn.Dense(256, activation="relu", in_units=20), nn.Dense(10, in_units=256))
        net.initialize()
        return net


class forgets_relu(Mistake):
    """The hidden layer has no activation, so two layers are no more than one: nn.Dense(256, activation='relu')."""

    def make_net():
        net = nn.Sequential()
        net.add(nn.Dense(256), nn.Dense(10))
        net.initialize()
        return net


class ends_in_relu(Mistake):
    """The output layer has an activation too: the second layer is nn.Dense(10) alone."""

    def make_net():
        net = nn.Sequential()
        net.add(nn.Dense(256, activation="relu"), nn.Dense(10, activation="relu"))
        net.initialize()
        return net


class squashes_with_a_sigmoid(Mistake):
    """The hidden layer's activation is a sigmoid: relu is asked for."""

    def make_net():
        net = nn.Sequential()
        net.add(nn.Dense(256, activation="sigmoid"), nn.Dense(10))
        net.initialize()
        return net


class drops_out(Mistake):
    """A Dropout layer stands between the two: nothing but the two Dense layers is asked for."""

    def make_net():
        net = nn.Sequential()
        net.add(nn.Dense(256, activation="relu"), nn.Dropout(0.5), nn.Dense(10))
        net.initialize()
        return net


class takes_other_sizes(Mistake):
    """The hidden layer has 128 units: 256 are asked for."""

    def make_net():
        net = nn.Sequential()
        net.add(nn.Dense(128, activation="relu"), nn.Dense(10))
        net.initialize()
        return net


class has_one_layer(Mistake):
    """The hidden layer is missing: nn.Dense(256, activation='relu') comes before nn.Dense(10)."""

    def make_net():
        net = nn.Sequential()
        net.add(nn.Dense(10))
        net.initialize()
        return net


class adds_the_layers_turned_round(Mistake):
    """Layers run in the order in which they are added: first the hidden layer with 256 units, then the output with 10."""

    def make_net():
        net = nn.Sequential()
        net.add(nn.Dense(10), nn.Dense(256, activation="relu"))
        net.initialize()
        return net


class forgets_to_return_the_net(Mistake):
    """The net is made and then lost: end make_net with `return net`."""

    def make_net():
        net = nn.Sequential()
        net.add(nn.Dense(256, activation="relu"), nn.Dense(10))
        net.initialize()


class never_calls_the_net(Mistake):
    """The sizes are inferred by the first call: net(X) must stand between the two readings."""

    def shapes_before_and_after(net, X):
        before = {name: p.shape for name, p in net.collect_params().items()}
        after = {name: p.shape for name, p in net.collect_params().items()}
        return before, after


class reads_through_the_same_parameters(Mistake):
    """Your first dict shows the sizes after the call: read p.shape into it before net(X), and use a second dict for `after`."""

    def shapes_before_and_after(net, X):
        before = net.collect_params()
        net(X)
        after = net.collect_params()
        return (
            {name: p.shape for name, p in before.items()},
            {name: p.shape for name, p in after.items()},
        )


class returns_the_parameters(Mistake):
    """Your dicts hold Parameters, which change with the net: read p.shape of each, before and after net(X)."""

    def shapes_before_and_after(net, X):
        before = net.collect_params()
        net(X)
        return before, net.collect_params()


class returns_them_turned_round(Mistake):
    """The second dict comes first: return before, after."""

    def shapes_before_and_after(net, X):
        before = {name: p.shape for name, p in net.collect_params().items()}
        net(X)
        after = {name: p.shape for name, p in net.collect_params().items()}
        return after, before


class returns_lists(Mistake):
    """These are lists of shapes: a dict tells which parameter each shape belongs to."""

    def shapes_before_and_after(net, X):
        before = [p.shape for p in net.collect_params().values()]
        net(X)
        return before, [p.shape for p in net.collect_params().values()]


class asks_for_the_data(Mistake):
    """Before the first call a parameter has no data() yet: parameter.shape is known in part."""

    def shapes_before_and_after(net, X):
        before = {name: p.data().shape for name, p in net.collect_params().items()}
        net(X)
        return before, {name: p.data().shape for name, p in net.collect_params().items()}


class knows_the_first_layer_only(Mistake):
    """net[0] is the first layer only: net.collect_params() has the parameters of all of them."""

    def shapes_before_and_after(net, X):
        before = {name: p.shape for name, p in net[0].collect_params().items()}
        net(X)
        return before, {name: p.shape for name, p in net[0].collect_params().items()}


class goes_through_the_layers(Mistake):
    """Not every Block is a list of layers with a weight and a bias: net.collect_params().items() has all parameters of any."""

    def shapes_before_and_after(net, X):
        def shapes():
            found = {}
            for layer in net:
                found[layer.weight.name] = layer.weight.shape
                found[layer.bias.name] = layer.bias.shape
            return found

        before = shapes()
        net(X)
        return before, shapes()


class looks_one_level_deep(Mistake):
    """The layers' own parameters are not all, for a layer may hold others: net.collect_params() goes through all of them."""

    def shapes_before_and_after(net, X):
        def shapes():
            layers = net._children.values()
            return {name: p.shape for layer in layers for name, p in layer.params.items()}

        before = shapes()
        net(X)
        return before, shapes()


class asks_for_the_nets_own_params(Mistake):
    """net.params has the net's own parameters only, and a Sequential has none: collect_params() has its layers' too."""

    def shapes_before_and_after(net, X):
        before = {name: p.shape for name, p in net.params.items()}
        net(X)
        return before, {name: p.shape for name, p in net.params.items()}


class skips_the_biases(Mistake):
    """You keep the weights only: biases are parameters too."""

    def shapes_before_and_after(net, X):
        before = {name: p.shape for name, p in net.collect_params(".*weight").items()}
        net(X)
        return before, {name: p.shape for name, p in net.collect_params(".*weight").items()}


class uses_an_x_of_its_own(Mistake):
    """You call the net on an array of your own: the sizes come from the argument X."""

    def shapes_before_and_after(net, X):
        before = {name: p.shape for name, p in net.collect_params().items()}
        net(nd.random.uniform(shape=(2, 20)))
        return before, {name: p.shape for name, p in net.collect_params().items()}


class writes_the_zeros_by_hand(Mistake):
    """You write 0 for every input size, known or not: parameter.shape itself tells 0 where a size is unknown."""

    def shapes_before_and_after(net, X):
        before = {}
        for name, p in net.collect_params().items():
            before[name] = (p.shape[0], 0, *p.shape[2:]) if name.endswith("weight") else p.shape
        net(X)
        return before, {name: p.shape for name, p in net.collect_params().items()}


class calls_on_the_cpu(Mistake):
    """The net and X are no longer in one place: call the net on X as it is, not on a copy on the CPU, and do not initialise it again."""

    def shapes_before_and_after(net, X):
        before = {name: p.shape for name, p in net.collect_params().items()}
        net(nd.array(X.asnumpy()))
        return before, {name: p.shape for name, p in net.collect_params().items()}


class prints_instead_of_returning(Mistake):
    """The shapes are printed and then lost: collect them in two dicts and return those."""

    def shapes_before_and_after(net, X):
        print(net.collect_params())
        net(X)
        print(net.collect_params())


class keeps_one_dict_of_pairs(Mistake):
    """You return one dict of pairs: two dicts are asked for, before and after."""

    def shapes_before_and_after(net, X):
        before = {name: p.shape for name, p in net.collect_params().items()}
        net(X)
        return {name: (before[name], p.shape) for name, p in net.collect_params().items()}
