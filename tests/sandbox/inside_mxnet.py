"""Run inside bubblewrap: a fork server with MXNet whose children are confined as in earnest."""

# Prints its answer, in which any exception is a fact.
# ruff: noqa: BLE001, PTH123, T201

import json
import os
import subprocess
import threading
from pathlib import Path

import mxnet as mx
import numpy as np
from mxnet import autograd, gluon, nd

from grader.sandbox import (
    Limits,
    adopt_orphans,
    apply,
    drop_capabilities,
    end_leftovers,
    find_seccomp,
    hide_memory,
    tasks_of_user,
)

drop_capabilities()
hide_memory()
adopt_orphans()
filtering, running = find_seccomp(), tasks_of_user()
nd.softmax(nd.ones((2, 3))).asnumpy()
mx.profiler.set_config(profile_imperative=True, aggregate_stats=True, filename="/tmp/profile.json")


def train():
    net = gluon.nn.Dense(1)
    net.initialize()
    trainer = gluon.Trainer(net.collect_params(), "sgd", {"learning_rate": 0.1})
    x = nd.random.normal(shape=(64, 4))
    y = nd.dot(x, nd.array([[1], [2], [3], [4]]))
    losses = []
    for _ in range(20):
        with autograd.record():
            loss = gluon.loss.L2Loss()(net(x), y).mean()
        loss.backward()
        trainer.step(1)
        losses.append(loss.asscalar())
    return bool(losses[-1] < losses[0] / 4)


def export():
    net = gluon.nn.HybridSequential()
    net.add(gluon.nn.Dense(8, activation="relu"), gluon.nn.Dense(2))
    net.initialize()
    net.hybridize()
    x = nd.ones((3, 4))
    before = net(x)
    net.export("net")
    after = gluon.SymbolBlock.imports("net-symbol.json", ["data"], "net-0000.params")(x)
    return [
        sorted(path.name for path in Path().glob("net*")),
        bool((before == after).asnumpy().all()),
    ]


def profile():
    mx.profiler.set_state("run")
    nd.softmax(nd.ones((2, 3))).wait_to_read()
    mx.profiler.set_state("stop")
    return "softmax" in mx.profiler.dumps(format="json")


def huge():
    nd.zeros((50, 1 << 28)).wait_to_read()


def load():
    data = gluon.data.ArrayDataset(np.arange(10))
    loader = gluon.data.DataLoader(data, 5, num_workers=2, thread_pool=True)
    return [int(batch.sum().asscalar()) for batch in loader]


def thread():
    seen = []
    worker = threading.Thread(target=lambda: seen.append(nd.ones(3).sum().asscalar()))
    worker.start()
    worker.join()
    return [float(value) for value in seen]


def bomb():
    while True:
        os.fork()


def write_parent():
    with open("/proc/1/mem", "r+b") as memory:
        memory.write(b"")


def crash():
    import ctypes

    ctypes.string_at(0)


ATTEMPTS = {
    "train": train,
    "export": export,
    "profile": profile,
    "huge": huge,
    "large": lambda: float(nd.ones((1 << 26,))[5].asscalar()),
    "numpy": lambda: float(np.dot(np.ones((300, 300)), np.ones((300, 300)))[0, 0]),
    "load": load,
    "thread": thread,
    "bomb": bomb,
    "subprocess": lambda: subprocess.run(["true"], check=True),
    "kill": lambda: os.kill(os.getppid(), 9),
    "write_parent": write_parent,
    "crash": crash,
    "again": lambda: float(nd.ones(3).sum().asscalar()),
}


def confined(action):
    limits = Limits()
    apply(
        memory=limits.memory,
        file_size=limits.file_size,
        processes=limits.processes,
        cpu_seconds=20,
        running=running,
    )
    filtering.install()
    try:
        return action()
    except Exception as error:
        return type(error).__name__


facts = {}
for name, action in ATTEMPTS.items():
    reading, writing = os.pipe()
    pid = os.fork()
    if pid == 0:
        os.write(writing, json.dumps(confined(action)).encode())
        os._exit(0)
    os.waitpid(pid, 0)  # not always by a signal: MXNet handles SIGSEGV, and exits with 255
    os.close(writing)
    answer = os.read(reading, 10_000)
    os.close(reading)
    end_leftovers(own_namespace=True)
    facts[name] = json.loads(answer) if answer else "no answer"
print(json.dumps(facts))
