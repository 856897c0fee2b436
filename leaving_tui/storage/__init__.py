"""TinyDB lives here and nowhere else."""
