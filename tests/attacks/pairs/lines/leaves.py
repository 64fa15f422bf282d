"""Leaves the text of its lines, compiled patterns and warnings."""

import linecache
import re
import warnings

linecache.cache['answers.py'] = (4, None, ['left'], 'answers.py')
re.compile('left(answers)+')
warnings.filterwarnings('ignore', 'left')


def softmax(X):
    return X
