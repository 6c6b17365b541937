"""An optional language model: it may understand a question or word an answer; it never supplies a figure.

Nothing here is imported unless the setting MODEL names a model. ``connection`` is the one owner of LangChain's chat models.
"""
