"""Access, keys, backups, the ledger."""
