"""The whole catalogue at once: rules of the house, real captures, ordinary traffic, and the page that sums it up."""
