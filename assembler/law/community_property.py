"""The States in which property of spouses is community property by law, and how much of it is the decedent's."""

from decimal import Decimal

COMMUNITY_STATES = frozenset(
    {"Arizona", "California", "Idaho", "Louisiana", "Nevada", "New Mexico", "Texas", "Washington", "Wisconsin"}
)
"""States whose law makes it so without any agreement; in Wisconsin it is called marital property.

A few other States let spouses choose it by an agreement or a trust, and are not among them.
"""

DECEDENTS_SHARE = Decimal(50)
"""Percent of an asset of the community that is the decedent's and in the gross estate. 26 USC 2033.

The other half was the spouse's own at the death and is not eligible. 26 CFR 20.2056A-4(b)(3).
"""
