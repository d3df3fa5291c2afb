"""Write the XML that QGIS reads: elements, maps of options, data-defined properties."""

from __future__ import annotations

from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

Element = ET.Element

VERSION = "3.22.16-Białowieża"
"""The oldest QGIS that what is written here was opened in."""

_DOCTYPE = "<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>\n"


def element(
    tag: str,
    attributes: Mapping[str, object] | None = None,
    children: Iterable[Element] = (),
    *,
    text: str | None = None,
) -> Element:
    """Return an element; numbers and flags become texts as QGIS writes them."""
    made = ET.Element(tag, {name: as_text(value) for name, value in (attributes or {}).items()})
    made.text = text
    made.extend(children)
    return made


def as_text(value: object) -> str:
    """Return a value as an attribute: flags are 1 and 0, numbers have no needless digits.

    >>> as_text(True), as_text(2.0), as_text(0.26), as_text("MM")
    ('1', '2', '0.26', 'MM')
    """
    if isinstance(value, bool):
        return str(int(value))
    return f"{value:.15g}" if isinstance(value, float) else str(value)


def options(values: Mapping[str, object], *, name: str | None = None) -> Element:
    """Return a map of options, the form in which QGIS keeps settings of any kind."""
    attributes = {"type": "Map"} if name is None else {"name": name, "type": "Map"}
    return element("Option", attributes, (option(key, value) for key, value in values.items()))


def option(name: str, value: object) -> Element:
    """Return one option, with the type of its value."""
    if isinstance(value, Element):
        value.set("name", name)
        return value
    match value:
        case bool():
            return element("Option", {"type": "bool", "value": str(value).lower(), "name": name})
        case int():
            return element("Option", {"type": "int", "value": value, "name": name})
        case _:
            return element("Option", {"type": "QString", "value": value, "name": name})


def data_defined(expressions: Mapping[str, str], *, tag: str = "data_defined_properties") -> Element:
    """Return properties that an expression gives for each feature, by their keys in QGIS."""
    properties = options(
        {
            key: options({"active": True, "expression": expression, "type": _EXPRESSION})
            for key, expression in expressions.items()
        }
    )
    return element(tag, None, [options({"name": "", "properties": properties, "type": "collection"})])


_EXPRESSION = 3
"""QgsProperty::ExpressionBasedProperty."""


def document(root: Element) -> str:
    """Return the text of a whole document, one element a line."""
    ET.indent(root)
    return _DOCTYPE + ET.tostring(root, encoding="unicode") + "\n"


def colour_text(colour: str, opacity: float = 1.0) -> str:
    """Return a colour as QGIS writes it.

    >>> colour_text("#164E78", 0.42)
    '22,78,120,107'
    """
    red, green, blue = (int(colour[start : start + 2], 16) for start in (1, 3, 5))
    return f"{red},{green},{blue},{round(255 * opacity)}"
