# coding: utf-8
# In[1]:
import d2lzh as d2l
import matplotlib.pyplot as plt
from mxnet import autograd, nd
import mxnet as mx

# In[2]:
x = nd.ones((2, 3), ctx=mx.gpu())
y = nd.random.normal(shape=(2, 5))
d2l.set_figsize()

# In[3]:
def softmax(X):
    """X: (n, q) -> (n, q)"""
    X_exp = nd.exp(X - X.max(axis=1, keepdims=True))
    partition = X_exp.sum(axis=1, keepdims=True)
    return X_exp / partition

# In[4]:
X_prob = softmax(y)
print(X_prob, X_prob.sum(axis=1))
print(X_prob.sum(axis=1).asscalar())

# In[5]:
plt.plot(X_prob[0].asnumpy())
plt.show()
