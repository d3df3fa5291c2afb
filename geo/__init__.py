"""planmap (项目一张图): from a district's work report to mapped tasks."""

__version__ = "0.1.0"
