"""Wrong versions of `make_net` and `shapes_before_and_after` that learners write, each with the
sentence that would help."""

from mxnet import nd
from mxnet.gluon import nn

from grader.course import Mistake


class forgets_to_initialise(Mistake):
    """The net comes back uninitialised: call net.initialize() after the last net.add(...) and before the return."""

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


class ends_in_softmax(Mistake):
    """The rows of the net's answer sum to 1: softmax belongs to the loss, and the last layer is nn.Dense(10) alone."""

    def make_net():
        net = nn.Sequential()
        net.add(nn.Dense(256, activation="relu"), nn.Dense(10), nn.Lambda("softmax"))
        net.initialize()
        return net


class leaves_out_the_output_bias(Mistake):
    """The output layer has a bias too: leave use_bias at its default."""

    def make_net():
        net = nn.Sequential()
        net.add(nn.Dense(256, activation="relu"), nn.Dense(10, use_bias=False))
        net.initialize()
        return net


class puts_relu_last(Mistake):
    """relu stands behind the output layer: it belongs to the hidden one, nn.Dense(256, activation='relu')."""

    def make_net():
        net = nn.Sequential()
        net.add(nn.Dense(256), nn.Dense(10, activation="relu"))
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
    """Your first dict shows the sizes after a call: read p.shape of each parameter into it before the net is called at all, and into a second dict after net(X)."""

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
    """Before the first call a parameter has no data() yet: take p.shape instead of p.data().shape, for it is known in part, with a 0 for each unknown size."""

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


class goes_through_the_layers_for_their_weights(Mistake):
    """You keep the weights of the net's layers only, but there are biases too, and not every Block is a list of layers with a weight: net.collect_params().items() has all parameters of any."""

    def shapes_before_and_after(net, X):
        before = {layer.weight.name: layer.weight.shape for layer in net}
        net(X)
        return before, {layer.weight.name: layer.weight.shape for layer in net}


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


class returns_inside_the_loop(Mistake):
    """Your dicts hold the first parameter alone, as where a `return` stands inside the loop: put it behind the loop."""

    def shapes_before_and_after(net, X):
        def shapes():
            for name, p in net.collect_params().items():
                return {name: p.shape}

        before = shapes()
        net(X)
        return before, shapes()


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
    """Your function answers None: collect the shapes in two dicts and return those."""

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


class shortens_the_names(Mistake):
    """Names such as 'weight' are alike in all layers, so that one overwrites the other: keep the names of net.collect_params()."""

    def shapes_before_and_after(net, X):
        def shapes():
            found = net.collect_params().items()
            return {name.split("_")[-1]: p.shape for name, p in found}

        before = shapes()
        net(X)
        return before, shapes()


class numbers_the_layers(Mistake):
    """These are the weights of two layers by number: net.collect_params().items() gives all parameters of any net by name."""

    def shapes_before_and_after(net, X):
        def shapes():
            return {i: net[i].weight.shape for i in range(2)}

        before = shapes()
        net(X)
        return before, shapes()


class returns_two_shapes(Mistake):
    """These are the shapes of two weights: dicts of all parameters are asked for, which net.collect_params().items() gives."""

    def shapes_before_and_after(net, X):
        def shapes():
            return net[0].weight.shape, net[1].weight.shape

        before = shapes()
        net(X)
        return before, shapes()


class asks_two_layers(Mistake):
    """net[0] and net[1] are all layers of some nets only, and not every layer has a weight: net.collect_params().items() has all parameters of any net."""

    def shapes_before_and_after(net, X):
        def shapes():
            layers = net[0], net[1]
            return {p.name: p.shape for layer in layers for p in (layer.weight, layer.bias)}

        before = shapes()
        net(X)
        return before, shapes()


class skips_what_is_unknown(Mistake):
    """Parameters whose sizes are unknown are missing from your first dict: p.shape tells them already, with a 0 for each unknown size."""

    def shapes_before_and_after(net, X):
        def shapes():
            params = net.collect_params().items()
            return {name: p.shape for name, p in params if 0 not in p.shape}

        before = shapes()
        net(X)
        return before, shapes()


class answers_none_for_the_unknown(Mistake):
    """You answer None for a shape that is not fully known: p.shape has a 0 for each unknown size, so keep it as it is."""

    def shapes_before_and_after(net, X):
        def shapes():
            params = net.collect_params().items()
            return {name: None if 0 in p.shape else p.shape for name, p in params}

        before = shapes()
        net(X)
        return before, shapes()


class answers_none_for_the_unknown_at_first(Mistake):
    """Your first dict has None for a shape that is not fully known: p.shape has a 0 for each unknown size, so keep it as it is."""

    def shapes_before_and_after(net, X):
        params = net.collect_params().items()
        before = {name: None if 0 in p.shape else p.shape for name, p in params}
        net(X)
        return before, {name: p.shape for name, p in params}


class writes_minus_one(Mistake):
    """You write -1 for an unknown size: p.shape has a 0 there, so keep it as it is."""

    def shapes_before_and_after(net, X):
        def shapes():
            params = net.collect_params().items()
            return {name: tuple(size or -1 for size in p.shape) for name, p in params}

        before = shapes()
        net(X)
        return before, shapes()


class drops_the_zeros(Mistake):
    """You leave unknown sizes out of the shapes: p.shape has a 0 for each, so keep it as it is."""

    def shapes_before_and_after(net, X):
        def shapes():
            params = net.collect_params().items()
            return {name: tuple(filter(None, p.shape)) for name, p in params}

        before = shapes()
        net(X)
        return before, shapes()


class makes_strings_of_shapes(Mistake):
    """Your shapes are strings: p.shape is a tuple, so keep it as it is."""

    def shapes_before_and_after(net, X):
        def shapes():
            return {name: str(p.shape) for name, p in net.collect_params().items()}

        before = shapes()
        net(X)
        return before, shapes()


class shows_a_net_of_its_own(Mistake):
    """These are the parameters of another net: use the argument net."""

    def shapes_before_and_after(net, X):
        net = make_net()
        before = {name: p.shape for name, p in net.collect_params().items()}
        net(X)
        return before, {name: p.shape for name, p in net.collect_params().items()}


class shares_its_dicts(Mistake):
    """Your dicts still hold what an earlier call put in: make new dicts inside the function, in each call."""

    def shapes_before_and_after(net, X, before={}, after={}):
        for name, p in net.collect_params().items():
            before[name] = p.shape
        net(X)
        for name, p in net.collect_params().items():
            after[name] = p.shape
        return before, after


class returns_one_dict_twice(Mistake):
    """Both your dicts hold the shapes after the call, and what an earlier call put in, as one dict for both does: make two new dicts inside the function, the first before net(X)."""

    def shapes_before_and_after(net, X, shapes={}):
        for name, p in net.collect_params().items():
            shapes[name] = p.shape
        before = shapes
        net(X)
        for name, p in net.collect_params().items():
            shapes[name] = p.shape
        return before, shapes


class calls_on_float32(Mistake):
    """You call the net on a copy in float32, which a net in float64 does not take: call it on X as it is."""

    def shapes_before_and_after(net, X):
        before = {name: p.shape for name, p in net.collect_params().items()}
        net(X.astype("float32"))
        return before, {name: p.shape for name, p in net.collect_params().items()}


class changes_x(Mistake):
    """You write into X, which is the caller's: call the net on it and change nothing."""

    def shapes_before_and_after(net, X):
        X[:] = 0
        before = {name: p.shape for name, p in net.collect_params().items()}
        net(X)
        return before, {name: p.shape for name, p in net.collect_params().items()}


class keeps_its_answers(Mistake):
    """You keep an answer for each shape of X, and give it for another net too: read the shapes anew in each call."""

    def shapes_before_and_after(net, X):
        answers = vars(shapes_before_and_after).setdefault("answers", {})
        if X.shape not in answers:
            before = {name: p.shape for name, p in net.collect_params().items()}
            net(X)
            answers[X.shape] = before, {name: p.shape for name, p in net.collect_params().items()}
        return answers[X.shape]


class initialises_in_the_other_function(Mistake):
    """make_net returns an uninitialised net, and shapes_before_and_after initialises the one that it gets, wherever that was: call net.initialize() in make_net and only there."""

    def make_net():
        net = nn.Sequential()
        net.add(nn.Dense(256, activation="relu"), nn.Dense(10))
        return net

    def shapes_before_and_after(net, X):
        net.initialize()
        before = {name: p.shape for name, p in net.collect_params().items()}
        net(X)
        return before, {name: p.shape for name, p in net.collect_params().items()}


class writes_the_first_dict_by_hand(Mistake):
    """Your first dict is that of one net, whatever net you get: make it from net.collect_params().items(), before net(X)."""

    def shapes_before_and_after(net, X):
        before = {"dense0_weight": (256, 0), "dense0_bias": (256,)}
        before |= {"dense1_weight": (10, 0), "dense1_bias": (10,)}
        net(X)
        return before, {name: p.shape for name, p in net.collect_params().items()}


class writes_both_dicts_by_hand(Mistake):
    """Your dicts are those of one net, whatever net you get: make them from net.collect_params().items(), before and after net(X)."""

    def shapes_before_and_after(net, X):
        before = {"dense0_weight": (256, 0), "dense0_bias": (256,)}
        before |= {"dense1_weight": (10, 0), "dense1_bias": (10,)}
        net(X)
        return before, {**before, "dense0_weight": (256, 20), "dense1_weight": (10, 256)}


class returns_the_first_parameters(Mistake):
    """Your first dict holds Parameters, which change with the net: read p.shape of each before net(X)."""

    def shapes_before_and_after(net, X):
        before = net.collect_params()
        net(X)
        return before, {name: p.shape for name, p in net.collect_params().items()}


class returns_the_data(Mistake):
    """Your second dict holds the parameters' arrays: their shapes are asked for, p.shape."""

    def shapes_before_and_after(net, X):
        before = {name: p.shape for name, p in net.collect_params().items()}
        net(X)
        return before, {name: p.data() for name, p in net.collect_params().items()}


class gives_the_second_input_size(Mistake):
    """The second layer's input size is known before the first call: give no in_units there either, nn.Dense(10)."""

    def make_net():
        net = nn.Sequential()
        net.add(nn.Dense(256, activation="relu"), nn.Dense(10, in_units=256))
        net.initialize()
        return net


class initialises_a_known_net(Mistake):
    """You initialise the net again, and it loses its weights: only read its shapes and call net(X)."""

    def shapes_before_and_after(net, X):
        if all(0 not in p.shape for p in net.collect_params().values()):
            net.initialize(force_reinit=True)
        before = {name: p.shape for name, p in net.collect_params().items()}
        net(X)
        return before, {name: p.shape for name, p in net.collect_params().items()}


class asks_for_the_data_at_last(Mistake):
    """A layer that forward does not call has no data() even after net(X): p.shape tells what is known of it, with a 0 for each unknown size."""

    def shapes_before_and_after(net, X):
        before = {name: p.shape for name, p in net.collect_params().items()}
        net(X)
        return before, {name: p.data().shape for name, p in net.collect_params().items()}


class picks_dense_layers_by_name(Mistake):
    """You keep the parameters with 'dense' in their names, but a layer may have any name: net.collect_params().items() gives all of them."""

    def shapes_before_and_after(net, X):
        def shapes():
            return {name: p.shape for name, p in net.collect_params().items() if "dense" in name}

        before = shapes()
        net(X)
        return before, shapes()


class writes_none_for_unknown_sizes(Mistake):
    """You write None for an unknown size: p.shape has a 0 there, so keep it as it is."""

    def shapes_before_and_after(net, X):
        def known(shape):
            return tuple(size or None for size in shape)

        before = {name: known(p.shape) for name, p in net.collect_params().items()}
        net(X)
        return before, {name: p.shape for name, p in net.collect_params().items()}


class initialises_too_early(Mistake):
    """Some layers come back uninitialised: call net.initialize() once all of them are added, for it reaches only layers that are there already."""

    def make_net():
        net = nn.Sequential()
        net.add(nn.Dense(256, activation="relu"))
        net.initialize()
        net.add(nn.Dense(10))
        return net


class switches_gradients_off(Mistake):
    """grad_req "null" keeps the net from learning: initialise it and change nothing else."""

    def make_net():
        net = nn.Sequential()
        net.add(nn.Dense(256, activation="relu"), nn.Dense(10))
        net.initialize()
        net.collect_params().setattr("grad_req", "null")
        return net


class hides_its_layers_in_a_list(Mistake):
    """Your net does not know its layers, for example because a Block keeps them in a list: use nn.Sequential and add, or make each layer an attribute, self.hidden = ..."""

    def make_net():
        class Net(nn.Block):
            def __init__(self):
                super().__init__()
                self.layers = [nn.Dense(256, activation="relu"), nn.Dense(10)]

            def forward(self, x):
                for layer in self.layers:
                    x = layer(x)
                return x

        net = Net()
        net.initialize()
        return net


class returns_a_list_of_layers(Mistake):
    """make_net returns a list of layers, which is no net: add them to an nn.Sequential, and initialise and return that."""

    def make_net():
        layers = [nn.Dense(256, activation="relu"), nn.Dense(10)]
        for layer in layers:
            layer.initialize()
        return layers


class forgets_items(Mistake):
    """A loop over net.collect_params() gives the names alone: write net.collect_params().items(), which gives each name with its parameter."""

    def shapes_before_and_after(net, X):
        before = {name: p.shape for name, p in net.collect_params()}
        net(X)
        after = {name: p.shape for name, p in net.collect_params()}
        return before, after


class has_two_hidden_layers(Mistake):
    """There are two hidden layers: one is asked for, nn.Dense(256, activation='relu'), before nn.Dense(10)."""

    def make_net():
        net = nn.Sequential()
        net.add(nn.Dense(256, activation="relu"), nn.Dense(256, activation="relu"), nn.Dense(10))
        net.initialize()
        return net


class writes_none_in_both_dicts(Mistake):
    """Both your dicts have None for an unknown size: p.shape has a 0 there, so keep it as it is."""

    def shapes_before_and_after(net, X):
        def shapes():
            items = net.collect_params().items()
            return {name: tuple(size or None for size in p.shape) for name, p in items}

        before = shapes()
        net(X)
        return before, shapes()
