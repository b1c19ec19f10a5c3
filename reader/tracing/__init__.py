"""Articles and candidates -> credits, derivations, chains and drift. Pure; candidates are handed in.

Enters: articles with their analyses. Leaves: ``model.chain`` objects. May not know: network, clock, database, screen.
"""
