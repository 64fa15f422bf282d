from mxnet import gluon,nd
from mxnet.gluon import nn

class CenteredLayer(nn.Block):
    #因为模型不需要参数,所以__init__也没有传入参数
    def __init__(self,**kwargs):
        super(CenteredLayer,self).__init__(**kwargs)
    def forward(self,x):
        return x - x.mean()
