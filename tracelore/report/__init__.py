"""Events for people to look at: what is said of each, pictures of it, and the report in one HTML file.

The site shows the same parts by the same templates: `tracelore.site`.
"""
