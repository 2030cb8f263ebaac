"""How the audit reads English: numbers, days, names, negations, hedges and conditions."""
