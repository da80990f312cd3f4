"""The recipe is a folder of scripts beside the weights: let the tests import them."""

import sys
from pathlib import Path

import claimx

sys.path.append(str(Path(claimx.__file__).parent / "model"))
