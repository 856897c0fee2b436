"""A calm companion for the first times you leave your baby with someone else."""

__version__ = "0.1.0"
