# -*- coding: gb2312 -*-
from mxnet.gluon import nn

def 均值(x):
    return x.mean()

class Base(nn.Block):
    @property
    def name_in_chinese(self):
        return '中心化'

class CenteredLayer(Base):
    def forward(self, x):
        return x.__sub__(均值(x))
