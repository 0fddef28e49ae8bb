"""The reader says which blocks of the page are the article."""

from ui.extent.choosing import Choosing
from ui.extent.view import ExtentView

__all__ = ["Choosing", "ExtentView"]
