"""Betterment: whether a text holds matter that its supposed source lacks, so that both must have it from elsewhere."""

from reader.tracing.profile import Profile


def has_better_matter(child: Profile, parent: Profile) -> bool:
    """Tell whether ``child`` has names and quotations in a form that it cannot have from ``parent``."""
    foreign = child.proper - parent.proper
    return len(foreign) >= 2
