"""What a person does: one module per procedure of the regulation, one transaction per step; the only place that writes."""
