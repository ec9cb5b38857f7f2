"""Real tools in network namespaces of their own: what they send is captured, and the right signature must lead."""
