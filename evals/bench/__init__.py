"""How fast and how large: the product, the naive chain and the embedding model alone, on corpora of several sizes."""
