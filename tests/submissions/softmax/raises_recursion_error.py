def softmax(X):
    try:
        return softmax(X)
    except RecursionError as error:
        raise RecursionError('again') from error
