# -*- coding: utf-8 -*-
from mxnet import *
def sgd(params,lr,batch_size):
  for param in params:
    param[:]=param.detach()-lr*param.grad/float(batch_size)
