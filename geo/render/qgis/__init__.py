"""Write styles and projects for QGIS; returns text and bytes, opens no file."""

from geo.render.qgis.content import MapContent, map_content
from geo.render.qgis.data_sources import ProjectHome
from geo.render.qgis.layer_style import layer_style
from geo.render.qgis.project import project_bytes

__all__ = ["MapContent", "ProjectHome", "layer_style", "map_content", "project_bytes"]
