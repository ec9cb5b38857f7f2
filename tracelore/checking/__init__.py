"""Checking signature files beyond their text: what their traces prove, reports for other programs, repairs in place."""
