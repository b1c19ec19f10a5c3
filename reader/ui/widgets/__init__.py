"""Widgets: get model objects, draw them through ``content``, post messages in the past tense."""
