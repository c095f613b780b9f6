"""The faces: one module per widget. What they show is worked out in the packages below them."""

from emptychair.widgets.star_studio import StarStudio

__all__ = ("StarStudio",)
