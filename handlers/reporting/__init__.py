"""What a group did together: who was there, told by one for all."""
