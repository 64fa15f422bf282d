def softmax(X):
    inner = ValueError('inner')
    outer = KeyError('outer')
    inner.__cause__ = outer
    outer.__cause__ = inner
    group = inner
    for _ in range(200):
        group = ExceptionGroup('group', [group, outer])
    raise group
