"""Registers held in memory: people, correspondents, accounts and their like."""
