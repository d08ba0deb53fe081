"""Every published figure, measured anew by one command."""
