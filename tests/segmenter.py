"""jieba's own tokenizer belongs to the whole process: a test that teaches it words lets it forget them."""

from __future__ import annotations


def forget_words() -> None:
    """Make jieba read its own dictionary again at the next use."""
    import jieba

    jieba.dt.initialized = False
    jieba.dt.user_word_tag_tab.clear()
