"""Draw what is known: each room takes records and layers and returns a page, a sheet or a project."""
