"""Ask geocoding services over HTTP: at their pace, within a budget, with nothing secret in any text."""

from geo.io.http.client import Limits, ServiceClient

__all__ = ["Limits", "ServiceClient"]
