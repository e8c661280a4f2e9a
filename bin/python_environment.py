"""A Python environment of its own for a benchmark's peers, so that nothing is installed into the user's."""

import os
import pathlib
import subprocess
import sys
import venv


def enter(name, packages, script, flag):
    """Runs a script again, with a flag before its arguments, in the Python that has these packages.

    The environment lies below GUERDON_HOME (~/.cache/guerdon) and is made with pip on first use, and again when the
    packages change. PyTorch, if it is among them, is taken in its build for CPUs alone where that can be had: it is a
    tenth of the size.
    """
    cache = pathlib.Path(os.environ.get("GUERDON_HOME") or pathlib.Path.home() / ".cache" / "guerdon")
    folder = cache / name
    python, ready = folder / "bin" / "python", folder / "ready"
    wanted = "\n".join(packages)
    if not ready.exists() or ready.read_text() != wanted:
        print(f"installing {', '.join(packages)} in {folder}", file=sys.stderr)
        venv.create(folder, with_pip=True, clear=True)
        pip = [python, "-m", "pip", "--disable-pip-version-check", "install", "--quiet"]
        torch = next((package for package in packages if package.startswith("torch")), None)
        if torch:
            small = [*pip, torch, "--index-url", "https://download.pytorch.org/whl/cpu"]
            subprocess.run(small, stderr=subprocess.DEVNULL)
        subprocess.run([*pip, *packages], check=True)
        ready.write_text(wanted)
    os.execv(python, [python, script, flag, *sys.argv[1:]])
