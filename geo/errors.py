"""Everything that planmap raises on purpose.

PlanmapError
├── InputError(ValueError)            the content of a file or an argument is wrong
│   ├── EncodingError                 a text whose bytes are in no known encoding
│   ├── ReportError                   a report that cannot be read as one
│   ├── LayerError                    a layer that breaks its schema or has a broken geometry
│   ├── DatumError                    a datum or CRS that is missing, unknown or not the expected one
│   └── SettingsError                 planmap.toml, or a file of facts, says something impossible
├── MissingFileError(FileNotFoundError)
├── OutputError(OSError)              a result that cannot be written
│   └── DatabaseError                 a database that is out of reach or does not take the layers
├── ServiceError(OSError)             a geocoding service gave no answer; never the same as "not found"
│   ├── ServiceRefusedError(PermissionError)    it refuses the key, or the quota is spent
│   ├── ServiceUnavailableError(TimeoutError)   too fast, down or out of reach: worth asking again
│   └── ServiceAnswerError(ValueError)          it sent what is no answer of its contract
└── ConservationError(AssertionError) a build would lose or invent a task: planmap's fault, never the input's

A leaf is also the standard library's class that a stranger would catch. Each message is made of
four parts: where, what, which value, what to do.
"""


class PlanmapError(Exception):
    """Root of all errors that planmap raises on purpose."""


class InputError(PlanmapError, ValueError):
    """The content of a file or an argument is wrong."""


class EncodingError(InputError):
    """A text file's bytes are in no encoding that planmap reads."""


class ReportError(InputError):
    """A file cannot be read as a work report."""


class LayerError(InputError):
    """A layer breaks its schema or holds a broken geometry."""


class DatumError(InputError):
    """A datum or CRS is missing, unknown or not the expected one."""


class SettingsError(InputError):
    """planmap.toml or a file of facts says something impossible."""


class MissingFileError(PlanmapError, FileNotFoundError):
    """A file or folder that is needed is not there."""


class OutputError(PlanmapError, OSError):
    """A result cannot be written."""


class DatabaseError(OutputError):
    """A database is out of reach or does not take the layers; it holds what it held before."""


class ServiceError(PlanmapError, OSError):
    """A geocoding service gave no answer; that says nothing about whether it knows the name."""


class ServiceRefusedError(ServiceError, PermissionError):
    """A geocoding service refuses the key, or the quota is spent: asking on is of no use."""


class ServiceUnavailableError(ServiceError, TimeoutError):
    """A geocoding service was asked too fast, is down or out of reach: worth asking again.

    `wait_s` is how long it asks to wait, or None where it does not say.
    """

    def __init__(self, message: str, *, wait_s: float | None = None) -> None:
        super().__init__(message)
        self.wait_s = wait_s


class ServiceAnswerError(ServiceError, ValueError):
    """A geocoding service sent what is no answer of its contract."""


class ConservationError(PlanmapError, AssertionError):
    """A build would lose or invent a task; the build stops."""


def describe(*, where: str, what: str, value: object = None, remedy: str) -> str:
    """Join the four parts of a message: where, what, which value, what to do.

    >>> describe(where="layers/source/zones.geojson: feature 3", what="ring is not closed",
    ...          value="Z-03", remedy="close it in QGIS, then check")
    'layers/source/zones.geojson: feature 3 ("Z-03"): ring is not closed; close it in QGIS, then check'
    """
    named = f'{where} ("{value}")' if value is not None else where
    return f"{named}: {what}; {remedy}"
