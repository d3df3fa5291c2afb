"""Write layers and tables, their styles and the project into one GeoPackage."""

from geo.io.geopackage.package import PackageTable, geopackage_bytes

__all__ = ["PackageTable", "geopackage_bytes"]
