"""Modules: loading, manifests, exports, and what a module shows of itself (about_Modules)."""
