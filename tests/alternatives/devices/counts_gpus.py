from mxnet import cpu, gpu
from mxnet.context import num_gpus
from mxnet.initializer import Xavier


def try_gpu(index=0):
    n = num_gpus()
    print("gpus:", n)
    return gpu(index) if index < n else cpu()


def to_device(array, device):
    return array.as_in_context(device)


def initialize_on(block, device):
    for p in block.collect_params().values():
        p.initialize(ctx=[device], force_reinit=True)
    return block
