"""The panel beside the page: legend, list of claims, details of one."""

from ui.claims.panel import ClaimsPanel

__all__ = ["ClaimsPanel"]
