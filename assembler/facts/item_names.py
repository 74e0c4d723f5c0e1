"""Every fact of one assignment or one annuity that a clause may rest on, with its meaning in one line."""

from collections.abc import Mapping
from types import MappingProxyType

ASSIGNMENT_NAMES: Mapping[str, str] = MappingProxyType(
    {
        "assignment_by_asset": "Assets, or a fraction of them, are assigned, and not protectively.",
        "assignment_specific": "One asset, whole, goes to the trust.",
        "assignment_group": "Several assets, whole, go to the trust.",
        "assignment_fraction": "A fraction of one or several assets goes to the trust.",
        "assignment_by_amount": "A sum is assigned, fixed or by a formula, protectively or not.",
        "assignment_pecuniary": "A fixed sum is assigned, and not protectively.",
        "assignment_formula": "What a formula reaches is assigned, and not protectively.",
        "assignment_is_transfer": "The property is actually transferred, and not only assigned.",
        "assignment_protective": "The assignment is protective, on account of a doubt.",
        "protective_by_formula": "What a protective assignment reaches is defined by a formula.",
        "funding_date_value": "The sum is satisfied at values of the day of actual transfer.",
        "funding_fairly_representative": "The sum is satisfied with assets fairly representative of gain and loss.",
        "assigned_joint_property": "An asset assigned was held jointly by the spouses.",
        "assigned_part_included": "Only a part of an asset assigned is in the gross estate.",
        "assigned_annuity_or_ira": "An asset assigned is an annuity, a plan benefit or a retirement account.",
        "assigned_real_property": "An asset assigned is real property.",
        "assigned_securities": "An asset assigned is shares or other securities.",
        "assigned_insurance": "An asset assigned is insurance, or its proceeds.",
        "assigned_proceeds": "An asset assigned came of the sale, exchange or conversion of what passed.",
        "protective_issue_residency": "In doubt is where the decedent was resident.",
        "protective_issue_citizenship": "In doubt is the decedent's citizenship.",
        "protective_issue_spouse_citizenship": "In doubt is the spouse's citizenship.",
        "protective_issue_inclusion": "In doubt is whether property is in the gross estate.",
        "protective_issue_entitlement": "In doubt is the amount or nature of what the spouse is entitled to.",
    }
)

ANNUITY_NAMES: Mapping[str, str] = MappingProxyType(
    {
        "annuity_undertaken": "The spouse undertakes to pay the tax or to roll over, and does not assign.",
        "annuity_pay": "The spouse undertakes to pay the tax on each corpus portion.",
        "annuity_roll_over": "The spouse undertakes to roll each corpus portion over to a trust.",
        "annuity_employment_related": "The annuity arises from employment.",
        "annuity_foreign_plan": "The plan is established and administered outside the United States.",
        "annuity_international": "The decedent was a nonresident noncitizen, or a citizen domiciled abroad.",
        "annuity_security_requested": "The Internal Revenue Service asked for a security agreement.",
        "annuity_for_life": "The annuity is paid for one or two lives.",
        "annuity_two_lives": "The annuity is paid until the death of the survivor of two.",
        "annuity_for_term": "The annuity is paid for a term of years.",
        "annuity_scheduled_changes": "The payments are scheduled to change.",
        "annuity_is_ira": "It is an individual retirement account under section 408(a).",
        "annuity_individual_annuity": "It is an individual retirement annuity under section 408(b).",
        "annuity_signed_by_representative": "The legal representative of an incompetent spouse signs.",
    }
)

COMMON_NAMES: Mapping[str, str] = MappingProxyType(
    {
        "has_administration": "The decedent's estate is administered.",
        "assignor_is_spouse": "The spouse signs.",
        "assignor_is_representative": "The legal representative of an incompetent spouse signs.",
        "assignor_is_estate": "The personal representative of the spouse's estate signs.",
    }
)
"""What is so whichever item is meant, or none."""

ITEM_NAMES: Mapping[str, str] = MappingProxyType({**ASSIGNMENT_NAMES, **ANNUITY_NAMES, **COMMON_NAMES})
"""Every fact of one item of a case; those of the other kind are never so."""

_MANNERS = ("assignment_specific", "assignment_group", "assignment_fraction")
_SUMS = ("assignment_pecuniary", "assignment_formula")
_ISSUES = tuple(name for name in ASSIGNMENT_NAMES if name.startswith("protective_issue_"))
_FUNDINGS = ("funding_date_value", "funding_fairly_representative")


def _apart(names: tuple[str, ...]) -> tuple[tuple[str, ...], ...]:
    return tuple((one, other) for one in names for other in names if one < other)


ITEM_GROUPS = (("assignor_is_spouse", "assignor_is_representative", "assignor_is_estate"),)
"""Facts of an item of which exactly one holds."""

_PLAIN = ("assignment_by_asset", "assignment_is_transfer", *_SUMS)

ITEM_NEVER: tuple[tuple[str, ...], ...] = (
    *((one, other) for one in ASSIGNMENT_NAMES if not one.startswith("assignor_") for other in ANNUITY_NAMES),
    *_apart((*_PLAIN, "assignment_protective")),
    *_apart((*_MANNERS, "assignment_by_amount")),
    *((one, "not assignment_by_asset", "not assignment_is_transfer", "not assignment_protective") for one in _MANNERS),
    *((one, *(f"not {manner}" for manner in _MANNERS)) for one in ("assignment_by_asset", "assignment_is_transfer")),
    *((one, "not assignment_by_amount") for one in (*_SUMS, "protective_by_formula", *_FUNDINGS)),
    ("assignment_by_amount", "not assignment_pecuniary", "not assignment_formula", "not assignment_protective"),
    ("assignment_by_amount", *(f"not {one}" for one in _FUNDINGS)),
    _FUNDINGS,
    ("protective_by_formula", "not assignment_protective"),
    ("assignment_protective", *(f"not {one}" for one in _ISSUES)),
    *((one, "not assignment_protective") for one in _ISSUES),
    *_apart(_ISSUES),
    ("receives_roll_over", "not annuity_roll_over"),
    ("annuity_roll_over", "not receives_roll_over"),
    ("annuity_pay", "annuity_roll_over"),
    ("annuity_undertaken", "not annuity_pay", "not annuity_roll_over"),
    *((one, "not annuity_undertaken") for one in ("annuity_pay", "annuity_roll_over")),
    ("annuity_two_lives", "not annuity_for_life"),
    ("annuity_for_life", "annuity_for_term"),
    ("annuity_is_ira", "annuity_individual_annuity"),
)
"""Combinations that no item has which the law does not refuse; ``not x`` is the opposite of x."""
