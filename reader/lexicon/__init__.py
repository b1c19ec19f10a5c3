"""Word lists that the pure rooms share: reporting cues, hedges, offices, outlets and agencies.

Enters: data files beside the loaders. Leaves: frozen look-up tables, loaded once on first use.
May know: ``model`` and ``text``.
"""
