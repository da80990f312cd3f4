"""The ledger: claims as JSON Lines, and everything that reads, compares and judges them."""
