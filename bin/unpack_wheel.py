"""Unpacks what guerdon needs of a wheel: unpack_wheel.py mujoco|gymnasium WHEEL FOLDER."""

import os
import re
import shutil
import sys
import zipfile


def mujoco_place(name):
    """The headers and the library only."""
    header = re.fullmatch(r"mujoco/include/mujoco/([^/]+\.h)", name)
    if header:
        return os.path.join("include", "mujoco", header[1])
    library = re.fullmatch(r"mujoco/(libmujoco\.so\.[0-9.]+)", name)
    return os.path.join("lib", library[1]) if library else None


def gymnasium_place(name):
    """The models only."""
    model = re.fullmatch(r"gymnasium/envs/mujoco/assets/([^/]+\.xml)", name)
    return os.path.join("assets", model[1]) if model else None


def main(kind, wheel, folder):
    place = {"mujoco": mujoco_place, "gymnasium": gymnasium_place}[kind]
    with zipfile.ZipFile(wheel) as archive:
        for name in archive.namelist():
            licence = re.fullmatch(r"[^/]+\.dist-info/(?:licenses/)?([^/]*LICEN[CS]E[^/]*)", name)
            target = licence[1] if licence else place(name)
            if target:
                path = os.path.join(folder, target)
                os.makedirs(os.path.dirname(path), exist_ok=True)
                with archive.open(name) as source, open(path, "wb") as sink:
                    shutil.copyfileobj(source, sink)
                if os.path.basename(path).startswith("libmujoco.so."):
                    os.symlink(os.path.basename(path), os.path.join(folder, "lib", "libmujoco.so"))


if __name__ == "__main__":
    main(*sys.argv[1:])
