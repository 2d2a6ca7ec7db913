"""What a field may hold, and objects that refuse anything else."""
