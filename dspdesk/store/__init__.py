"""The encrypted store: keys, engines, unit of work with its ledger, schema, verification, backup."""
