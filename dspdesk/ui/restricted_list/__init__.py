"""The list of restricted information: its place, orders, proposals, and the field that names an entry."""
