"""Find where a name is: a place with its precision, or a miss with its reason. Pure."""
