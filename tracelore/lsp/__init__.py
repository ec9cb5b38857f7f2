"""A language server for `.sig` files: what an editor asks, answered by plain functions over texts.

`server` alone knows the protocol; everything else works on texts and offsets and can be tried without an editor.
"""
