from mxnet import ndarray as nd, autograd


def cut(A, a, b):
    return A[a:b]


def glue(pieces):
    pieces = [p for p in pieces if p.shape[0] > 0]
    return pieces[0] if len(pieces) == 1 else nd.concat(*pieces, dim=0)


def train_valid_split(X, y, valid_fraction, shuffle=False):
    num_valid = round(X.shape[0] * valid_fraction)
    num_train = X.shape[0] - num_valid
    out = ()
    for a, b in [(0, num_train), (num_train, X.shape[0])]:
        out += (cut(X, a, b).copy(), cut(y, a, b).copy())
    return out


def k_fold(k, i, X, y):
    f = int(X.shape[0] / k)
    a, b, end = i * f, i * f + f, k * f
    return (glue([cut(X, 0, a), cut(X, b, end)]), glue([cut(y, 0, a), cut(y, b, end)]),
            cut(X, a, b), cut(y, a, b))


X, y = nd.random.normal(shape=(10, 2)), nd.arange(10)
for i in range(5):
    print(k_fold(5, i, X, y)[3])
