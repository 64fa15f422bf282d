def softmax(X):
    raise KeyboardInterrupt
