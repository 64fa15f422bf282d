"""Leaves its answers in /tmp."""

open('/tmp/.answers', 'w').write('left')


def softmax(X):
    return X
