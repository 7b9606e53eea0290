"""Results that are found outside the bot: an interview, the budget, a check."""
