from mxnet import nd


def softmax(X):
    answer = [X]
    answer.append(answer)
    return answer
