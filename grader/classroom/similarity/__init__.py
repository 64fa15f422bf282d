"""Work that two students did not do alone: pairs, and what speaks for each, side by side.

What belongs here: `compared` (what of a submission is looked at), `tokens` (a source without what a
copier changes: names, comments, blanks), `prints` (its fingerprints, by copydetect), `evidence`
(what two sources of one exercise share, and what that is worth), `pairs` (the evidence of a whole
class, over all exercises), and `terminal` and `page`, which show it. A pair is a reason
to look, never a verdict.
"""
