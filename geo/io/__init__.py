"""All that touches disk or network: each module reads or writes one kind of file."""
