"""Documents to and from the formats of annotation tools and data sets."""
