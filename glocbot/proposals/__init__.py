"""Proposals and decisions as files: what a sweep writes and a reviewer approves."""
