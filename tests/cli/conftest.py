"""What commands save, in memory where there is one."""

from tests.storage.conftest import tmp_path

__all__ = ["tmp_path"]
