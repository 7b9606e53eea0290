"""Surveys: a coordinator opens a round, people answer a few questions, and nobody can tell who said what."""
