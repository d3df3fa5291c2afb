"""The tables that GeoPackage 1.2, GDAL and QGIS want, in SQL.

GeoPackage: https://www.geopackage.org/spec121/. ``layer_styles`` and ``qgis_projects`` are no part of it;
they stand here as QGIS 3.22 makes them itself.
"""

from __future__ import annotations

from geo.schema import Column, LayerSchema, Type

GEOMETRY_COLUMN = "geom"
SRS_ID = 4326

SETTINGS = """
    PRAGMA page_size = 4096;
    PRAGMA encoding = 'UTF-8';
    PRAGMA application_id = 0x47504B47;
    PRAGMA user_version = 10200;
    PRAGMA journal_mode = OFF;
    PRAGMA synchronous = OFF;
"""
"""The page size fixes the bytes; a journal is of no use for a file that nobody else sees yet. It is no
setting of the file: whoever opens it gets DELETE, SQLite's own."""

CATALOGUE = """
    CREATE TABLE gpkg_spatial_ref_sys (
      srs_name TEXT NOT NULL, srs_id INTEGER NOT NULL PRIMARY KEY, organization TEXT NOT NULL,
      organization_coordsys_id INTEGER NOT NULL, definition TEXT NOT NULL, description TEXT);
    CREATE TABLE gpkg_contents (
      table_name TEXT NOT NULL PRIMARY KEY, data_type TEXT NOT NULL, identifier TEXT UNIQUE,
      description TEXT DEFAULT '',
      last_change DATETIME NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ','now')),
      min_x DOUBLE, min_y DOUBLE, max_x DOUBLE, max_y DOUBLE, srs_id INTEGER,
      CONSTRAINT fk_gc_r_srs_id FOREIGN KEY (srs_id) REFERENCES gpkg_spatial_ref_sys(srs_id));
    CREATE TABLE gpkg_geometry_columns (
      table_name TEXT NOT NULL, column_name TEXT NOT NULL, geometry_type_name TEXT NOT NULL,
      srs_id INTEGER NOT NULL, z TINYINT NOT NULL, m TINYINT NOT NULL,
      CONSTRAINT pk_geom_cols PRIMARY KEY (table_name, column_name),
      CONSTRAINT uk_gc_table_name UNIQUE (table_name),
      CONSTRAINT fk_gc_tn FOREIGN KEY (table_name) REFERENCES gpkg_contents(table_name),
      CONSTRAINT fk_gc_srs FOREIGN KEY (srs_id) REFERENCES gpkg_spatial_ref_sys (srs_id));
    CREATE TABLE gpkg_extensions (
      table_name TEXT, column_name TEXT, extension_name TEXT NOT NULL, definition TEXT NOT NULL,
      scope TEXT NOT NULL, CONSTRAINT ge_tce UNIQUE (table_name, column_name, extension_name));
    CREATE TABLE gpkg_data_columns (
      table_name TEXT NOT NULL, column_name TEXT NOT NULL, name TEXT, title TEXT, description TEXT,
      mime_type TEXT, constraint_name TEXT,
      CONSTRAINT pk_gdc PRIMARY KEY (table_name, column_name),
      CONSTRAINT gdc_tn UNIQUE (table_name, name));
    CREATE TABLE gpkg_data_column_constraints (
      constraint_name TEXT NOT NULL, constraint_type TEXT NOT NULL, value TEXT, min NUMERIC,
      min_is_inclusive BOOLEAN, max NUMERIC, max_is_inclusive BOOLEAN, description TEXT,
      CONSTRAINT gdcc_ntv UNIQUE (constraint_name, constraint_type, value));
"""

_WGS84 = (
    'GEOGCS["WGS 84",DATUM["WGS_1984",SPHEROID["WGS 84",6378137,298.257223563,AUTHORITY["EPSG","7030"]],'
    'AUTHORITY["EPSG","6326"]],PRIMEM["Greenwich",0,AUTHORITY["EPSG","8901"]],'
    'UNIT["degree",0.0174532925199433,AUTHORITY["EPSG","9122"]],AXIS["Latitude",NORTH],'
    'AXIS["Longitude",EAST],AUTHORITY["EPSG","4326"]]'
)
_DEGREES = "longitude/latitude coordinates in decimal degrees on the WGS 84 spheroid"
SPATIAL_REFERENCES = (
    ("Undefined Cartesian SRS", -1, "NONE", -1, "undefined", "undefined Cartesian coordinates"),
    ("Undefined geographic SRS", 0, "NONE", 0, "undefined", "undefined geographic coordinates"),
    ("WGS 84 geodetic", SRS_ID, "EPSG", SRS_ID, _WGS84, _DEGREES),
)
"""The three rows that every GeoPackage must have (requirement 11)."""

SCHEMA_EXTENSION = ("gpkg_schema", "http://www.geopackage.org/spec121/#extension_schema", "read-write")
RTREE_EXTENSION = ("gpkg_rtree_index", "http://www.geopackage.org/spec121/#extension_rtree", "write-only")

LAYER_STYLES = """
    CREATE TABLE "layer_styles" (
      "id" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, "f_table_catalog" TEXT(256),
      "f_table_schema" TEXT(256), "f_table_name" TEXT(256), "f_geometry_column" TEXT(256),
      "styleName" TEXT(30), "styleQML" TEXT, "styleSLD" TEXT, "useAsDefault" BOOLEAN, "description" TEXT,
      "owner" TEXT(30), "ui" TEXT(30),
      "update_time" DATETIME DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ','now')))
"""
QGIS_PROJECTS = "CREATE TABLE qgis_projects(name TEXT PRIMARY KEY, metadata BLOB, content BLOB)"

_SQL_TYPES = {
    Type.TEXT: "TEXT",
    Type.INTEGER: "INTEGER",
    Type.NUMBER: "REAL",
    Type.DATE: "DATE",
    Type.FLAG: "BOOLEAN",
}


def table_definition(schema: LayerSchema, *, id_columns: dict[str, str]) -> str:
    """Return the SQL that creates the table of a layer.

    Parameters
    ----------
    id_columns
        Of each table in the package the column with its id, for foreign keys.
    """
    columns = ['"fid" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL']
    if schema.geometry is not None:
        columns.append(f'"{GEOMETRY_COLUMN}" {schema.geometry.upper()} NOT NULL')
    columns += [_column(column, schema, id_columns) for column in schema.columns]
    return f'CREATE TABLE "{schema.name}" ({", ".join(columns)})'


def _column(column: Column, schema: LayerSchema, id_columns: dict[str, str]) -> str:
    words = [f'"{column.name}"', _SQL_TYPES[column.type]]
    words += ["NOT NULL"] if column.required else []
    words += ["UNIQUE"] if column.name == schema.id_column else []
    if column.refers_to in id_columns:
        words.append(f'REFERENCES "{column.refers_to}" ("{id_columns[column.refers_to]}")')
    return " ".join(words)


def spatial_index_triggers(table: str, index: str) -> list[str]:
    """Return what keeps a spatial index right when rows are edited (GeoPackage 1.2, annex F.3)."""
    named = _TRIGGERS.replace("<t>", table).replace("<i>", index).replace("<g>", GEOMETRY_COLUMN)
    return named.strip().split("\n\n")


_TRIGGERS = """
CREATE TRIGGER "<i>_insert" AFTER INSERT ON "<t>"
  WHEN (NEW."<g>" NOTNULL AND NOT ST_IsEmpty(NEW."<g>"))
  BEGIN INSERT OR REPLACE INTO "<i>" VALUES (NEW."fid",
    ST_MinX(NEW."<g>"), ST_MaxX(NEW."<g>"), ST_MinY(NEW."<g>"), ST_MaxY(NEW."<g>")); END

CREATE TRIGGER "<i>_update1" AFTER UPDATE OF "<g>" ON "<t>"
  WHEN OLD."fid" = NEW."fid" AND (NEW."<g>" NOTNULL AND NOT ST_IsEmpty(NEW."<g>"))
  BEGIN INSERT OR REPLACE INTO "<i>" VALUES (NEW."fid",
    ST_MinX(NEW."<g>"), ST_MaxX(NEW."<g>"), ST_MinY(NEW."<g>"), ST_MaxY(NEW."<g>")); END

CREATE TRIGGER "<i>_update2" AFTER UPDATE OF "<g>" ON "<t>"
  WHEN OLD."fid" = NEW."fid" AND (NEW."<g>" ISNULL OR ST_IsEmpty(NEW."<g>"))
  BEGIN DELETE FROM "<i>" WHERE id = OLD."fid"; END

CREATE TRIGGER "<i>_update3" AFTER UPDATE ON "<t>"
  WHEN OLD."fid" != NEW."fid" AND (NEW."<g>" NOTNULL AND NOT ST_IsEmpty(NEW."<g>"))
  BEGIN DELETE FROM "<i>" WHERE id = OLD."fid"; INSERT OR REPLACE INTO "<i>" VALUES (NEW."fid",
    ST_MinX(NEW."<g>"), ST_MaxX(NEW."<g>"), ST_MinY(NEW."<g>"), ST_MaxY(NEW."<g>")); END

CREATE TRIGGER "<i>_update4" AFTER UPDATE ON "<t>"
  WHEN OLD."fid" != NEW."fid" AND (NEW."<g>" ISNULL OR ST_IsEmpty(NEW."<g>"))
  BEGIN DELETE FROM "<i>" WHERE id IN (OLD."fid", NEW."fid"); END

CREATE TRIGGER "<i>_delete" AFTER DELETE ON "<t>"
  WHEN OLD."<g>" NOTNULL
  BEGIN DELETE FROM "<i>" WHERE id = OLD."fid"; END
"""
