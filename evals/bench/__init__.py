"""How fast and how large: the product, the naive chain and the model alone, on corpora of several sizes."""
