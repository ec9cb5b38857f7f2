"""Packs: signatures and notes that are shared as one signed file. `docs/packs.md` specifies the format.

`archive` is the container and `manifest` what it says of itself, `pack` puts the two together; `folder` makes a pack
from a folder; `sshsig` and `signing` are its signature; `content` looks at what is inside; `store` keeps installed
packs, `install` decides what gets there, and `compare` tells two packs apart. Nothing that a pack holds is ever
executed, and no name in it becomes a path.
"""
