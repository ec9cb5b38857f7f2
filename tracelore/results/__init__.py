"""What a run found, in every form that it is kept or handed on in.

`job` runs captures, `session` runs many of them into one `writer`; each format has its module, named after it.
"""
