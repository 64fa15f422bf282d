# -*- coding: gbk -*-
# 《动手学深度学习》第三章 练习:softmax
from mxnet import nd

作者 = '小明'


def softmax(X):
    """对每一行做 softmax 运算。"""
    最大值 = X.max(axis=1, keepdims=True)
    指数 = nd.exp(X - 最大值)
    分母 = 指数.sum(axis=1, keepdims=True)
    print('分母的形状:', 分母.shape)
    return 指数 / 分母  # 这里应用了广播机制
