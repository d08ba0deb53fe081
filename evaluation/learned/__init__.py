"""What a trained model is worth beside the rules, on layouts and subjects that it never saw."""
