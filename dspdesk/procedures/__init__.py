"""What a person does: a module per procedure of the regulation, a transaction per step; nothing else writes."""
