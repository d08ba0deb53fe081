"""Finding characters: bodies, responsibility blocks, deadlines, targets. Each says which rule matched."""
