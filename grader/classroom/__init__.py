"""Many submissions: taking them in, grading them all, keeping the results, handing them out."""
