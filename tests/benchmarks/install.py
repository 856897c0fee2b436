"""What `pip install .` puts on a disk, dependencies and compiled files included."""

import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from tempfile import TemporaryDirectory

ROOT = Path(__file__).parents[2]


def installed() -> Mapping[str, float]:
    """Distributions and megabytes in site-packages; nothing where pip or its index cannot be reached."""
    with TemporaryDirectory(prefix="leaving-install-") as folder:
        pip = [sys.executable, "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
        done = subprocess.run([*pip, "--target", folder, str(ROOT)], capture_output=True, check=False)
        if done.returncode:
            return {}
        site = Path(folder)
        return {
            "install distributions": len(list(site.glob("*.dist-info"))),
            "install size": sum(path.stat().st_size for path in site.rglob("*") if path.is_file()) / 2**20,
        }
