"""The parts of the bootstrap script: inventory, SSH, checks, deployment."""
