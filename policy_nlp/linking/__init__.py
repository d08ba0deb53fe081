"""What needs the whole document: years carried over, which block covers which tasks, the deadline of a target."""
