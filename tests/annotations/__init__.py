"""Tests of selectors, JSON and PDF."""
