def softmax(X):
    raise GeneratorExit
