"""Simple and well-known systems on the same texts, so that a figure can be seen beside another."""
