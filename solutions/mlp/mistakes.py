"""Wrong versions of `make_net` that learners write, each with the sentence that would help."""

import mxnet as mx
from mxnet import gluon, init, nd
from mxnet.gluon import nn

from grader.course import Mistake


class forgets_relu(Mistake):
    """Without relu between them two dense layers are no more than one: nn.Dense(256, activation="relu")."""

    def make_net():
        net = nn.Sequential()
        net.add(nn.Dense(256), nn.Dense(10))
        net.initialize(init.Normal(sigma=0.01))
        return net


class activates_the_output(Mistake):
    """relu after the last layer makes all negative scores 0: only the hidden layer has an activation."""

    def make_net():
        net = nn.Sequential()
        net.add(nn.Dense(256, activation="relu"), nn.Dense(10, activation="relu"))
        net.initialize(init.Normal(sigma=0.01))
        return net


class activates_the_output_only(Mistake):
    """relu stands after the output: it belongs to the hidden layer, nn.Dense(256, activation="relu")."""

    def make_net():
        net = nn.Sequential()
        net.add(nn.Dense(256), nn.Dense(10, activation="relu"))
        net.initialize(init.Normal(sigma=0.01))
        return net


class uses_the_sigmoid(Mistake):
    """The hidden layer's activation is "relu", not "sigmoid"."""

    def make_net():
        net = nn.Sequential()
        net.add(nn.Dense(256, activation="sigmoid"), nn.Dense(10))
        net.initialize(init.Normal(sigma=0.01))
        return net


class uses_tanh(Mistake):
    """The hidden layer's activation is "relu", not "tanh"."""

    def make_net():
        net = nn.Sequential()
        net.add(nn.Dense(256, activation="tanh"), nn.Dense(10))
        net.initialize(init.Normal(sigma=0.01))
        return net


class applies_softmax(Mistake):
    """The net answers scores; softmax is part of the loss, so leave it out here."""

    def make_net():
        net = nn.Sequential()
        net.add(nn.Dense(256, activation="relu"), nn.Dense(10), nn.Lambda(lambda X: nd.softmax(X)))
        net.initialize(init.Normal(sigma=0.01))
        return net


class swaps_the_sizes(Mistake):
    """The hidden layer has 256 units and the output 10, in this order."""

    def make_net():
        net = nn.Sequential()
        net.add(nn.Dense(10, activation="relu"), nn.Dense(256))
        net.initialize(init.Normal(sigma=0.01))
        return net


class has_another_hidden_size(Mistake):
    """The hidden layer has 256 units here, not 128."""

    def make_net():
        net = nn.Sequential()
        net.add(nn.Dense(128, activation="relu"), nn.Dense(10))
        net.initialize(init.Normal(sigma=0.01))
        return net


class has_a_third_layer(Mistake):
    """There is one hidden layer: leave the second one out."""

    def make_net():
        net = nn.Sequential()
        net.add(nn.Dense(256, activation="relu"), nn.Dense(256, activation="relu"), nn.Dense(10))
        net.initialize(init.Normal(sigma=0.01))
        return net


class has_no_hidden_layer(Mistake):
    """This is softmax regression: add the hidden layer, nn.Dense(256, activation="relu"), before the output."""

    def make_net():
        net = nn.Sequential()
        net.add(nn.Dense(10))
        net.initialize(init.Normal(sigma=0.01))
        return net


class has_no_output_layer(Mistake):
    """The hidden layer is the only one: add nn.Dense(10) after it, and if you add the layers in a loop, let no `return` stand inside it."""

    def make_net():
        net = nn.Sequential()
        net.add(nn.Dense(256, activation="relu"))
        net.initialize(init.Normal(sigma=0.01))
        return net


class leaves_the_biases_out(Mistake):
    """use_bias=False takes the biases away: leave it out."""

    def make_net():
        net = nn.Sequential()
        net.add(nn.Dense(256, activation="relu", use_bias=False), nn.Dense(10, use_bias=False))
        net.initialize(init.Normal(sigma=0.01))
        return net


class fixes_the_input_size(Mistake):
    """The input size is fixed, by in_units or by a call inside make_net: leave that out, and Gluon infers it."""

    def make_net():
        net = nn.Sequential()
        net.add(nn.Dense(256, activation="relu", in_units=784), nn.Dense(10))
        net.initialize(init.Normal(sigma=0.01))
        return net


class gives_inputs_and_outputs(Mistake):
    """nn.Dense(784, 256) is PyTorch's way, and Gluon takes the second number for an activation: give the number of outputs alone, nn.Dense(256)."""

    def make_net():
        net = nn.Sequential()
        net.add(nn.Dense(784, 256), nn.Activation("relu"), nn.Dense(256, 10))
        net.initialize(init.Normal(sigma=0.01))
        return net


class gives_inputs_outputs_and_activation(Mistake):
    """nn.Dense(784, 256, activation="relu") has the activation twice, because the second argument stands for it, too: give the number of outputs alone, nn.Dense(256, activation="relu")."""

    def make_net():
        net = nn.Sequential()
        net.add(nn.Dense(784, 256, activation="relu"), nn.Dense(256, 10))
        net.initialize(init.Normal(sigma=0.01))
        return net


class does_not_flatten(Mistake):
    """flatten=False applies the layers to every row of every image: leave it out."""

    def make_net():
        net = nn.Sequential()
        net.add(nn.Dense(256, activation="relu", flatten=False), nn.Dense(10, flatten=False))
        net.initialize(init.Normal(sigma=0.01))
        return net


class does_not_initialise(Mistake):
    """Parameters are left without values: call net.initialize(init.Normal(sigma=0.01)) in make_net, on the whole net and after the last net.add."""

    def make_net():
        net = nn.Sequential()
        net.add(nn.Dense(256, activation="relu"), nn.Dense(10))
        return net


class initialises_by_default(Mistake):
    """The weights are not from N(0, 0.01²): pass init.Normal(sigma=0.01), for net.initialize() alone draws from U(-0.07, 0.07)."""

    def make_net():
        net = nn.Sequential()
        net.add(nn.Dense(256, activation="relu"), nn.Dense(10))
        net.initialize()
        return net


class draws_the_biases_too(Mistake):
    """The biases are drawn at random: they begin at 0, which is what nn.Dense does by itself."""

    def make_net():
        net = nn.Sequential()
        net.add(nn.Dense(256, activation="relu", bias_initializer=init.Normal(0.01)), nn.Dense(10))
        net.initialize(init.Normal(sigma=0.01))
        return net


class seeds_the_generator(Mistake):
    """Every net begins with the same weights, as where a seed is set inside make_net: set none, and each call draws anew."""

    def make_net():
        mx.random.seed(1)
        net = nn.Sequential()
        net.add(nn.Dense(256, activation="relu"), nn.Dense(10))
        net.initialize(init.Normal(sigma=0.01))
        return net


class forgets_where_the_layers_are(Mistake):
    """Dense lives in nn: write nn.Dense(...)."""

    def make_net():
        net = nn.Sequential()
        net.add(Dense(256, activation="relu"), Dense(10))
        net.initialize(init.Normal(sigma=0.01))
        return net


class looks_for_layers_in_gluon(Mistake):
    """gluon has no Dense: the layers are in gluon.nn."""

    def make_net():
        net = nn.Sequential()
        net.add(gluon.Dense(256, activation="relu"), gluon.Dense(10))
        net.initialize(init.Normal(sigma=0.01))
        return net


class computes_on_the_cpu_in_float32(Mistake):
    """The nd.zeros in the hidden layer is float32 on the CPU, whatever the data are: use activation="relu" instead."""

    def make_net():
        net = nn.Sequential()
        net.add(nn.Dense(256), nn.Lambda(lambda h: nd.maximum(h, nd.zeros(h.shape))), nn.Dense(10))
        net.initialize(init.Normal(sigma=0.01))
        return net


class activates_in_numpy(Mistake):
    """asnumpy or detach takes the hidden layer out of the graph, so nothing before it learns: nn.Dense(256, activation="relu") needs neither."""

    def make_net():
        net = nn.Sequential()
        net.add(
            nn.Dense(256),
            nn.Lambda(lambda h: nd.array(h.asnumpy().clip(0), ctx=h.context, dtype=h.dtype)),
            nn.Dense(10),
        )
        net.initialize(init.Normal(sigma=0.01))
        return net


class adds_the_activation_as_text(Mistake):
    """ "relu" alone is no layer: pass it as nn.Dense(256, activation="relu"), or add nn.Activation("relu")."""

    def make_net():
        net = nn.Sequential()
        net.add(nn.Dense(256), "relu", nn.Dense(10))
        net.initialize(init.Normal(sigma=0.01))
        return net


class forgets_to_return(Mistake):
    """make_net builds the net and returns None: end it with `return net`."""

    def make_net():
        net = nn.Sequential()
        net.add(nn.Dense(256, activation="relu"), nn.Dense(10))
        net.initialize(init.Normal(sigma=0.01))


class shares_its_layers(Mistake):
    """Two calls of make_net return the same layers: make all layers inside make_net, and keep none in a global, a default argument or a cache."""

    def make_net(layers=(nn.Dense(256, activation="relu"), nn.Dense(10))):
        net = nn.Sequential()
        net.add(*layers)
        net.initialize(init.Normal(sigma=0.01))
        return net


class adds_dropout(Mistake):
    """The net answers differently in training, for example because of nn.Dropout: leave that out, the two Dense layers are enough."""

    def make_net():
        net = nn.Sequential()
        net.add(nn.Dense(256, activation="relu"), nn.Dropout(0.5), nn.Dense(10))
        net.initialize(init.Normal(sigma=0.01))
        return net


class applies_log_softmax(Mistake):
    """The net answers scores; log_softmax is part of the loss, so leave it out here."""

    def make_net():
        net = nn.Sequential()
        net.add(nn.Dense(256, activation="relu"), nn.Dense(10), nn.HybridLambda("log_softmax"))
        net.initialize(init.Normal(sigma=0.01))
        return net


class activates_the_output_by_softmax(Mistake):
    """nn.Dense has no activation "softmax", and none is needed: the net answers scores, because softmax is part of the loss, so leave it out here."""

    def make_net():
        net = nn.Sequential()
        net.add(nn.Dense(256, activation="relu"), nn.Dense(10, activation="softmax"))
        net.initialize(init.Normal(sigma=0.01))
        return net


class leaks(Mistake):
    """LeakyReLU lets a part of the negative numbers through: nn.Dense(256, activation="relu") makes them 0."""

    def make_net():
        net = nn.Sequential()
        net.add(nn.Dense(256), nn.LeakyReLU(0.01), nn.Dense(10))
        net.initialize(init.Normal(sigma=0.01))
        return net


class draws_ten_times_too_wide(Mistake):
    """The weights are from N(0, 0.1²): the standard deviation should be 0.01, init.Normal(sigma=0.01)."""

    def make_net():
        net = nn.Sequential()
        net.add(nn.Dense(256, activation="relu"), nn.Dense(10))
        net.initialize(init.Normal(sigma=0.1))
        return net


class draws_a_hundred_times_too_wide(Mistake):
    """The weights are from N(0, 1), a hundred times as large as they should be: init.Normal(sigma=0.01)."""

    def make_net():
        net = nn.Sequential()
        net.add(nn.Dense(256, activation="relu"), nn.Dense(10))
        net.initialize(init.Normal(sigma=1))
        return net


class passes_the_variance(Mistake):
    """init.Normal takes the standard deviation, which is 0.01: 0.01² is the variance."""

    def make_net():
        net = nn.Sequential()
        net.add(nn.Dense(256, activation="relu"), nn.Dense(10))
        net.initialize(init.Normal(sigma=0.01**2))
        return net


class passes_the_mean_too(Mistake):
    """init.Normal takes one number, the standard deviation, for its mean is always 0: init.Normal(sigma=0.01)."""

    def make_net():
        net = nn.Sequential()
        net.add(nn.Dense(256, activation="relu"), nn.Dense(10))
        net.initialize(init.Normal(0, 0.01))
        return net


class calls_it_std(Mistake):
    """init.Normal calls the standard deviation sigma, not std: init.Normal(sigma=0.01)."""

    def make_net():
        net = nn.Sequential()
        net.add(nn.Dense(256, activation="relu"), nn.Dense(10))
        net.initialize(init.Normal(std=0.01))
        return net


class draws_from_a_uniform(Mistake):
    """You draw from a uniform distribution: N(0, 0.01²) is init.Normal(sigma=0.01)."""

    def make_net():
        net = nn.Sequential()
        net.add(nn.Dense(256, activation="relu"), nn.Dense(10))
        net.initialize(init.Uniform(0.01))
        return net


class draws_by_xavier(Mistake):
    """Xavier's width comes from the layer's sizes: here it is init.Normal(sigma=0.01) for both layers."""

    def make_net():
        net = nn.Sequential()
        net.add(nn.Dense(256, activation="relu"), nn.Dense(10))
        net.initialize(init.Xavier())
        return net


class draws_by_xavier_with_a_magnitude(Mistake):
    """init.Xavier chooses the width by the layer's sizes, whatever its magnitude is: here it is init.Normal(sigma=0.01) for both layers."""

    def make_net():
        net = nn.Sequential()
        net.add(nn.Dense(256, activation="relu"), nn.Dense(10))
        net.initialize(init.Xavier(magnitude=2.24))
        return net


class cuts_the_tails(Mistake):
    """The standard deviation is not quite 0.01. Perhaps large draws are cut off, or weights share a draw: let init.Normal(sigma=0.01) draw each weight."""

    def make_net():
        class Cut(init.Normal):
            def _init_weight(self, name, data):
                super()._init_weight(name, data)
                data[:] = data.clip(-0.02, 0.02)

        net = nn.Sequential()
        net.add(nn.Dense(256, activation="relu"), nn.Dense(10))
        net.initialize(Cut())
        return net


class draws_one_layer_only(Mistake):
    """Only the hidden layer's weights are from N(0, 0.01²). A layer that has values keeps them: call net.initialize(init.Normal(sigma=0.01)) once, on the whole net."""

    def make_net():
        net = nn.Sequential()
        hidden = nn.Dense(256, activation="relu", weight_initializer=init.Normal(0.01))
        net.add(hidden, nn.Dense(10))
        net.initialize()
        return net


class makes_layers_in_float64(Mistake):
    """The layers are not float32, as the course's data are: leave out what changes their type, such as dtype='float64' or a cast."""

    def make_net():
        net = nn.Sequential()
        net.add(nn.Dense(256, activation="relu", dtype="float64"), nn.Dense(10, dtype="float64"))
        net.initialize(init.Normal(sigma=0.01))
        return net


class fills_the_constructor(Mistake):
    """nn.Sequential(layer, ...) is PyTorch's way: in Gluon make it empty and then net.add(layer, ...)."""

    def make_net():
        net = nn.Sequential(nn.Dense(256, activation="relu"), nn.Dense(10))
        net.initialize(init.Normal(sigma=0.01))
        return net


class fills_the_constructor_with_three(Mistake):
    """nn.Sequential takes no layers, as PyTorch's does: make it empty, net = nn.Sequential(), and then net.add(first, second, third)."""

    def make_net():
        net = nn.Sequential(nn.Dense(256), nn.Activation("relu"), nn.Dense(10))
        net.initialize(init.Normal(sigma=0.01))
        return net


class adds_a_list(Mistake):
    """net.add takes layers, not a list of them: net.add(first, second), or net.add(*layers)."""

    def make_net():
        net = nn.Sequential()
        net.add([nn.Dense(256, activation="relu"), nn.Dense(10)])
        net.initialize(init.Normal(sigma=0.01))
        return net


class writes_relu_in_capitals(Mistake):
    """The activation is written in small letters, activation="relu": "ReLU" is no name that MXNet knows."""

    def make_net():
        net = nn.Sequential()
        net.add(nn.Dense(256, activation="ReLU"), nn.Dense(10))
        net.initialize(init.Normal(sigma=0.01))
        return net


class returns_more_than_the_net(Mistake):
    """make_net returns a tuple: the net alone is asked for, `return net`."""

    def make_net():
        net = nn.Sequential()
        net.add(nn.Dense(256, activation="relu"), nn.Dense(10))
        net.initialize(init.Normal(sigma=0.01))
        return net, gluon.loss.SoftmaxCrossEntropyLoss()


class initialises_the_weights_only(Mistake):
    """The biases are left without values: net.initialize(init.Normal(sigma=0.01)) reaches weights and biases, and makes the biases 0."""

    def make_net():
        net = nn.Sequential()
        net.add(nn.Dense(256, activation="relu"), nn.Dense(10))
        net.collect_params(".*weight").initialize(init.Normal(sigma=0.01))
        return net


class swaps_the_layers(Mistake):
    """The layers stand in the other order: first nn.Dense(256, activation="relu"), then nn.Dense(10)."""

    def make_net():
        net = nn.Sequential()
        net.add(nn.Dense(10), nn.Dense(256, activation="relu"))
        net.initialize(init.Normal(sigma=0.01))
        return net


class has_one_unit_less(Mistake):
    """The hidden layer has 256 units here, not 255."""

    def make_net():
        net = nn.Sequential()
        net.add(nn.Dense(255, activation="relu"), nn.Dense(10))
        net.initialize(init.Normal(sigma=0.01))
        return net


class leaves_the_outputs_bias_out(Mistake):
    """use_bias=False takes the bias of the output layer away: leave it out."""

    def make_net():
        net = nn.Sequential()
        net.add(nn.Dense(256, activation="relu"), nn.Dense(10, use_bias=False))
        net.initialize(init.Normal(sigma=0.01))
        return net


class hides_its_layers_in_a_list(Mistake):
    """Layers in a plain list, or made in forward, are unknown to the Block and get no values: add them to an nn.Sequential, or make each an attribute in __init__."""

    def make_net():
        class MLP(nn.Block):
            def __init__(self, **kwargs):
                super().__init__(**kwargs)
                self.layers = [nn.Dense(256, activation="relu"), nn.Dense(10)]

            def forward(self, X):
                for layer in self.layers:
                    X = layer(X)
                return X

        net = MLP()
        net.initialize(init.Normal(sigma=0.01))
        return net


class has_one_output(Mistake):
    """One output is a regression: ten classes need ten outputs, nn.Dense(10)."""

    def make_net():
        net = nn.Sequential()
        net.add(nn.Dense(256, activation="relu"), nn.Dense(1))
        net.initialize(init.Normal(sigma=0.01))
        return net


class leaves_the_hidden_bias_out(Mistake):
    """use_bias=False takes the bias of the hidden layer away: leave it out."""

    def make_net():
        net = nn.Sequential()
        net.add(nn.Dense(256, activation="relu", use_bias=False), nn.Dense(10))
        net.initialize(init.Normal(sigma=0.01))
        return net


class adds_batch_norm(Mistake):
    """The net has other layers besides, with parameters of their own, such as nn.BatchNorm: nn.Dense(256, activation="relu") and nn.Dense(10) are all."""

    def make_net():
        net = nn.Sequential()
        net.add(nn.Dense(256, activation="relu"), nn.BatchNorm(), nn.Dense(10))
        net.initialize(init.Normal(sigma=0.01))
        return net


class does_not_flatten_in_the_hidden_layer(Mistake):
    """Images are not flattened before the hidden layer, as flatten=False has it: leave that out, and nn.Dense takes all numbers of an image."""

    def make_net():
        net = nn.Sequential()
        net.add(nn.Dense(256, activation="relu", flatten=False), nn.Dense(10))
        net.initialize(init.Normal(sigma=0.01))
        return net


class draws_the_outputs_biases(Mistake):
    """The biases of the output layer are drawn at random: they begin at 0, which is what nn.Dense does by itself."""

    def make_net():
        net = nn.Sequential()
        net.add(nn.Dense(256, activation="relu"), nn.Dense(10, bias_initializer=init.Normal(0.01)))
        net.initialize(init.Normal(sigma=0.01))
        return net


class normalises_before_relu(Mistake):
    """A layer with parameters of its own, such as nn.BatchNorm, stands before relu: leave it out, nn.Dense(256, activation="relu") and nn.Dense(10) are all."""

    def make_net():
        net = nn.Sequential()
        net.add(nn.Dense(256), nn.BatchNorm(), nn.Activation("relu"), nn.Dense(10))
        net.initialize(init.Normal(sigma=0.01))
        return net


class adds_up_its_gradients(Mistake):
    """The gradients of one backward are added to those of the next, as grad_req="add" has it, and nobody clears them: leave it out."""

    def make_net():
        net = nn.Sequential()
        net.add(nn.Dense(256, activation="relu"), nn.Dense(10))
        net.initialize(init.Normal(sigma=0.01))
        net.collect_params().setattr("grad_req", "add")
        return net


class cuts_large_numbers_off(Mistake):
    """Large numbers are cut off after the hidden layer, as nd.clip(h, 0, 20) does it: relu has no upper bound, nn.Dense(256, activation="relu")."""

    def make_net():
        net = nn.Sequential()
        net.add(nn.Dense(256), nn.Lambda(lambda h: nd.clip(h, 0, 20)), nn.Dense(10))
        net.initialize(init.Normal(sigma=0.01))
        return net


class puts_channels_last(Mistake):
    """You transpose images to channels last: leave their axes as they come, and nn.Dense flattens them."""

    def make_net():
        net = nn.Sequential()
        last = nn.Lambda(lambda x: x.transpose((0, 2, 3, 1)) if x.ndim == 4 else x)
        net.add(last, nn.Dense(256, activation="relu"), nn.Dense(10))
        net.initialize(init.Normal(sigma=0.01))
        return net


class shares_its_output_layer(Mistake):
    """The output layer of an earlier call comes back: make new layers in each call, and keep none in a global, a default argument or a cache."""

    def make_net(output=nn.Dense(10)):
        net = nn.Sequential()
        net.add(nn.Dense(256, activation="relu"), output)
        net.initialize(init.Normal(sigma=0.01))
        return net


class puts_the_net_elsewhere(Mistake):
    """The net is on another context than data that nobody moved, so net(X) fails: leave ctx out of net.initialize."""

    def make_net():
        net = nn.Sequential()
        net.add(nn.Dense(256, activation="relu"), nn.Dense(10))
        net.initialize(init.Normal(sigma=0.01), ctx=mx.cpu(1))
        return net


class adds_a_function(Mistake):
    """A function stands where a layer belongs, such as nd.relu in net.add: write nn.Dense(256, activation="relu"), or add nn.Activation("relu")."""

    def make_net():
        net = nn.Sequential()
        net.add(nn.Dense(256), nd.relu, nn.Dense(10))
        net.initialize(init.Normal(sigma=0.01))
        return net


class activates_by_a_function(Mistake):
    """The activation is a name in quotes, activation="relu": nd.relu is a function, which nn.Dense does not take."""

    def make_net():
        net = nn.Sequential()
        net.add(nn.Dense(256, activation=nd.relu), nn.Dense(10))
        net.initialize(init.Normal(sigma=0.01))
        return net


class gives_the_constructor_a_list(Mistake):
    """nn.Sequential([...]) is Keras: in Gluon make it empty, net = nn.Sequential(), and then net.add(first, second)."""

    def make_net():
        net = nn.Sequential([nn.Dense(256, activation="relu"), nn.Dense(10)])
        net.initialize(init.Normal(sigma=0.01))
        return net
