"""Tests of ``glocbot apply`` without a wiki."""
