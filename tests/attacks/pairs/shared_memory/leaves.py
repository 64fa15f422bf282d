"""Leaves its answers in shared memory."""

open('/dev/shm/answers', 'w').write('left')


def softmax(X):
    return X
