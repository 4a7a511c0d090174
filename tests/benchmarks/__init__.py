"""What the program promises of its speed, as ratios measured in one run: `make bench`."""
