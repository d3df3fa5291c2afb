"""Bring layers into a PostgreSQL database with PostGIS, all of them or none."""

from geo.io.postgis.address import Address, parse_address
from geo.io.postgis.push import PushReport, TablePush, push_layers

__all__ = ["Address", "PushReport", "TablePush", "parse_address", "push_layers"]
