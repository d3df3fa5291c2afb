"""Write a CRS as QGIS reads it."""

from __future__ import annotations

from geo.crs import spatial_reference
from geo.render.qgis.elements import Element, element


def spatial_reference_element(crs: str) -> Element:
    """Return the element of a CRS such as EPSG:4547.

    QGIS finds the CRS by its authid, so its WKT, which changes with PROJ, is left out. ``srsid`` is
    a row of the QGIS that wrote the file; QGIS 3.22 takes a CRS whose srsid is not above zero for
    invalid, so the code stands there.
    """
    facts = spatial_reference(crs)
    texts = {
        "proj4": facts.proj4,
        "srsid": str(max(facts.code, 1)),
        "srid": str(facts.code),
        "authid": facts.authid,
        "description": facts.description,
        "projectionacronym": facts.projection,
        "ellipsoidacronym": facts.ellipsoid,
        "geographicflag": str(facts.geographic).lower(),
    }
    return element("spatialrefsys", None, (element(tag, text=text) for tag, text in texts.items()))
