"""Receipt of mail: the log, the check of covers, what becomes of them."""
