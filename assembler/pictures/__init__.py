"""Draw what words tell less well: days along a line of time, and who holds what; in black and white, by Pillow."""

from assembler.pictures.flow import Box, flow
from assembler.pictures.sheet import STEP, Picture, is_legible
from assembler.pictures.timeline import Day, Today, timeline

__all__ = ["STEP", "Box", "Day", "Picture", "Today", "flow", "is_legible", "timeline"]
