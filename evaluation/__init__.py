"""How good and how fast: programs that measure the package from outside."""
