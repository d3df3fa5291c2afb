"""Join what the report says with where it is: layers, pages and the count that must come out even. Pure."""
