"""Strange files for every reader: a corpus made by a script, and a target that never stops making more."""
