"""Wrong versions of `make_net` that learners write, each with the sentence that would help."""

from mxnet import nd
from mxnet.gluon import nn

from grader.course import Mistake


class forgets_to_hybridise(Mistake):
    """Your net does not run as a graph: call net.hybridize() before the return, and let nothing switch it off."""

    def make_net():
        net = nn.HybridSequential()
        net.add(nn.Dense(256, activation="relu"), nn.Dense(128, activation="relu"), nn.Dense(2))
        net.initialize()
        return net


class does_not_call_hybridize(Mistake):
    """Your net is neither initialised nor hybridised: call net.initialize() and net.hybridize() before the return, both with parentheses."""

    def make_net():
        net = nn.HybridSequential()
        net.add(nn.Dense(256, activation="relu"), nn.Dense(128, activation="relu"), nn.Dense(2))
        net.initialize
        net.hybridize
        return net


class forgets_to_initialise(Mistake):
    """Your net is not initialised: call net.initialize() after net.add(...) and before the return."""

    def make_net():
        net = nn.HybridSequential()
        net.add(nn.Dense(256, activation="relu"), nn.Dense(128, activation="relu"), nn.Dense(2))
        net.hybridize()
        return net


class uses_sequential(Mistake):
    """nn.Sequential never becomes one graph: hybridize() reaches its layers one by one only. Use nn.HybridSequential."""

    def make_net():
        net = nn.Sequential()
        net.add(nn.Dense(256, activation="relu"), nn.Dense(128, activation="relu"), nn.Dense(2))
        net.initialize()
        net.hybridize()
        return net


class uses_sequential_and_forgets_to_hybridise(Mistake):
    """This is section 10's imperative net: take nn.HybridSequential, and call hybridize() before the return."""

    def make_net():
        net = nn.Sequential()
        net.add(nn.Dense(256, activation="relu"), nn.Dense(128, activation="relu"), nn.Dense(2))
        net.initialize()
        return net


class hybridises_the_layers(Mistake):
    """Each layer is a graph of its own, but the net runs in Python. Call net.hybridize(), and give the net no forward of its own."""

    def make_net():
        net = nn.HybridSequential()
        for layer in (
            nn.Dense(256, activation="relu"),
            nn.Dense(128, activation="relu"),
            nn.Dense(2),
        ):
            layer.hybridize()
            net.add(layer)
        net.initialize()
        for layer in net:
            layer.hybridize()
        return net


class switches_it_off_again(Mistake):
    """hybridize(False) switches the graph off: the argument is `active`, True by default."""

    def make_net():
        net = nn.HybridSequential()
        net.add(nn.Dense(256, activation="relu"), nn.Dense(128, activation="relu"), nn.Dense(2))
        net.initialize()
        net.hybridize()
        net(nd.random.normal(shape=(1, 512)))
        net.hybridize(False)
        return net


class forgets_relu(Mistake):
    """Without activations three dense layers are no more than one: activation='relu' for the first two."""

    def make_net():
        net = nn.HybridSequential()
        net.add(nn.Dense(256), nn.Dense(128), nn.Dense(2))
        net.initialize()
        net.hybridize()
        return net


class forgets_the_second_relu(Mistake):
    """The second layer has no activation: Dense(128) has relu too."""

    def make_net():
        net = nn.HybridSequential()
        net.add(nn.Dense(256, activation="relu"), nn.Dense(128), nn.Dense(2))
        net.initialize()
        net.hybridize()
        return net


class ends_in_relu(Mistake):
    """The last layer has an activation too: its numbers may be negative, so it is nn.Dense(2) alone."""

    def make_net():
        net = nn.HybridSequential()
        for units in (256, 128, 2):
            net.add(nn.Dense(units, activation="relu"))
        net.initialize()
        net.hybridize()
        return net


class swaps_the_sizes(Mistake):
    """The hidden layers are in the wrong order: first 256 units, then 128."""

    def make_net():
        net = nn.HybridSequential()
        net.add(nn.Dense(128, activation="relu"), nn.Dense(256, activation="relu"), nn.Dense(2))
        net.initialize()
        net.hybridize()
        return net


class skips_the_middle_layer(Mistake):
    """There are two layers: Dense(128, relu) between them is missing."""

    def make_net():
        net = nn.HybridSequential()
        net.add(nn.Dense(256, activation="relu"), nn.Dense(2))
        net.initialize()
        net.hybridize()
        return net


class keeps_the_last_layer_only(Mistake):
    """The net has its last layer alone, nn.Dense(2), as where net = nn.HybridSequential() stands inside the loop that adds the layers: make the net once, before the loop."""

    def make_net():
        for units, activation in [(256, "relu"), (128, "relu"), (2, None)]:
            net = nn.HybridSequential()
            net.add(nn.Dense(units, activation=activation))
        net.initialize()
        net.hybridize()
        return net


class has_ten_classes(Mistake):
    """The last layer has 10 units, as for Fashion-MNIST: here it has 2."""

    def make_net():
        net = nn.HybridSequential()
        net.add(nn.Dense(256, activation="relu"), nn.Dense(128, activation="relu"), nn.Dense(10))
        net.initialize()
        net.hybridize()
        return net


class fixes_the_input_size(Mistake):
    """Your net takes 512 features only. Leave in_units out, do not call the net inside make_net, and make new layers in each call."""

    def make_net():
        net = nn.HybridSequential()
        net.add(
            nn.Dense(256, activation="relu", in_units=512),
            nn.Dense(128, activation="relu", in_units=256),
            nn.Dense(2, in_units=128),
        )
        net.initialize()
        net.hybridize()
        return net


class gives_each_size_the_one_before(Mistake):
    """The second argument of Dense is the activation, not another size: nn.Dense(256, activation='relu')."""

    def make_net():
        net = nn.HybridSequential()
        net.add(nn.Dense(512, 256), nn.Dense(256, 128), nn.Dense(128, 2))
        net.initialize()
        net.hybridize()
        return net


class passes_a_layer_for_the_activation(Mistake):
    """Dense takes the name of its activation: activation='relu', and not a layer such as nn.Activation('relu')."""

    def make_net():
        net = nn.HybridSequential()
        relu = nn.Activation("relu")
        net.add(nn.Dense(256, activation=relu), nn.Dense(128, activation=relu), nn.Dense(2))
        net.initialize()
        net.hybridize()
        return net


class forgets_the_biases(Mistake):
    """All three layers have a bias: leave use_bias at its default."""

    def make_net():
        net = nn.HybridSequential()
        net.add(
            nn.Dense(256, activation="relu", use_bias=False),
            nn.Dense(128, activation="relu", use_bias=False),
            nn.Dense(2, use_bias=False),
        )
        net.initialize()
        net.hybridize()
        return net


class passes_a_list(Mistake):
    """add takes the layers one by one, separated by commas, and not a list of them: net.add(*layers)."""

    def make_net():
        net = nn.HybridSequential()
        layers = [nn.Dense(256, activation="relu"), nn.Dense(128, activation="relu"), nn.Dense(2)]
        net.add(layers)
        net.initialize()
        net.hybridize()
        return net


class passes_layers_to_the_constructor(Mistake):
    """You hand the layers to nn.HybridSequential, as PyTorch's Sequential takes them: make an empty net, net = nn.HybridSequential(), and add them, net.add(...)."""

    def make_net():
        net = nn.HybridSequential(
            nn.Dense(256, activation="relu"), nn.Dense(128, activation="relu"), nn.Dense(2)
        )
        net.initialize()
        net.hybridize()
        return net


class passes_a_list_to_the_constructor(Mistake):
    """You hand a list to nn.HybridSequential, as Keras's Sequential takes it: make an empty net, net = nn.HybridSequential(), and add the layers, net.add(...)."""

    def make_net():
        net = nn.HybridSequential(
            [nn.Dense(256, activation="relu"), nn.Dense(128, activation="relu"), nn.Dense(2)]
        )
        net.initialize()
        net.hybridize()
        return net


class makes_a_lambda_of_a_layer(Mistake):
    """A plain nn.Lambda is a Block, which a HybridSequential refuses: its children must be HybridBlocks, such as nn.Activation('relu')."""

    def make_net():
        net = nn.HybridSequential()
        net.add(nn.Dense(256), nn.Lambda("relu"), nn.Dense(128), nn.Lambda("relu"), nn.Dense(2))
        net.initialize()
        net.hybridize()
        return net


class returns_the_result_of_hybridize(Mistake):
    """make_net returns None: end it with `return net`. add, initialize and hybridize change the net and return nothing, so write net.hybridize() in a line of its own, without `net =` before it."""

    def make_net():
        net = nn.HybridSequential()
        net.add(nn.Dense(256, activation="relu"), nn.Dense(128, activation="relu"), nn.Dense(2))
        net.initialize()
        return net.hybridize()


class squashes_with_a_sigmoid(Mistake):
    """The hidden layers have a sigmoid: here their activation is relu."""

    def make_net():
        net = nn.HybridSequential()
        net.add(
            nn.Dense(256, activation="sigmoid"), nn.Dense(128, activation="sigmoid"), nn.Dense(2)
        )
        net.initialize()
        net.hybridize()
        return net


class writes_a_block_of_its_own(Mistake):
    """The layers are right, but the net is another kind of Block: make_net returns an nn.HybridSequential."""

    def make_net():
        class Net(nn.HybridBlock):
            def __init__(self, **kwargs):
                super().__init__(**kwargs)
                self.first = nn.Dense(256, activation="relu")
                self.second = nn.Dense(128, activation="relu")
                self.last = nn.Dense(2)

            def hybrid_forward(self, F, x):
                return self.last(self.second(self.first(x)))

        net = Net()
        net.initialize()
        net.hybridize()
        return net


class fixes_the_first_input_size(Mistake):
    """With in_units the first layer takes one number of features only: leave it out, and the first call finds it."""

    def make_net():
        net = nn.HybridSequential()
        net.add(
            nn.Dense(256, activation="relu", in_units=512),
            nn.Dense(128, activation="relu"),
            nn.Dense(2),
        )
        net.initialize()
        net.hybridize()
        return net


class forgets_the_first_relu(Mistake):
    """The first layer has no activation: Dense(256) has relu too."""

    def make_net():
        net = nn.HybridSequential()
        net.add(nn.Dense(256), nn.Dense(128, activation="relu"), nn.Dense(2))
        net.initialize()
        net.hybridize()
        return net


class takes_its_input_for_a_size(Mistake):
    """The first layer has 512 units, which is the number of features: its size is 256."""

    def make_net():
        net = nn.HybridSequential()
        net.add(nn.Dense(512, activation="relu"), nn.Dense(128, activation="relu"), nn.Dense(2))
        net.initialize()
        net.hybridize()
        return net


class repeats_the_first_size(Mistake):
    """The second layer has 256 units, like the first: it has 128."""

    def make_net():
        net = nn.HybridSequential()
        net.add(nn.Dense(256, activation="relu"), nn.Dense(256, activation="relu"), nn.Dense(2))
        net.initialize()
        net.hybridize()
        return net


class has_one_output(Mistake):
    """The last layer has 1 unit: here it has 2."""

    def make_net():
        net = nn.HybridSequential()
        net.add(nn.Dense(256, activation="relu"), nn.Dense(128, activation="relu"), nn.Dense(1))
        net.initialize()
        net.hybridize()
        return net


class squashes_the_second_layer(Mistake):
    """The second layer has a sigmoid: relu is the activation of both hidden layers."""

    def make_net():
        net = nn.HybridSequential()
        net.add(nn.Dense(256, activation="relu"), nn.Dense(128, activation="sigmoid"), nn.Dense(2))
        net.initialize()
        net.hybridize()
        return net


class squashes_the_first_layer_with_tanh(Mistake):
    """The first layer has tanh: relu is the activation of both hidden layers."""

    def make_net():
        net = nn.HybridSequential()
        net.add(nn.Dense(256, activation="tanh"), nn.Dense(128, activation="relu"), nn.Dense(2))
        net.initialize()
        net.hybridize()
        return net


class ends_in_softmax(Mistake):
    """You apply softmax at the end: the last layer is nn.Dense(2), whose numbers come out as they are; softmax belongs to the loss."""

    def make_net():
        net = nn.HybridSequential()
        net.add(
            nn.Dense(256, activation="relu"),
            nn.Dense(128, activation="relu"),
            nn.Dense(2),
            nn.HybridLambda("softmax"),
        )
        net.initialize()
        net.hybridize()
        return net


class adds_a_layer(Mistake):
    """There is a layer more, with 64 units: there are three, of 256, 128 and 2."""

    def make_net():
        net = nn.HybridSequential()
        net.add(
            nn.Dense(256, activation="relu"),
            nn.Dense(128, activation="relu"),
            nn.Dense(64, activation="relu"),
            nn.Dense(2),
        )
        net.initialize()
        net.hybridize()
        return net


class forgets_the_hidden_biases(Mistake):
    """Both hidden layers have a bias too: leave use_bias at its default."""

    def make_net():
        net = nn.HybridSequential()
        net.add(
            nn.Dense(256, activation="relu", use_bias=False),
            nn.Dense(128, activation="relu", use_bias=False),
            nn.Dense(2),
        )
        net.initialize()
        net.hybridize()
        return net


class returns_a_tuple(Mistake):
    """make_net returns a tuple: it returns the net itself and nothing besides, `return net`."""

    def make_net():
        net = nn.HybridSequential()
        net.add(nn.Dense(256, activation="relu"), nn.Dense(128, activation="relu"), nn.Dense(2))
        net.initialize()
        net.hybridize()
        return net, net.collect_params()


class returns_the_class(Mistake):
    """make_net returns a class and not a net: call the class, with its parentheses, and return what it makes."""

    def make_net():
        net = nn.HybridSequential()
        net.add(nn.Dense(256, activation="relu"), nn.Dense(128, activation="relu"), nn.Dense(2))
        net.initialize()
        net.hybridize()
        return type(net)


class returns_an_answer(Mistake):
    """make_net returns an array, the net's answer: it returns the net itself, `return net`."""

    def make_net():
        net = nn.HybridSequential()
        net.add(nn.Dense(256, activation="relu"), nn.Dense(128, activation="relu"), nn.Dense(2))
        net.initialize()
        net.hybridize()
        return net(nd.random.normal(shape=(1, 512)))


class shares_a_layer(Mistake):
    """One of your layers is made outside make_net, so all nets share its parameters: make every layer inside make_net."""

    shared = nn.Dense(128, activation="relu")

    def make_net(shared=shared):
        net = nn.HybridSequential()
        net.add(nn.Dense(256, activation="relu"), shared, nn.Dense(2))
        net.initialize()
        net.hybridize()
        return net


class drops_out_between(Mistake):
    """In training the net answers otherwise than in prediction, as Dropout makes it: leave that out, for three Dense layers are all."""

    def make_net():
        net = nn.HybridSequential()
        net.add(nn.Dense(256, activation="relu"), nn.Dropout(0.5))
        net.add(nn.Dense(128, activation="relu"), nn.Dense(2))
        net.initialize()
        net.hybridize()
        return net


class puts_a_graph_into_a_sequential(Mistake):
    """The net that you return is an nn.Sequential, which never becomes a graph, whatever is inside: put all three layers into one nn.HybridSequential and hybridise it."""

    def make_net():
        hidden = nn.HybridSequential()
        hidden.add(nn.Dense(256, activation="relu"), nn.Dense(128, activation="relu"))
        hidden.hybridize()
        net = nn.Sequential()
        net.add(hidden, nn.Dense(2))
        net.initialize()
        return net


class keeps_its_net(Mistake):
    """make_net returns the net of an earlier call, as from a global, a default argument or a cache: make a new net with new layers in each call."""

    def make_net():
        kept = vars(make_net)
        if "net" not in kept:
            kept["net"] = net = nn.HybridSequential()
            net.add(nn.Dense(256, activation="relu"), nn.Dense(128, activation="relu"), nn.Dense(2))
            net.initialize()
            net.hybridize()
        return kept["net"]


class normalises_between(Mistake):
    """The net has other layers besides, with parameters of their own, such as nn.BatchNorm: three Dense layers are all."""

    def make_net():
        net = nn.HybridSequential()
        net.add(nn.Dense(256, activation="relu"), nn.BatchNorm())
        net.add(nn.Dense(128, activation="relu"), nn.BatchNorm(), nn.Dense(2))
        net.initialize()
        net.hybridize()
        return net


class normalises_once(Mistake):
    """The net has a layer too many, with parameters of its own, such as nn.BatchNorm: leave it out, for three Dense layers are all."""

    def make_net():
        net = nn.HybridSequential()
        net.add(nn.Dense(256, activation="relu"), nn.BatchNorm())
        net.add(nn.Dense(128, activation="relu"), nn.Dense(2))
        net.initialize()
        net.hybridize()
        return net


class adds_gradients_up(Mistake):
    """grad_req 'add' adds each gradient to those of earlier batches: leave every parameter at 'write'."""

    def make_net():
        net = nn.HybridSequential()
        net.add(nn.Dense(256, activation="relu"), nn.Dense(128, activation="relu"), nn.Dense(2))
        net.initialize()
        net.collect_params().setattr("grad_req", "add")
        net.hybridize()
        return net


class initialises_too_early(Mistake):
    """Some layers come back uninitialised: call net.initialize() once all of them are added, for it reaches only layers that are there already."""

    def make_net():
        net = nn.HybridSequential()
        net.add(nn.Dense(256, activation="relu"), nn.Dense(128, activation="relu"))
        net.initialize()
        net.add(nn.Dense(2))
        net.hybridize()
        return net


class forgets_the_second_bias(Mistake):
    """The second layer has a bias too: leave use_bias at its default."""

    def make_net():
        net = nn.HybridSequential()
        net.add(
            nn.Dense(256, activation="relu"),
            nn.Dense(128, activation="relu", use_bias=False),
            nn.Dense(2),
        )
        net.initialize()
        net.hybridize()
        return net


class forgets_the_last_bias(Mistake):
    """The last layer has a bias too: leave use_bias at its default."""

    def make_net():
        net = nn.HybridSequential()
        net.add(
            nn.Dense(256, activation="relu"),
            nn.Dense(128, activation="relu"),
            nn.Dense(2, use_bias=False),
        )
        net.initialize()
        net.hybridize()
        return net


class freezes_a_bias(Mistake):
    """A bias gets no gradient, as with grad_req 'null', and never learns: leave every parameter at 'write'."""

    def make_net():
        net = nn.HybridSequential()
        net.add(nn.Dense(256, activation="relu"), nn.Dense(128, activation="relu"), nn.Dense(2))
        net.initialize()
        net.hybridize()
        net[0].bias.grad_req = "null"
        return net


class freezes_a_layer(Mistake):
    """A weight gets no gradient, as with grad_req 'null', and never learns: leave every parameter at 'write'."""

    def make_net():
        net = nn.HybridSequential()
        net.add(nn.Dense(256, activation="relu"), nn.Dense(128, activation="relu"), nn.Dense(2))
        net.initialize()
        net.hybridize()
        net[0].collect_params().setattr("grad_req", "null")
        return net


class wraps_its_graph(Mistake):
    """Your graph lies inside an nn.Sequential, which runs in Python: return the nn.HybridSequential itself."""

    def make_net():
        net = nn.HybridSequential()
        net.add(nn.Dense(256, activation="relu"), nn.Dense(128, activation="relu"), nn.Dense(2))
        net.initialize()
        net.hybridize()
        outer = nn.Sequential()
        outer.add(net)
        return outer
