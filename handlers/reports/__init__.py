"""Reports: what was promised and what came of it, closed, explained and made into documents."""
