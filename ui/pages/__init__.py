"""The original pages of a PDF with the claims painted on them."""

from ui.pages.view import PagesView

__all__ = ["PagesView"]
