"""The fields of the estate tax return."""

from collections.abc import Mapping

from assembler.findings import estate
from assembler.merge.field import Fill, List, answer, choice, last_day
from assembler.wording import day

FIELDS: Mapping[str, Fill] = {
    "return_form": choice("return.form", "return-form"),
    "return_filed_on": answer("return.filed", day),
    "return_due": last_day(lambda a: estate.last_day_to_file_return(a.trust.whole)),
}

LISTS: Mapping[str, List] = {}
