"""`$metadata`: entity sets with their keys and properties, function and action imports. OData V2, V3 and V4.

Sources: https://www.odata.org/documentation/odata-version-2-0/overview/,
https://docs.oasis-open.org/odata/odata-csdl-xml/v4.01/odata-csdl-xml-v4.01.html; names of elements are compared without their
namespaces, which differ by version.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any
from xml.etree.ElementTree import Element, ParseError

from defusedxml import DefusedXmlException
from defusedxml.ElementTree import fromstring

from hub.rules.errors import HubError

SAP = "{http://www.sap.com/Protocols/SAPData}"
METHOD = "{http://schemas.microsoft.com/ado/2007/08/dataservices/metadata}HttpMethod"
# Base types of base types …
ANCESTORS = 10


@dataclass(frozen=True, slots=True)
class Property:
    """type: `Edm.String`, or a name of the document's. created, updated: whether a client may set it then."""

    name: str
    type: str
    nullable: bool = True
    max_length: int | None = None
    label: str = ""
    created: bool = True
    updated: bool = True


@dataclass(frozen=True, slots=True)
class EntitySet:
    """links: names of its navigation properties."""

    name: str
    keys: tuple[str, ...]
    properties: tuple[Property, ...]
    links: tuple[str, ...]
    creatable: bool = True
    updatable: bool = True
    deletable: bool = True

    def property(self, name: str) -> Property:
        """The property of that name; KeyError."""
        return {each.name: each for each in self.properties}[name]


@dataclass(frozen=True, slots=True)
class Import:
    """A function or action that is called by itself. method: GET for functions."""

    name: str
    method: str
    parameters: tuple[Property, ...]


@dataclass(frozen=True, slots=True)
class Service:
    """What a service can do. version: 2 or 4."""

    version: int
    sets: tuple[EntitySet, ...]
    imports: tuple[Import, ...]


def parse(text: bytes) -> Service:
    """Read a document. HubError `invalid_input` for what is none."""
    try:
        root = fromstring(text, forbid_dtd=True)
    except (ParseError, DefusedXmlException, ValueError, RecursionError):
        raise _refused("This is no $metadata document: it is no XML, or has a DTD.") from None
    schemas = list(_below(root, "Schema"))
    if not schemas:
        raise _refused("This is no $metadata document: it has no schema.")
    version = 4 if root.get("Version", "").startswith("4") else 2
    types = _types(schemas)
    containers = [each for schema in schemas for each in _children(schema, "EntityContainer")]
    sets = [_set(each, types) for container in containers for each in _children(container, "EntitySet")]
    named = {name: each for schema in schemas for name, each in _callables(schema)}
    imports = [_import(each, named) for container in containers for each in _imports(container)]
    if not sets and not imports:
        raise _refused("The service has neither entity sets nor functions.")
    return Service(version, tuple(sets), tuple(imports))


def _local(element: Element) -> str:
    return element.tag.rpartition("}")[2]


def _children(element: Element, name: str) -> list[Element]:
    return [each for each in element if _local(each) == name]


def _below(element: Element, name: str) -> Iterator[Element]:
    return (each for each in element.iter() if _local(each) == name)


def _types(schemas: list[Element]) -> dict[str, Element]:
    """Entity types by their qualified names, by namespace and by alias."""
    found = {}
    for schema in schemas:
        for each in _children(schema, "EntityType"):
            for prefix in filter(None, (schema.get("Namespace"), schema.get("Alias"))):
                found[f"{prefix}.{each.get('Name')}"] = each
    return found


def _set(element: Element, types: dict[str, Element]) -> EntitySet:
    lineage: list[Element] = []
    kind = types.get(element.get("EntityType", ""))
    while kind is not None and len(lineage) < ANCESTORS:
        lineage.append(kind)
        kind = types.get(kind.get("BaseType", ""))
    lineage.reverse()
    keys = [ref.get("Name", "") for each in lineage for key in _children(each, "Key") for ref in key]
    return EntitySet(
        element.get("Name", ""),
        tuple(keys),
        tuple(_property(each) for type_ in lineage for each in _children(type_, "Property")),
        tuple(each.get("Name", "") for type_ in lineage for each in _children(type_, "NavigationProperty")),
        *(element.get(f"{SAP}{word}") != "false" for word in ("creatable", "updatable", "deletable")),
    )


def _property(element: Element) -> Property:
    length = element.get("MaxLength", "")
    terms = {each.get("Term", "").rpartition(".")[2] for each in _children(element, "Annotation")}
    computed = bool(terms & {"Computed"})
    return Property(
        element.get("Name", ""),
        element.get("Type", "Edm.String"),
        nullable=element.get("Nullable") != "false",
        max_length=int(length) if re.fullmatch(r"[0-9]{1,9}", length) else None,
        label=element.get(f"{SAP}label") or element.get(f"{SAP}quickinfo") or "",
        created=element.get(f"{SAP}creatable") != "false" and not computed,
        updated=element.get(f"{SAP}updatable") != "false" and not computed and "Immutable" not in terms,
    )


def _callables(schema: Element) -> Iterator[tuple[str, Element]]:
    """V4's functions and actions that are bound to nothing, by their qualified names."""
    for kind in ("Function", "Action"):
        for each in _children(schema, kind):
            if each.get("IsBound") != "true":
                for prefix in filter(None, (schema.get("Namespace"), schema.get("Alias"))):
                    yield f"{prefix}.{each.get('Name')}", each


def _imports(container: Element) -> list[Element]:
    return [each for each in container if _local(each) in ("FunctionImport", "ActionImport")]


def _import(element: Element, named: dict[str, Element]) -> Import:
    defined = named.get(element.get("Function") or element.get("Action") or "")
    holder: Any = element if defined is None else defined
    method = element.get(METHOD) or ("POST" if _local(element) == "ActionImport" else "GET")
    parameters = tuple(_property(each) for each in _children(holder, "Parameter"))
    return Import(element.get("Name", ""), method.upper(), parameters)


def _refused(detail: str) -> HubError:
    return HubError("invalid_input", detail, field="config.document")
